/** `/setup`: what the people in charge decide about Hearth on their server. */
export const settings = {
  command: {
    name: 'setup',
    description: 'Set up Hearth here: time zone, language, staff, channels, polls, ideas',
    section: 'section',
    sectionAbout: 'What to set up: the server as a whole, or one feature',
    sections: {
      general: 'Server and polls',
      ideas: 'Ideas',
      shoutouts: 'Shout-outs',
      counting: 'Counting',
      newcomers: 'Newcomers',
    },
  },
  panel: {
    title: 'Set up Hearth',
    intro:
      'Everything works without this. What you pick here is saved at once, and you can come back any time. Ideas have a page of their own: `/setup section:Ideas`.',
    zoneTitle: 'Time zone',
    zoneHelp: 'Now **{zone}**, where it is {time}. “Friday 5pm” means 5pm there.',
    zonePlaceholder: 'Pick a time zone',
    zoneOther: 'Another time zone',
    languageTitle: 'Language of this server',
    languageHelp: 'For what a channel sees. What only you see comes in your own language.',
    languagePlaceholder: 'Pick a language',
    staffTitle: 'Staff role',
    staffHelp: 'May close, extend and cancel every poll. Members with Manage Server always may.',
    staffPlaceholder: 'Nobody but Manage Server',
    pollsTitle: 'Channel for polls',
    pollsHelp: 'Polls are published here. Without one, they appear where they were made.',
    pollsPlaceholder: 'Where they were made',
    noticesTitle: 'Channel for notices to staff',
    noticesHelp: 'Where I say when something did not work, and what helps.',
    noticesPlaceholder: 'No notices',
    creatorsTitle: 'Who may create polls',
    creatorsPlaceholder: 'Pick who may create polls',
    creatorRolesPlaceholder: 'Pick the roles',
    creatorRolesMissing: 'Pick at least one role below; until then only staff may create polls.',
  },
  languages: {
    en: 'English',
    de: 'Deutsch',
  },
  creators: {
    everyone: 'Everyone',
    everyoneAbout: 'Every member may ask the community.',
    roles: 'Some roles',
    rolesAbout: 'Staff, and the roles that you pick.',
    staff: 'Staff only',
    staffAbout: 'The staff role, and members with Manage Server.',
  },
  notes: {
    saved: '✅ Saved.',
    zoneSaved: '✅ Saved. It is {time} in {zone} now.',
    missing:
      '⚠️ Not saved: in {channel} I am missing {permissions}. Allow it in the channel settings under Permissions, for me or for my role, then pick the channel again.',
    unchecked:
      '⚠️ Not saved: I could not check what I may do in {channel}. I probably cannot see it: allow {permissions} in the channel settings under Permissions, then pick it again.',
    threads:
      '✅ Saved. In {channel} I am missing {permissions}: polls work, but not their discussion threads.',
  },
  zoneModal: {
    title: 'Time zone',
    label: 'City or time zone',
    description: 'For example Berlin, or America/New_York',
    placeholder: 'Europe/Berlin',
  },
  refusals: {
    unknownZone: 'I do not know the time zone “{typed}”. Try a big city nearby, such as Berlin or New York.',
    unknownZoneNearby: 'I do not know the time zone “{typed}”. Did you mean {suggestions}?',
  },
} as const;
