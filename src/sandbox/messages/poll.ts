import type { APIPoll } from 'discord-api-types/v10';
import { timestampOf } from '../world/world.ts';

interface PollMedia {
  text: string;
  emoji?: object | null;
}

const HOUR_MS = 3_600_000;

/** A native poll as it comes back from the API: answers numbered from 1, `duration` (hours, 24 by default) turned into `expiry`. */
export function storedPoll(poll: Record<string, unknown>, now: number): APIPoll {
  const { question, answers, duration, allow_multiselect, layout_type } = poll;
  const hours = typeof duration === 'number' ? duration : 24;
  return {
    question,
    answers: (answers as { poll_media: PollMedia }[]).map(({ poll_media: { text, emoji } }, index) => ({
      answer_id: index + 1,
      poll_media: emoji ? { text, emoji: { id: null, name: null, ...emoji } } : { text },
    })),
    expiry: timestampOf(now + hours * HOUR_MS),
    allow_multiselect: allow_multiselect === true,
    layout_type: layout_type ?? 1,
    results: { is_finalized: false, answer_counts: [] },
  } as unknown as APIPoll;
}
