import { messageLink, shown, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { type Condition, type Perk, type Progress, perkLimits } from './model.ts';

/** The small words that all views of perks share. User text is escaped and cut here. */

/** The bar at the side of everything that is about perks. */
export const perkColour = 0x8a5cd1;
/** Of what cannot be claimed any more, or not yet. */
export const quietColour = 0x80848e;

export function nameText({ name }: Pick<Perk, 'name'>): string {
  return shown(name, perkLimits.name * 2);
}

/** "Be thanked 3 times" */
export function conditionText(condition: Condition, t: Translate): string {
  if (condition.kind === 'role') return t('perks.conditions.role', { role: `<@&${condition.roleId}>` });
  if (condition.kind === 'hand-picked') return t('perks.conditions.hand-picked');
  return t(`perks.conditions.${condition.kind}`, { count: condition.count });
}

/** The same for places that show no mentions: menus. */
export function plainCondition(condition: Condition, t: Translate): string {
  return condition.kind === 'role' ? t('perks.conditions.aRole') : conditionText(condition, t);
}

/** A line of its own for each thing that it takes. */
export function conditionsText(conditions: readonly Condition[], t: Translate): string {
  if (conditions.length === 0) return t('perks.conditions.everybody');
  return conditions.map((each) => `- ${conditionText(each, t)}`).join('\n');
}

/** "✅ Be thanked 3 times", "◻️ Have an idea that shipped · 1 more shipped idea" */
export function progressText({ condition, have, need, met }: Progress, t: Translate): string {
  const words = conditionText(condition, t);
  if (met) return t('perks.progress.met', { condition: words });
  if (condition.kind === 'role' || condition.kind === 'hand-picked') {
    return t('perks.progress.open', { condition: words, missing: t(`perks.progress.${condition.kind}`) });
  }
  const missing = t(`perks.progress.${condition.kind}`, { missing: Math.max(1, need - have) });
  return t('perks.progress.open', { condition: words, missing });
}

export function progressTexts(progress: readonly Progress[], t: Translate): string {
  if (progress.length === 0) return t('perks.conditions.everybody');
  return progress.map((each) => progressText(each, t)).join('\n');
}

/** What nobody has and nobody is kept for; undefined where there is no end to it. */
export function leftOf({ total, claimed, reserved }: Perk): number | undefined {
  return total === undefined ? undefined : Math.max(0, total - claimed - reserved);
}

/** "12 of 100 left" */
export function stockText(perk: Perk, t: Translate): string {
  const { total, claimed } = perk;
  if (total === undefined) return t('perks.facts.unlimited');
  if (total === 0) return t('perks.facts.noneYet');
  const unclaimed = Math.max(0, total - claimed);
  if (unclaimed === 0) return t('perks.facts.noneLeft');
  const free = leftOf(perk) ?? unclaimed;
  const all = number(total, t);
  if (free === 0) return t('perks.facts.keptOnly', { left: number(unclaimed, t), total: all });
  return t('perks.facts.left', { left: number(free, t), total: all });
}

export function number(value: number, t: Translate): string {
  return new Intl.NumberFormat(t.locale).format(value);
}

export function endText({ status, statusAt, expiresAt }: Perk, t: Translate): string {
  if (status === 'ended') return t('perks.facts.ended', { at: stamp(statusAt, 'D') });
  return expiresAt === undefined
    ? t('perks.facts.noEnd')
    : t('perks.facts.ends', { at: stamp(expiresAt, 'f') });
}

/** What there is to it in small print: how many, until when. */
export function factsText(perk: Perk, t: Translate): string {
  const facts = [
    t(`perks.rewards.${perk.reward}`),
    ...(perk.status === 'ended' || perk.total === undefined ? [] : [stockText(perk, t)]),
    ...(perk.status !== 'ended' && perk.expiresAt === undefined ? [] : [endText(perk, t)]),
  ];
  return `-# ${facts.join(' · ')}`;
}

/** Where its card stands. */
export function cardLink({ guildId, channelId, messageId }: Perk): string | undefined {
  if (channelId === undefined || messageId === undefined) return undefined;
  return messageLink({ guildId, channelId, messageId });
}
