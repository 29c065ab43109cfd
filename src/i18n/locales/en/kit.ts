/** The kit's own words: what the router, the storage and the permission check say, whatever the feature. */
export const kit = {
  refusals: {
    outOfDate: 'That is out of date. Please use the newest message, or run the command again.',
    serverOnly: 'I only work inside a server. Please use this command in one of its channels.',
    missingPermission:
      'For this you need the permission {permissions} here. A server admin can give it to you.',
    botMissingPermission:
      'I am missing the permission {permissions} in {channel}. Somebody who manages the server can allow it in the channel settings under Permissions.',
    couldNotSave: 'That could not be saved just now, so nothing was changed. Please try again in a moment.',
    storageFull:
      'That could not be saved: I am out of storage. Nothing was changed. Please tell the people who run me.',
    notSureSaved:
      'My storage failed while I was saving that, and I cannot say whether it was kept. Please look again in a few minutes.',
    tooLate: 'That took too long, so nothing was changed. Please try again.',
    rateLimited:
      'A little too fast for me. Please try again in {seconds, plural, one {# second} other {# seconds}}.',
    unknownCommand: 'I do not know this command any more. Please type / and pick it again.',
    somethingWrong:
      'Sorry, something went wrong on my side. If it keeps happening, give the people who run me this code: `{reference}`.',
  },
  permissions: {
    AddReactions: 'Add Reactions',
    AttachFiles: 'Attach Files',
    BanMembers: 'Ban Members',
    Connect: 'Connect',
    CreateEvents: 'Create Events',
    CreatePublicThreads: 'Create Public Threads',
    EmbedLinks: 'Embed Links',
    KickMembers: 'Kick Members',
    ManageChannels: 'Manage Channels',
    ManageEvents: 'Manage Events',
    ManageGuild: 'Manage Server',
    ManageMessages: 'Manage Messages',
    ManageRoles: 'Manage Roles',
    ManageThreads: 'Manage Threads and Posts',
    MentionEveryone: 'Mention @everyone, @here and All Roles',
    ModerateMembers: 'Timeout Members',
    PinMessages: 'Pin Messages',
    ReadMessageHistory: 'Read Message History',
    SendMessages: 'Send Messages and Create Posts',
    SendMessagesInThreads: 'Send Messages in Threads and Posts',
    SendPolls: 'Create Polls',
    UseExternalEmojis: 'Use External Emoji',
    ViewChannel: 'View Channel',
  },
} as const;
