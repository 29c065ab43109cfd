import type { APIButtonComponent, APIComponentInContainer } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, linkButton, mediaGallery, row, separator, text } from '../../discord/ui.ts';
import { formatted, messageLink, quoted, shown, shownText } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { type RunAction, type RunPlace, runId } from './custom-ids.ts';
import type { Ama, Question } from './model.ts';
import type { ReadQuestion, Rights } from './ports.ts';
import { laterId, type Moderation, moderateId, ownId, supportId } from './private-custom-ids.ts';
import { mayTouch } from './transitions.ts';
import { amaColours, questionFacts, questionHeading, titleText } from './words-views.ts';

export interface CardState {
  read: ReadQuestion;
  ama: Ama;
  rights: Rights;
  /** Where its buttons say they stand. */
  at: Extract<RunPlace, 'card' | 'review'>;
  /** What it was merged into. */
  target: Question | undefined;
  /** Waiting for review, this one included; shown in a review. */
  waiting?: number;
  /** Names of the pictures that are sent along. */
  pictures?: readonly string[];
}

/** UTF-16 units; together with the fixed words below Discord's 4,000. */
const room = { text: 1_000, original: 600, answer: 1_000, prepared: 600, words: 300 } as const;

/** A question for one person: how it stands and what this person can do with it. */
export function questionCard(state: CardState, t: Translate, note?: string): MessageBody {
  const { read, ama, rights, pictures = [] } = state;
  const buttons = [...rows(memberButtons(state, t)), ...(rights.run ? staffRows(state, t) : [])];
  const parts: APIComponentInContainer[] = [
    text(`-# ${titleText(ama)}\n### ${questionHeading(read.question, t)}`),
    text(quoted(shownText(read.question.text, room.text))),
    ...(pictures.length === 0
      ? []
      : [
          mediaGallery(pictures.map((name) => ({ file: name, alt: t('amas.entry.pictures', { count: 1 }) }))),
        ]),
    text(standing(state, t).join('\n')),
    ...(buttons.length === 0 ? [] : [separator(), ...buttons]),
    ...(state.waiting === undefined ? [] : [text(t('amas.run.reviewLeft', { count: state.waiting }))]),
  ];
  return {
    components: [
      ...(note === undefined ? [] : [text(note)]),
      container(parts, { accent: amaColours[ama.status] }),
    ],
  };
}

function standing({ read, rights, target, pictures }: CardState, t: Translate): string[] {
  const { question, own } = read;
  const { status, declined, original, answer, prepared, images } = question;
  const mine = own ? [t('amas.browse.yours')] : [];
  const words = shownText(declined?.words ?? '', room.words);
  return [
    [
      t('amas.entry.status', { status: t(`amas.questionStatus.${status}`) }),
      ...questionFacts(question, t),
      ...mine,
    ].join(' · '),
    ...(images > 0 && pictures === undefined ? [t('amas.entry.pictures', { count: images })] : []),
    ...(declined ? [t('amas.entry.declined', { reason: t(`amas.reasons.${declined.reason}`) })] : []),
    ...(words === '' ? [] : [quoted(words)]),
    ...(target ? [t('amas.entry.merged', { number: String(target.number) })] : []),
    ...(original !== undefined && (own || rights.run)
      ? [`-# ${t('amas.entry.original')}`, quoted(shownText(original, room.original))]
      : []),
    ...(prepared && rights.run
      ? [
          t('amas.entry.prepared', { by: `<@${prepared.by}>` }),
          quoted(formatted(prepared.text, room.prepared)),
        ]
      : []),
    ...(answer
      ? [
          `**${t(answer.kind === 'voice' ? 'amas.entry.voice' : 'amas.entry.answer', { by: `<@${answer.by}>` })}**`,
          formatted(answer.text, room.answer),
        ]
      : []),
  ].filter((line) => line !== '');
}

function memberButtons({ read, ama, target }: CardState, t: Translate): APIButtonComponent[] {
  const { question, own, supporting } = read;
  const { id, status, answer } = question;
  const open = status === 'approved' || status === 'on-air' || status === 'parked';
  const stands = target?.status ?? status;
  const waits = stands === 'pending' || stands === 'approved';
  const support = button({
    id: supportId.build({ question: id, at: 'card', order: 'support', page: 0 }),
    label: t(supporting ? 'amas.browse.stop' : 'amas.browse.support'),
    emoji: '👍',
    style: supporting ? 'secondary' : 'success',
  });
  return [
    ...(open && !own ? [support] : []),
    ...(own ? ownButtons(question, waits, t) : []),
    ...answerLink(ama, answer?.messageId, t),
  ];
}

/** To the answer, once it stands in the thread, or in the channel where there is none. */
export function answerLink(ama: Ama, messageId: string | undefined, t: Translate): APIButtonComponent[] {
  if (messageId === undefined) return [];
  const url = messageLink({ guildId: ama.guildId, channelId: ama.threadId ?? ama.channelId, messageId });
  return [linkButton({ url, label: t('amas.entry.read') })];
}

/** What an asker can do: hear of it or not, and take it back while nobody has taken it up. */
export function ownButtons(
  { id, notify, status }: Question,
  waits: boolean,
  t: Translate,
): APIButtonComponent[] {
  const ends = status === 'answered' || status === 'declined' || status === 'withdrawn';
  const messages = button({
    id: ownId.build({ question: id, action: notify ? 'silence' : 'messages' }),
    label: t(notify ? 'amas.own.silence' : 'amas.own.messages'),
    emoji: notify ? '🔕' : '🔔',
  });
  const withdraw = button({
    id: ownId.build({ question: id, action: 'withdraw' }),
    label: t('amas.own.withdraw'),
    style: 'danger',
  });
  return [...(ends ? [] : [messages]), ...(waits ? [withdraw] : [])];
}

function staffRows(state: CardState, t: Translate) {
  const { read, rights, at } = state;
  const { id } = read.question;
  const moderate = (action: Moderation, style?: 'success' | 'danger') =>
    button({
      id: moderateId.build({ question: id, action, at }),
      label: t(`amas.run.${action as 'approve' | 'decline' | 'edit' | 'tag' | 'asker'}`),
      ...(style ? { style } : {}),
    });
  const { status } = read.question;
  const declinable = status === 'pending' || status === 'approved' || status === 'parked';
  const decline = rights.moderate && declinable ? [moderate('decline', 'danger')] : [];
  const run = runActionsFor(state).map((action) => runButton(read.question, action, at, t));
  // What waits is taken or declined; of what was taken, declining is the rare case.
  const buttons = [
    ...(rights.moderate && status === 'pending' ? [moderate('approve', 'success')] : []),
    ...(status === 'pending' ? decline : run),
    ...(status === 'pending' ? run : decline),
    ...(mayTouch('tag', status) ? [moderate('tag')] : []),
    ...(rights.moderate && mayTouch('edit', status) ? [moderate('edit')] : []),
    ...(rights.moderate ? [moderate('asker')] : []),
    ...(at === 'review' && status === 'pending'
      ? [button({ id: laterId.build({ question: id }), label: t('amas.run.later') })]
      : []),
  ];
  return rows(buttons);
}

/** What can be done with a question as it stands, the likeliest first. */
function runActionsFor({ read, ama }: CardState): RunAction[] {
  const { status, prepared } = read.question;
  const live = ama.status === 'live' || ama.status === 'closing';
  const ready: RunAction[] = prepared ? ['prepared'] : [];
  switch (status) {
    case 'pending':
      return ['merge', 'prepare'];
    case 'approved':
      return [
        ...(live ? (['on-air'] as const) : []),
        ...ready,
        'answer',
        'voice',
        'park',
        'skip',
        'merge',
        'prepare',
      ];
    case 'on-air':
      return [...ready, 'answer', 'voice', 'park', 'off-air'];
    case 'parked':
      return [...(live ? (['on-air'] as const) : []), ...ready, 'answer', 'voice', 'merge', 'prepare'];
    case 'answered':
    case 'declined':
    case 'merged':
    case 'withdrawn':
      return [];
    default:
      return status satisfies never;
  }
}

export function runButton({ id }: Pick<Question, 'id'>, action: RunAction, at: RunPlace, t: Translate) {
  const primary = action === 'on-air';
  const success = action === 'answer' || action === 'voice' || action === 'prepared';
  return button({
    id: runId.build({ question: id, action, at }),
    label: t(`amas.run.${action}`),
    ...(primary ? { style: 'primary' as const } : success ? { style: 'success' as const } : {}),
  });
}

/** At most five buttons a row. */
export function rows(buttons: readonly APIButtonComponent[]) {
  const needed = Math.ceil(buttons.length / 5);
  return Array.from({ length: needed }, (_, index) => row(...buttons.slice(index * 5, index * 5 + 5)));
}

/** Who asked, for those who moderate. A name that was not given stays unknown. */
export function askerView(
  question: Question,
  state: { at: RunPlace; mayReveal: boolean; blocked: boolean; note?: string | undefined },
  t: Translate,
): MessageBody {
  const { id, anonymous, askerId } = question;
  const number = String(question.number);
  const act = (action: Moderation, label: string, style: 'danger' | 'secondary' = 'secondary') =>
    button({ id: moderateId.build({ question: id, action, at: state.at }), label, style });
  const lines = [
    t('amas.asker.title', { number }),
    `> ${shown(question.text, 200)}`,
    anonymous ? t('amas.asker.unnamed') : t('amas.asker.named', { asker: `<@${askerId}>` }),
    ...(state.blocked ? [t('amas.asker.isBlocked')] : []),
  ];
  return {
    components: [
      ...(state.note === undefined ? [] : [text(state.note)]),
      container([
        text(lines.join('\n')),
        row(
          state.blocked
            ? act('unblock', t('amas.asker.unblock'))
            : act('block', t('amas.asker.block'), 'danger'),
          ...(anonymous && state.mayReveal ? [act('reveal', t('amas.asker.reveal'))] : []),
          act('show', t('amas.asker.back')),
        ),
      ]),
    ],
  };
}

/** Asked before a promise is broken. */
export function revealQuestion(question: Question, at: RunPlace, t: Translate): MessageBody {
  const act = (action: Moderation, label: string, style: 'danger' | 'secondary') =>
    button({ id: moderateId.build({ question: question.id, action, at }), label, style });
  return {
    components: [
      container([
        text(t('amas.asker.revealAsk', { number: String(question.number) })),
        row(
          act('reveal-now', t('amas.asker.revealNow'), 'danger'),
          act('asker', t('amas.asker.back'), 'secondary'),
        ),
      ]),
    ],
  };
}
