import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, separator, text } from '../../discord/ui.ts';
import { select } from '../../discord/ui-select.ts';
import { plain, quoted, shown, shownText, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { type PanelAction, panelId, pickId, type RunAction, runId } from './custom-ids.ts';
import type { Ama, Question } from './model.ts';
import type { PanelState } from './ports.ts';
import { amaColours, questionFacts, questionHeading, titleText } from './words-views.ts';

const room = { onAir: 900, line: 200, next: 5 } as const;

/**
 * What host and guests steer with. In the staff channel (`panel`), or somebody's own copy (`guest`: a guest who does
 * not see that channel), which is brought up to date by hand; `refresh` is its button.
 */
export function panelView(
  state: PanelState,
  t: Translate,
  options: { at?: 'panel' | 'guest'; refresh?: string; mayEnd?: boolean } = {},
): MessageBody {
  const { ama, onAir } = state;
  const at = options.at ?? 'panel';
  const parts: APIComponentInContainer[] = [
    text(
      `## ${t('amas.panel.title', { title: titleText(ama) })}\n${phaseText(ama, t)}\n-# ${countsText(state, t)}`,
    ),
    ...(runs(ama)
      ? [separator(), ...onAirPart(state, at, t), separator(), ...nextPart(state, at, t)]
      : onAir
        ? [separator(), ...onAirPart(state, at, t)]
        : []),
    row(...steering(ama, { at, refresh: options.refresh, mayEnd: options.mayEnd ?? true }, t)),
  ];
  return { components: [container(parts, { accent: amaColours[ama.status] })] };
}

/** How it is found again in the staff channel. */
export function panelMark({ id }: Pick<Ama, 'id'>): string {
  return panelId.build({ ama: id, action: 'questions', at: 'panel' });
}

function runs({ status }: Ama): boolean {
  return status === 'scheduled' || status === 'live' || status === 'closing';
}

function phaseText(ama: Ama, t: Translate): string {
  switch (ama.status) {
    case 'scheduled':
      return t('amas.panel.scheduled', { relative: stamp(ama.startAt, 'R') });
    case 'live':
      return t('amas.panel.live', { relative: stamp(ama.endAt, 'R') });
    case 'closing':
      return t('amas.panel.closing', { relative: stamp(ama.graceUntil ?? ama.endAt, 'R') });
    case 'closed':
      return t('amas.panel.closed');
    case 'cancelled':
      return t('amas.panel.cancelled');
    default:
      return ama.status satisfies never;
  }
}

function countsText({ counts }: PanelState, t: Translate): string {
  return t('amas.panel.counts', {
    next: String(counts.approved),
    waiting: String(counts.pending),
    answered: String(counts.answered),
    parked: String(counts.parked),
  });
}

function onAirPart({ onAir }: PanelState, at: 'panel' | 'guest', t: Translate): APIComponentInContainer[] {
  if (!onAir) return [text(`**${t('amas.panel.onAir')}**\n${t('amas.panel.nothing')}`)];
  const { id, prepared } = onAir;
  const act = (action: RunAction) => runId.build({ question: id, action, at });
  // What was prepared is posted with one press; the form stays within reach by the menu.
  const answer = prepared
    ? button({ id: act('prepared'), label: t('amas.panel.written'), emoji: '📝', style: 'success' })
    : button({ id: act('answer'), label: t('amas.panel.written'), emoji: '✍️', style: 'success' });
  return [
    text(
      [
        `**🔴 ${t('amas.panel.onAir')}: ${questionHeading(onAir, t)}**`,
        quoted(shownText(onAir.text, room.onAir)),
        `-# ${factsText(onAir, t)}`,
      ].join('\n'),
    ),
    row(
      answer,
      button({ id: act('voice'), label: t('amas.panel.voice'), emoji: '🎙️', style: 'success' }),
      button({ id: act('park'), label: t('amas.panel.park'), emoji: '🅿️' }),
      button({ id: act('off-air'), label: t('amas.panel.takeOff') }),
    ),
  ];
}

function nextPart(
  { ama, onAir, next }: PanelState,
  at: 'panel' | 'guest',
  t: Translate,
): APIComponentInContainer[] {
  const heading = `**${t('amas.panel.upNext')}**`;
  const [best, ...others] = next.slice(0, room.next);
  if (!best) return [text(`${heading}\n${t('amas.panel.none')}`)];
  const lines = [best, ...others].map((question) => nextLine(question, t));
  const act = (action: RunAction) => runId.build({ question: best.id, action, at });
  const live = ama.status === 'live' || ama.status === 'closing';
  return [
    text([heading, ...lines, t('amas.panel.rank')].join('\n')),
    row(
      button({
        id: act('on-air'),
        label: t('amas.panel.putOnAir'),
        emoji: '🔴',
        style: 'primary',
        disabled: !live || onAir !== undefined,
      }),
      button({ id: act('skip'), label: t('amas.panel.skip'), emoji: '⏭️' }),
    ),
    row(questionMenu(pickId.build({ ama: ama.id, from: 'panel' }), [best, ...others], t)),
  ];
}

function nextLine(question: Question, t: Translate): string {
  const words = shown(question.text, room.line);
  const line = t('amas.panel.line', { number: String(question.number), text: words });
  return `${line}\n-# ${factsText(question, t)}`;
}

/** What those who run it see besides: what moves a question up or down, and what is ready. */
function factsText(question: Question, t: Translate): string {
  const { prepared, firstTimer, skips } = question;
  return [
    ...questionFacts(question, t),
    ...(firstTimer ? [t('amas.panel.firstTimer')] : []),
    ...(prepared ? [t('amas.panel.prepared')] : []),
    ...(skips > 0 ? [t('amas.panel.skipped', { count: skips })] : []),
  ].join(' · ');
}

/** A menu of questions; what is picked is its row id. At most 25, at least one. */
export function questionMenu(id: string, questions: readonly Question[], t: Translate, placeholder?: string) {
  return select({
    id,
    placeholder: placeholder ?? t('amas.panel.pick'),
    options: questions.slice(0, 25).map((question) => ({
      value: String(question.id),
      label: plain(`${question.number} · ${question.text}`, 95),
      description: t('amas.question.supports', { count: String(question.supports) }),
    })),
  });
}

function steering(
  ama: Ama,
  { at, refresh, mayEnd }: { at: 'panel' | 'guest'; refresh: string | undefined; mayEnd: boolean },
  t: Translate,
) {
  const act = (action: PanelAction) => panelId.build({ ama: ama.id, action, at });
  const { status } = ama;
  return [
    ...(status === 'scheduled'
      ? [button({ id: act('start'), label: t('amas.panel.start'), emoji: '▶️', style: 'success' })]
      : []),
    button({ id: act('questions'), label: t('amas.panel.questions'), emoji: '💬' }),
    ...(refresh === undefined || at === 'panel'
      ? []
      : [button({ id: act('refresh'), label: refresh, emoji: '🔄' })]),
    ...(status === 'live' && mayEnd
      ? [button({ id: act('close'), label: t('amas.panel.close'), emoji: '⏹️', style: 'danger' })]
      : []),
  ];
}
