import { useState } from 'preact/hooks';
import type { Message, NativePoll, PollAnswer } from '../api/types.ts';
import { relativeTime } from '../markdown/time-text.ts';
import { useNow } from '../state/clock.ts';
import { useSession } from '../state/context.ts';
import { votePoll } from '../state/message-actions.ts';
import { EmojiView } from './Emoji.tsx';
import { Icon } from './Icon.tsx';

const countOf = (poll: NativePoll, answer: PollAnswer) =>
  poll.results?.answer_counts.find((item) => item.id === answer.answer_id);

function closing(poll: NativePoll, now: number): string {
  const at = poll.expiry ? Date.parse(poll.expiry) : undefined;
  if (poll.results?.is_finalized === true || (at !== undefined && at <= now)) return 'Poll closed';
  return at === undefined ? 'No end' : `Closes ${relativeTime(at, now)}`;
}

/** Discord's own poll: choose, vote, see the bars, take the vote back. */
export function PollView({ message, poll }: { message: Message; poll: NativePoll }) {
  const session = useSession();
  const now = useNow(10_000);
  const [picked, setPicked] = useState<number[]>([]);
  const [peeking, setPeeking] = useState(false);
  const voted = poll.results?.answer_counts.some((item) => item.me_voted) ?? false;
  const closed = closing(poll, now) === 'Poll closed';
  const total = poll.results?.answer_counts.reduce((sum, item) => sum + item.count, 0) ?? 0;
  const results = voted || closed || peeking;
  const pick = (id: number) => {
    if (poll.allow_multiselect !== true) return setPicked([id]);
    setPicked(picked.includes(id) ? picked.filter((item) => item !== id) : [...picked, id]);
  };
  return (
    <fieldset class="poll">
      <legend>{poll.question.text}</legend>
      <p class="poll-hint">
        {results ? '' : poll.allow_multiselect === true ? 'Select one or more answers' : 'Select one answer'}
      </p>
      {poll.answers.map((answer) =>
        results ? (
          <ResultRow
            key={answer.answer_id}
            answer={answer}
            count={countOf(poll, answer)?.count ?? 0}
            mine={countOf(poll, answer)?.me_voted ?? false}
            total={total}
          />
        ) : (
          <label key={answer.answer_id} class="poll-answer">
            {answer.poll_media.emoji !== undefined && <EmojiView emoji={answer.poll_media.emoji} />}
            <span>{answer.poll_media.text}</span>
            <input
              type={poll.allow_multiselect === true ? 'checkbox' : 'radio'}
              name={`poll-${message.id}`}
              checked={picked.includes(answer.answer_id)}
              onChange={() => pick(answer.answer_id)}
            />
          </label>
        ),
      )}
      <div class="poll-foot">
        <span>
          {total} {total === 1 ? 'vote' : 'votes'} · {closing(poll, now)}
        </span>
        {!closed && voted && (
          <button type="button" class="text-button" onClick={() => void votePoll(session, message, [])}>
            Remove vote
          </button>
        )}
        {!closed && !voted && (
          <>
            <button type="button" class="text-button" onClick={() => setPeeking(!peeking)}>
              {peeking ? 'Back to vote' : 'Show results'}
            </button>
            {!peeking && (
              <button
                type="button"
                class="button primary small"
                disabled={picked.length === 0}
                onClick={() => void votePoll(session, message, picked)}
              >
                Vote
              </button>
            )}
          </>
        )}
      </div>
    </fieldset>
  );
}

function ResultRow({
  answer,
  count,
  mine,
  total,
}: {
  answer: PollAnswer;
  count: number;
  mine: boolean;
  total: number;
}) {
  const share = total === 0 ? 0 : Math.round((count / total) * 100);
  return (
    <div class={mine ? 'poll-answer result mine' : 'poll-answer result'} style={{ '--share': `${share}%` }}>
      {answer.poll_media.emoji !== undefined && <EmojiView emoji={answer.poll_media.emoji} />}
      <span>{answer.poll_media.text}</span>
      <span class="poll-count">
        {count} {count === 1 ? 'vote' : 'votes'} <strong>{share}%</strong>
        {mine && <Icon name="check" size={16} />}
        {mine && <span class="visually-hidden">, your vote</span>}
      </span>
    </div>
  );
}
