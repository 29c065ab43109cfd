import { cutGraphemes, plainLine } from '../../shared/text.ts';
import type { StoredClaim } from './claim-repository.ts';
import type { Desk, PerkParts } from './desk.ts';
import { perkLimits } from './model.ts';
import type { StoredPerk } from './perk-repository.ts';
import { type ClaimOutcome, GRANT_MS, type PerkCall, type PerkService } from './ports.ts';
import { refuse } from './refuse.ts';
import { closedFor, leftOf, mayKeep } from './rules.ts';
import { codePlace, linkPlace } from './vault.ts';

type ClaimService = Pick<PerkService, 'claim' | 'grant'>;

/** Handing out: one to one member. */
export function createClaimService(parts: PerkParts, desk: Desk): ClaimService {
  const { perks, codes, claims, events, queue, vault } = parts;

  const handed = (perk: StoredPerk, claim: StoredClaim, first: boolean): ClaimOutcome => {
    if (perk.reward === 'role') return { kind: 'role', perk, claim, first };
    return { kind: 'secret', perk, claim, first, secret: secretOf(perk, claim.codeId) };
  };
  const secretOf = ({ id, guildId, link }: StoredPerk, codeId: number | undefined): string => {
    const sealer = vault.reading();
    if (codeId === undefined) {
      return link ? sealer.open(link, linkPlace(guildId, id)) : refuse('perks.refusals.nothing-to-open');
    }
    const code = codes.find(codeId) ?? refuse('perks.refusals.not-found');
    return sealer.open(code.sealed, codePlace(guildId, id, codeId));
  };
  /** Undefined: none is needed. */
  const reserve = (perk: StoredPerk, what: 'claimed' | 'reserved'): number | undefined => {
    if (perk.reward !== 'codes') {
      if (!perks.takeOne(perk.id, what)) refuse('perks.refusals.none-left');
      return undefined;
    }
    const code = codes.take(perk.id, what) ?? refuse('perks.refusals.none-left');
    perks.move(perk.id, { [what]: 1 });
    return code.id;
  };
  /** The role may have been lost with leaving, or lapsed and be deserved again. */
  const again = (call: PerkCall, perk: StoredPerk, claim: StoredClaim): ClaimOutcome => {
    const { roleIds, userId } = call.actor;
    if (perk.reward === 'role') {
      if (claim.lapsedAt !== undefined) {
        const progress = desk.progress(perk, userId, { roleIds, granted: false });
        if (perk.status !== 'open' || !mayKeep(claim, progress)) refuse('perks.refusals.not-yet');
        claims.revive(claim.id);
      }
      queue.role(perk.id, userId, call.now);
      return handed(perk, { ...claim, lapsedAt: undefined }, false);
    }
    return handed(perk, claim, false);
  };

  return {
    claim(call) {
      const { guildId, now, perkId } = call;
      const { userId, roleIds } = call.actor;
      const perk = desk.find(call);
      const before = claims.find(perkId, userId);
      if (before) return again(call, perk, before);

      if (perk.reward !== 'role') vault.reading();
      const grant = desk.grantFor(perkId, userId, now);
      const progress = desk.progress(perk, userId, { roleIds, granted: grant !== undefined });
      const closed = closedFor(perk, { progress, grant, now });
      if (closed === 'not-open' && perk.status === 'ended') refuse('perks.refusals.ended');
      if (closed) refuse(`perks.refusals.${closed}`);

      let codeId: number | undefined;
      if (grant) {
        if (!claims.settleGrant(grant.id, 'claimed')) refuse('perks.refusals.none-left');
        if (grant.codeId !== undefined) codes.change(grant.codeId, 'reserved', 'claimed');
        perks.move(perkId, { reserved: -1, claimed: 1 });
        codeId = grant.codeId;
      } else {
        codeId = reserve(perk, 'claimed');
      }
      claims.add({ perkId, userId, claimedAt: now, codeId, grantId: grant?.id });
      events.add({ guildId, perkId, at: now, kind: 'claimed', userId });
      if (perk.reward === 'role') queue.role(perkId, userId, now);
      const claim = claims.find(perkId, userId) ?? refuse('perks.refusals.not-found');
      return handed(desk.changed(perk, now), claim, true);
    },

    grant(call) {
      const { guildId, now, perkId, userId } = call;
      const perk = desk.findToRun(call);
      if (perk.status === 'ended') refuse('perks.refusals.ended');
      if (perk.expiresAt !== undefined && perk.expiresAt <= now) refuse('perks.refusals.expired');
      const reason = cutGraphemes(plainLine(call.reason), perkLimits.reason);
      if (reason === '') refuse('perks.refusals.reason-missing');
      if (claims.find(perkId, userId)) refuse('perks.refusals.already-claimed');
      const waiting = claims.waiting(perkId, userId);
      if (waiting && waiting.until > now) refuse('perks.refusals.already-granted');
      if (waiting) desk.giveBack(waiting, now);
      if (leftOf(desk.again(perkId)) === 0) refuse('perks.refusals.none-left');
      const codeId = reserve(perk, 'reserved');
      const by = call.actor.userId;
      claims.addGrant({ perkId, userId, by, reason, at: now, until: now + GRANT_MS, codeId });
      events.add({ guildId, perkId, at: now, kind: 'granted', userId, by, reason });
      desk.changed(perk, now);
      return claims.waiting(perkId, userId) ?? refuse('perks.refusals.not-found');
    },
  };
}
