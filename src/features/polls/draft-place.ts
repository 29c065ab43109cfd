import type { Call } from '../../discord/interaction.ts';
import { missing, type PermissionName, requireOwn } from '../../discord/permissions.ts';
import { UserError } from '../../shared/user-error.ts';
import type { PreviewPlace } from './draft-views.ts';
import type { Draft } from './model.ts';
import { isInThread, requireMayWriteHere } from './place.ts';
import type { PollSurfaceDeps } from './surface-types.ts';

/** Where a poll in the making will stand, and what Hearth may do there. */

/** What the preview says about the place. Where Discord does not tell what is allowed, it warns of nothing. */
export async function previewPlace(deps: PollSurfaceDeps, call: Call, draft: Draft): Promise<PreviewPlace> {
  const bits = await ownBits(deps, call, draft);
  return {
    otherChannel: draft.channelId !== call.channelId,
    noPicture: bits !== undefined && missing(bits, ['AttachFiles']).length > 0,
    now: call.now,
  };
}

/** Says now which permission is missing there, rather than when the poll fails to appear. */
export async function requireChannel(deps: PollSurfaceDeps, call: Call, draft: Draft): Promise<void> {
  const here = draft.channelId === call.channelId;
  if (here) requireMayWriteHere(call);
  const inThread = here && isInThread(call);
  const needed: PermissionName[] = ['ViewChannel', inThread ? 'SendMessagesInThreads' : 'SendMessages'];
  if (draft.spec?.thread && !inThread) needed.push('CreatePublicThreads');
  const bits = await ownBits(deps, call, draft);
  if (bits === undefined) throw new UserError('kit.refusals.tooLate');
  requireOwn(call.t, bits, needed, `<#${draft.channelId}>`);
}

/** Undefined where Discord does not say just now; 0 for a channel that is gone or closed to Hearth. */
async function ownBits(deps: PollSurfaceDeps, call: Call, draft: Draft): Promise<bigint | undefined> {
  if (draft.channelId === call.channelId) return call.appPermissions;
  const asked = await deps.ownPermissions(call.guildId, draft.channelId);
  if (asked.ok) return asked.value;
  return asked.failure.kind === 'retry' ? undefined : 0n;
}
