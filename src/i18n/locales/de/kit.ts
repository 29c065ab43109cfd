import type { Texts } from '../../texts.ts';
import type { kit as english } from '../en/kit.ts';

export const kit = {
  refusals: {
    outOfDate:
      'Das hier ist nicht mehr aktuell. Nimm bitte die neueste Nachricht oder ruf den Befehl noch einmal auf.',
    serverOnly: 'Ich arbeite nur auf einem Server. Nutze diesen Befehl bitte in einem seiner Kanäle.',
    missingPermission:
      'Dafür brauchst du hier die Berechtigung {permissions}. Jemand aus der Serverleitung kann sie dir geben.',
    botMissingPermission:
      'Mir fehlt die Berechtigung {permissions} in {channel}. Wer den Server verwaltet, kann sie in den Kanaleinstellungen unter Berechtigungen freigeben.',
    couldNotSave:
      'Das ließ sich gerade nicht speichern, es hat sich also nichts geändert. Versuch es bitte gleich noch einmal.',
    storageFull:
      'Das ließ sich nicht speichern: Mein Speicherplatz ist voll. Es hat sich nichts geändert. Sag bitte denen Bescheid, die mich betreiben.',
    notSureSaved:
      'Beim Speichern ist mein Speicher ausgefallen. Ob es noch geklappt hat, kann ich nicht sagen. Schau bitte in ein paar Minuten noch einmal nach.',
    tooLate: 'Das hat zu lange gedauert, es hat sich also nichts geändert. Versuch es bitte noch einmal.',
    rateLimited:
      'Das war mir etwas zu schnell. Versuch es bitte in {seconds, plural, one {# Sekunde} other {# Sekunden}} noch einmal.',
    unknownCommand: 'Diesen Befehl kenne ich nicht mehr. Tippe bitte / und wähle ihn neu aus.',
    somethingWrong:
      'Entschuldige, bei mir ist etwas schiefgegangen. Wenn das öfter passiert, gib denen, die mich betreiben, diesen Code: `{reference}`.',
  },
  permissions: {
    AddReactions: 'Reaktionen hinzufügen',
    AttachFiles: 'Dateien anhängen',
    BanMembers: 'Mitglieder bannen',
    Connect: 'Verbinden',
    CreateEvents: 'Events erstellen',
    CreatePublicThreads: 'Öffentliche Threads erstellen',
    EmbedLinks: 'Links einbetten',
    KickMembers: 'Mitglieder kicken',
    ManageChannels: 'Kanäle verwalten',
    ManageEvents: 'Events verwalten',
    ManageGuild: 'Server verwalten',
    ManageMessages: 'Nachrichten verwalten',
    ManageRoles: 'Rollen verwalten',
    ManageThreads: 'Threads und Posts verwalten',
    MentionEveryone: '@everyone, @here und alle Rollen erwähnen',
    ModerateMembers: 'Mitglieder im Timeout',
    PinMessages: 'Nachrichten anpinnen',
    ReadMessageHistory: 'Nachrichtenverlauf anzeigen',
    SendMessages: 'Nachrichten senden und Posts erstellen',
    SendMessagesInThreads: 'Nachrichten in Threads und Posts senden',
    SendPolls: 'Umfragen erstellen',
    UseExternalEmojis: 'Externe Emojis verwenden',
    ViewChannel: 'Kanal ansehen',
  },
} as const satisfies Texts<typeof english>;
