import type { Texts } from '../../texts.ts';
import type { ideasSetup as english } from '../en/ideas-setup.ts';

export const ideasSetup = {
  pages: {
    places: 'Orte',
    goals: 'Ziele',
    rules: 'Regeln',
  },
  title: '💡 Ideen einrichten',
  off: 'Ideen sind aus. Wähle einen Kanal dafür, dann gibt es für Mitglieder `/idee einreichen`.',
  on: 'Mitglieder reichen Ideen mit `/idee einreichen` ein; sie erscheinen in {channel}.',
  saved: 'Was du wählst, ist sofort gespeichert.',
  change: 'Ändern',
  turnOn: 'Einschalten',
  turnOff: 'Ausschalten',

  places: {
    ideasTitle: 'Kanal für Ideen',
    ideasHelp: 'Am besten ein Forum: ein Beitrag je Idee, mit Tags. Ein Textkanal geht auch.',
    ideasPlaceholder: 'Aus: keine Ideen',
    staffTitle: 'Kanal fürs Team',
    staffHelp: 'Prüfungen, Meldungen und wartende Ideen kommen hierher. Er sollte privat sein.',
    staffPlaceholder: 'Der Kanal für Hinweise',
    boardTitle: 'Tafel',
    boardHelp: 'Eine angepinnte Nachricht: was geplant, in Arbeit und umgesetzt ist.',
    boardPlaceholder: 'Keine Tafel',
    ledgerTitle: 'Chronik',
    ledgerHelp: 'Eine Liste, die mit jeder umgesetzten Idee um eine Zeile wächst.',
    ledgerPlaceholder: 'Keine Chronik',
    roleTitle: 'Rolle für umgesetzte Ideen',
    roleHelp: 'Bekommt, wessen Idee umgesetzt wurde.',
    rolePlaceholder: 'Keine Rolle',
  },

  goals: {
    title: 'Stufen zum Ziel',
    help: 'Eine Idee sammelt in Stufen Unterstützung. Erreicht sie eine rechtzeitig, kommt die nächste; nach der letzten prüft das Team sie.',
    step: '{percent} % in {days, plural, one {# Tag} other {# Tagen}}',
    stepGoal: '{place}. **{step}**, das sind jetzt {goal, plural, one {# Person} other {# Personen}}',
    joined: '{place}. **{step}**: entfällt, solange so wenige aktiv sind',
    floor: 'Nie weniger als {floor, plural, one {# Person} other {# Personen}}.',
    basis:
      '-# Die Anteile gelten für die aktiven Mitglieder: {active, plural, =0 {Niemand hat} one {# Person hat} other {# Personen haben}} in den letzten {days} Tagen Hearth benutzt. Jede Idee behält die Ziele, mit denen sie begonnen hat.',
    reviewTitle: 'Prüfung',
    review:
      'Wer die letzte Stufe erreicht, bekommt innerhalb von **{days, plural, one {# Tag} other {# Tagen}}** eine Antwort. Zum Entscheiden braucht es die Bewertung von **{reviewers, plural, one {# Person} other {# Personen}}** aus dem Team.',
    change: 'Ziele ändern',
    tryHelp:
      '-# **Ausprobieren** sagt, wie viele frühere Ideen es geschafft hätten. Es ändert nichts, und andere Ziele lassen sich vor dem Speichern probieren.',
    try: 'Ausprobieren',
    use: 'Diese Ziele nehmen',
  },

  rules: {
    queueTitle: 'Erst sieht das Team',
    queueOn: '**An**: Eine neue Idee wartet, bis jemand aus dem Team sie freigibt.',
    queueOff: '**Aus**: Eine neue Idee erscheint sofort.',
    queueNobody: '⚠️ Es gibt noch keinen Kanal fürs Team, also erfährt niemand, dass eine Idee wartet.',
    anonymityTitle: 'Anonyme Ideen',
    anonymityOn:
      '**An**: Mitglieder dürfen ihren Namen verbergen. Das Team kann trotzdem handeln, und ein Blick auf den Namen wird festgehalten.',
    anonymityOff: '**Aus**: Bei jeder Idee steht, von wem sie ist.',
    paceTitle: 'Wie viele pro Mitglied',
    pace: 'Höchstens **{open}** zugleich offen, {hours, plural, =0 {ohne Wartezeit dazwischen} one {im Abstand von # Stunde} other {im Abstand von # Stunden}}.',
    categoriesTitle: 'Kategorien',
    categoriesNone: 'Noch keine. Mit Kategorien lassen sich Ideen ordnen und filtern.',
  },

  form: {
    goalsTitle: 'Ziele neuer Ideen',
    floor: 'Mindestens so viele Unterstützende',
    floorHelp: 'Auch wenn nur wenige Mitglieder aktiv sind',
    ladder: 'Stufen',
    ladderHelp: 'Ein Anteil der aktiven Mitglieder und die Zeit dafür, eine Stufe pro Zeile',
    ladderPlaceholder: '5 % in 14 Tagen, 15 % in 45 Tagen',
    what: 'Was soll ich tun?',
    save: 'Speichern',
    saveHelp: 'Für Ideen, die ab jetzt beginnen',
    try: 'Nur ausprobieren',
    tryHelp: 'Sagt, wie es früheren Ideen ergangen wäre, und speichert nichts',
    reviewTitle: 'Prüfung',
    reviewDays: 'Antwort innerhalb von',
    reviewDaysHelp: 'Tage oder Wochen; Mitglieder sehen das als Versprechen',
    reviewers: 'Bewertungen, bevor entschieden wird',
    paceTitle: 'Wie viele pro Mitglied',
    cooldown: 'Stunden zwischen zwei Ideen',
    cooldownHelp: 'Etwa 24, 2 Tage oder 0 für keine Wartezeit',
    open: 'Offene Ideen eines Mitglieds zugleich',
    categoriesTitle: 'Kategorien',
    categories: 'Eine pro Zeile, bis zu {max}',
    categoriesHelp: 'Umbenannte Zeilen behalten ihre Ideen. Für neue Kategorien unten eine Zeile anfügen.',
    categoriesPlaceholder: '☕ Kaffee\n🎪 Treffen\n🛍️ Laden',
  },

  notes: {
    saved: '✅ Gespeichert.',
    goalsSaved: '✅ Gespeichert. Ideen, die ab jetzt beginnen, haben diese Ziele.',
    off: '✅ Gespeichert. Jetzt kann niemand Ideen einreichen; die vorhandenen bleiben.',
    without: {
      forum:
        '✅ Gespeichert. In {channel} fehlt mir {permissions}. Ideen gehen auch so, aber ich kann keine Tags für Kategorien und Status anlegen oder verhindern, dass Mitglieder sie ändern. Du kannst es in den Kanaleinstellungen unter Berechtigungen erlauben.',
      text: '✅ Gespeichert. In {channel} fehlt mir {permissions}. Ideen gehen auch so, aber wo jemand einen Thread sperrt, kann ich nichts Neues mehr melden. Du kannst es in den Kanaleinstellungen unter Berechtigungen erlauben.',
      board:
        '✅ Gespeichert. In {channel} fehlt mir {permissions}: Die Tafel geht, aber anpinnen musst du sie selbst.',
    },
    missing:
      '⚠️ Nicht gespeichert: In {channel} fehlt mir {permissions}. Erlaube es in den Kanaleinstellungen unter Berechtigungen, für mich oder meine Rolle, und wähle den Kanal dann noch einmal.',
    staffOpen:
      '⚠️ Nicht gespeichert: Alle können {channel} lesen, also wären wartende Ideen und Bewertungen öffentlich. Nimm @everyone dort **Kanal anzeigen**, oder wähle einen anderen Kanal.',
    unchecked:
      '⚠️ Nicht gespeichert: Ich konnte nicht prüfen, was ich in {channel} darf. Wahrscheinlich sehe ich den Kanal nicht: Erlaube {permissions} in den Kanaleinstellungen unter Berechtigungen und wähle ihn dann noch einmal.',
    roleGone: '⚠️ Nicht gespeichert: Diese Rolle gibt es nicht mehr.',
    roleManaged:
      '⚠️ Nicht gespeichert: {role} gehört zu einer App, zu Boosts oder allen, also kann niemand sie vergeben. Wähle eine andere.',
    rolePowerful:
      '⚠️ Nicht gespeichert: {role} gibt Macht über andere, etwa zum Verwalten oder Entfernen. Das soll niemand durch eine Idee bekommen. Wähle eine Rolle ohne solche Rechte.',
    roleAboveYou:
      '⚠️ Nicht gespeichert: Du könntest {role} selbst nicht vergeben. Dazu braucht es **Rollen verwalten** und eine eigene Rolle, die höher steht.',
    roleNoPermission:
      '⚠️ Nicht gespeichert: Ich darf weder {role} noch andere Rollen vergeben. Erlaube meiner Rolle **Rollen verwalten** in den Servereinstellungen unter Rollen und wähle dann noch einmal.',
    roleAboveMe:
      '⚠️ Nicht gespeichert: {role} steht über meiner eigenen Rolle. Zieh meine Rolle in den Servereinstellungen unter Rollen darüber und wähle dann noch einmal.',
    roleUnchecked:
      '⚠️ Nicht gespeichert: Ich konnte nicht prüfen, ob ich {role} vergeben darf. Versuch es gleich noch einmal.',
    renamed: '**{from}** heißt jetzt **{to}** und behält seine Ideen.',
    removed: '**{name}** gibt es nicht mehr; die Ideen bleiben, ohne Kategorie.',
    tried:
      '🔎 {judged, plural, =0 {Noch ist keine Idee alt genug, um das zu sagen.} one {Von # früheren Idee hätten es {reached} geschafft.} other {Von # früheren Ideen hätten es {reached} geschafft.}} So aktiv wie heute braucht die letzte Stufe **{goal, plural, one {# Person} other {# Personen}}**.',
    triedOnly: '**{steps}**, mindestens {floor}. Gespeichert ist nichts.',
  },

  refusals: {
    ladder:
      '„{part}“ habe ich nicht verstanden. Schreib für jede Stufe einen Anteil und eine Zeit, etwa „5 % in 14 Tagen, 15 % in 45 Tagen“. Geändert ist nichts.',
    ladderTooLong: 'Es kann höchstens {max} Stufen geben. Geändert ist nichts.',
    ladderNotRising:
      'Jede Stufe muss mehr verlangen als die davor, und {percent} % ist nicht mehr als {before} %. Geändert ist nichts.',
    percent: '„{part}“: Ein Anteil ist mehr als 0 % und höchstens 100 %. Geändert ist nichts.',
    days: '„{part}“: Eine Stufe dauert von 1 bis {max} Tage. Geändert ist nichts.',
    number: 'Ich brauche eine ganze Zahl von {min} bis {max}, und „{typed}“ ist keine. Geändert ist nichts.',
    daysAlone:
      'Ich brauche eine Zeit von {min, plural, one {# Tag} other {# Tagen}} bis {max} Tagen, etwa „14 Tage“ oder „2 Wochen“, und nicht „{typed}“. Geändert ist nichts.',
    hours:
      'Ich brauche eine Zeit von {min} bis {max} Stunden, etwa „24“, „2 Tage“ oder „0“, und nicht „{typed}“. Geändert ist nichts.',
    tooManyCategories:
      'Es kann höchstens {max} Kategorien geben, denn ein Forum hat nur begrenzt viele Tags. Geändert ist nichts.',
    categoryTwice: 'Die Kategorie „{name}“ steht zweimal da. Geändert ist nichts.',
    categoryTooLong:
      'Die Kategorie „{name}“ ist zu lang: höchstens {max} Zeichen, wie bei einem Tag. Geändert ist nichts.',
    categoryWithoutName:
      'Die Zeile „{line}“ hat keinen Namen, den ich nehmen kann. Schreib, wenn du magst, ein Emoji und dann Wörter. Geändert ist nichts.',
  },
} as const satisfies Texts<typeof english>;
