import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, section, separator, text } from '../../discord/ui.ts';
import { shown, shownText, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { claimId, mineId, showId } from './custom-ids.ts';
import { type PerkView, perkLimits } from './model.ts';
import type { PerkPage } from './ports.ts';
import { minePageId } from './private-custom-ids.ts';
import { cardLink, factsText, nameText, perkColour, progressTexts, quietColour } from './words-views.ts';

/** UTF-16 units; five of them with all else stay below Discord's 4,000. */
const room = { reason: 120, description: 900, terms: 900 } as const;

/** What somebody can earn and what they have, five a page. */
export function mineView(page: PerkPage<PerkView>, t: Translate): MessageBody {
  const { rows } = page;
  const turns = leaves(page, t);
  return {
    components: [
      container(
        [
          text(t('perks.mine.title')),
          ...(rows.length === 0
            ? [text(t('perks.mine.none'))]
            : rows.flatMap((view) => [
                separator(),
                section(mineText(view, t), mainButton(view, 'mine', t) ?? detailsButton(view, t)),
              ])),
          separator(),
          text(smallPrint(page, t)),
          ...(turns.length > 0 ? [row(...turns)] : []),
        ],
        { accent: perkColour },
      ),
    ],
  };
}

function smallPrint({ page, pages }: PerkPage<PerkView>, t: Translate): string {
  const about = t('perks.mine.about');
  if (pages < 2) return about;
  return `${about}\n${t('perks.mine.page', { page: String(page + 1), pages: String(pages) })}`;
}

function mineText(view: PerkView, t: Translate): string {
  const { perk, progress, claim } = view;
  const state = stateText(view, t);
  const missing = claim ? claim.lapsedAt !== undefined : view.closed === 'not-yet';
  const steps = missing ? [progressTexts(progress, t)] : [];
  return [`### ${nameText(perk)}`, state, ...steps, factsText(perk, t)].join('\n');
}

/** Where this person stands with it, in a sentence. */
function stateText({ grant, claim, closed }: PerkView, t: Translate): string {
  if (claim?.lapsedAt !== undefined) return t('perks.mine.lapsed', { at: stamp(claim.lapsedAt, 'R') });
  if (claim) return t('perks.mine.have', { at: stamp(claim.claimedAt, 'D') });
  if (closed !== undefined) return t(`perks.mine.${closed}`);
  if (grant?.status !== 'waiting') return t('perks.mine.claimable');
  const reason = shown(grant.reason, room.reason);
  return t('perks.mine.granted', { until: stamp(grant.until, 'f'), reason });
}

/** Claims it or shows it again; undefined where neither is possible. */
function mainButton({ perk, claim, closed }: PerkView, on: 'mine' | 'show', t: Translate) {
  const id = claimId.build({ perk: perk.id, on });
  if (claim) {
    const word = { codes: 'code', link: 'link', role: 'role' } as const;
    return button({ id, label: t(`perks.mine.${word[perk.reward]}`) });
  }
  if (closed !== undefined) return undefined;
  return button({ id, label: t('perks.mine.claim'), style: 'success', emoji: '🎁' });
}

function detailsButton({ perk }: PerkView, t: Translate) {
  return button({ id: showId.build({ perk: perk.id, on: 'mine' }), label: t('perks.mine.details') });
}

function leaves({ page, pages }: PerkPage<PerkView>, t: Translate) {
  if (pages < 2) return [];
  const turn = (to: number, way: 'back' | 'on') => minePageId.build({ page: Math.max(0, to), turn: way });
  return [
    button({ id: turn(page - 1, 'back'), label: t('perks.mine.previous'), disabled: page === 0 }),
    button({ id: turn(page + 1, 'on'), label: t('perks.mine.next'), disabled: page >= pages - 1 }),
  ];
}

/** What it takes does not matter (any more): they have it, or it is kept for them by hand. */
function isSettled({ claim, grant, closed }: PerkView): boolean {
  if (claim) return claim.lapsedAt === undefined;
  return grant?.status === 'waiting' && closed === undefined;
}

/** One perk for one person: all of its words, and how far along they are. */
export function showView(view: PerkView, t: Translate): MessageBody {
  const { perk, progress, closed, claim } = view;
  const description = shownText(perk.description, room.description);
  const terms = shownText(perk.terms, Math.min(room.terms, perkLimits.terms));
  const link = cardLink(perk);
  const main = mainButton(view, 'show', t);
  const all = button({ id: mineId.build({ on: 'show' }), label: t('perks.show.all') });
  const yours = claim !== undefined || closed === undefined;
  return {
    components: [
      container(
        [
          text([`## 🎁 ${nameText(perk)}`, ...(description === '' ? [] : [description])].join('\n')),
          text([stateText(view, t), ...(isSettled(view) ? [] : [progressTexts(progress, t)])].join('\n')),
          ...(terms === '' ? [] : [text(`${t('perks.show.terms')}\n${terms}`)]),
          text([factsText(perk, t), ...(link ? [t('perks.show.card', { link })] : [])].join(' · ')),
          row(...(main ? [main] : []), all),
        ],
        { accent: yours ? perkColour : quietColour },
      ),
    ],
  };
}
