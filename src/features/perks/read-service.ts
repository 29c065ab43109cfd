import { folded } from '../../shared/text.ts';
import type { Desk, PerkParts } from './desk.ts';
import type { PerkView } from './model.ts';
import type { StoredPerk } from './perk-repository.ts';
import type { PerkCall, PerkPage, PerkService } from './ports.ts';
import { closedFor } from './rules.ts';

type ReadService = Pick<PerkService, 'perk' | 'mine' | 'list' | 'suggest' | 'resolve' | 'ledger'>;

const MINE = 5;
const LISTED = 10;
const SUGGESTED = 25;

/** What people see of perks. */
export function createReadService(parts: PerkParts, desk: Desk): ReadService {
  const { perks, claims, events } = parts;
  const view = (call: PerkCall, perk: StoredPerk): PerkView => {
    const { userId, roleIds } = call.actor;
    const claim = claims.find(perk.id, userId);
    const grant = desk.grantFor(perk.id, userId, call.now);
    const progress = desk.progress(perk, userId, { roleIds, granted: grant !== undefined });
    const closed = claim ? undefined : closedFor(perk, { progress, grant, now: call.now });
    return { perk, progress, grant, claim, closed };
  };
  const named = (call: PerkCall, text: string): StoredPerk[] => {
    const wanted = folded(text);
    const admin = desk.isAdmin(call);
    return perks
      .ofGuild(call.guildId)
      .filter(({ status }) => admin || status === 'open' || status === 'paused')
      .filter(({ name }) => folded(name).includes(wanted));
  };

  return {
    perk: (call) => view(call, desk.find(call)),
    mine(call) {
      const { userId } = call.actor;
      const views = perks
        .ofGuild(call.guildId)
        .filter(({ id, status }) => status === 'open' || (status !== 'draft' && claims.find(id, userId)))
        .map((perk) => view(call, perk))
        .toSorted((a, b) => orderOf(a) - orderOf(b));
      return pageOf(views, call.page, MINE);
    },
    list(call) {
      desk.requireAdmin(call);
      return pageOf(perks.ofGuild(call.guildId), call.page, LISTED);
    },
    suggest: (call) => named(call, call.text).slice(0, SUGGESTED),
    resolve(call) {
      const text = call.text.trim();
      const perk = /^\d{1,15}$/u.test(text) ? perks.find(Number(text)) : undefined;
      if (perk?.guildId === call.guildId && (perk.status !== 'draft' || desk.isAdmin(call))) return perk;
      const found = named(call, text);
      const exact = found.find(({ name }) => folded(name) === folded(text));
      return exact ?? (found.length === 1 ? found[0] : undefined);
    },
    ledger(call) {
      desk.requireAdmin(call);
      if (call.perkId !== undefined) desk.find({ ...call, perkId: call.perkId });
      return events.lines(call.guildId, call.perkId);
    },
  };
}

/** First what can be claimed, then what can be earned, what one has, what is over. */
function orderOf({ perk, claim, closed }: PerkView): number {
  if (perk.status !== 'open') return 4;
  if (claim) return 2;
  if (closed === undefined) return 0;
  return closed === 'not-yet' ? 1 : 3;
}

function pageOf<T>(rows: readonly T[], wanted: number, size: number): PerkPage<T> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  return { rows: rows.slice(page * size, (page + 1) * size), page, pages, total: rows.length };
}
