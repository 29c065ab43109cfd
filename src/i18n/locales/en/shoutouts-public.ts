/** Shout-outs: what a channel reads. */
export const shoutoutsPublic = {
  card: {
    title: '🙌 Thank you, {people}!',
    drawn: 'Thank you, {people}!',
    from: 'from {giver}',
    source: 'What it was for',
    give: 'Thank somebody',
    alt: 'A drawn card: thanks to {people}, from {giver}: {reason}',
  },
  milestone: {
    givenFirst: '{who} gave their first shout-out.',
    receivedFirst: 'The first thanks for {who}. The first of many!',
    given: '{who} has now thanked others **{count} times**.',
    received: '{who} has now been thanked **{count} times**.',
    year: '{who} has been with us for {count, plural, one {a year} other {# years}}. Good that you are here!',
    thank: 'Say thanks',
  },
  roundUp: {
    title: '🙌 Thanked in {month}',
    counts:
      '**{shoutouts, plural, one {one shout-out} other {# shout-outs}}** from {givers, plural, one {one person} other {# people}} to {receivers, plural, one {one person} other {# people}}',
    firstTimers: 'Thanked for the first time: {people}',
    firstGivers: 'Said thanks for the first time: {people}',
    more: 'and {count} more',
    noValue: 'For all sorts of things',
    value: '{count, plural, one {one shout-out} other {# shout-outs}}',
    read: 'read it',
    alt: 'A chart of the thanks of {month} by value: {values}',
    bars: 'Thanks in {month}',
    footer:
      '{shoutouts, plural, one {one shout-out} other {# shout-outs}} · {receivers, plural, one {one person} other {# people}} thanked',
  },
  rings: {
    title: 'Who thanks whom, until {month}',
    words:
      '{rings, plural, one {One small group} other {# small groups}} ({people} people) mostly thanked one another in the last 90 days: {inside} of all thanks, {percent} %.',
    small:
      'Friends thank one another, so this alone is nothing bad. Hearth names nobody and takes nothing from anybody.',
  },
  trouble: {
    noChannel:
      '⚠️ The channel for shout-outs was deleted. Nothing is lost, and nothing can be given until there is another one: `/setup section: Shout-outs`.',
    cannotPost:
      '⚠️ Shout-outs cannot be posted in {channel}: {reason}. They wait; allow Hearth to see and write there, or choose another channel with `/setup section: Shout-outs`.',
    cannotBadge:
      '⚠️ Hearth cannot give or take the badge {role}: {reason}. Move its own role above it and allow it to manage roles.',
  },
} as const;
