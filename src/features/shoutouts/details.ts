import type { Call, MessageBody, Reply } from '../../discord/interaction.ts';
import { inPlace } from '../../discord/press.ts';
import { shoutoutDetails } from './details-views.ts';
import { WITHDRAW_MS } from './ports.ts';
import { about } from './press.ts';
import type { PressCall, ShoutoutSurfaceDeps } from './surface-types.ts';

/** One shout-out as it is now, with what this person may do about it. */
export function detailsBody(
  { shoutouts, policy }: ShoutoutSurfaceDeps,
  call: Call,
  shoutoutId: number,
  note?: string,
): MessageBody {
  const { guildId, actor, now, t } = call;
  const shoutout = shoutouts.shoutout({ ...about(call), shoutoutId });
  const { giverId, status, createdAt } = shoutout;
  const own = giverId === actor.userId;
  const staff = policy.mayManage(guildId, actor);
  const given = status === 'given';
  const rights = {
    withdraw: own && given && createdAt + WITHDRAW_MS > now,
    void: staff && given,
    voidReason: staff || own,
  };
  return shoutoutDetails({ shoutout, values: shoutouts.settings(guildId).values, rights, note }, t);
}

export function detailsReply(
  deps: ShoutoutSurfaceDeps,
  call: PressCall,
  shoutoutId: number,
  note?: string,
): Reply {
  return inPlace(call, detailsBody(deps, call, shoutoutId, note));
}
