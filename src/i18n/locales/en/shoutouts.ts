/** Shout-outs: the commands, forms, what one person sees, help, and every refusal. */
export const shoutouts = {
  command: {
    name: 'shoutout',
    description: 'Thank somebody for something they did, and see who was thanked for what',
    give: { name: 'give', description: 'Thank up to 3 people, with a reason that everybody can read' },
    board: {
      name: 'board',
      description: 'Who was thanked: this week, this month or all time, also by value',
    },
    me: {
      name: 'me',
      description: 'Your own story: what you were thanked for, and what you have left to give',
    },
    help: { name: 'help', description: 'How shout-outs work here' },
    unsung: {
      name: 'unsung',
      description: 'For the team: people who helped and were not thanked for 30 days',
    },
    log: { name: 'log', description: 'For the team: all shout-outs, newest first, with what became of them' },
    void: { name: 'void', description: 'For the team: take a shout-out back, with a reason' },
    options: {
      member: { name: 'member', description: 'Whom you thank' },
      member2: { name: 'member2', description: 'A second person, for the same thing' },
      member3: { name: 'member3', description: 'A third person, for the same thing' },
      value: { name: 'value', description: 'What it stands for' },
      reason: { name: 'reason', description: 'What they did, in a few words' },
      period: { name: 'period', description: 'This month if left out' },
      shoutout: { name: 'shoutout', description: 'Its number, or words from its reason' },
    },
  },
  menu: {
    user: { name: 'Give a shout-out' },
    message: { name: 'Shout out this message' },
  },

  form: {
    title: 'Give a shout-out',
    sourceTitle: 'Shout out this message',
    receivers: 'Whom do you thank?',
    receiversHelp: 'Up to {max} people, for the same thing',
    value: 'What does it stand for?',
    reason: 'What for?',
    reasonHelp: 'What did they do, and what did it change? Everybody can read it.',
    reasonPlaceholder: 'Stayed up with me until my first print came out right',
    left: '-# You can thank {left, plural, one {one more person} other {# more people}} for now.',
    source: '-# It will lead to [this message]({link}).',
    voidTitle: 'Take shout-out {number} back',
    voidReason: 'Why?',
    voidReasonHelp: 'The team and whoever gave it can read this. The card goes.',
    kept: '⚠️ {refusal}\nYour words are not lost:',
  },

  receipt: {
    given: '🙌 **Said!** Your thanks to {people} will stand in {channel} in a moment.',
    again: '🙌 That one is given already.',
    first: 'It is your first shout-out. Thank you for that!',
    left: 'You can thank {left, plural, one {one more person} other {# more people}} for now.',
    none: 'That was the last one for now.',
    next: 'The next one comes back {at}.',
    withdraw: 'Take it back',
    withdrawHelp: 'You can take it back until {until}.',
    withdrawn:
      'Taken back. Your thanks to {people} do not count, the card goes, and you have them to give again.',
  },

  again: {
    ask: 'You wrote the same words {when}, to {people}. Words that fit only this once are worth more. Give it all the same?',
    give: 'Give it all the same',
    drop: 'Leave it',
    dropped: 'Left. Nothing was given. `/shoutout give` starts anew.',
  },

  details: {
    number: 'Shout-out {number}',
    people: '{giver} thanks {people}',
    value: 'For: {value}',
    source: '[What it was for]({link})',
    card: '[The card]({link})',
    given: 'Given {at}',
    withdrawn: 'Taken back again, {at}',
    lost: 'The message that it was for was deleted, {at}. It does not count any more.',
    void: 'Taken back by the team, {at}',
    voidReason: 'Their reason:',
    voidButton: 'Take it back as the team',
    voided: 'Taken back. It counts nowhere any more; the card goes.',
    details: 'Details',
  },

  values: {
    all: 'All values',
    other: 'Without a value',
    pick: 'Only one value',
  },

  board: {
    title: '## 🙌 Who was thanked',
    titleValue: '## 🙌 Who was thanked for {value}',
    periods: { week: 'This week', month: 'This month', all: 'All time' },
    ranked: '{place} {who} · {count, plural, one {once} other {# times}}',
    listed: '{who} · {count, plural, one {once} other {# times}}',
    few: '-# Few so far: a list by name, no ranks.',
    total:
      '-# {shoutouts, plural, one {One shout-out} other {# shout-outs}} for {people, plural, one {one person} other {# people}}',
    totalPages:
      '-# {shoutouts, plural, one {One shout-out} other {# shout-outs}} for {people, plural, one {one person} other {# people}} · Page {page} of {pages}',
    staff: '-# The team is not on it; neither is who has hidden themselves.',
    hidden: '-# Who has hidden themselves is not on it.',
    empty: {
      week: 'Nobody was thanked this week yet. Whoever comes to your mind first: `/shoutout give`.',
      month: 'Nobody was thanked this month yet. Whoever comes to your mind first: `/shoutout give`.',
      all: 'Nobody was thanked yet. Whoever comes to your mind first: `/shoutout give`.',
    },
    emptyValue: 'Nobody was thanked for this yet. Whoever comes to your mind first: `/shoutout give`.',
    previous: 'Back',
    next: 'More',
    give: 'Thank somebody',
  },

  story: {
    title: '## Your story',
    counts:
      'You were thanked **{received, plural, one {once} other {# times}}**, and you thanked others **{given, plural, one {once} other {# times}}**.',
    onlyGiven: 'You thanked others **{given, plural, one {once} other {# times}}**. That is how it starts.',
    empty: 'It starts with the first thanks, given or received. Whose help do you remember?',
    byValue: '**What you were thanked for**',
    valueLine: '{value} · {count, plural, one {once} other {# times}}',
    received: '**Said about you lately**',
    receivedLine: '{giver}, {at}',
    given: '**What you gave lately**',
    givenLine: '{people}, {at}',
    withdrawn: 'taken back',
    lost: 'gone: the message that it was for was deleted',
    void: 'taken back by the team',
    milestones: '**Milestones**',
    budget: '**To give:** {left} of {of} left.',
    budgetNext: '**To give:** {left} of {of} left; the next one comes back {at}.',
    hide: 'Hide me on boards',
    show: 'Show me on boards',
    hidden: '-# You are hidden: no board and no round-up names you. What others write to you stays.',
    nowHidden: '✅ You are hidden now.',
    nowShown: '✅ You are on boards again.',
  },

  log: {
    title: '## Shout-outs',
    line: '**{number}** {giver} → {people}',
    about: '-# {at} · {status}',
    statuses: { given: 'given', withdrawn: 'taken back', lost: 'message deleted', void: 'void' },
    by: '-# {at}: {what} by {who}',
    pick: 'Look at one of them',
    choice: '{number} · {reason}',
    page: '-# Page {page} of {pages} · {total, plural, one {one shout-out} other {# shout-outs}}',
    empty: 'Nobody has given any yet.',
    rings: 'Rings',
  },

  ringsNow: {
    title: '## Rings of mutual thanks',
    none: 'Since {since} there is none: people thank others than those who thank them.',
    some: 'Since {since} there {rings, plural, one {is one small group} other {are # small groups}} whose people ({people, plural, one {one} other {#}} in all) thank mostly one another: **{inside}** of {shoutouts} shout-outs.',
    about:
      '-# Friends who help each other look the same, so nobody is named and nothing follows from it by itself. If boards feel unfair, a longer wait for the same pair helps: `/setup section: Shout-outs`.',
  },

  unsung: {
    title: '## People worth a thank-you',
    about: 'Others replied or reacted to what they wrote, and nobody has thanked them for {days} days.',
    line: '{who}\n-# {what}',
    replies: '{count, plural, one {one reply} other {# replies}}',
    reactions: '{count, plural, one {one reaction} other {# reactions}}',
    thank: 'Say thanks',
    none: 'Right now nobody stands out. Either all are thanked, or it is quiet.',
    transient: '-# Counted just now, for the team alone, and not kept. Their order means nothing.',
  },

  help: {
    title: 'How shout-outs work here',
    closed:
      '-# They are not set up yet. Somebody who manages the server can do so: `/setup section: Shout-outs`.',
    member:
      '🙌 **Somebody helped?** `/shoutout give`, **Give a shout-out** in the menu of a person, or **Shout out this message** in the menu of what they wrote. Say what they did; it appears in {channel}.\n🎟️ **There are not endlessly many:** thanks for {budget, plural, one {one person} other {# people}}. Each comes back after {renew} days, after {renewNew} where you thank somebody for the first time.\n↩️ **Changed your mind?** Take it back within {minutes} minutes. If the message that it was for is deleted, it goes too.\n📖 **Your story** is `/shoutout me`, what is going on is `/shoutout board`. There you can also hide yourself.',
    waitPair: '⏳ The same person can be thanked again after {days, plural, one {one day} other {# days}}.',
    waitBack: '⏳ Who was just thanked can thank back after {hours, plural, one {one hour} other {# hours}}.',
    staffTitle: 'For you as the team',
    staff:
      '📋 `/shoutout log` shows all of them and what became of them; **Details** under a card leads to it too.\n🛡️ **Something is wrong with one?** `/shoutout void`, with a reason: it counts nowhere any more and the card goes.\n🔎 `/shoutout unsung` names people who helped and were not thanked.',
    adminTitle: 'For you who run the server',
    admin:
      '⚙️ `/setup section: Shout-outs` holds the channel, the values, how many thanks there are, waits and badges.\n⭕ On the first of the month you hear, without names, whether small groups thank mostly one another.',
  },

  refusals: {
    'not-set-up':
      'There is no place for shout-outs on this server yet. Somebody who manages it can choose one: `/setup section: Shout-outs`.',
    'not-found': 'I do not know this shout-out.',
    yourself: 'Nice that you like what you did! A shout-out is for somebody else, though.',
    bot: 'That is a bot. It does its work gladly, but a shout-out is for people.',
    nobody: 'Whom do you want to thank? Pick at least one person.',
    'too-many': 'Up to {max} people fit in one shout-out.',
    'not-a-member': '{user} is not on this server (any more).',
    'reason-too-short':
      'Say what they did: {words, plural, one {one word} other {# words}} at least. It is what makes it worth something.',
    'reason-too-long': 'That is longer than fits: up to {max} characters.',
    'value-missing': 'Please pick what it stands for.',
    'value-unknown': 'This value does not exist any more. Please pick another one.',
    budget:
      'That takes {wanted, plural, one {one} other {#}}, and you have {left, plural, =0 {none} one {one} other {#}} left to give. There is enough again {at}.',
    pair: 'You thanked {user} only lately. You can thank them again {at}.',
    back: '{user} has just thanked you. You can thank back {at}, so that it is not only politeness.',
    'source-gone': 'The message that it is for is not there any more.',
    'not-yours': 'Only whoever gave it can do that.',
    'too-late':
      'It is more than {minutes, plural, one {one minute} other {# minutes}} old, so it stays. If something is wrong with it, tell the team.',
    'not-given': 'That one is taken back already.',
    'staff-only': 'Only the team can do that. Ask one of them.',
    'admins-only': 'Only somebody who manages the server can do that.',
    'reason-missing': 'Please give a reason.',
    'draft-gone': 'That was too long ago. Please start again with `/shoutout give`.',
    settings: '{what}',
  },

  'settings-mistakes': {
    channel: 'Shout-outs cannot stand in this channel.',
    budget: 'Please give a number of thanks from {min} to {max}.',
    'pair-days': 'Please give a number of days from {min} to {max}.',
    'back-hours': 'Please give a number of hours from {min} to {max}.',
    'values-full': 'Up to {max} values fit. Remove one first.',
    'value-gone': 'This value does not exist any more.',
    'value-name': 'The value needs a name.',
    'value-name-long': 'The name is too long: up to {max} characters.',
    'value-description-long': 'The description is too long: up to {max} characters.',
    'value-emoji': 'That is not one emoji. Leave it empty, or take one.',
    'value-twice': 'There is a value of that name already.',
    'badges-full': 'Up to {max} badges fit. Remove one first.',
    'badge-twice': 'There is a badge for that already.',
    'badge-milestone': 'There is no such milestone.',
  },
} as const;
