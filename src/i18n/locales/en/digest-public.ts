/** The digest: what a channel reads. */
export const digestPublic = {
  post: {
    about: 'Digest · {period}',
    clamped: 'ℹ️ I know of this server only since {from}, so earlier days are missing here.',
    skipped:
      'ℹ️ {count, plural, one {One period} other {# periods}} passed while I was away: {periods}. There is no digest of {count, plural, one {it} other {them}}.',
    cannot:
      '⚠️ I could not post the digest in {channel}: {reason}. It waits until I can, or until `/digest schedule` names another channel.',
    more: 'and {count} more',
    key: '🟢 better · 🔴 worse · ⚪ about as usual, or not known yet',
    table: 'As a table',
    explain: 'What do these numbers mean?',
    guard: '### 👋 First messages of newcomers',
    highlights: '### ✨ What stands out',
    overdue: '### ⏰ Promised, and overdue',
    followed: '### 🔁 Last time’s suggestions',
    suggestions: '### 👉 What you can do now',
    nothing: 'Nothing is waiting for you. Enjoy it!',
    untitled: 'without a title',
  },
  headline: {
    first: 'A beginning: from here on there is something to compare with',
    quiet: 'It was quiet: nobody wrote or did anything that I count',
    oneMessage: 'One message came. Somebody has to begin!',
    newcomers:
      '{count, plural, one {A newcomer is} other {# newcomers are}} still waiting for a first answer',
    better: 'Going well: {number}',
    worse: 'Worth a look: {number}',
    steady: 'All about as usual',
  },
  blocks: {
    growth: '### 🌱 Are we gaining people?',
    activity: '### 💬 Is it lively?',
    health: '### 🤝 Are people treated well?',
  },
  numbers: {
    active: 'People active',
    newcomers: 'New people',
    regulars: 'People who came back',
    conversations: 'Conversations',
    messages: 'Messages',
    acts: 'Votes, ideas, questions, thanks',
    answered: 'Conversations answered',
    halfBy: 'People who write half of it',
  },
  changed: {
    up: '{number}, more than usual',
    down: '{number}, fewer than usual',
  },
  figure: {
    line: '{sign}\u00A0{number} **{value}**\u00A0· before\u00A0{before}\u00A0· usual\u00A0{usual}',
    part: '{part}\u00A0of\u00A0{whole}',
    share: '{percent} % ({part} of {whole})',
    percents: '{low}\u2060–\u2060{high}\u00A0%',
    range: '{low}\u2060–\u2060{high}',
    none: '–',
    up: '▲',
    down: '▼',
  },
  guard: {
    inTime:
      '{count, plural, one {{inTime} of one answered in time} other {{inTime} of {all} answered in time}}',
    afterCard:
      '{count, plural, one {# after a card for the greeters} other {# after a card for the greeters}}',
    open: '{count, plural, one {# without an answer so far} other {# without an answer so far}}',
  },
  highlight: {
    conversation:
      '💬 The liveliest conversation: {messages, plural, one {one message} other {# messages}} by {people, plural, one {one person} other {# people}} in {channel} · [read it]({link})',
    idea: '💡 {title} · {supporters, plural, one {one supporter} other {# supporters}}',
    shoutout: '🙌 {giver} thanked {people}: {reason}',
    read: '[read it]({link})',
  },
  overdue: {
    idea: '{count, plural, one {One idea waits} other {# ideas wait}} for an answer: {titles}',
    question: '{count, plural, one {One question waits} other {# questions wait}} for an answer: {titles}',
  },
  followed: {
    line: '{sign} {what}: {done} of {all} done',
    taken: '{sign} {what}: {done} of {all} done, in the hands of {who}',
    'reply-newcomers': 'Newcomers to reply to',
    'answer-ideas': 'Ideas to answer',
    'answer-questions': 'Questions to answer',
    thank: 'People to thank',
    'reply-conversations': 'Conversations to reply to',
    'wake-channel': 'A channel to wake up',
  },
  suggest: {
    'reply-newcomers': 'Reply to {count, plural, one {a newcomer} other {# newcomers}}',
    'answer-ideas': 'Answer {count, plural, one {an idea} other {# ideas}}',
    'answer-questions': 'Answer {count, plural, one {a question} other {# questions}}',
    thank: 'Thank {count, plural, one {somebody} other {# people}}',
    'reply-conversations': 'Reply to {count, plural, one {a conversation} other {# conversations}}',
    'wake-channel': 'Wake up a channel',
  },
  charts: {
    trend: {
      weekly: '{count, plural, one {This week} other {The last # weeks}}',
      'two-weekly': '{count, plural, one {These two weeks} other {The last # times two weeks}}',
      monthly: '{count, plural, one {This month} other {The last # months}}',
    },
    usual: 'usual {low}–{high}',
    gaps: 'A dash: nothing is known of then.',
    hours: 'When people write',
    hour: '{hour}',
    scale: 'Messages',
    zone: 'Time zone: {zone}',
    empty: 'Nobody wrote. Enjoy the calm.',
  },
  alt: {
    trend:
      'A chart of people active in the last {count, plural, one {period} other {# periods}}, the oldest first: {values}.',
    hours: 'A heat map of messages by weekday and hour. Most came on {day} at {hour}:00: {count}.',
    hoursNone: 'A heat map of messages by weekday and hour. It is empty.',
  },
} as const;
