import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, text } from '../../discord/ui.ts';
import { quoted, shownText } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { askButton } from './announcement-views.ts';
import { browseId } from './custom-ids.ts';
import type { Ama, Question } from './model.ts';
import { amaColours, questionFacts, questionHeading, titleText } from './words-views.ts';

export interface AirState {
  ama: Ama;
  onAir: Question | undefined;
  /** Questions that wait for an answer. */
  next: number;
}

/** The one message in the audience channel that shows what is being answered; edited in place. */
export function airCard(state: AirState, t: Translate): MessageBody {
  const { ama, onAir } = state;
  const over = ama.status === 'closed' || ama.status === 'cancelled';
  const parts = [
    ...(over || !onAir ? idle(state, over, t) : asked(ama, onAir, t)),
    row(...(over ? [] : [askButton(ama, 'air', t)]), questionsButton(ama, t)),
  ];
  const accent = onAir && !over ? amaColours.live : amaColours[over ? 'closed' : 'scheduled'];
  return { components: [container(parts, { accent })] };
}

export function airMark({ id }: Pick<Ama, 'id'>): string {
  return browseId.build({ ama: id, on: 'air' });
}

function asked(ama: Ama, question: Question, t: Translate) {
  const words = shownText(question.text, 1_900);
  return [
    text(`-# ${t('amas.air.onAir', { title: titleText(ama) })}\n### ${questionHeading(question, t)}`),
    text(quoted(words)),
    ...(words.endsWith('…') && !question.text.endsWith('…') ? [text(t('amas.question.cut'))] : []),
    text(`-# ${questionFacts(question, t).join(' · ')}`),
  ];
}

function idle({ ama, next }: AirState, over: boolean, t: Translate) {
  if (over) return [text(`### ${t('amas.air.over')}\n-# ${titleText(ama)}`)];
  const soon = t(ama.status === 'scheduled' ? 'amas.air.soon' : 'amas.air.next');
  return [text(`-# ${titleText(ama)}\n### ${soon}\n${t('amas.air.waiting', { count: next })}`)];
}

function questionsButton(ama: Ama, t: Translate) {
  return button({ id: airMark(ama), label: t('amas.card.questions'), emoji: '💬' });
}
