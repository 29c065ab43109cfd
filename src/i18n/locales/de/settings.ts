import type { Texts } from '../../texts.ts';
import type { settings as english } from '../en/settings.ts';

export const settings = {
  command: {
    name: 'einrichten',
    description: 'Hearth einrichten: Zeitzone, Sprache, Team, Kanäle, Umfragen, Ideen',
    section: 'bereich',
    sectionAbout: 'Was eingerichtet wird: der Server als Ganzes oder eine Funktion',
    sections: {
      general: 'Server und Umfragen',
      ideas: 'Ideen',
      shoutouts: 'Dankeschöns',
      counting: 'Zählen',
      newcomers: 'Neue Mitglieder',
    },
  },
  panel: {
    title: 'Hearth einrichten',
    intro:
      'Alles funktioniert auch ohne. Was du hier wählst, ist sofort gespeichert, und du kannst jederzeit wiederkommen. Ideen haben eine eigene Seite: `/einrichten bereich:Ideen`.',
    zoneTitle: 'Zeitzone',
    zoneHelp: 'Jetzt **{zone}**, dort ist es {time}. „Freitag 17 Uhr“ heißt 17 Uhr dort.',
    zonePlaceholder: 'Zeitzone wählen',
    zoneOther: 'Andere Zeitzone',
    languageTitle: 'Sprache des Servers',
    languageHelp: 'Für alles, was ein Kanal sieht. Was nur du siehst, kommt in deiner Sprache.',
    languagePlaceholder: 'Sprache wählen',
    staffTitle: 'Rolle des Teams',
    staffHelp:
      'Darf jede Umfrage schließen, verlängern und absagen. Wer den Server verwaltet, darf das immer.',
    staffPlaceholder: 'Nur wer den Server verwaltet',
    pollsTitle: 'Kanal für Umfragen',
    pollsHelp: 'Hier erscheinen Umfragen. Ohne Kanal erscheinen sie dort, wo sie erstellt wurden.',
    pollsPlaceholder: 'Wo sie erstellt wurden',
    noticesTitle: 'Kanal für Hinweise ans Team',
    noticesHelp: 'Hier sage ich, wenn etwas nicht geklappt hat und was hilft.',
    noticesPlaceholder: 'Keine Hinweise',
    creatorsTitle: 'Wer Umfragen erstellen darf',
    creatorsPlaceholder: 'Wählen, wer Umfragen erstellen darf',
    creatorRolesPlaceholder: 'Rollen wählen',
    creatorRolesMissing: 'Wähle unten mindestens eine Rolle; bis dahin darf nur das Team Umfragen erstellen.',
  },
  languages: {
    en: 'English',
    de: 'Deutsch',
  },
  creators: {
    everyone: 'Alle',
    everyoneAbout: 'Jedes Mitglied darf die Community fragen.',
    roles: 'Einige Rollen',
    rolesAbout: 'Das Team und die Rollen, die du wählst.',
    staff: 'Nur das Team',
    staffAbout: 'Die Rolle des Teams und alle, die den Server verwalten.',
  },
  notes: {
    saved: '✅ Gespeichert.',
    zoneSaved: '✅ Gespeichert. In {zone} ist es jetzt {time}.',
    missing:
      '⚠️ Nicht gespeichert: In {channel} fehlt mir {permissions}. Erlaube es in den Kanaleinstellungen unter Berechtigungen, für mich oder meine Rolle, und wähle den Kanal dann noch einmal.',
    unchecked:
      '⚠️ Nicht gespeichert: Ich konnte nicht prüfen, was ich in {channel} darf. Wahrscheinlich sehe ich den Kanal nicht: Erlaube {permissions} in den Kanaleinstellungen unter Berechtigungen und wähle ihn dann noch einmal.',
    threads:
      '✅ Gespeichert. In {channel} fehlt mir {permissions}: Umfragen gehen, aber nicht ihre Threads zum Diskutieren.',
  },
  zoneModal: {
    title: 'Zeitzone',
    label: 'Stadt oder Zeitzone',
    description: 'Zum Beispiel Berlin oder America/New_York',
    placeholder: 'Europe/Berlin',
  },
  refusals: {
    unknownZone:
      'Die Zeitzone „{typed}“ kenne ich nicht. Versuch es mit einer großen Stadt in der Nähe, etwa Berlin oder New York.',
    unknownZoneNearby: 'Die Zeitzone „{typed}“ kenne ich nicht. Meinst du {suggestions}?',
  },
} as const satisfies Texts<typeof english>;
