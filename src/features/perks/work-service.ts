import { IMPORT_ABANDONED_MS } from './code-service.ts';
import type { Desk, PerkParts } from './desk.ts';
import type { PerkWork } from './ports.ts';
import { alertsOf, mayKeep } from './rules.ts';

/** The use cases behind the jobs. */
export function createWorkService(parts: PerkParts, desk: Desk): PerkWork {
  const { perks, codes, claims, events, queue } = parts;
  /** The claim with its perk; undefined where either is gone. */
  const claimed = (claimId: number) => {
    const claim = claims.findById(claimId);
    const perk = claim && perks.find(claim.perkId);
    return claim && perk ? { claim, perk } : undefined;
  };
  return {
    find: (perkId) => perks.find(perkId),
    guilds: (which) => perks.guilds(which),
    claimOf: (perkId, userId) => claims.find(perkId, userId),
    posted(perkId, place) {
      const perk = perks.find(perkId);
      if (!perk) return;
      // It was sent elsewhere while this card was on its way.
      if (place && perk.channelId !== place.channelId) queue.takeDown(place, perk.statusAt);
      else perks.place(perkId, place?.channelId, place?.messageId);
    },
    progress(perkId) {
      const perk = perks.find(perkId);
      return perk && { version: perk.version, open: perk.status === 'open' };
    },
    settleRefresh: (perkId, version) => perks.settleRefresh(perkId, version),

    expireDue(perkId, now) {
      const perk = perks.find(perkId);
      if (perk?.expiresAt === undefined || perk.expiresAt > now || perk.status === 'ended') return undefined;
      perks.changeStatus(perkId, perk.status, 'ended', now);
      events.add({ guildId: perk.guildId, perkId, at: now, kind: 'expired' });
      claims.waitingOf(perkId).forEach((grant) => desk.giveBack(grant, now));
      queue.refresh(perk, now);
      return perks.find(perkId);
    },
    returnGrants(now) {
      const late = claims.lateGrants(now);
      late.forEach((grant) => desk.giveBack(grant, now));
      return late.length;
    },

    alertsDue(perkId, now) {
      const perk = perks.find(perkId);
      return perk ? alertsOf(perk, perk.alerted, now) : [];
    },
    raiseAlerts: (perkId, now) => queue.alerts(perkId, now),
    alerted(perkId, alerts) {
      const perk = perks.find(perkId);
      if (perk) perks.setAlerted(perkId, [...new Set([...perk.alerted, ...alerts])]);
    },

    roleClaims: (guildId) =>
      claims.roleClaims(guildId).flatMap((claim) => {
        const perk = perks.find(claim.perkId);
        return perk ? [{ perk, claim }] : [];
      }),
    stillEligible(perk, userId, roleIds) {
      const stored = perks.find(perk.id);
      if (!stored) return false;
      const progress = desk.progress(stored, userId, { roleIds: roleIds ?? [], granted: false });
      return mayKeep(claims.find(perk.id, userId), progress);
    },
    lapse(claimId, now) {
      const found = claimed(claimId);
      if (!found || !claims.lapse(claimId, now)) return;
      const { perk, claim } = found;
      const { userId } = claim;
      events.add({ guildId: perk.guildId, perkId: perk.id, at: now, kind: 'lapsed', userId });
      queue.role(perk.id, userId, now);
    },
    revive(claimId, now) {
      const found = claimed(claimId);
      if (found && claims.revive(claimId)) queue.role(found.perk.id, found.claim.userId, now);
    },
    dropUnfinishedImports: () => void codes.dropImports(Number.MAX_SAFE_INTEGER),
    purge: (now) => codes.dropImports(now - IMPORT_ABANDONED_MS),
  };
}
