import { cleanLines, cutGraphemes, plainLine } from '../../shared/text.ts';
import {
  type Claim,
  type Condition,
  type Grant,
  type Perk,
  type PerkSpec,
  type PerkView,
  type Progress,
  perkLimits,
} from './model.ts';
import { EXPIRES_SOON_MS, LOW_STOCK, type PerkAlert } from './ports.ts';
import { refuse } from './refuse.ts';

const DAY_MS = 86_400_000;

/** As it is kept: clean, within the limits. Throws where something is missing or the end cannot be. */
export function checkedSpec(spec: PerkSpec, now: number, before?: PerkSpec): PerkSpec {
  const name = cutGraphemes(plainLine(spec.name), perkLimits.name);
  if (name === '') refuse('perks.refusals.name-missing');
  if (spec.expiresAt !== before?.expiresAt) checkEnd(spec.expiresAt, now);
  return {
    name,
    description: cleanLines(spec.description, perkLimits.description),
    terms: cleanLines(spec.terms, perkLimits.terms),
    reward: spec.reward,
    roleId: spec.reward === 'role' ? spec.roleId : undefined,
    conditions: spec.conditions.slice(0, perkLimits.conditions),
    expiresAt: spec.expiresAt,
    stock: spec.reward === 'codes' ? undefined : spec.stock,
  };
}

function checkEnd(expiresAt: number | undefined, now: number): void {
  if (expiresAt === undefined) return;
  if (expiresAt <= now) refuse('perks.refusals.expires-in-the-past');
  if (expiresAt > now + perkLimits.daysAhead * DAY_MS) {
    refuse('perks.refusals.expires-too-late', { days: String(perkLimits.daysAhead) });
  }
}

/** A link that everybody can open safely. Throws otherwise. */
export function checkedLink(typed: string): string {
  const text = typed.trim();
  const parsed = text.length <= perkLimits.secret && URL.canParse(text) ? new URL(text) : undefined;
  if (parsed?.protocol !== 'https:' || /\s/u.test(text)) refuse('perks.refusals.link-bad');
  return text;
}

/** Undefined: as many as want. */
export function leftOf({ total, claimed, reserved }: Perk): number | undefined {
  return total === undefined ? undefined : Math.max(0, total - claimed - reserved);
}

export interface Standing {
  roleIds: readonly string[];
  /** Waiting for them. */
  granted: boolean;
  count: (act: Exclude<Condition['kind'], 'role' | 'hand-picked'>) => number;
}

/** How far along somebody is, condition by condition. */
export function progressOf(conditions: readonly Condition[], standing: Standing): Progress[] {
  return conditions.map((condition) => {
    const need = 'count' in condition ? condition.count : 1;
    const have = haveOf(condition, standing);
    return { condition, have, need, met: have >= need };
  });
}

function haveOf(condition: Condition, { roleIds, granted, count }: Standing): number {
  switch (condition.kind) {
    case 'role':
      return Number(roleIds.includes(condition.roleId));
    case 'hand-picked':
      return Number(granted);
    case 'shoutouts-received':
    case 'ideas-shipped':
    case 'questions-answered':
      return count(condition.kind);
    default:
      return condition satisfies never;
  }
}

/** Why it cannot be claimed by this member now. A grant by hand stands above the conditions and has its share kept. */
export function closedFor(
  perk: Perk,
  { progress, grant, now }: { progress: readonly Progress[]; grant: Grant | undefined; now: number },
): PerkView['closed'] {
  if (perk.expiresAt !== undefined && perk.expiresAt <= now) return 'expired';
  if (perk.status !== 'open') return 'not-open';
  if (grant) return undefined;
  if (leftOf(perk) === 0) return 'none-left';
  return progress.every(({ met }) => met) ? undefined : 'not-yet';
}

/** What admins should hear of it. */
export function alertsOf(perk: Perk, heard: readonly PerkAlert[], now: number): PerkAlert[] {
  if (perk.status !== 'open') return [];
  const due: PerkAlert[] = [];
  const left = leftOf(perk);
  if (left === 0) due.push('none-left');
  else if (left !== undefined && perk.total !== undefined && left <= lowMark(perk.total)) {
    // Who heard that nothing is left need not hear that little is left.
    if (!heard.includes('none-left')) due.push('low-stock');
  }
  const { expiresAt } = perk;
  if (expiresAt !== undefined && expiresAt > now && expiresAt - now <= EXPIRES_SOON_MS)
    due.push('expires-soon');
  return due.filter((alert) => !heard.includes(alert));
}

/** A stock that was small from the start is low at half of it. */
function lowMark(total: number): number {
  return Math.max(Math.min(LOW_STOCK, Math.floor(total / 2)), Math.floor(total / 10));
}

/** Whether a role that was claimed may stay. A grant by hand does not lapse. */
export function mayKeep(claim: Claim | undefined, progress: readonly Progress[]): boolean {
  if (claim?.grantId !== undefined) return true;
  return progress.every(({ condition, met }) => condition.kind === 'hand-picked' || met);
}
