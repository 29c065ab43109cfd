import { useNow } from '../state/clock.ts';
import { timeText } from './time-text.ts';

const MINUTE = 60_000;

/** A moment in the reader's zone; relative ones tick with the sandbox's clock. */
export function Timestamp({ at, style }: { at: number; style: string }) {
  const close = Math.abs(at * 1000 - Date.now()) < 2 * MINUTE;
  const now = useNow(style !== 'R' ? 60 * MINUTE : close ? 1000 : 10_000);
  const date = new Date(at * 1000);
  const valid = !Number.isNaN(date.getTime());
  return (
    <time class="stamp" dateTime={valid ? date.toISOString() : undefined} title={timeText(at, 'F', now)}>
      {timeText(at, style, now)}
    </time>
  );
}
