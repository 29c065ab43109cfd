import type { PerkQueue } from './perk-queue.ts';
import type { StoredPerk } from './perk-repository.ts';
import type { CountActs, PerkCall, PerkPolicy } from './ports.ts';
import { refuse } from './refuse.ts';
import type { PerkRepositories } from './repository.ts';
import { alertsOf, progressOf } from './rules.ts';
import type { Vault } from './vault.ts';

/** What all use cases of perks work with. */
export interface PerkParts extends PerkRepositories {
  queue: PerkQueue;
  policy: PerkPolicy;
  vault: Vault;
  countActs: CountActs;
}

type OfPerk = PerkCall & { perkId: number };
export type Desk = ReturnType<typeof createDesk>;

/** Who may see what, and what has to happen after every change. */
export function createDesk(parts: PerkParts) {
  const { perks, claims, policy, queue, countActs } = parts;
  const isAdmin = ({ guildId, actor }: PerkCall): boolean => policy.mayAdminister(guildId, actor);
  const requireAdmin = (call: PerkCall): void => {
    if (!isAdmin(call)) refuse('perks.refusals.admins-only');
  };
  const find = (call: OfPerk): StoredPerk => {
    const perk = perks.find(call.perkId);
    if (!perk || perk.guildId !== call.guildId) refuse('perks.refusals.not-found');
    if (perk.status === 'draft' && !isAdmin(call)) refuse('perks.refusals.not-found');
    return perk;
  };
  const again = (perkId: number): StoredPerk => perks.find(perkId) ?? refuse('perks.refusals.not-found');
  return {
    isAdmin,
    requireAdmin,
    find,
    again,
    /** For those who run the server. */
    findToRun(call: OfPerk): StoredPerk {
      requireAdmin(call);
      return find(call);
    },
    /** After a change of what the card shows: `before` is the perk as it was. The perk as it is now. */
    changed(before: StoredPerk, now: number): StoredPerk {
      queue.refresh(before, now);
      const perk = again(before.id);
      if (alertsOf(perk, perk.alerted, now).length > 0) queue.alerts(perk.id, now);
      return perk;
    },
    /** Their grant that still holds. */
    grantFor: (perkId: number, userId: string, now: number) => {
      const grant = claims.waiting(perkId, userId);
      return grant && grant.until > now ? grant : undefined;
    },
    progress: (
      perk: StoredPerk,
      userId: string,
      standing: { roleIds: readonly string[]; granted: boolean },
    ) => progressOf(perk.conditions, { ...standing, count: (act) => countActs(act, perk.guildId, userId) }),
    /** A grant ends without having been claimed: what was kept for it is there for others. */
    giveBack(
      grant: { id: number; perkId: number; userId: string; codeId: number | undefined },
      now: number,
    ): void {
      if (!claims.settleGrant(grant.id, 'returned')) return;
      const perk = again(grant.perkId);
      if (grant.codeId !== undefined) parts.codes.change(grant.codeId, 'reserved', 'free');
      perks.move(perk.id, { reserved: -1 });
      parts.events.add({
        guildId: perk.guildId,
        perkId: perk.id,
        at: now,
        kind: 'returned',
        userId: grant.userId,
      });
      queue.refresh(perk, now);
    },
  };
}
