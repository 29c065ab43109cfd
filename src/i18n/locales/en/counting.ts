/** What members and admins are told about counting, and every refusal. */
export const counting = {
  command: {
    name: 'privacy',
    description: 'What I count of you, for how long, and how to stop it; only you see it',
  },
  card: {
    title: 'You and my counting',
    what: 'I count **how often** members do something, by day and channel: messages, whom they answer, reactions, threads, minutes in voice, and what they do with me, as votes, ideas or shout-outs. **I never keep what is written in chat.**',
    why: 'So the team sees whether newcomers get answers, and whom nobody has thanked yet. Of your first message here I may keep for three months where and when it stands, so that somebody answers it.',
    kept: 'Days of members are kept for {months, plural, one {# month} other {# months}}, then only totals without names.',
    yours: 'About you',
    days: '{days, plural, =0 {I have nothing about you yet.} one {I have your numbers of # day.} other {I have your numbers of # days.}}',
    again: 'I have been counting you again since {at}.',
    choice: 'I can stop, and delete that. What you gave stays: votes, ideas, questions, shout-outs.',
    paused: 'You are not counted, since {at}, and in no list that I make from numbers.',
    forgetting: '{days, plural, one {I am still deleting # day.} other {I am still deleting # days.}}',
    acts: {
      stop: 'Don’t count me',
      'go-on': 'Count me again',
    },
    done: {
      stop: '✅ Done. I no longer count you, and I am deleting what I had. Only totals stay, without your name.',
      'go-on': '✅ Welcome back! I count you from now on, from zero.',
    },
  },
  setup: {
    title: 'Counting',
    intro:
      'I count how often people do something, never what they write. That makes the digest. Whoever does not want it says so with `/privacy`. What you change here is saved at once.',
    leftOutTitle: 'Not counted here',
    leftOutHelp:
      'Channels, or whole categories with everything in them. Your channel for notices and the team’s channel for ideas are left out by themselves; take them off the list and they are counted.',
    leftOutThen:
      'What was counted before stays. While a channel is left out I do not read its history, and once it is back I count from then on.',
    leftOutNone: 'Everything is counted',
    keepTitle: 'How long I keep the days of members',
    keep: '{months, plural, one {# month} other {# months}}; then only totals without names.',
    change: 'Change',
    saved: '✅ Saved.',
    formTitle: 'Keep the days of members',
    formLabel: 'Months',
    formHelp: 'From {min} to {max}. If it is less than now, older days become totals within a day.',
  },
  refusals: {
    months: 'Please write a whole number of months from {min} to {max}. Nothing was changed.',
  },
} as const;
