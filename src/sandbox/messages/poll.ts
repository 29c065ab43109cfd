import type { APIPoll } from 'discord-api-types/v10';
import { timestampOf } from '../world/world.ts';

const HOUR_MS = 3_600_000;

/** A native poll as it comes back from the API: answers numbered from 1, `duration` (hours, 24 by default) turned into `expiry`. */
export function storedPoll(poll: Record<string, unknown>, now: number): APIPoll {
  const { question, answers, duration, allow_multiselect, layout_type } = poll;
  const hours = typeof duration === 'number' ? duration : 24;
  return {
    question,
    answers: (answers as { poll_media: unknown }[]).map(({ poll_media }, index) => ({
      answer_id: index + 1,
      poll_media,
    })),
    expiry: timestampOf(now + hours * HOUR_MS),
    allow_multiselect: allow_multiselect === true,
    layout_type: layout_type ?? 1,
  } as APIPoll;
}
