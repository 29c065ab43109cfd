import type { Call } from '../../discord/interaction.ts';
import { missing, type PermissionName, permissionWords, requireOwn } from '../../discord/permissions.ts';
import { UserError } from '../../shared/user-error.ts';
import type { AmaSpec } from './model.ts';
import type { AmaSurfaceDeps } from './surface-types.ts';

/** What Hearth may do where an AMA in the making will stand. */
const inAudience: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'CreatePublicThreads',
  'SendMessagesInThreads',
  'AttachFiles',
];
const inStaff: readonly PermissionName[] = ['ViewChannel', 'SendMessages', 'ReadMessageHistory'];
const forEvent: readonly PermissionName[] = ['CreateEvents'];
const onStage: readonly PermissionName[] = ['ViewChannel', 'Connect', 'CreateEvents'];

/** What the preview says about the places, in sentences. Where Discord does not tell, it warns of nothing. */
export async function placeWarnings(deps: AmaSurfaceDeps, call: Call, spec: AmaSpec): Promise<string[]> {
  const { channelId, staffChannelId, stageId } = spec;
  const [open, audience, staff, stage, server] = await Promise.all([
    isOpenToAll(deps, call, staffChannelId),
    ownBits(deps, call, channelId),
    ownBits(deps, call, staffChannelId),
    stageId === undefined ? undefined : ownBits(deps, call, stageId),
    deps.ownServerPermissions(call.guildId),
  ]);
  const { t } = call;
  const lacking = (bits: bigint | undefined, needed: readonly PermissionName[], id: string): string[] => {
    if (bits === undefined) return [];
    const channel = `<#${id}>`;
    if (bits === 0n) return [t('amas.draft.unseen', { channel })];
    const names = missing(bits, needed);
    return names.length === 0
      ? []
      : [t('amas.draft.lacking', { channel, permissions: permissionWords(t, names) })];
  };
  const onStageLacking = stage === undefined ? [] : missing(stage, onStage);
  const elsewhere = stageId === undefined || onStageLacking.length > 0;
  // An event that stands in no channel is a matter of the whole server.
  const noEvent = elsewhere && server.ok && missing(server.value, forEvent).length > 0;
  return [
    ...lacking(audience, inAudience, channelId),
    ...(channelId === staffChannelId ? [] : lacking(staff, inStaff, staffChannelId)),
    ...(open ? [t('amas.draft.staffOpen', { channel: `<#${staffChannelId}>` })] : []),
    ...(noEvent ? [t('amas.draft.noEvent', { permissions: permissionWords(t, forEvent) })] : []),
    ...(!noEvent && onStageLacking.length > 0
      ? [
          t('amas.draft.stageEvent', {
            permissions: permissionWords(t, onStageLacking),
            channel: `<#${stageId}>`,
          }),
        ]
      : []),
  ];
}

/** Says now which permission is missing there, rather than when the announcement fails to appear. */
export async function requirePlaces(deps: AmaSurfaceDeps, call: Call, spec: AmaSpec): Promise<void> {
  const places = [
    { id: spec.channelId, needed: inAudience },
    { id: spec.staffChannelId, needed: inStaff },
  ];
  for (const { id, needed } of places) {
    // One after the other: the first that is not possible is what is told.
    const bits = await ownBits(deps, call, id);
    if (bits === undefined) throw new UserError('kit.refusals.tooLate');
    requireOwn(call.t, bits, needed, `<#${id}>`);
  }
  // Questions that nobody has reviewed and prepared answers are for the team alone.
  if (await isOpenToAll(deps, call, spec.staffChannelId)) {
    throw new UserError('amas.refusals.staff-channel-open', { channel: `<#${spec.staffChannelId}>` });
  }
}

/** Where Discord does not say, it is taken for closed: Hearth may not see it either, which is told. */
async function isOpenToAll(deps: AmaSurfaceDeps, call: Call, channelId: string): Promise<boolean> {
  const asked = await deps.isOpenToAll(call.guildId, channelId);
  return asked.ok && asked.value;
}

/** Undefined where Discord does not say just now; 0 for a channel that is gone or closed to Hearth. */
async function ownBits(deps: AmaSurfaceDeps, call: Call, channelId: string): Promise<bigint | undefined> {
  if (channelId === call.channelId) return call.appPermissions;
  const asked = await deps.ownPermissions(call.guildId, channelId);
  if (asked.ok) return asked.value;
  return asked.failure.kind === 'retry' ? undefined : 0n;
}
