import type { Reply } from '../../discord/interaction.ts';
import { missing, permissionWords } from '../../discord/permissions.ts';
import { pickedChannel } from '../../discord/picked-channel.ts';
import { picked } from '../../discord/press.ts';
import { channelTypes } from './settings-page-views.ts';
import { saveAndShow, showPanel } from './settings-panel.ts';
import type { PressCall, ShoutoutSetupDeps } from './surface-types.ts';

/** Pictures are files. Reading back is how a post is found that may have arrived. */
const needed = ['ViewChannel', 'SendMessages', 'ReadMessageHistory', 'AttachFiles'] as const;

/** Only a channel where the bot can do its work is saved; none turns shout-outs off. */
export async function saveChannel(deps: ShoutoutSetupDeps, call: PressCall): Promise<Reply> {
  const { t, guildId } = call;
  const channelId = picked(call);
  const save = (words: string) => saveAndShow(deps, call, 'place', { channelId }, words);
  if (channelId === undefined) return save(t('shoutoutsSetup.notes.off'));
  const channel = `<#${channelId}>`;
  const { type, ownPermissions } = pickedChannel(call.raw, channelId);
  const bits = ownPermissions ?? (await asked(deps, guildId, channelId));
  if (bits === undefined || type === undefined || !channelTypes.includes(type)) {
    const permissions = permissionWords(t, needed);
    return showPanel(deps, call, 'place', t('shoutoutsSetup.notes.unchecked', { channel, permissions }));
  }
  const lacking = missing(bits, needed);
  if (lacking.length === 0) return save(t('shoutoutsSetup.notes.saved'));
  const permissions = permissionWords(t, lacking);
  return showPanel(deps, call, 'place', t('shoutoutsSetup.notes.missing', { channel, permissions }));
}

async function asked({ ownPermissions }: ShoutoutSetupDeps, guildId: string, channelId: string) {
  const result = await ownPermissions(guildId, channelId);
  return result.ok ? result.value : undefined;
}
