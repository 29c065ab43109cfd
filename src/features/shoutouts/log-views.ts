import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, separator, text } from '../../discord/ui.ts';
import { select } from '../../discord/ui-select.ts';
import { plain, quoted, shown, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Shoutout } from './model.ts';
import type { ShoutoutPage, TrailLine } from './ports.ts';
import { logOpenId, logPageId, ringsId } from './private-custom-ids.ts';
import type { RingReport } from './result-types.ts';
import { peopleText, thanksColour } from './words-views.ts';

type Row = Shoutout & { trail: readonly TrailLine[] };

/** UTF-16 units; ten of them with all else stay below Discord's 4,000. */
const room = { reason: 80, why: 60 } as const;

/** For staff: all shout-outs, newest first, ten a page. */
export function logView(page: ShoutoutPage<Row>, reader: { admin: boolean }, t: Translate): MessageBody {
  const { rows } = page;
  const buttons = [...leaves(page, t), ...(reader.admin ? [ringsButton(t)] : [])];
  return {
    components: [
      container(
        [
          text(t('shoutouts.log.title')),
          separator(),
          ...(rows.length === 0
            ? [text(t('shoutouts.log.empty'))]
            : [...rows.map((each) => text(rowText(each, t))), pageText(page, t), picker(rows, t)]),
          ...(buttons.length > 0 ? [row(...buttons)] : []),
        ],
        { accent: thanksColour },
      ),
    ],
  };
}

function rowText(each: Row, t: Translate): string {
  const { id, giverId, receiverIds, reason, createdAt, status } = each;
  const names = { number: String(id), giver: `<@${giverId}>`, people: peopleText(receiverIds, t) };
  const [last] = each.trail.filter(({ kind }) => kind !== 'given').slice(-1);
  const state = { at: stamp(createdAt, 'f'), status: t(`shoutouts.log.statuses.${status}`) };
  return [
    t('shoutouts.log.line', names),
    quoted(shown(reason, room.reason)),
    last?.actorId === undefined ? t('shoutouts.log.about', state) : trailText(last, last.actorId, t),
  ].join('\n');
}

function trailText({ at, kind, reason }: TrailLine, actorId: string, t: Translate): string {
  const words = { at: stamp(at, 'f'), what: t(`shoutouts.log.statuses.${kind}`), who: `<@${actorId}>` };
  const why = shown(reason, room.why);
  return why === '' ? t('shoutouts.log.by', words) : `${t('shoutouts.log.by', words)}: ${why}`;
}

function pageText({ page, pages, total }: ShoutoutPage<Row>, t: Translate) {
  return text(t('shoutouts.log.page', { page: String(page + 1), pages: String(pages), total }));
}

function picker(rows: readonly Row[], t: Translate) {
  return row(
    select({
      id: logOpenId.build({}),
      placeholder: t('shoutouts.log.pick'),
      options: rows.map((each) => ({ value: String(each.id), label: choiceText(each, t) })),
    }),
  );
}

/** A shout-out in a menu, where nobody can be mentioned. */
export function choiceText({ id, reason }: Pick<Shoutout, 'id' | 'reason'>, t: Translate): string {
  return t('shoutouts.log.choice', { number: String(id), reason: plain(reason, 80) });
}

function leaves({ page, pages }: ShoutoutPage<Row>, t: Translate) {
  if (pages < 2) return [];
  const turn = (to: number, way: 'back' | 'on') => logPageId.build({ page: Math.max(0, to), turn: way });
  return [
    button({ id: turn(page - 1, 'back'), label: t('shoutouts.board.previous'), disabled: page === 0 }),
    button({ id: turn(page + 1, 'on'), label: t('shoutouts.board.next'), disabled: page >= pages - 1 }),
  ];
}

function ringsButton(t: Translate) {
  return button({ id: ringsId.build({}), label: t('shoutouts.log.rings'), emoji: '⭕' });
}

/** In aggregate: nobody is named. */
export function ringsView(
  { since, rings, people, inside, shoutouts }: RingReport,
  t: Translate,
): MessageBody {
  const from = stamp(since, 'D');
  const words =
    rings === 0
      ? t('shoutouts.ringsNow.none', { since: from })
      : t('shoutouts.ringsNow.some', {
          since: from,
          rings,
          people,
          inside: String(inside),
          shoutouts: String(shoutouts),
        });
  return {
    components: [
      container([text(`${t('shoutouts.ringsNow.title')}\n${words}`), text(t('shoutouts.ringsNow.about'))], {
        accent: thanksColour,
      }),
    ],
  };
}
