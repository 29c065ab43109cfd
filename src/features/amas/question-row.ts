import type { AnswerKind, DeclineReason, Question, QuestionStatus } from './model.ts';

export interface QuestionRow {
  id: number;
  ama_id: number;
  guild_id: string;
  number: number;
  asker_id: string;
  anonymous: number;
  text: string;
  original: string | null;
  tag: string | null;
  status: QuestionStatus;
  asked_at: number;
  status_at: number;
  supports: number;
  also_asked: number;
  skips: number;
  first_timer: number;
  unreviewed: number;
  merged_into: number | null;
  decline_reason: DeclineReason | null;
  decline_words: string | null;
  prepared_text: string | null;
  prepared_by: string | null;
  answer_kind: AnswerKind | null;
  answer_text: string | null;
  answer_by: string | null;
  answer_at: number | null;
  answer_message_id: string | null;
  notify: number;
  images: number;
}

export function asQuestion(row: QuestionRow): Question {
  return {
    id: row.id,
    amaId: row.ama_id,
    guildId: row.guild_id,
    number: row.number,
    askerId: row.asker_id,
    anonymous: row.anonymous === 1,
    text: row.text,
    original: row.original ?? undefined,
    tag: row.tag ?? undefined,
    status: row.status,
    askedAt: row.asked_at,
    statusAt: row.status_at,
    supports: row.supports,
    alsoAsked: row.also_asked,
    skips: row.skips,
    firstTimer: row.first_timer === 1,
    unreviewed: row.unreviewed === 1,
    mergedInto: row.merged_into ?? undefined,
    declined:
      row.decline_reason === null
        ? undefined
        : { reason: row.decline_reason, words: row.decline_words ?? '' },
    prepared: row.prepared_text === null ? undefined : { text: row.prepared_text, by: row.prepared_by ?? '' },
    answer:
      row.answer_kind === null
        ? undefined
        : {
            kind: row.answer_kind,
            text: row.answer_text ?? '',
            by: row.answer_by ?? '',
            at: row.answer_at ?? 0,
            messageId: row.answer_message_id ?? undefined,
          },
    notify: row.notify === 1,
    images: row.images,
  };
}
