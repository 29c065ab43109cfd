import type { Texts } from '../../texts.ts';
import type { amasPublic as english } from '../en/amas-public.ts';

export const amasPublic: Texts<typeof english> = {
  card: {
    scheduled: 'Fragerunde · beginnt {relative}',
    live: '🔴 Läuft gerade · endet {relative}',
    closing: '⏳ Endet gerade · die letzten Fragen kommen herein',
    closed: 'Zu Ende seit {relative}',
    moved: '➡️ Es geht in {channel} weiter, mit allen Fragen und ihrer Unterstützung.',
    cancelled: 'Abgesagt',
    cancelledReason: 'Warum: {reason}',
    guests: '**Mit** {people}',
    guest: '**Mit** {person}',
    when: '🗓️ {start} – {end}',
    stage: '🔊 Gesprochen in {channel}',
    counts:
      '**{questions, plural, =0 {Noch keine Fragen} one {# Frage} other {# Fragen}}** · {supports, plural, one {# Stimme} other {# Stimmen}}',
    first: '-# Stell die erste Frage.',
    before:
      '-# Frag gleich, du musst nicht auf den Beginn warten. Unterstütze die Fragen, die dir wichtig sind.',
    during: '-# Frag, und unterstütze die Fragen, die dir wichtig sind.',
    read: 'Alle Antworten und die Mitschrift stehen in {thread}.',
    readNowhere: 'Danke fürs Fragen und Zuhören.',
    kept: 'Gestellte Fragen bleiben unten lesbar.',
    ask: 'Fragen',
    remind: 'Erinnere mich',
    questions: 'Alle Fragen',
    answers: 'Antworten',
    again: '**{title}** nimmt Fragen an.',
    thread: 'Antworten: {title}',
    eventPlace: '#{channel}',
    eventWords: 'Stell hier deine Frage: {link}',
    eventReason: 'Fragerunde: {title}',
    calledTogether: '🔔 {title} beginnt {relative}. Ihr wolltet erinnert werden: {people}',
  },

  question: {
    number: 'Frage {number}',
    heading: 'Frage {number} · {tag}',
    supports: '👍 {count}',
    alsoAsked: '{count, plural, one {noch jemand fragt das} other {# andere fragen das auch}}',
    askedBy: 'von {asker}',
    anonymous: 'anonym gefragt',
    edited: 'vom Team klarer formuliert',
    cut: '-# Hier gekürzt. Die ganze Frage steht unter **Alle Fragen**.',
  },

  air: {
    onAir: '🔴 Jetzt dran · {title}',
    next: '🎙️ Die nächste Frage kommt gleich.',
    soon: '🎙️ Es geht gleich los.',
    waiting:
      '{count, plural, =0 {Keine Frage wartet. Stell die erste!} one {Eine Frage wartet.} other {# Fragen warten. Unterstütze die, die du hören willst.}}',
    over: '🎬 Das war’s. Danke euch allen!',
  },

  exposed: {
    words:
      '⚠️ Alle können {channel} lesen, darum steht hier nicht, was auf das Team wartet. Schließe den Kanal für andere, dann kommt es zurück; oder wähle mit `/ama ändern` einen anderen.',
    open: 'Nur mir zeigen',
  },

  panel: {
    title: '🎛️ Regie: {title}',
    scheduled: 'Beginnt {relative}. Antworten kannst du jetzt schon vorbereiten.',
    live: '🔴 Läuft · endet {relative}',
    closing: '⏳ Endet: Die letzten Fragen kommen bis {relative}.',
    closed: 'Zu Ende. Was noch offen ist, steht unten in der Liste.',
    cancelled: 'Abgesagt.',
    counts:
      '**{next}** zu beantworten · **{waiting}** zu prüfen · **{answered}** beantwortet · **{parked}** geparkt',
    onAir: 'Jetzt dran',
    nothing: 'Gerade ist keine Frage dran.',
    upNext: 'Als Nächstes',
    none: 'Keine Frage wartet auf eine Antwort.',
    line: '**{number}** {text}',
    facts: '-# {facts}',
    prepared: '📝 Antwort vorbereitet',
    firstTimer: '🌱 zum ersten Mal',
    skipped: '{count, plural, one {einmal übergangen} other {#-mal übergangen}}',
    rank: '-# Nach Unterstützung. Wer zum ersten Mal fragt oder noch keine Antwort hat, rückt auf; Übergangenes rückt ab.',
    pick: 'Wähle eine Frage …',
    putOnAir: 'Nächste dran',
    voice: 'Mündlich beantwortet',
    written: 'Schriftlich antworten',
    park: 'Parken',
    skip: 'Übergehen',
    takeOff: 'Zurückstellen',
    close: 'Fragerunde beenden',
    start: 'Jetzt beginnen',
    questions: 'Alle Fragen',
  },

  queue: {
    title: '📥 Zu prüfen · {title}',
    waiting:
      '{count, plural, =0 {Nichts zu prüfen. Neue Fragen erscheinen hier.} one {**Eine Frage** wartet auf dich.} other {**# Fragen** warten auf dich.}}',
    over: 'Die Fragerunde ist zu Ende. Nichts ist mehr zu prüfen.',
    more: '-# {count, plural, one {und noch eine} other {und noch #}}',
    line: '**{number}** {text}',
    facts: '-# {facts}',
    since: '{relative}',
    review: 'Einzeln durchgehen',
  },

  answer: {
    by: 'Beantwortet von {by}',
    voice: '🎙️ Mündlich beantwortet von {by}',
    voiceNoted: '🎙️ Mündlich beantwortet von {by}, in Kürze:',
    forAsker: '-# Für {asker}',
    open: 'Die Fragerunde',
  },

  transcript: {
    title: '📜 {title}: die Mitschrift',
    intro:
      '{answered, plural, =0 {Keine Frage wurde beantwortet} one {Eine Frage wurde beantwortet} other {# Fragen wurden beantwortet}} · {start}',
    more: '📜 {title} · Teil {part} von {parts}',
    topic: 'Thema: {tag}',
    noTopic: 'Weitere Fragen',
    answer: '**{by}**',
    voice: '**{by}**, mündlich',
    voiceEmpty: '🎙️ Mündlich beantwortet von {by}',
    parked: 'Wird später hier im Thread beantwortet',
    cut: '-# Hier gekürzt; der ganze Text steht in der Datei.',
    tooMany:
      '{count, plural, one {Eine weitere Frage steht in der Datei.} other {# weitere Fragen stehen in der Datei.}}',
    file: 'mitschrift',
    start: 'Beginn',
    end: 'Ende',
    guests: 'Gäste',
    support: 'Unterstützung',
    askedBy: 'Gefragt von',
    anonymous: 'anonym',
    open: 'Antwort lesen',
  },

  receipt: {
    title: '⚖️ Bilanz: Wie fair war es?',
    asked:
      '**{asked, plural, one {# Frage} other {# Fragen}}** von {askers, plural, one {# Person} other {# Personen}}',
    answered: '✅ **{count}** beantwortet ({percent} %)',
    merged:
      '🔀 {count, plural, one {**#** fragte dasselbe wie eine andere} other {**#** fragten dasselbe wie andere}}',
    parked: '🅿️ **{count}** für später versprochen',
    unreviewed:
      '📥 {count, plural, one {**#** kam} other {**#** kamen}} zu spät, um gelesen zu werden; das Team sieht sie sich noch an',
    declined: '🚫 **{count}** abgelehnt: {reasons}',
    noneDeclined: '🚫 Keine abgelehnt',
    withdrawn: '↩️ **{count}** von den Fragenden zurückgenommen',
    firstTimers:
      '🌱 **{answered} von {asked}** Fragen von Leuten, die zum ersten Mal gefragt haben, wurden beantwortet',
    medians: '👍 Unterstützung im Median: **{answered}** bei beantworteten, **{declined}** bei abgelehnten',
    medianAnswered: '👍 Unterstützung der beantworteten im Median: **{answered}**',
    words: '-# Gezählt von Hearth. Namen von anonym Fragenden stehen nicht darin.',
  },

  reasons: {
    'off-topic': 'passt nicht zum Thema',
    'asked-before': 'schon gefragt worden',
    unkind: 'unfreundlich',
    private: 'zu persönlich',
    unclear: 'unklar',
    other: 'ein anderer Grund',
  },

  parked: {
    title: '🅿️ Noch offen: {title}',
    promise:
      '{count, plural, one {Eine Frage} other {# Fragen}} {count, plural, one {soll} other {sollen}} bis {full} ({relative}) eine Antwort haben.',
    late: '⏰ Die Antworten waren bis {full} versprochen. {count, plural, one {Eine Frage wartet.} other {# Fragen warten.}}',
    done: '✅ Jede geparkte Frage hat ihre Antwort. Nichts ist mehr offen.',
    more: '-# {count, plural, one {und noch eine} other {und noch #}}',
    pick: 'Wähle eine Frage zum Beantworten …',
    overdue:
      '⏰ {people} {count, plural, one {Eine Frage wartet} other {# Fragen warten}} noch auf die versprochene Antwort: **{title}**. [Zur Liste]({link})',
    overduePlain:
      '⏰ {people} {count, plural, one {Eine Frage wartet} other {# Fragen warten}} noch auf die versprochene Antwort: **{title}**.',
  },

  notes: {
    name: '**{title}**',
    eventLost:
      '📅 Das Event zu {ama} wurde gelöscht. Die Fragerunde findet wie geplant statt; absagen kannst du sie mit `/ama absagen`.',
    eventEnded:
      '📅 Das Event zu {ama} wurde von Hand beendet. Die Fragerunde läuft bis {end} weiter; **Fragerunde beenden** in der Regie beendet sie.',
    eventCancelled:
      '📅 Das Event zu {ama} wurde von Hand abgesagt. Die Fragerunde findet wie geplant statt; absagen kannst du sie mit `/ama absagen`.',
    eventMoved: '📅 Das Event zu {ama} wurde von Hand verschoben. Die Fragerunde folgt: {start} – {end}.',
    eventKept:
      '📅 Das Event zu {ama} wurde von Hand auf eine Zeit verschoben, die nicht geht. Die Fragerunde bleibt bei {start}.',
    stageClosed:
      '🔇 Die Bühne von {ama} wurde geschlossen. Die Fragerunde läuft schriftlich bis {end} weiter; **Fragerunde beenden** in der Regie beendet sie.',
    lost: '🧹 Etwas von {ama} wurde von Hand gelöscht. Wo es noch gebraucht wird, erscheint es neu.',
    lostChannel:
      '🧹 Der Kanal von {ama} wurde gelöscht. Die Fragen sind noch da; wähle mit `/ama ändern` einen anderen Kanal.',
    lostStaffChannel:
      '🧹 Der Team-Kanal von {ama} wurde gelöscht. Wähle mit `/ama ändern` einen anderen; bis dahin geht `/ama regie`.',
    revealed: '🕵️ {by} hat nachgesehen, wer Frage {number} von {ama} gestellt hat. Das steht im Verlauf.',
    cannotPost:
      '⚠️ Für {ama} kann ich in {channel} nicht schreiben: {reason}. Ich versuche es weiter; erlaube mir dort zu lesen und zu schreiben.',
    cannotThread:
      '⚠️ In {channel} kann ich keinen Thread für die Antworten von {ama} öffnen: {reason}. Erlaube mir dort öffentliche Threads.',
    cannotEvent: '⚠️ Ich kann für {ama} kein Event anlegen: {reason}. Alles andere geht auch ohne.',
  },

  direct: {
    answered: '✅ Deine Frage an **{title}** hat eine Antwort.',
    answeredVoice: '🎙️ Deine Frage an **{title}** wurde mündlich beantwortet.',
    mergedAnswered: '✅ Eine Frage wie deine an **{title}** hat eine Antwort.',
    declined: '🙏 Deine Frage an **{title}** wurde nicht angenommen: {reason}.',
    words: 'Das Team sagt dazu:',
    parked: '🅿️ Deine Frage an **{title}** wird nach der Fragerunde beantwortet. Du hörst es hier.',
    yours: 'Du hast gefragt:',
    remind: '🔔 **{title}** beginnt {relative}.',
    remindWords: 'Du wolltest erinnert werden. Fragen und unterstützen kannst du schon jetzt.',
    whyYouLast: '-# Du erfährst das, weil du dort gefragt hast.',
    whyYou:
      '-# Du bekommst das, weil du dort gefragt hast. **Keine Nachrichten** bei deiner Frage schaltet es ab.',
    read: 'Antwort lesen',
    open: 'Zur Fragerunde',
  },
};
