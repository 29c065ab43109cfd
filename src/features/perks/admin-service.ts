import type { Desk, PerkParts } from './desk.ts';
import { type PerkStatus, perkLimits } from './model.ts';
import type { StoredPerk } from './perk-repository.ts';
import type { LedgerLine, PerkCall, PerkService } from './ports.ts';
import { refuse } from './refuse.ts';
import { checkedLink, checkedSpec } from './rules.ts';
import { linkPlace } from './vault.ts';

type AdminService = Pick<
  PerkService,
  'create' | 'edit' | 'open' | 'pause' | 'end' | 'post' | 'setLink' | 'placeGone'
>;

/** Making perks and looking after them. */
export function createAdminService(parts: PerkParts, desk: Desk): AdminService {
  const { perks, claims, events, queue, vault } = parts;
  const note = (call: PerkCall, perkId: number, kind: LedgerLine['kind']): void =>
    events.add({ guildId: call.guildId, perkId, at: call.now, kind, by: call.actor.userId });
  const step = (call: PerkCall, perk: StoredPerk, to: PerkStatus, kind: LedgerLine['kind']): StoredPerk => {
    if (perk.status === to) return perk;
    if (perk.status === 'ended') refuse('perks.refusals.ended');
    perks.changeStatus(perk.id, perk.status, to, call.now);
    note(call, perk.id, kind);
    return desk.changed(perk, call.now);
  };

  return {
    create(call) {
      desk.requireAdmin(call);
      const { guildId, now, interactionId } = call;
      const before = perks.findByInteraction(interactionId);
      if (before) return before;
      const spec = checkedSpec(call.spec, now);
      const id = perks.add({ ...spec, guildId, createdBy: call.actor.userId, createdAt: now, interactionId });
      note(call, id, 'created');
      if (spec.expiresAt !== undefined) queue.expiry(id, spec.expiresAt);
      return desk.again(id);
    },

    edit(call) {
      const perk = desk.findToRun(call);
      if (perk.status === 'ended') refuse('perks.refusals.ended');
      const spec = checkedSpec({ ...perk, ...call.changes, reward: perk.reward }, call.now, perk);
      perks.saveSpec(perk.id, spec);
      const endMoved = spec.expiresAt !== perk.expiresAt;
      if (endMoved) queue.expiry(perk.id, spec.expiresAt);
      perks.setAlerted(
        perk.id,
        perk.alerted.filter((alert) => (alert === 'expires-soon' ? !endMoved : spec.stock === perk.stock)),
      );
      return desk.changed(perk, call.now);
    },

    open(call) {
      const perk = desk.findToRun(call);
      if (perk.status === 'open') return perk;
      if (perk.status === 'ended') refuse('perks.refusals.ended');
      if (perk.expiresAt !== undefined && perk.expiresAt <= call.now) refuse('perks.refusals.expired');
      if (perk.reward !== 'role') vault.reading();
      if (!hasSomething(perk)) refuse('perks.refusals.nothing-to-open');
      if (perks.openCount(call.guildId) >= perkLimits.open) {
        refuse('perks.refusals.too-many-open', { max: String(perkLimits.open) });
      }
      return step(call, perk, 'open', 'opened');
    },

    pause(call) {
      const perk = desk.findToRun(call);
      if (perk.status === 'draft') refuse('perks.refusals.not-open');
      return step(call, perk, 'paused', 'paused');
    },

    end(call) {
      const perk = desk.findToRun(call);
      if (perk.status === 'ended') return perk;
      const ended = step(call, perk, 'ended', 'ended');
      claims.waitingOf(perk.id).forEach((grant) => desk.giveBack(grant, call.now));
      queue.expiry(perk.id, undefined);
      return desk.again(ended.id);
    },

    post(call) {
      const perk = desk.findToRun(call);
      if (perk.status === 'ended') refuse('perks.refusals.ended');
      if (perk.status === 'draft') refuse('perks.refusals.not-open');
      const { channelId, messageId } = perk;
      if (channelId !== undefined && messageId !== undefined)
        queue.takeDown({ channelId, messageId }, call.now);
      perks.place(perk.id, call.channelId, undefined);
      queue.card(perk.id, call.now);
      return desk.again(perk.id);
    },

    setLink(call) {
      const perk = desk.findToRun(call);
      if (perk.reward !== 'link') refuse('perks.refusals.not-that-kind');
      if (perk.status === 'ended') refuse('perks.refusals.ended');
      const link = checkedLink(call.link);
      perks.setLink(perk.id, vault.writing().seal(link, linkPlace(perk.guildId, perk.id)));
      note(call, perk.id, 'link-set');
      return desk.changed(perk, call.now);
    },

    placeGone({ guildId, channelId, messageIds }) {
      for (const perk of perks.inChannel(guildId, channelId)) {
        if (messageIds && (perk.messageId === undefined || !messageIds.includes(perk.messageId))) continue;
        perks.place(perk.id, undefined, undefined);
        queue.dropCard(perk.id);
      }
    },
  };
}

function hasSomething({ reward, total, link, roleId }: StoredPerk): boolean {
  switch (reward) {
    case 'codes':
      return (total ?? 0) > 0;
    case 'link':
      return link !== undefined;
    case 'role':
      return roleId !== undefined;
    default:
      return reward satisfies never;
  }
}
