/** Perks: what stands in channels, in the server's language. */
export const perksPublic = {
  card: {
    takes: '**What it takes**',
    terms: '-# {terms}',
    claim: 'Claim it',
    again: 'Show mine',
    progress: 'How far am I?',
    paused: '⏸️ Paused for now.',
    ended: '🏁 This one has ended. Who has claimed it can still look at it.',
    gone: '✨ All are claimed. Congratulations to everybody who got one!',
  },

  /** For the people who run the server, in their channel for notices. */
  notes: {
    'low-stock':
      '📉 Of **{name}** only {left, plural, one {one is} other {# are}} left. More codes: `/perk codes`.',
    lowPlaces: '📉 Of **{name}** only {left, plural, one {one is} other {# are}} left.',
    'none-left': '🎉 All of **{name}** are claimed. More codes: `/perk codes`; or end it: `/perk end`.',
    nonePlaces: '🎉 All of **{name}** are claimed. You can end it: `/perk end`.',
    'expires-soon':
      '⏳ **{name}** ends {at}. {left, plural, =0 {None are left.} one {One is still left.} other {# are still left.}}',
    expiresUnlimited: '⏳ **{name}** ends {at}.',
    'cannot-post':
      '⚠️ The card of **{name}** cannot stand in {channel}: {reason}. Allow it there, or post it elsewhere with `/perk post`.',
    'cannot-update': '⚠️ The card of **{name}** in {channel} cannot be brought up to date: {reason}.',
    'no-channel': '⚠️ The channel for the card of **{name}** is gone. `/perk post` puts it elsewhere.',
    'cannot-give':
      '⚠️ {member} has claimed **{name}**, and I cannot give {role}: {reason}. It is given as soon as I can.',
    'cannot-take':
      '⚠️ What **{name}** takes is not given any more for {member}, and I cannot take {role} back: {reason}.',
    'wrong-key':
      '🔐 **Perks with codes and links are switched off.** I was started with another `ENCRYPTION_KEY` than the one that they were kept with. Nothing is lost: whoever runs me has to set the right one again, or, where the new one is meant, run `npm run rekey` (it is in the README).',
    'no-key':
      '🔐 **Perks with codes and links are switched off.** I was started without the `ENCRYPTION_KEY` that they were kept with. Nothing is lost: whoever runs me has to set it again.',
    reasons: {
      above: 'it stands above my own role. Drag mine above it in the server settings under Roles',
      permission: 'I am missing the permission Manage Roles',
      full: 'they have as many roles as Discord allows',
      gone: 'the role does not exist any more',
      other: 'Discord says “{reason}”',
    },
    open: 'To the perk',
  },
  audit: 'Perk: {name}',
  auditLapsed: 'Perk: {name}; what it takes is not given any more',
} as const;
