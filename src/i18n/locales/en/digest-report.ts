/** The monthly report: the page itself, for people who are not on Discord, and the words around it. */
export const digestReport = {
  report: {
    title: '### Report of {month}',
    about:
      'One page for people who are not on Discord: feel free to pass it on. I name nobody on it; titles and thanks stand there as members wrote them.',
    reading:
      '⏳ I am still reading what was said while I was away, so some of it may be missing. Please ask again in a few minutes before you pass it on.',
    soon: 'There is no report yet: it tells of a whole month, and of none that is over do I know anything. From {at} on there can be one.',
    alt: 'Report of {month} for {server}. {headline}.',
    altList: '{title}: {items}',
    altNumber: '{number}: {value} ({before}, {usual}).',
    server: 'Our community',
    before: 'before {value}',
    usual: 'usual {range}',
    percent: '{percent} %',
    trend: '{count, plural, one {This month} other {# months up to this one}}',
    blocks: {
      growth: 'Are we gaining people?',
      activity: 'Is it lively?',
      health: 'Are people treated well?',
    },
    better: 'better',
    worse: 'worse',
    steady: 'about as usual, or not known yet',
    highlights: 'What stands out',
    noHighlights: 'Nothing special this month.',
    conversation:
      'The liveliest conversation: {messages, plural, one {one message} other {# messages}} by {people, plural, one {one person} other {# people}}',
    idea: 'The idea with most support: “{title}” ({supporters, plural, one {one supporter} other {# supporters}})',
    thanks: 'A thank-you: “{reason}”',
    overdue: 'Promised, overdue on {day}',
    noOverdue: 'Nothing. Everybody has their answer.',
    clamped: 'Known since {from}.',
    print:
      'Whole days, time zone {zone}. Not counted: who only reads, bots, and everybody who asked not to be. A dash: not known (yet).',
  },
} as const;
