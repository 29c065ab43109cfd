import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { Result } from '../../discord/failure.ts';
import type { Call } from '../../discord/interaction.ts';
import { missing, type PermissionName, permissionWords } from '../../discord/permissions.ts';
import { pickedChannel } from '../../discord/picked-channel.ts';

/** Asks Discord for the bot's permission bits in a channel. */
export type PermissionLookup = (guildId: string, channelId: string) => Promise<Result<bigint>>;

const needed = {
  polls: ['ViewChannel', 'SendMessages', 'AttachFiles', 'ReadMessageHistory'],
  notices: ['ViewChannel', 'SendMessages'],
} as const satisfies Record<string, readonly PermissionName[]>;

/**
 * Whether the bot can do its work in a channel that is about to be saved, and what to say. Discord sends the
 * bot's bits along with every channel that was picked (`resolved.channels.*.app_permissions`, since July 2026);
 * where it does not, they are asked for.
 */
export async function checkChannel(
  call: Call<APIMessageComponentInteraction | APIModalSubmitInteraction>,
  what: 'polls' | 'notices',
  channelId: string,
  lookUp: PermissionLookup,
): Promise<{ fine: boolean; note: string }> {
  const { t } = call;
  const channel = `<#${channelId}>`;
  const bits =
    pickedChannel(call.raw, channelId).ownPermissions ?? (await asked(lookUp, call.guildId, channelId));
  if (bits === undefined) {
    const permissions = permissionWords(t, needed[what]);
    return { fine: false, note: t('settings.notes.unchecked', { channel, permissions }) };
  }
  const lacking = missing(bits, needed[what]);
  if (lacking.length > 0) {
    const permissions = permissionWords(t, lacking);
    return { fine: false, note: t('settings.notes.missing', { channel, permissions }) };
  }
  const forThreads = what === 'polls' ? missing(bits, ['CreatePublicThreads']) : [];
  if (forThreads.length > 0) {
    const permissions = permissionWords(t, forThreads);
    return { fine: true, note: t('settings.notes.threads', { channel, permissions }) };
  }
  return { fine: true, note: t('settings.notes.saved') };
}

async function asked(lookUp: PermissionLookup, guildId: string, channelId: string) {
  const answer = await lookUp(guildId, channelId);
  return answer.ok ? answer.value : undefined;
}
