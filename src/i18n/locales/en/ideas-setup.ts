/** `/setup section:ideas`: where ideas go, what they need, who may do what. */
export const ideasSetup = {
  pages: {
    places: 'Places',
    goals: 'Goals',
    rules: 'Rules',
  },
  title: '💡 Set up ideas',
  off: 'Ideas are off. Pick a channel for them, and members can use `/idea submit`.',
  on: 'Members hand in ideas with `/idea submit`; they appear in {channel}.',
  saved: 'What you pick is saved at once.',
  change: 'Change',
  turnOn: 'Turn on',
  turnOff: 'Turn off',

  places: {
    ideasTitle: 'Channel for ideas',
    ideasHelp: 'Best is a forum: one post per idea, with tags. A text channel works too.',
    ideasPlaceholder: 'Off: no ideas',
    staffTitle: 'Channel for the team',
    staffHelp: 'Reviews, reports and waiting ideas come here. It should be private.',
    staffPlaceholder: 'The channel for notices',
    boardTitle: 'Board',
    boardHelp: 'A pinned message with what is planned, in progress and shipped.',
    boardPlaceholder: 'No board',
    ledgerTitle: 'Ledger',
    ledgerHelp: 'A list that grows by one line with each shipped idea.',
    ledgerPlaceholder: 'No ledger',
    roleTitle: 'Role for shipped ideas',
    roleHelp: 'Given to the author once their idea has shipped.',
    rolePlaceholder: 'No role',
  },

  goals: {
    title: 'Steps to the goal',
    help: 'An idea gathers support in steps. It goes on to the next one when it reaches a step in time; after the last one, the team reviews it.',
    step: '{percent} % in {days, plural, one {# day} other {# days}}',
    stepGoal: '{place}. **{step}**, that is {goal, plural, one {# supporter} other {# supporters}} now',
    joined: '{place}. **{step}**: falls away while so few are active',
    floor: 'Never fewer than {floor, plural, one {# supporter} other {# supporters}}.',
    basis:
      '-# The shares are of the active members: {active, plural, =0 {nobody} one {# person} other {# people}} used Hearth in the last {days} days. Each idea keeps the goals it was posted with.',
    reviewTitle: 'Review',
    review:
      'An idea that reaches the last step gets an answer within **{days, plural, one {# day} other {# days}}**. Deciding takes the scores of **{reviewers, plural, one {# person} other {# people}}** of the team.',
    change: 'Change goals',
    tryHelp:
      '-# **Try it** says how many past ideas would have made it. It changes nothing, and other goals can be tried before they are saved.',
    try: 'Try it',
    use: 'Use these goals',
  },

  rules: {
    queueTitle: 'Team looks first',
    queueOn: '**On**: a new idea waits until somebody of the team lets it in.',
    queueOff: '**Off**: a new idea appears at once.',
    queueNobody: '⚠️ There is no channel for the team yet, so nobody learns that an idea waits.',
    anonymityTitle: 'Anonymous ideas',
    anonymityOn:
      '**On**: members may hide their name. The team can still act, and a look behind the name is written down.',
    anonymityOff: '**Off**: each idea shows who had it.',
    paceTitle: 'How many per member',
    pace: 'At most **{open}** open at a time, {hours, plural, =0 {with no wait in between} one {# hour apart} other {# hours apart}}.',
    categoriesTitle: 'Categories',
    categoriesNone: 'None yet. With some, members can sort and filter ideas.',
  },

  form: {
    goalsTitle: 'Goals of new ideas',
    floor: 'At least so many supporters',
    floorHelp: 'However few members are active',
    ladder: 'Steps',
    ladderHelp: 'A share of the active members and the time for it, one step a line',
    ladderPlaceholder: '5% in 14 days, 15% in 45 days',
    what: 'What shall I do?',
    save: 'Save',
    saveHelp: 'For ideas that are posted from now on',
    try: 'Only try',
    tryHelp: 'Says how past ideas would have done, and saves nothing',
    reviewTitle: 'Review',
    reviewDays: 'Answer within',
    reviewDaysHelp: 'Days or weeks; members see this promise',
    reviewers: 'Scores needed before deciding',
    paceTitle: 'How many per member',
    cooldown: 'Hours between two ideas',
    cooldownHelp: 'Such as 24, 2 days, or 0 for no wait',
    open: 'Open ideas of one member at a time',
    categoriesTitle: 'Categories',
    categories: 'One a line, up to {max}',
    categoriesHelp: 'Rename in place: its ideas come along. For a new one add a line at the end.',
    categoriesPlaceholder: '☕ Coffee\n🎪 Events\n🛍️ Shop',
  },

  notes: {
    saved: '✅ Saved.',
    goalsSaved: '✅ Saved. Ideas that are posted from now on have these goals.',
    off: '✅ Saved. Nobody can submit ideas now; those that are there stay.',
    without: {
      forum:
        '✅ Saved. In {channel} I am missing {permissions}. Ideas work without, but I cannot make tags for categories and status, or keep members from changing them. You can allow it in the channel settings under Permissions.',
      text: '✅ Saved. In {channel} I am missing {permissions}. Ideas work without, but where somebody locks a thread I can post no news in it. You can allow it in the channel settings under Permissions.',
      board:
        '✅ Saved. In {channel} I am missing {permissions}: the board works, but you have to pin it yourself.',
    },
    missing:
      '⚠️ Not saved: in {channel} I am missing {permissions}. Allow it in the channel settings under Permissions, for me or for my role, then pick the channel again.',
    staffOpen:
      '⚠️ Not saved: everybody can read {channel}, so waiting ideas and scores would be public. Take **View Channel** from @everyone in its settings, or pick another channel.',
    unchecked:
      '⚠️ Not saved: I could not check what I may do in {channel}. I probably cannot see it: allow {permissions} in the channel settings under Permissions, then pick it again.',
    roleGone: '⚠️ Not saved: this role is not there any more.',
    roleManaged:
      '⚠️ Not saved: {role} belongs to an app, to boosts or to everybody, so nobody can give it. Pick another one.',
    rolePowerful:
      '⚠️ Not saved: {role} comes with power over others, such as managing or removing. Nobody should get that by an idea. Pick a role without such permissions.',
    roleAboveYou:
      '⚠️ Not saved: you could not give {role} yourself. That takes **Manage Roles** and a role of yours that stands higher.',
    roleNoPermission:
      '⚠️ Not saved: I may not give {role} or any other role. Allow **Manage Roles** for my role in Server Settings under Roles, then pick it again.',
    roleAboveMe:
      '⚠️ Not saved: {role} stands above my own role. Drag my role above it in Server Settings under Roles, then pick it again.',
    roleUnchecked: '⚠️ Not saved: I could not check whether I may give {role}. Please try again in a moment.',
    renamed: '**{from}** is now **{to}**, and its ideas come along.',
    removed: '**{name}** is gone; its ideas stay, without a category.',
    tried:
      '🔎 {judged, plural, =0 {No past idea is old enough to tell.} one {Of # past idea, {reached} would have made it.} other {Of # past ideas, {reached} would have made it.}} With today’s activity the last step takes **{goal, plural, one {# supporter} other {# supporters}}**.',
    triedOnly: '**{steps}**, at least {floor}. Nothing is saved.',
  },

  refusals: {
    ladder:
      'I did not understand “{part}”. Write a share and a time for each step, such as “5% in 14 days, 15% in 45 days”. Nothing was changed.',
    ladderTooLong: 'There can be at most {max} steps. Nothing was changed.',
    ladderNotRising:
      'Each step has to ask for more than the one before, and {percent} % is not more than {before} %. Nothing was changed.',
    percent: '“{part}”: a share is more than 0 % and at most 100 %. Nothing was changed.',
    days: '“{part}”: a step takes from 1 to {max} days. Nothing was changed.',
    number: 'I need a whole number from {min} to {max}, and “{typed}” is none. Nothing was changed.',
    daysAlone:
      'I need a time from {min, plural, one {# day} other {# days}} to {max} days, such as “14 days” or “2 weeks”, and not “{typed}”. Nothing was changed.',
    hours:
      'I need a time from {min} to {max} hours, such as “24”, “2 days” or “0”, and not “{typed}”. Nothing was changed.',
    tooManyCategories:
      'There can be at most {max} categories, because a forum has only so many tags. Nothing was changed.',
    categoryTwice: 'The category “{name}” is there twice. Nothing was changed.',
    categoryTooLong:
      'The category “{name}” is too long: at most {max} characters, as for a tag. Nothing was changed.',
    categoryWithoutName:
      'The line “{line}” has no name that I can use. Write an emoji if you like, then words. Nothing was changed.',
  },
} as const;
