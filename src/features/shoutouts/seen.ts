import type { Call } from '../../discord/interaction.ts';
import type { SeenMember, ShoutoutPolicy } from './ports.ts';
import { refuse } from './refuse.ts';

interface Person {
  bot?: boolean;
}

interface Member {
  joined_at?: string | null;
  roles?: readonly string[];
  permissions?: string;
}

/** What Discord sends along with people who were picked, and with whoever acts. */
interface Raw {
  member?: Member;
  data?: { resolved?: { users?: Record<string, Person>; members?: Record<string, Member> } };
}

type Policy = Pick<ShoutoutPolicy, 'mayManage'>;

/** Somebody who was picked in this interaction. Whom Discord says nothing about is nobody who is here. */
export function seenMember(call: Call, userId: string, policy: Policy): SeenMember {
  const { users = {}, members = {} } = (call.raw as Raw).data?.resolved ?? {};
  const person = Object.hasOwn(users, userId) ? users[userId] : undefined;
  const member = person && Object.hasOwn(members, userId) ? members[userId] : undefined;
  return {
    userId,
    bot: person?.bot === true,
    ...(member ? asMember(member, call.guildId, userId, policy) : { member: false }),
  };
}

export function seenMembers(call: Call, userIds: readonly string[], policy: Policy): SeenMember[] {
  return [...new Set(userIds)].map((id) => seenMember(call, id, policy));
}

/** Whoever presses. */
export function seenGiver(call: Call, policy: Policy): SeenMember {
  const { actor, guildId, raw } = call;
  const staff = policy.mayManage(guildId, actor);
  return {
    userId: actor.userId,
    bot: false,
    member: true,
    staff,
    ...joined((raw as Raw).member ?? {}),
  };
}

function asMember(member: Member, guildId: string, userId: string, policy: Policy) {
  const { roles, permissions } = member;
  const known = roles !== undefined && /^\d{1,20}$/u.test(permissions ?? '');
  return {
    member: true,
    ...(known
      ? { staff: policy.mayManage(guildId, { userId, roleIds: roles, permissions: BigInt(permissions!) }) }
      : {}),
    ...joined(member),
  };
}

function joined({ joined_at: at }: Member): { joinedAt?: number } {
  const joinedAt = Date.parse(at ?? '');
  return Number.isNaN(joinedAt) ? {} : { joinedAt };
}

/** Said before anybody types for nothing; the service judges again. */
export function checkPicked(call: Call, picked: readonly SeenMember[]): void {
  for (const { userId, bot, member } of picked) {
    if (userId === call.actor.userId) refuse('shoutouts.refusals.yourself');
    if (bot) refuse('shoutouts.refusals.bot');
    if (!member) refuse('shoutouts.refusals.not-a-member', { user: userId });
  }
}
