/** `/setup section: Shout-outs`: where they stand, what they stand for, how many there are, and badges. */
export const shoutoutsSetup = {
  pages: { place: 'Place', values: 'Values', pace: 'How many', badges: 'Badges' },
  title: '🙌 Set up shout-outs',
  off: 'Shout-outs are off. Pick a channel for them, and members can use `/shoutout give`.',
  on: 'Members thank each other with `/shoutout give`; it appears in {channel}.',
  saved: 'What you pick is saved at once.',
  change: 'Change',
  turnOn: 'Turn on',
  turnOff: 'Turn off',

  place: {
    channelTitle: 'Channel for shout-outs',
    channelHelp: 'Cards, milestones and the round-up stand here. Best is one that everybody can read.',
    channelPlaceholder: 'Off: no shout-outs',
    picturesTitle: 'Drawn cards',
    picturesOn: '**On**: each card comes with a picture.',
    picturesOff: '**Off**: cards are words only.',
    roundUpTitle: 'Monthly round-up',
    roundUpOn: '**On**: on the first of the month, who was thanked for what.',
    roundUpOff: '**Off**: no round-up.',
    staffOnBoardsTitle: 'Team on boards',
    staffOnBoardsOn: '**On**: the team stands on boards like everybody.',
    staffOnBoardsOff: '**Off**: boards leave the team out. It can be thanked all the same.',
  },

  values: {
    title: 'What shout-outs stand for',
    help: 'Two to ten of what matters to you. Whoever thanks picks one, and boards and the round-up sort by them.',
    none: 'None yet. Shout-outs work without.',
    one: 'With one alone nobody is asked: all shout-outs stand for it.',
    line: '{value}',
    described: '{value}: {description}',
    add: 'Add a value',
    pick: 'Change or remove one',
    full: '-# That is as many as fit into the form.',
  },

  pace: {
    budgetTitle: 'Thanks to give',
    budget:
      'Each member can thank **{count, plural, one {one person} other {# people}}**. Each thank-you comes back after {renew} days, after {renewNew} where somebody is thanked for the first time by them.',
    waitsTitle: 'Waits',
    pair: '{days, plural, =0 {The same person can be thanked again **at once**.} one {The same person can be thanked again after **one day**.} other {The same person can be thanked again after **# days**.}}',
    back: '{hours, plural, =0 {Thanking back is possible **at once**.} one {Thanking back is possible after **one hour**.} other {Thanking back is possible after **# hours**.}}',
  },

  badges: {
    title: 'Badges',
    help: 'Roles that I give for milestones, and take again where shout-outs are taken back. They have to stand below my own role.',
    none: 'None yet.',
    line: '**{milestone}** → {role}',
    add: 'Add a badge',
    remove: 'Remove one',
  },

  milestones: {
    given: '{count, plural, one {Thanked somebody for the first time} other {Thanked others # times}}',
    received: '{count, plural, one {Was thanked for the first time} other {Was thanked # times}}',
    year: '{count, plural, one {One year with us} other {# years with us}}',
  },

  form: {
    valueTitle: 'Add a value',
    valueChangeTitle: 'Change a value',
    name: 'Name',
    nameHelp: 'As short as on a badge',
    namePlaceholder: 'Kindness first',
    emoji: 'Emoji',
    emojiHelp: 'Optional: one emoji',
    description: 'In one sentence',
    descriptionHelp: 'Optional; stands in the form under the name',
    remove: 'Remove',
    removeThis: 'Remove this value',
    removeHelp: 'Shout-outs that stand for it stay',
    paceTitle: 'How many, how often',
    budget: 'People whom one member can thank',
    budgetHelp: '{min} to {max}, until some of it has come back',
    pair: 'Days until the same person again',
    pairHelp: '{min} to {max}; 0 for no wait',
    back: 'Hours until one can thank back',
    backHelp: '{min} to {max}; 0 for no wait',
    badgeTitle: 'Add a badge',
    milestone: 'For which milestone?',
    role: 'Which role?',
    roleHelp: 'One that carries no power over others',
  },

  notes: {
    saved: '✅ Saved.',
    off: '✅ Saved. Nobody can give shout-outs now; those that are there stay.',
    removed: '✅ Removed **{name}**. Shout-outs that stand for it stay.',
    badgeRemoved: '✅ Removed. Those who have the role keep it until you take it from them.',
    badgeAdded: '✅ Saved. Who reaches it from now on gets {role}.',
    missing:
      '⚠️ Not saved: in {channel} I am missing {permissions}. Allow it in the channel settings under Permissions, for me or for my role, then pick the channel again.',
    unchecked:
      '⚠️ Not saved: I could not check what I may do in {channel}. I probably cannot see it: allow {permissions} in the channel settings under Permissions, then pick it again.',
    roleGone: '⚠️ Not saved: this role is not there any more.',
    roleUnchecked: '⚠️ Not saved: I could not check {role}. Please try again.',
    roleManaged: '⚠️ Not saved: {role} belongs to an app or to everybody, so nobody can give it.',
    rolePowerful:
      '⚠️ Not saved: {role} comes with power over others. Nobody should get that for being thanked.',
    roleAboveYou: '⚠️ Not saved: {role} stands above your own roles, so it is not yours to give.',
    roleNoPermission:
      '⚠️ Not saved: I need the permission **Manage Roles** to give {role}. Allow it in the server settings under Roles.',
    roleAboveMe:
      '⚠️ Not saved: {role} stands above my own role. Drag my role above it in the server settings under Roles, then try again.',
  },

  refusals: {
    number: '“{typed}” is not a number from {min} to {max}.',
  },
} as const;
