/** The digest: the command, what one person sees, and every refusal. */
export const digest = {
  command: {
    name: 'digest',
    description: 'What happened here, whether it is healthy, and what to do next',
    now: { name: 'now', description: 'Post a digest in this channel now, beside the schedule' },
    preview: { name: 'preview', description: 'See what a digest would say now; only you see it' },
    schedule: { name: 'schedule', description: 'Choose where, how often and when the digest comes' },
    history: { name: 'history', description: 'The digests so far, with links' },
    export: {
      name: 'export',
      description: 'All numbers as files for spreadsheets (CSV) and programs (JSON)',
    },
    report: {
      name: 'report',
      description: 'A month on one page, as a picture to pass on; only you see it',
      month: { name: 'month', description: 'Which month; the last whole one if you leave it out' },
    },
    explain: { name: 'explain', description: 'What each number means and how it is computed' },
  },
  now: 'Done. The digest is on its way to {channel}.',
  table: {
    trend:
      '### People active, and conversations\n-# The first day of each period: people active · conversations',
    period: '**{from}**: {active} · {conversations}',
    usual: '-# Usual: {low} to {high} people active',
    hours: '### Messages by weekday and hour\n-# In the server’s time zone, three hours together',
  },
  explain: {
    title: 'What these numbers mean',
    about:
      'I never store what anybody writes, only that somebody did. Bots, webhooks, left-out channels and people who opted out are not counted.',
    tabs: { growth: 'Growth', activity: 'Activity', health: 'Health' },
    numbers: {
      active:
        'Different people who did at least one counted thing in the period: a message, a reaction, time in voice, a vote, a supported or new idea, a question, a shout-out.\n-# Unit: people. Does not see: who only reads.',
      newcomers:
        'People whose first counted thing ever falls in the period. Whoever writes three or more messages in their first 7 days has a good start.\n-# Unit: people. Does not see: who joined and stayed silent, nor what was before I knew this server.',
      regulars:
        'People active in this period and in the one before. Somebody active on four or more of 28 days, and then on none of the last 14, is a regular we lost.\n-# Unit: people. Does not see: why somebody stays away.',
      conversations:
        'Messages of at least two people that belong together: a thread, or what follows each other in a channel within 30 minutes, with replies that come later.\n-# Unit: conversations. Does not see: two talks at the same time in one channel; they count as one.',
      messages:
        'All messages of people, replies and threads included.\n-# Unit: messages. Does not see: how long or how good they are. Deleted ones still count.',
      acts: 'What people did with me: votes in polls, support for ideas, new ideas, questions, shout-outs.\n-# Unit: acts. Does not see: Discord’s own polls and reactions.',
      answered:
        'Of the conversations that members who are not staff began: those in which somebody else spoke. Below 30 it is written “n of m”, because a percentage would say too much.\n-# Unit: conversations, or percent of them. Does not see: answers by reaction, in private messages or in voice.',
      halfBy:
        'The fewest people who together wrote half of all messages. Two or three mean that the server rests on few shoulders.\n-# Unit: people. Does not see: who helps without writing much.',
    },
    exported: '**Also in the export**',
    more: {
      daily: '`daily`, `monthly`: people active on a day, on average; in the 28 days up to the end.',
      stickiness:
        '`stickiness`: an average day of these 28, as a share of all active in them. Does not see who comes to read.',
      returning: '`returning`: people active in this period and the one before.',
      reactivated:
        '`reactivated`: people active now, known from earlier, and not active in the 28 days before.',
      lostRegulars:
        '`lostRegulars`: people active on four or more of 28 days, and then on none of the last 14.',
      activation:
        '`activation`: of the people whose first 7 days ended in the period, those who wrote three or more messages in them. Does not see who joined and did nothing.',
      joins: '`joins`, `leaves`: people, as Discord tells. Where it does not tell who leaves: a dash.',
      replies:
        '`replies`, `reactions`, `threads`: how many. Replies and first messages of threads are messages, too.',
      voiceMinutes: '`voiceMinutes`: minutes of all people in voice together. Does not see who spoke.',
      votes:
        '`votes`, `supports`, `ideas`, `questions`, `shoutouts`: acts; a changed vote is one. Does not see sealed polls.',
      hours: '`hours`: messages by weekday (Monday first) and hour.',
      channels:
        '`channels`: messages by channel, beside what is usual there: the average of the four weeks before. At less than a third of it a lively channel fades.',
      loops:
        '`loops`: ideas answered in time, of those due in the period; questions answered, of the AMAs that closed in it; polls whose outcome stands in its channel, of those that ended.',
      solo: '`solo`: of all conversations, also of one person alone, those that nobody joined.',
      newcomersAnswered:
        '`newcomersAnswered`: of the conversations that people began in their first 7 days, those that somebody else joined.',
      medianReplyMinutes:
        '`medianReplyMinutes`: minutes until somebody else spoke; half of those answered waited longer. Does not see what nobody answered.',
      topTen: '`topTen`, `staff`: messages by the ten who wrote most, and by staff, of all.',
      reciprocity:
        '`reciprocity`: pairs of people who answered each other both ways, of all pairs with an answer. Nobody is named.',
      recognition: '`recognition`: of the people active, those who `gave` and who `received` a shout-out.',
      guard:
        '`guard`: first messages of newcomers (`firsts`); those answered before anybody had to be told (`inTime`), and after a card (`afterCard`).',
    },
    usual:
      '“Before” is the period before; “usual” is where most of the earlier periods lay. A dash means that it cannot be known (yet); it is not 0.',
    blind: 'Days are whole days in the server’s time zone.',
  },
  schedule: {
    title: 'When the digest comes',
    off: 'No digest comes yet. Choose a channel, and it will.',
    next: 'The next one comes to {channel} on {at} ({relative}).',
    channel: 'Channel (none: no digest)',
    cadences: {
      weekly: 'Every week',
      'two-weekly': 'Every two weeks',
      monthly: 'Every month, on its first day',
    },
    looks: {
      weekly: 'Looks back on 7 days',
      'two-weekly': 'Looks back on 14 days',
      monthly: 'Looks back on the month before',
    },
    asServer: 'In the language of the server',
    language: 'In: {language}',
    time: 'At **{time}** o’clock\n-# Time zone: {zone}',
    changeTime: 'Change the time',
    formTitle: 'When the digest comes',
    formTime: 'Time of day',
    formHelp: 'For example 9:00 or 18:30, in the server’s time zone',
    saved: '✅ Saved.',
    missing: '⚠️ I cannot post in {channel}: I am missing {permissions} there. Nothing was changed.',
  },
  history: {
    title: 'Digests so far',
    empty: 'None yet. `/digest schedule` says when the first one comes, `/digest preview` shows it now.',
    skipped: 'skipped: I was away when it was due',
    due: 'not posted yet',
    extra: 'asked for',
    open: '[open]({link})',
    page: 'Page {page} of {pages}',
    previous: 'Newer',
    next: 'Older',
  },
  export: {
    done: 'All numbers of {count, plural, one {one period} other {the last # periods}}, the latest first. No names, no texts.',
    none: 'There is nothing to export yet. Come back when the first period is over.',
    fileName: 'digest-numbers',
  },
  do: {
    done: 'All done already. Thank you!',
    waiting: '• {who} in {channel}, {at} · [reply]({link})',
    'reply-newcomers': {
      title: 'Newcomers without an answer',
      how: 'Open each one and write a line: a hello and one question is enough. Who gets an answer comes back.',
    },
    'reply-conversations': {
      title: 'Nobody answered these',
      how: 'Open each one and answer, or bring in somebody who knows.',
    },
    'answer-ideas': {
      title: 'Ideas that wait for an answer',
      how: 'A clear no is better than silence. Say what happens and why.',
      button: 'Answer',
    },
    'answer-questions': {
      title: 'Questions that wait for an answer',
      how: 'Answer them, or say when an answer comes.',
      button: 'Answer',
    },
    thank: {
      title: 'They helped, and nobody thanked them',
      how: 'Nobody thanked them in the last 30 days. Say what they did; that is what makes it count.',
      button: 'Thank',
    },
    'wake-channel': {
      title: 'It became quiet here',
      how: 'Ask something that everybody can answer: a poll is a good start.',
      button: 'Ask something',
    },
  },
  refusals: {
    'staff-only': 'Digests are for the people who run this server.',
    'not-found': 'This is not there any more. Please use the newest digest.',
    'no-month': 'I have no report of that month. Please pick one of these: {months}.',
    'no-picture': 'I could not draw the report just now. Please try again in a minute.',
    'no-time':
      'I cannot read that as a time of day. Please write it like 9:00 or 18:30. Nothing was changed.',
  },
} as const;
