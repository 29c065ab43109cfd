import type { Texts } from '../../texts.ts';
import type { digest as english } from '../en/digest.ts';

export const digest: Texts<typeof english> = {
  command: {
    name: 'rückblick',
    description: 'Was hier los war, ob es dem Server gut geht und was du als Nächstes tun kannst',
    now: { name: 'jetzt', description: 'Einen Rückblick jetzt in diesem Kanal posten, neben dem Zeitplan' },
    preview: { name: 'vorschau', description: 'Was ein Rückblick jetzt sagen würde; nur du siehst es' },
    schedule: { name: 'zeitplan', description: 'Wo, wie oft und wann der Rückblick kommt' },
    history: { name: 'verlauf', description: 'Die bisherigen Rückblicke, mit Links' },
    export: {
      name: 'export',
      description: 'Alle Zahlen als Dateien für Tabellen (CSV) und Programme (JSON)',
    },
    report: {
      name: 'bericht',
      description: 'Ein Monat auf einer Seite, als Bild zum Weitergeben; nur du siehst es',
      month: { name: 'monat', description: 'Welcher Monat; ohne Angabe der letzte ganze' },
    },
    explain: { name: 'erklärung', description: 'Was jede Zahl bedeutet und wie sie zustande kommt' },
  },
  now: 'Erledigt. Der Rückblick ist unterwegs nach {channel}.',
  table: {
    trend: '### Aktive und Gespräche\n-# Der erste Tag jedes Zeitraums: Aktive · Gespräche',
    period: '**{from}**: {active} · {conversations}',
    usual: '-# Sonst: {low} bis {high} Aktive',
    hours:
      '### Nachrichten nach Wochentag und Stunde\n-# In der Zeitzone des Servers, je drei Stunden zusammen',
  },
  explain: {
    title: 'Was die Zahlen bedeuten',
    about:
      'Ich speichere nie, was jemand schreibt, nur dass jemand schreibt. Bots, Webhooks, ausgenommene Kanäle und alle, die nicht gezählt werden wollen, zählen nicht.',
    tabs: { growth: 'Wachstum', activity: 'Aktivität', health: 'Miteinander' },
    numbers: {
      active:
        'Verschiedene Leute, die im Zeitraum mindestens eine Sache getan haben, die zählt: eine Nachricht, eine Reaktion, Zeit im Sprachkanal, eine Stimme, eine Idee oder Unterstützung dafür, eine Frage, ein Dank.\n-# Einheit: Leute. Sieht nicht: wer nur liest.',
      newcomers:
        'Leute, deren allererste gezählte Sache in den Zeitraum fällt. Wer in den ersten 7 Tagen drei oder mehr Nachrichten schreibt, ist gut angekommen.\n-# Einheit: Leute. Sieht nicht: wer kam und still blieb, und was war, bevor ich den Server kannte.',
      regulars:
        'Leute, die in diesem Zeitraum aktiv waren und im Zeitraum davor. Wer an vier oder mehr von 28 Tagen da war und dann an keinem der letzten 14, ist ein Stammgast, den wir verloren haben.\n-# Einheit: Leute. Sieht nicht: warum jemand wegbleibt.',
      conversations:
        'Nachrichten von mindestens zwei Leuten, die zusammengehören: ein Thread, oder was in einem Kanal innerhalb von 30 Minuten aufeinander folgt, mit Antworten, die später kommen.\n-# Einheit: Gespräche. Sieht nicht: zwei Gespräche zugleich in einem Kanal; sie zählen als eines.',
      messages:
        'Alle Nachrichten von Menschen, auch Antworten und Threads.\n-# Einheit: Nachrichten. Sieht nicht: wie lang oder gut sie sind. Gelöschte zählen weiter.',
      acts: 'Was Leute mit mir getan haben: Stimmen in Umfragen, Unterstützung für Ideen, neue Ideen, Fragen, Dank.\n-# Einheit: Handlungen. Sieht nicht: Discords eigene Umfragen und Reaktionen.',
      answered:
        'Von den Gesprächen, die Mitglieder außerhalb des Teams begannen: die, in denen noch jemand sprach. Unter 30 steht hier „n von m“, weil Prozente zu viel sagen würden.\n-# Einheit: Gespräche, oder Prozent davon. Sieht nicht: Antworten als Reaktion, in privaten Nachrichten oder im Sprachkanal.',
      halfBy:
        'Die kleinste Zahl von Leuten, die zusammen die Hälfte aller Nachrichten schrieben. Zwei oder drei heißt: Der Server ruht auf wenigen Schultern.\n-# Einheit: Leute. Sieht nicht: wer hilft, ohne viel zu schreiben.',
    },
    exported: '**Außerdem im Export**',
    more: {
      daily: '`daily`, `monthly`: Aktive an einem Tag im Schnitt; in den 28 Tagen bis zum Ende.',
      stickiness:
        '`stickiness`: ein durchschnittlicher Tag dieser 28, als Anteil aller Aktiven darin. Sieht nicht, wer zum Lesen kommt.',
      returning: '`returning`: Leute, die in diesem Zeitraum und in dem davor aktiv waren.',
      reactivated: '`reactivated`: jetzt Aktive, von früher bekannt und in den 28 Tagen davor nicht aktiv.',
      lostRegulars:
        '`lostRegulars`: Leute, die an vier oder mehr von 28 Tagen aktiv waren und dann an keinem der letzten 14.',
      activation:
        '`activation`: von den Leuten, deren erste 7 Tage im Zeitraum endeten, die mit drei oder mehr Nachrichten darin. Sieht nicht, wer beitrat und nichts tat.',
      joins: '`joins`, `leaves`: Leute, so wie Discord es sagt. Wo es nicht sagt, wer geht: ein Strich.',
      replies:
        '`replies`, `reactions`, `threads`: wie viele. Antworten und erste Nachrichten von Threads sind auch Nachrichten.',
      voiceMinutes: '`voiceMinutes`: Minuten aller Leute im Sprachkanal zusammen. Sieht nicht, wer sprach.',
      votes:
        '`votes`, `supports`, `ideas`, `questions`, `shoutouts`: Taten; eine geänderte Stimme ist eine. Sieht keine versiegelten Umfragen.',
      hours: '`hours`: Nachrichten nach Wochentag (ab Montag) und Stunde.',
      channels:
        '`channels`: Nachrichten nach Kanal, neben dem dort Üblichen: dem Schnitt der vier Wochen davor. Bei weniger als einem Drittel davon verstummt ein lebhafter Kanal.',
      loops:
        '`loops`: rechtzeitig beantwortete Ideen, von denen, die im Zeitraum fällig waren; beantwortete Fragen, von den AMAs, die darin endeten; Umfragen, deren Ergebnis im Kanal steht, von den beendeten.',
      solo: '`solo`: von allen Gesprächen, auch denen eines Einzelnen, die ohne jemand anderen.',
      newcomersAnswered:
        '`newcomersAnswered`: von den Gesprächen, die Leute in ihren ersten 7 Tagen begannen, die, in denen jemand anders sprach.',
      medianReplyMinutes:
        '`medianReplyMinutes`: Minuten, bis jemand anders sprach; die Hälfte der Beantworteten wartete länger. Sieht nicht, worauf niemand antwortete.',
      topTen: '`topTen`, `staff`: Nachrichten der zehn, die am meisten schrieben, und des Teams, von allen.',
      reciprocity:
        '`reciprocity`: Paare, die einander in beide Richtungen antworteten, von allen mit einer Antwort. Niemand wird genannt.',
      recognition:
        '`recognition`: von den Aktiven die, die ein Dankeschön gaben (`gave`) und bekamen (`received`).',
      guard:
        '`guard`: erste Nachrichten neuer Mitglieder (`firsts`); beantwortet, bevor es jemandem gesagt werden musste (`inTime`), und nach einer Karte (`afterCard`).',
    },
    usual:
      '„Davor“ ist der Zeitraum davor; „sonst“ ist, wo die meisten früheren Zeiträume lagen. Ein Strich heißt, dass man es (noch) nicht wissen kann; er ist keine 0.',
    blind: 'Tage sind ganze Tage in der Zeitzone des Servers.',
  },
  schedule: {
    title: 'Wann der Rückblick kommt',
    off: 'Noch kommt kein Rückblick. Wähle einen Kanal, dann kommt er.',
    next: 'Der nächste kommt in {channel} am {at} ({relative}).',
    channel: 'Kanal (keiner: kein Rückblick)',
    cadences: {
      weekly: 'Jede Woche',
      'two-weekly': 'Alle zwei Wochen',
      monthly: 'Jeden Monat, am ersten Tag',
    },
    looks: {
      weekly: 'Blickt auf 7 Tage zurück',
      'two-weekly': 'Blickt auf 14 Tage zurück',
      monthly: 'Blickt auf den Monat davor zurück',
    },
    asServer: 'In der Sprache des Servers',
    language: 'Auf: {language}',
    time: 'Um **{time}** Uhr\n-# Zeitzone: {zone}',
    changeTime: 'Zeit ändern',
    formTitle: 'Wann der Rückblick kommt',
    formTime: 'Uhrzeit',
    formHelp: 'Zum Beispiel 9:00 oder 18:30, in der Zeitzone des Servers',
    saved: '✅ Gespeichert.',
    missing: '⚠️ In {channel} kann ich nicht posten: Mir fehlt dort {permissions}. Nichts wurde geändert.',
  },
  history: {
    title: 'Rückblicke bisher',
    empty:
      'Noch keine. `/rückblick zeitplan` sagt, wann der erste kommt, `/rückblick vorschau` zeigt ihn jetzt.',
    skipped: 'ausgelassen: Ich war weg, als er fällig war',
    due: 'noch nicht gepostet',
    extra: 'auf Wunsch',
    open: '[öffnen]({link})',
    page: 'Seite {page} von {pages}',
    previous: 'Neuere',
    next: 'Ältere',
  },
  export: {
    done: 'Alle Zahlen {count, plural, one {eines Zeitraums} other {der letzten # Zeiträume}}, der neueste zuerst. Keine Namen, keine Texte.',
    none: 'Es gibt noch nichts zu exportieren. Komm wieder, wenn der erste Zeitraum vorbei ist.',
    fileName: 'rueckblick-zahlen',
  },
  do: {
    done: 'Alles schon erledigt. Danke!',
    waiting: '• {who} in {channel}, {at} · [antworten]({link})',
    'reply-newcomers': {
      title: 'Neue ohne Antwort',
      how: 'Öffne sie nacheinander und schreib eine Zeile: Ein Hallo und eine Frage reichen. Wer eine Antwort bekommt, kommt wieder.',
    },
    'reply-conversations': {
      title: 'Hier hat niemand geantwortet',
      how: 'Öffne sie nacheinander und antworte, oder hol jemanden dazu, der sich auskennt.',
    },
    'answer-ideas': {
      title: 'Ideen, die auf eine Antwort warten',
      how: 'Ein klares Nein ist besser als Stille. Sag, was passiert und warum.',
      button: 'Antworten',
    },
    'answer-questions': {
      title: 'Fragen, die auf eine Antwort warten',
      how: 'Beantworte sie, oder sag, wann eine Antwort kommt.',
      button: 'Antworten',
    },
    thank: {
      title: 'Sie haben geholfen, und niemand hat gedankt',
      how: 'Seit 30 Tagen hat ihnen niemand gedankt. Sag, was sie getan haben; darauf kommt es an.',
      button: 'Danken',
    },
    'wake-channel': {
      title: 'Hier ist es still geworden',
      how: 'Frag etwas, worauf alle antworten können: Eine Umfrage ist ein guter Anfang.',
      button: 'Etwas fragen',
    },
  },
  refusals: {
    'staff-only': 'Rückblicke sind für die Leute, die diesen Server führen.',
    'not-found': 'Das gibt es nicht mehr. Bitte nimm den neuesten Rückblick.',
    'no-month': 'Von diesem Monat habe ich keinen Bericht. Bitte wähle einen von diesen: {months}.',
    'no-picture': 'Ich konnte den Bericht gerade nicht zeichnen. Bitte versuch es gleich noch einmal.',
    'no-time':
      'Das kann ich nicht als Uhrzeit lesen. Bitte schreib sie wie 9:00 oder 18:30. Nichts wurde geändert.',
  },
};
