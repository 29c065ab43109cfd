import type { Texts } from '../../texts.ts';
import type { digestReport as english } from '../en/digest-report.ts';

export const digestReport: Texts<typeof english> = {
  report: {
    title: '### Bericht für {month}',
    about:
      'Eine Seite für Leute, die nicht auf Discord sind: Gib sie gern weiter. Ich nenne darauf niemanden; Titel und Dank stehen da, wie sie geschrieben wurden.',
    reading:
      '⏳ Ich lese noch nach, was geschrieben wurde, während ich weg war; etwas davon kann fehlen. Bitte frag in ein paar Minuten noch einmal, bevor du die Seite weitergibst.',
    soon: 'Noch gibt es keinen Bericht: Er erzählt von einem ganzen Monat, und von keinem, der vorbei ist, weiß ich etwas. Ab {at} kann es einen geben.',
    alt: 'Bericht für {month}, {server}. {headline}.',
    altList: '{title}: {items}',
    altNumber: '{number}: {value} ({before}, {usual}).',
    server: 'Unsere Community',
    before: 'davor {value}',
    usual: 'sonst {range}',
    percent: '{percent} %',
    trend: '{count, plural, one {Dieser Monat} other {# Monate bis zu diesem}}',
    blocks: {
      growth: 'Kommen Leute dazu?',
      activity: 'Ist etwas los?',
      health: 'Geht es den Leuten gut hier?',
    },
    better: 'besser',
    worse: 'schlechter',
    steady: 'etwa wie sonst oder noch nicht bekannt',
    highlights: 'Was auffällt',
    noHighlights: 'Nichts Besonderes in diesem Monat.',
    conversation:
      'Das lebhafteste Gespräch: {messages, plural, one {eine Nachricht} other {# Nachrichten}} von {people, plural, one {einer Person} other {# Leuten}}',
    idea: 'Die Idee mit dem meisten Zuspruch: „{title}“ ({supporters, plural, one {eine Person ist} other {# Leute sind}} dafür)',
    thanks: 'Ein Dank: „{reason}“',
    overdue: 'Versprochen, am {day} überfällig',
    noOverdue: 'Nichts. Alle haben ihre Antwort.',
    clamped: 'Bekannt seit {from}.',
    print:
      'Ganze Tage, Zeitzone {zone}. Nicht gezählt: wer nur liest, Bots und alle, die nicht gezählt werden wollen. Ein Strich: (noch) nicht bekannt.',
  },
};
