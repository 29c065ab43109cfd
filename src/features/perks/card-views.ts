import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, separator, text } from '../../discord/ui.ts';
import { shown, shownText } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { claimId, showId } from './custom-ids.ts';
import type { Perk } from './model.ts';
import { conditionsText, factsText, nameText, perkColour, quietColour } from './words-views.ts';

/** UTF-16 units; with conditions and fixed words below Discord's 4,000. */
const room = { description: 1_200, terms: 1_200 } as const;

/** A perk where everybody sees it, in the server's language. */
export function perkCard(perk: Perk, t: Translate): MessageBody {
  const description = shownText(perk.description, room.description);
  const terms = shown(perk.terms, room.terms);
  const live = perk.status === 'open';
  return {
    components: [
      container(
        [
          text(`## 🎁 ${nameText(perk)}`),
          ...(description === '' ? [] : [text(description)]),
          separator(),
          ...(perk.status === 'ended'
            ? []
            : [text(`${t('perks.card.takes')}\n${conditionsText(perk.conditions, t)}`)]),
          ...stateTexts(perk, t),
          text([factsText(perk, t), ...(terms === '' ? [] : [t('perks.card.terms', { terms })])].join('\n')),
          buttons(perk, t),
        ],
        { accent: live ? perkColour : quietColour },
      ),
    ],
  };
}

/** How the card is known among Hearth's messages. */
export function cardMark({ id }: Pick<Perk, 'id'>): string {
  return claimId.build({ perk: id, on: 'card' });
}

function isGone({ total, claimed }: Perk): boolean {
  return total !== undefined && claimed >= total;
}

function stateTexts(perk: Perk, t: Translate) {
  if (perk.status === 'paused' || perk.status === 'draft') return [text(t('perks.card.paused'))];
  if (perk.status === 'ended') return [text(t('perks.card.ended'))];
  return isGone(perk) ? [text(t('perks.card.gone'))] : [];
}

/** The first button stays as long as the card does: who has claimed it looks at it again there. */
function buttons(perk: Perk, t: Translate) {
  const claimable = perk.status === 'open' && !isGone(perk);
  const label = t(claimable ? 'perks.card.claim' : 'perks.card.again');
  const claim = button({
    id: cardMark(perk),
    label,
    emoji: '🎁',
    style: claimable ? 'success' : 'secondary',
  });
  const progress = button({
    id: showId.build({ perk: perk.id, on: 'card' }),
    label: t('perks.card.progress'),
  });
  return claimable && perk.conditions.length > 0 ? row(claim, progress) : row(claim);
}
