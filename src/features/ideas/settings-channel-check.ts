import { ChannelType } from 'discord-api-types/v10';
import type { Result } from '../../discord/failure.ts';
import type { Call } from '../../discord/interaction.ts';
import { missing, type PermissionName, permissionWords } from '../../discord/permissions.ts';
import { pickedChannel } from '../../discord/picked-channel.ts';
import type { IdeaSettings } from './model.ts';

/** Asks Discord about a channel: the bot's permission bits, and whether everybody can read it. */
export interface ChannelLookups {
  ownPermissions(guildId: string, channelId: string): Promise<Result<bigint>>;
  isOpenToAll(guildId: string, channelId: string): Promise<Result<boolean>>;
}

export const ideaPlaces = ['ideas', 'staff', 'board', 'ledger'] as const;
export type IdeaPlace = (typeof ideaPlaces)[number];

type Kind = 'forum' | 'text' | Exclude<IdeaPlace, 'ideas'>;

const reading = ['ViewChannel', 'SendMessages', 'ReadMessageHistory'] as const;

const needed: Readonly<Record<Kind, readonly PermissionName[]>> = {
  forum: [...reading, 'SendMessagesInThreads', 'AttachFiles'],
  text: [...reading, 'CreatePublicThreads', 'SendMessagesInThreads', 'AttachFiles'],
  staff: reading,
  board: reading,
  ledger: reading,
};

/** Without these it works, but less well; the sentence is `ideasSetup.notes.without.<kind>`. */
const helpful: Readonly<Record<'forum' | 'text' | 'board', readonly PermissionName[]>> = {
  forum: ['ManageChannels', 'ManageThreads'],
  text: ['ManageThreads'],
  board: ['PinMessages'],
};

export type ChannelCheck =
  | { fine: true; kind: IdeaSettings['channelKind']; note: string }
  | { fine: false; note: string };

/** Whether the bot can do its work in a channel that is about to be saved, and what to say. */
export async function checkIdeaChannel(
  call: Pick<Call, 'raw' | 'guildId' | 't'>,
  place: IdeaPlace,
  channelId: string,
  lookUp: ChannelLookups,
): Promise<ChannelCheck> {
  const { t } = call;
  const channel = `<#${channelId}>`;
  const picked = pickedChannel(call.raw, channelId);
  const channelKind = picked.type === ChannelType.GuildForum ? 'forum' : 'text';
  const kind = place === 'ideas' ? channelKind : place;
  const bits = picked.ownPermissions ?? (await asked(lookUp.ownPermissions(call.guildId, channelId)));
  const unchecked = () =>
    t('ideasSetup.notes.unchecked', { channel, permissions: permissionWords(t, needed[kind]) });
  // A channel of a type that the menu does not offer, or that Discord said nothing about: nobody honest picks that.
  if (bits === undefined || !offered(place, picked.type)) return { fine: false, note: unchecked() };
  const lacking = missing(bits, needed[kind]);
  if (lacking.length > 0) {
    const permissions = permissionWords(t, lacking);
    return { fine: false, note: t('ideasSetup.notes.missing', { channel, permissions }) };
  }
  // Waiting ideas and scores are for the team alone.
  const open = place === 'staff' ? await asked(lookUp.isOpenToAll(call.guildId, channelId)) : false;
  if (open !== false) {
    return { fine: false, note: open ? t('ideasSetup.notes.staffOpen', { channel }) : unchecked() };
  }
  return { fine: true, kind: channelKind, note: savedNote(t, kind, channel, bits) };
}

function savedNote(t: Call['t'], kind: Kind, channel: string, bits: bigint): string {
  if (kind !== 'forum' && kind !== 'text' && kind !== 'board') return t('ideasSetup.notes.saved');
  const without = missing(bits, helpful[kind]);
  if (without.length === 0) return t('ideasSetup.notes.saved');
  return t(`ideasSetup.notes.without.${kind}`, { channel, permissions: permissionWords(t, without) });
}

/** Which channels may be picked for what. */
export const placeTypes: Readonly<Record<IdeaPlace, readonly ChannelType[]>> = {
  ideas: [ChannelType.GuildForum, ChannelType.GuildText],
  staff: [ChannelType.GuildText],
  board: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
  ledger: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
};

function offered(place: IdeaPlace, type: ChannelType | undefined): boolean {
  return type !== undefined && placeTypes[place].includes(type);
}

async function asked<T>(answer: Promise<Result<T>>): Promise<T | undefined> {
  const result = await answer;
  return result.ok ? result.value : undefined;
}
