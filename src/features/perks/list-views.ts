import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, separator, text } from '../../discord/ui.ts';
import { select } from '../../discord/ui-select.ts';
import { plain } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { type Perk, perkLimits } from './model.ts';
import type { PerkPage } from './ports.ts';
import { listOpenId, listPageId } from './private-custom-ids.ts';
import { endText, nameText, perkColour, stockText } from './words-views.ts';

/** For admins: all perks, ten a page. */
export function listView(page: PerkPage<Perk>, t: Translate): MessageBody {
  const { rows } = page;
  const turns = leaves(page, t);
  return {
    components: [
      container(
        [
          text(t('perks.list.title')),
          separator(),
          ...(rows.length === 0
            ? [text(t('perks.list.empty'))]
            : [text(rows.map((perk) => lineText(perk, t)).join('\n\n')), pageText(page, t), picker(rows, t)]),
          ...(turns.length > 0 ? [row(...turns)] : []),
        ],
        { accent: perkColour },
      ),
    ],
  };
}

function lineText(perk: Perk, t: Translate): string {
  return t('perks.list.line', {
    name: nameText(perk),
    status: t(`perks.status.${perk.status}`),
    reward: t(`perks.rewards.${perk.reward}`),
    stock: stockText(perk, t),
    end: endText(perk, t),
  });
}

function pageText({ page, pages, total }: PerkPage<Perk>, t: Translate) {
  if (pages < 2) return text(t('perks.list.total', { total }));
  return text(t('perks.list.page', { page: String(page + 1), pages: String(pages), total }));
}

function picker(rows: readonly Perk[], t: Translate) {
  return row(
    select({
      id: listOpenId.build({}),
      placeholder: t('perks.list.pick'),
      options: rows.map((perk) => ({
        value: String(perk.id),
        label: choiceText(perk),
        description: t(`perks.status.${perk.status}`),
      })),
    }),
  );
}

/** A perk in a menu, or among the choices of a command. */
export function choiceText({ name }: Pick<Perk, 'name'>): string {
  return plain(name, perkLimits.name);
}

function leaves({ page, pages }: PerkPage<Perk>, t: Translate) {
  if (pages < 2) return [];
  const turn = (to: number, way: 'back' | 'on') => listPageId.build({ page: Math.max(0, to), turn: way });
  return [
    button({ id: turn(page - 1, 'back'), label: t('perks.mine.previous'), disabled: page === 0 }),
    button({ id: turn(page + 1, 'on'), label: t('perks.mine.next'), disabled: page >= pages - 1 }),
  ];
}
