import { useRef, useState } from 'preact/hooks';
import { sandbox } from '../api/sandbox.ts';
import { useOutside } from '../hooks/use-outside.ts';
import { clock, setSandboxNow, useNow } from '../state/clock.ts';
import { useSession } from '../state/context.ts';
import { Icon } from './Icon.tsx';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const units = { minutes: MINUTE, hours: HOUR, days: DAY, weeks: 7 * DAY };
const steps: [string, number][] = [
  ['+5 minutes', 5 * MINUTE],
  ['+1 hour', HOUR],
  ['+1 day', DAY],
  ['+1 week', 7 * DAY],
];

const day = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const long = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

function aheadText(offset: number): string {
  const ahead = Math.round(Math.abs(offset) / MINUTE);
  if (ahead < 1) return 'The same as on your machine.';
  const days = Math.floor(ahead / 1440);
  const hours = Math.floor((ahead % 1440) / 60);
  const minutes = ahead % 60;
  const parts = [
    days > 0 ? `${days} d` : '',
    hours > 0 ? `${hours} h` : '',
    minutes > 0 ? `${minutes} min` : '',
  ].filter(Boolean);
  return `${parts.join(' ')} ${offset > 0 ? 'ahead of' : 'behind'} your machine.`;
}

/** The sandbox's time, and buttons to let it pass. */
export function ClockButton() {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const now = useNow(1000);
  const close = () => setOpen(false);
  useOutside(root, open, close);
  return (
    <div
      class="pop-anchor"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        close();
        button.current?.focus();
      }}
    >
      <button
        type="button"
        class="clock-button"
        ref={button}
        aria-expanded={open}
        title="Sandbox time"
        onClick={() => setOpen(!open)}
      >
        <Icon name="clock" />
        <span class="visually-hidden">Sandbox time: </span>
        <span class="clock-words">
          <span>{day.format(now)}</span> <span>{time.format(now)}</span>
        </span>
      </button>
      {open && <ClockPanel now={now} />}
    </div>
  );
}

function ClockPanel({ now }: { now: number }) {
  const session = useSession();
  const [amount, setAmount] = useState('3');
  const [unit, setUnit] = useState<keyof typeof units>('days');
  const [busy, setBusy] = useState(false);
  const advance = async (ms: number) => {
    setBusy(true);
    try {
      setSandboxNow((await sandbox.advance(ms)).now);
    } catch (error) {
      session.say(`The clock did not move. ${error instanceof Error ? error.message : ''}`, 'problem');
    } finally {
      setBusy(false);
    }
  };
  const custom = Number(amount);
  return (
    <div class="popover clock" role="dialog" aria-label="Sandbox time">
      <h2>Sandbox time</h2>
      <p class="clock-now" role="timer" aria-live="off">
        {long.format(now)}
      </p>
      <p class="clock-ahead">{aheadText(clock.get().offset)} The bot lives by this clock too.</p>
      <div class="clock-steps">
        {steps.map(([label, ms]) => (
          <button
            type="button"
            key={label}
            class="button secondary"
            disabled={busy}
            onClick={() => void advance(ms)}
          >
            {label}
          </button>
        ))}
      </div>
      <form
        class="clock-custom"
        onSubmit={(event) => {
          event.preventDefault();
          if (custom > 0) void advance(custom * units[unit]);
        }}
      >
        <input
          type="number"
          min="1"
          step="any"
          aria-label="How much"
          value={amount}
          onInput={(event) => setAmount(event.currentTarget.value)}
        />
        <select
          aria-label="Unit"
          value={unit}
          onChange={(event) => setUnit(event.currentTarget.value as keyof typeof units)}
        >
          {Object.keys(units).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
        <button type="submit" class="button primary" disabled={busy || !(custom > 0)}>
          Forward
        </button>
      </form>
    </div>
  );
}
