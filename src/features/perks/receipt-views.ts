import type { MessageBody } from '../../discord/interaction.ts';
import { container, row, text } from '../../discord/ui.ts';
import { stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { type Grant, type Perk, perkLimits } from './model.ts';
import { backButton } from './panel-views.ts';
import type { ImportCheck } from './ports.ts';
import { leftOf, nameText, number, perkColour } from './words-views.ts';

/** What became of a file of codes; never a code itself. */
export function importedView(
  perk: Perk,
  { added, known }: { added: number; known: number },
  check: ImportCheck,
  t: Translate,
): MessageBody {
  const numbers = { total: number(perk.total ?? 0, t), left: number(leftOf(perk) ?? 0, t) };
  const { repeated, formulas, tooLong } = check;
  const lines = [
    ...(added === 0
      ? [t('perks.import.none')]
      : [t('perks.import.done', { added, name: nameText(perk), ...numbers })]),
    ...(known === 0 ? [] : [t('perks.import.known', { count: known })]),
    ...(repeated.count === 0 ? [] : [t('perks.import.repeated', spots(repeated, t))]),
    ...(check.blank === 0 ? [] : [t('perks.import.blank', { count: check.blank })]),
    ...(formulas.count === 0 ? [] : [t('perks.import.formulas', spots(formulas, t))]),
    ...(tooLong.count === 0
      ? []
      : [t('perks.import.tooLong', { ...spots(tooLong, t), max: String(perkLimits.secret) })]),
    ...(check.heading ? [t('perks.import.heading')] : []),
  ];
  const back = backButton(perk, 'codes', t('perks.panel.buttons.panel'));
  return { components: [container([text(lines.join('\n')), row(back)], { accent: perkColour })] };
}

/** The first of them, by line. */
function spots({ count, lines }: ImportCheck['repeated'], t: Translate): { count: number; lines: string } {
  const named = new Intl.ListFormat(t.locale, { type: 'unit' }).format(lines.map(String));
  return { count, lines: lines.length < count ? t('perks.import.more', { lines: named }) : named };
}

export function grantedView(perk: Perk, { userId, until }: Grant, t: Translate): MessageBody {
  const words = t('perks.grants.done', {
    name: `**${nameText(perk)}**`,
    member: `<@${userId}>`,
    until: stamp(until, 'f'),
  });
  const back = backButton(perk, 'receipt', t('perks.panel.buttons.panel'));
  return { components: [container([text(words), row(back)], { accent: perkColour })] };
}
