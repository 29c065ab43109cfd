import type { APIApplicationCommandOptionChoice, APIComponentInContainer } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { limits } from '../../discord/limits.ts';
import { button, container, linkButton, row, separator, text } from '../../discord/ui.ts';
import { select } from '../../discord/ui-select.ts';
import { plain, shown, shownText, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { leaves } from './browse-views.ts';
import { askId, browseId, panelId, reviewId } from './custom-ids.ts';
import type { Ama, AmaEvent, AmaStatus } from './model.ts';
import type { AmaPage, Rights } from './ports.ts';
import { fileId, listId, listOpenId, mineId, trailId } from './private-custom-ids.ts';
import { rows } from './question-card-views.ts';
import { isOver } from './rules.ts';
import { amaColours, announcementLink, endStamp, people, titleText } from './words-views.ts';

export const amaIcons: Readonly<Record<AmaStatus, string>> = {
  scheduled: '🗓️',
  live: '🔴',
  closing: '⏳',
  closed: '✅',
  cancelled: '🚫',
};

/** UTF-16 units. */
const room = { description: 1_200, reason: 400 } as const;

/** An AMA for one person, with everything that this person can do with it. */
export function amaView(
  { ama, rights, now }: { ama: Ama; rights: Rights; now: number },
  t: Translate,
): MessageBody {
  const { id, questions, supports, waiting } = ama;
  const staff: APIComponentInContainer[] = rights.run
    ? [
        separator(),
        text(`${t('amas.show.staff')}\n${t('amas.show.waiting', { count: waiting })}`),
        ...rows(staffButtons(ama, rights, t)),
      ]
    : [];
  const link = announcementLink(ama);
  const ask = button({
    id: askId.build({ ama: id, on: 'browse' }),
    label: t('amas.show.ask'),
    emoji: '🙋',
    style: 'primary',
  });
  return {
    components: [
      container(
        [
          text(`## ${amaIcons[ama.status]} ${titleText(ama)}\n-# ${t(`amas.status.${ama.status}`)}`),
          text([...facts(ama, t), t('amas.show.counts', { questions, supports })].join('\n')),
          row(
            ...(isOver(ama, now) ? [] : [ask]),
            button({ id: browseId.build({ ama: id, on: 'show' }), label: t('amas.show.questions') }),
            button({ id: mineId.build({ ama: id, page: 0, turn: 'on' }), label: t('amas.show.mine') }),
            button({
              id: fileId.build({ ama: id, as: 'markdown' }),
              label: t('amas.show.markdown'),
              emoji: '📜',
            }),
            ...(link === undefined ? [] : [linkButton({ url: link, label: t('amas.show.open') })]),
          ),
          ...staff,
        ],
        { accent: amaColours[ama.status] },
      ),
    ],
  };
}

function facts(ama: Ama, t: Translate): string[] {
  const { startAt, endAt, hostId, guestIds, stageId, cancelReason } = ama;
  const description = shownText(ama.description, room.description);
  const reason = ama.status === 'cancelled' ? shownText(cancelReason, room.reason) : '';
  return [
    ...(description === '' ? [] : [description]),
    t('amas.show.when', { start: stamp(startAt, 'F'), end: endStamp({ startAt, endAt }) }),
    ...(guestIds.length > 0 ? [t('amas.show.guests', { people: people(guestIds) })] : []),
    t('amas.show.host', { host: `<@${hostId}>` }),
    ...(stageId === undefined ? [] : [t('amas.show.stage', { channel: `<#${stageId}>` })]),
    ...(reason === '' ? [] : [t('amas.show.cancelReason', { reason })]),
  ];
}

function staffButtons({ id, waiting }: Ama, { moderate }: Rights, t: Translate) {
  const panel = panelId.build({ ama: id, action: 'refresh', at: 'guest' });
  const review = button({
    id: reviewId.build({ ama: id }),
    label: t('amas.show.review'),
    emoji: '📥',
    disabled: waiting === 0,
  });
  return [
    button({ id: panel, label: t('amas.show.panel'), emoji: '🎛️', style: 'primary' }),
    review,
    ...(moderate
      ? [
          button({ id: trailId.build({ ama: id, page: 0, turn: 'on' }), label: t('amas.show.trail') }),
          button({ id: fileId.build({ ama: id, as: 'csv' }), label: t('amas.show.csv'), emoji: '📊' }),
        ]
      : []),
  ];
}

/** `/ama list`: ten a page, and a menu that opens one. */
export function amaList(page: AmaPage<Ama>, which: 'open' | 'past', t: Translate): MessageBody {
  const other = which === 'open' ? 'past' : 'open';
  const turn = (to: number, way: 'back' | 'on') => listId.build({ which, page: Math.max(0, to), turn: way });
  const switchTo = button({
    id: listId.build({ which: other, page: 0, turn: 'on' }),
    label: t(`amas.list.which.${other}`),
  });
  const { rows: amas, total } = page;
  const lines: APIComponentInContainer[] =
    amas.length === 0
      ? [text(t(which === 'open' ? 'amas.list.empty' : 'amas.list.emptyPast'))]
      : [
          text(amas.map((ama) => listLine(ama, t)).join('\n')),
          row(
            select({
              id: listOpenId.build({}),
              placeholder: t('amas.list.pick'),
              options: amas.map((ama) => ({
                value: String(ama.id),
                label: plain(ama.title, limits.selectText),
                emoji: amaIcons[ama.status],
              })),
            }),
          ),
          text(t('amas.list.page', { page: String(page.page + 1), pages: String(page.pages), total })),
        ];
  return {
    components: [
      container(
        [
          text(t(which === 'open' ? 'amas.list.title' : 'amas.list.past')),
          separator(),
          ...lines,
          row(switchTo, ...leaves(page, turn, t)),
        ],
        { accent: amaColours.scheduled },
      ),
    ],
  };
}

function listLine(ama: Ama, t: Translate): string {
  const { status, startAt, questions } = ama;
  return t('amas.list.line', {
    icon: amaIcons[status],
    title: titleText(ama),
    status: t(`amas.status.${status}`),
    start: stamp(startAt, status === 'scheduled' ? 'R' : 'f'),
    questions,
  });
}

/** For autocomplete: the row id is the value, so that equal titles do not matter. */
export function amaChoices(amas: readonly Ama[], t: Translate): APIApplicationCommandOptionChoice<string>[] {
  return amas.slice(0, limits.choices).map(({ id, title, status }) => ({
    name: `${plain(title, limits.choiceText - 20)} · ${t(`amas.status.${status}`)}`,
    value: String(id),
  }));
}

const eventsAPage = 15;

/** Who did what and when, newest first. An anonymous asker's name is nowhere in it. */
export function trailView(
  { ama, events, page }: { ama: Ama; events: readonly AmaEvent[]; page: number },
  t: Translate,
): MessageBody {
  const newest = events.toSorted((a, b) => b.at - a.at || b.id - a.id);
  const pages = Math.max(1, Math.ceil(newest.length / eventsAPage));
  const at = Math.min(page, pages - 1);
  const lines = newest.slice(at * eventsAPage, (at + 1) * eventsAPage).map((event) => {
    const number = event.questionId === undefined ? undefined : event.detail['number'];
    const what = [
      t(`amas.trail.${event.kind}`),
      ...(number === undefined ? [] : [t('amas.trail.about', { number: String(number) })]),
      ...(event.actorId === undefined ? [] : [t('amas.trail.by', { by: `<@${event.actorId}>` })]),
    ].join(' ');
    return t('amas.trail.line', { time: stamp(event.at, 'f'), what });
  });
  const turn = (to: number, way: 'back' | 'on') =>
    trailId.build({ ama: ama.id, page: Math.max(0, to), turn: way });
  const buttons = leaves({ rows: [], page: at, pages, total: newest.length }, turn, t);
  return {
    components: [
      container([
        text(t('amas.trail.title', { title: shown(ama.title, 160) })),
        text(lines.join('\n') || t('amas.trail.empty')),
        ...(buttons.length === 0 ? [] : [row(...buttons)]),
      ]),
    ],
  };
}
