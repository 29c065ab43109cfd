import type { Texts } from '../../texts.ts';
import type { digestPublic as english } from '../en/digest-public.ts';

export const digestPublic: Texts<typeof english> = {
  post: {
    about: 'Rückblick · {period}',
    clamped: 'ℹ️ Ich kenne diesen Server erst seit {from}, frühere Tage fehlen hier.',
    skipped:
      'ℹ️ {count, plural, one {Ein Zeitraum verging} other {# Zeiträume vergingen}}, während ich weg war: {periods}. Dazu gibt es keinen Rückblick.',
    cannot:
      '⚠️ Ich konnte den Rückblick nicht in {channel} posten: {reason}. Er wartet, bis es geht oder `/digest` einen anderen Kanal nennt.',
    more: 'und {count} weitere',
    key: '🟢 besser · 🔴 schlechter · ⚪ etwa wie sonst oder noch nicht bekannt',
    table: 'Als Tabelle',
    explain: 'Was bedeuten die Zahlen?',
    guard: '### 👋 Erste Nachrichten neuer Mitglieder',
    highlights: '### ✨ Was auffällt',
    overdue: '### ⏰ Versprochen und überfällig',
    followed: '### 🔁 Die Vorschläge vom letzten Mal',
    suggestions: '### 👉 Was du jetzt tun kannst',
    nothing: 'Gerade wartet nichts auf dich. Genieß es!',
    untitled: 'ohne Titel',
  },
  headline: {
    first: 'Ein Anfang: Ab jetzt gibt es etwas zum Vergleichen',
    quiet: 'Es war still: Niemand hat etwas geschrieben oder getan, was ich zähle',
    oneMessage: 'Eine Nachricht kam. Irgendwer muss anfangen!',
    newcomers:
      '{count, plural, one {Ein neues Mitglied wartet} other {# neue Mitglieder warten}} noch auf eine erste Antwort',
    better: 'Es läuft gut: {number}',
    worse: 'Einen Blick wert: {number}',
    steady: 'Alles etwa wie sonst',
  },
  blocks: {
    growth: '### 🌱 Kommen Leute dazu?',
    activity: '### 💬 Ist etwas los?',
    health: '### 🤝 Geht es den Leuten gut hier?',
  },
  numbers: {
    active: 'Aktive',
    newcomers: 'Neue',
    regulars: 'Wieder da',
    conversations: 'Gespräche',
    messages: 'Nachrichten',
    acts: 'Stimmen, Ideen, Fragen, Dank',
    answered: 'Beantwortete Gespräche',
    halfBy: 'Leute für die Hälfte',
  },
  changed: {
    up: '{number}, mehr als sonst',
    down: '{number}, weniger als sonst',
  },
  figure: {
    line: '{sign}\u00A0{number} **{value}**\u00A0· davor\u00A0{before}\u00A0· sonst\u00A0{usual}',
    part: '{part}\u00A0von\u00A0{whole}',
    share: '{percent} % ({part} von {whole})',
    percents: '{low}\u2060–\u2060{high}\u00A0%',
    range: '{low}\u2060–\u2060{high}',
    none: '–',
    up: '▲',
    down: '▼',
  },
  guard: {
    inTime:
      '{count, plural, one {{inTime} von einer rechtzeitig beantwortet} other {{inTime} von {all} rechtzeitig beantwortet}}',
    afterCard:
      '{count, plural, one {# nach einer Karte für die, die begrüßen} other {# nach einer Karte für die, die begrüßen}}',
    open: '{count, plural, one {# bisher ohne Antwort} other {# bisher ohne Antwort}}',
  },
  highlight: {
    conversation:
      '💬 Das lebhafteste Gespräch: {messages, plural, one {eine Nachricht} other {# Nachrichten}} von {people, plural, one {einer Person} other {# Leuten}} in {channel} · [lesen]({link})',
    idea: '💡 {title} · {supporters, plural, one {eine Person ist} other {# Leute sind}} dafür',
    shoutout: '🙌 {giver} hat {people} gedankt: {reason}',
    read: '[lesen]({link})',
  },
  overdue: {
    idea: '{count, plural, one {Eine Idee wartet} other {# Ideen warten}} auf eine Antwort: {titles}',
    question: '{count, plural, one {Eine Frage wartet} other {# Fragen warten}} auf eine Antwort: {titles}',
  },
  followed: {
    line: '{sign} {what}: {done} von {all} erledigt',
    taken: '{sign} {what}: {done} von {all} erledigt, darum kümmert sich {who}',
    'reply-newcomers': 'Neuen antworten',
    'answer-ideas': 'Ideen beantworten',
    'answer-questions': 'Fragen beantworten',
    thank: 'Leuten danken',
    'reply-conversations': 'Auf Gespräche antworten',
    'wake-channel': 'Einen Kanal aufwecken',
  },
  suggest: {
    'reply-newcomers': '{count, plural, one {Einem neuen Mitglied} other {# neuen Mitgliedern}} antworten',
    'answer-ideas': '{count, plural, one {Eine Idee} other {# Ideen}} beantworten',
    'answer-questions': '{count, plural, one {Eine Frage} other {# Fragen}} beantworten',
    thank: '{count, plural, one {Jemandem} other {# Leuten}} danken',
    'reply-conversations': 'Auf {count, plural, one {ein Gespräch} other {# Gespräche}} antworten',
    'wake-channel': 'Einen Kanal aufwecken',
  },
  charts: {
    trend: {
      weekly: '{count, plural, one {Diese Woche} other {Die letzten # Wochen}}',
      'two-weekly': '{count, plural, one {Diese zwei Wochen} other {Die letzten # Male zwei Wochen}}',
      monthly: '{count, plural, one {Dieser Monat} other {Die letzten # Monate}}',
    },
    usual: 'sonst {low}–{high}',
    gaps: 'Ein Strich: davon ist nichts bekannt.',
    hours: 'Wann geschrieben wird',
    hour: '{hour}',
    scale: 'Nachrichten',
    zone: 'Zeitzone: {zone}',
    empty: 'Niemand hat geschrieben. Genieße die Ruhe.',
  },
  alt: {
    trend:
      'Ein Diagramm der Aktiven {count, plural, one {im letzten Zeitraum} other {in den letzten # Zeiträumen}}, vom ältesten an: {values}.',
    hours:
      'Eine Wärmekarte der Nachrichten nach Wochentag und Stunde. Die meisten kamen am {day} um {hour} Uhr: {count}.',
    hoursNone: 'Eine Wärmekarte der Nachrichten nach Wochentag und Stunde. Sie ist leer.',
  },
};
