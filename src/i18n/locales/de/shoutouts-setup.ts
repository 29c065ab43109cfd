import type { Texts } from '../../texts.ts';
import type { shoutoutsSetup as english } from '../en/shoutouts-setup.ts';

export const shoutoutsSetup: Texts<typeof english> = {
  pages: { place: 'Ort', values: 'Werte', pace: 'Wie viele', badges: 'Abzeichen' },
  title: '🙌 Dankeschöns einrichten',
  off: 'Dankeschöns sind aus. Wähl einen Kanal dafür, dann können alle `/danke sagen` benutzen.',
  on: 'Mit `/danke sagen` wird einander gedankt; es erscheint in {channel}.',
  saved: 'Was du wählst, ist sofort gespeichert.',
  change: 'Ändern',
  turnOn: 'Einschalten',
  turnOff: 'Ausschalten',

  place: {
    channelTitle: 'Kanal für Dankeschöns',
    channelHelp:
      'Hier stehen Karten, Meilensteine und der Rückblick. Am besten einer, den alle lesen können.',
    channelPlaceholder: 'Aus: keine Dankeschöns',
    picturesTitle: 'Gezeichnete Karten',
    picturesOn: '**An**: zu jeder Karte gehört ein Bild.',
    picturesOff: '**Aus**: Karten sind nur Worte.',
    roundUpTitle: 'Rückblick im Monat',
    roundUpOn: '**An**: am Ersten des Monats, wem wofür gedankt wurde.',
    roundUpOff: '**Aus**: kein Rückblick.',
    staffOnBoardsTitle: 'Team auf den Tafeln',
    staffOnBoardsOn: '**An**: das Team steht auf den Tafeln wie alle.',
    staffOnBoardsOff: '**Aus**: die Tafeln lassen das Team weg. Gedankt werden kann ihm trotzdem.',
  },

  values: {
    title: 'Wofür Dankeschöns stehen',
    help: 'Zwei bis zehn Dinge, die euch wichtig sind. Wer dankt, sucht eines aus; Tafeln und Rückblick ordnen danach.',
    none: 'Noch keine. Dankeschöns gehen auch ohne.',
    one: 'Bei einem einzigen wird niemand gefragt: alle Dankeschöns stehen dafür.',
    line: '{value}',
    described: '{value}: {description}',
    add: 'Wert hinzufügen',
    pick: 'Einen ändern oder entfernen',
    full: '-# Mehr passen nicht ins Formular.',
  },

  pace: {
    budgetTitle: 'Wie viel es zu vergeben gibt',
    budget:
      'Jedes Mitglied kann **{count, plural, one {einer Person} other {# Leuten}}** danken. Jedes Dankeschön kommt nach {renew} Tagen zurück, nach {renewNew}, wenn jemandem zum ersten Mal gedankt wird.',
    waitsTitle: 'Wartezeiten',
    pair: '{days, plural, =0 {Derselben Person kann man **sofort** wieder danken.} one {Derselben Person kann man nach **einem Tag** wieder danken.} other {Derselben Person kann man nach **# Tagen** wieder danken.}}',
    back: '{hours, plural, =0 {Zurück danken geht **sofort**.} one {Zurück danken geht nach **einer Stunde**.} other {Zurück danken geht nach **# Stunden**.}}',
  },

  badges: {
    title: 'Abzeichen',
    help: 'Rollen, die ich für Meilensteine vergebe und wieder nehme, wo Dankeschöns zurückgenommen werden. Sie müssen unter meiner eigenen Rolle stehen.',
    none: 'Noch keine.',
    line: '**{milestone}** → {role}',
    add: 'Abzeichen hinzufügen',
    remove: 'Eines entfernen',
  },

  milestones: {
    given: '{count, plural, one {Zum ersten Mal gedankt} other {Anderen #-mal gedankt}}',
    received: '{count, plural, one {Zum ersten Mal bedankt} other {#-mal bedankt}}',
    year: '{count, plural, one {Ein Jahr dabei} other {# Jahre dabei}}',
  },

  form: {
    valueTitle: 'Wert hinzufügen',
    valueChangeTitle: 'Wert ändern',
    name: 'Name',
    nameHelp: 'So kurz wie auf einem Abzeichen',
    namePlaceholder: 'Freundlichkeit zuerst',
    emoji: 'Emoji',
    emojiHelp: 'Freiwillig: ein Emoji',
    description: 'In einem Satz',
    descriptionHelp: 'Freiwillig; steht im Formular unter dem Namen',
    remove: 'Entfernen',
    removeThis: 'Diesen Wert entfernen',
    removeHelp: 'Dankeschöns, die dafür stehen, bleiben',
    paceTitle: 'Wie viele, wie oft',
    budget: 'Leute, denen ein Mitglied danken kann',
    budgetHelp: '{min} bis {max}, bis etwas davon zurückgekommen ist',
    pair: 'Tage bis zur selben Person',
    pairHelp: '{min} bis {max}; 0 für keine Wartezeit',
    back: 'Stunden, bis man zurück danken kann',
    backHelp: '{min} bis {max}; 0 für keine Wartezeit',
    badgeTitle: 'Abzeichen hinzufügen',
    milestone: 'Für welchen Meilenstein?',
    role: 'Welche Rolle?',
    roleHelp: 'Eine, die keine Macht über andere gibt',
  },

  notes: {
    saved: '✅ Gespeichert.',
    off: '✅ Gespeichert. Niemand kann jetzt Dankeschöns vergeben; was da ist, bleibt.',
    removed: '✅ **{name}** ist entfernt. Dankeschöns, die dafür stehen, bleiben.',
    badgeRemoved: '✅ Entfernt. Wer die Rolle hat, behält sie, bis du sie nimmst.',
    badgeAdded: '✅ Gespeichert. Wer ihn ab jetzt erreicht, bekommt {role}.',
    missing:
      '⚠️ Nicht gespeichert: In {channel} fehlt mir {permissions}. Erlaub es in den Einstellungen des Kanals unter Berechtigungen, für mich oder meine Rolle, und wähl ihn dann noch einmal.',
    unchecked:
      '⚠️ Nicht gespeichert: Ich konnte nicht prüfen, was ich in {channel} darf. Wahrscheinlich sehe ich ihn nicht: Erlaub {permissions} in den Einstellungen des Kanals unter Berechtigungen, und wähl ihn dann noch einmal.',
    roleGone: '⚠️ Nicht gespeichert: Diese Rolle gibt es nicht mehr.',
    roleUnchecked: '⚠️ Nicht gespeichert: Ich konnte {role} nicht prüfen. Bitte versuch es noch einmal.',
    roleManaged:
      '⚠️ Nicht gespeichert: {role} gehört zu einer App oder allen, darum kann niemand sie vergeben.',
    rolePowerful:
      '⚠️ Nicht gespeichert: {role} gibt Macht über andere. Die sollte niemand für ein Dankeschön bekommen.',
    roleAboveYou:
      '⚠️ Nicht gespeichert: {role} steht über deinen eigenen Rollen, darum kannst du sie nicht vergeben.',
    roleNoPermission:
      '⚠️ Nicht gespeichert: Um {role} zu vergeben, brauche ich die Berechtigung **Rollen verwalten**. Erlaub sie in den Servereinstellungen unter Rollen.',
    roleAboveMe:
      '⚠️ Nicht gespeichert: {role} steht über meiner eigenen Rolle. Zieh meine Rolle in den Servereinstellungen unter Rollen darüber, und versuch es dann noch einmal.',
  },

  refusals: {
    number: '„{typed}“ ist keine Zahl von {min} bis {max}.',
  },
};
