import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Call, MessageBody, Reply } from '../../discord/interaction.ts';
import { inPlace, picked, privately, typedIn } from '../../discord/press.ts';
import { detailsBody, detailsReply } from './details.ts';
import { voidForm } from './form-views.ts';
import { logView, ringsView } from './log-views.ts';
import { about, keeping, on } from './press.ts';
import { logOpenId, logPageId, parts, ringsId, voidFormId, voidId } from './private-custom-ids.ts';
import { refuse } from './refuse.ts';
import type { PressCall, ShoutoutSurfaceDeps } from './surface-types.ts';

/** What the team sees and does. */
export function staffComponents(deps: ShoutoutSurfaceDeps): ComponentHandler[] {
  const { shoutouts } = deps;
  return [
    on('button', logPageId, (call, { page }) => inPlace(call, logBody(deps, call, page))),
    on('select', logOpenId, (call) => {
      // Beside the log, which stays.
      const id = shoutoutNumber(picked(call) ?? '') ?? refuse('shoutouts.refusals.not-found');
      return privately(detailsBody(deps, call, id));
    }),
    on('button', ringsId, (call) => privately(ringsView(shoutouts.rings(about(call)), call.t))),
    on('button', voidId, (call, { shoutout }) => openVoidForm(deps, call, shoutout)),
    on('modal', voidFormId, (call, { shoutout }) => takeBack(deps, call, shoutout)),
  ];
}

export function logBody({ shoutouts, policy }: ShoutoutSurfaceDeps, call: Call, page: number): MessageBody {
  const admin = policy.mayAdminister(call.guildId, call.actor);
  return logView(shoutouts.log({ ...about(call), page }), { admin }, call.t);
}

/** "12", "#12"; undefined for anything else. */
export function shoutoutNumber(typed: string): number | undefined {
  const digits = /^\s*#?(\d{1,15})\s*$/u.exec(typed)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Throws where nothing can be taken back, before anybody types for nothing. */
export function openVoidForm(
  { shoutouts, policy }: ShoutoutSurfaceDeps,
  call: Call,
  shoutoutId: number,
): Reply {
  if (!policy.mayManage(call.guildId, call.actor)) refuse('shoutouts.refusals.staff-only');
  const shoutout = shoutouts.shoutout({ ...about(call), shoutoutId });
  if (shoutout.status !== 'given') refuse('shoutouts.refusals.not-given');
  return { kind: 'modal', modal: voidForm(shoutout, call.t) };
}

function takeBack(deps: ShoutoutSurfaceDeps, call: PressCall, shoutoutId: number): Promise<Reply> {
  const reason = typedIn(call).text(parts.reason);
  return keeping(call, reason, async () => {
    await deps.writer.write(() => deps.shoutouts.void({ ...about(call), shoutoutId, reason }));
    return detailsReply(deps, call, shoutoutId, call.t('shoutouts.details.voided'));
  });
}
