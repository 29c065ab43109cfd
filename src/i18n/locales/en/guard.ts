/** What greeters and admins are told about newcomers whom nobody has answered, and every refusal. */
export const guard = {
  card: {
    title:
      '{count, plural, one {👋 A first message without an answer} other {👋 # first messages without an answer}}',
    done: '{count, plural, one {✅ Nothing left to do here} other {✅ All of them are looked after}}',
    nothing: '✅ Nothing left to do here',
    only: {
      open: '{user} joined {joined} and wrote in {channel} {at}. Nobody has replied or reacted yet.',
      answered: '{user} wrote in {channel} {at} and has an answer now. Thank you!',
      gone: '{user} wrote {at}, but the message is gone or they have left.',
    },
    list: {
      open: '{user}, {at}: [message]({link})',
      answered: '✅ {user} has an answer now: [message]({link})',
      gone: '{user}, {at}: gone',
    },
    taken: '{user} has got it, {at}.',
    go: 'Go to the message',
    take: 'I’ve got it',
    giveBack: 'Give it back',
  },
  setup: {
    title: 'Newcomers',
    intro:
      'When somebody new writes for the first time and nobody replies or reacts, I quietly tell those who greet. I do not read or keep what was written. What you change here is saved at once.',
    channelTitle: 'Where I tell them',
    on: 'A channel that only greeters can read works best.',
    off: 'I tell nobody yet. Pick a channel that only greeters can read.',
    channel: 'Pick a channel',
    roleTitle: 'Who greets, besides the team',
    roleHelp: 'Whoever has this role can press “I’ve got it”.',
    role: 'Only the team',
    minutesTitle: 'Time for an answer',
    minutes: '{minutes, plural, one {# minute} other {# minutes}} after the first message.',
    change: 'Change',
    saved: '✅ Saved.',
    savedOff: '✅ Saved. From now on I tell nobody about newcomers.',
    savedOpen:
      '✅ Saved. Note that everybody can read {channel}, newcomers too; a channel for greeters alone is kinder.',
    missing: 'Not saved: in {channel} I still need {permissions}. Allow me that there and pick it again.',
    formTitle: 'Time for an answer',
    formLabel: 'Minutes',
    formHelp: 'From {min} to {max}. It counts for first messages from now on.',
  },
  cannot:
    'A newcomer got no answer, but I cannot tell the greeters in {channel}: {reason}. Pick another channel with `/setup section: Newcomers`.',
  refusals: {
    minutes: 'Please write a whole number of minutes from {min} to {max}. Nothing was changed.',
    gone: 'I no longer know of this card. There is nothing left to do.',
    taken: '{user} has got it already. Thank you all the same!',
    'greeters-only':
      'This is for those who greet newcomers. Somebody who runs the server can add your role with `/setup section: Newcomers`.',
  },
} as const;
