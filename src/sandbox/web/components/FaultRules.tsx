import { useEffect, useState } from 'preact/hooks';
import { type FaultRule, sandbox } from '../api/sandbox.ts';
import { useSession, useView } from '../state/context.ts';
import { channelName } from '../state/selectors.ts';
import { FaultInputs } from './FaultInputs.tsx';
import { type FaultKind, faultBody, restFaults } from './fault-kinds.ts';
import { Icon } from './Icon.tsx';

const routes = [
  ['', 'Any route'],
  ['/interactions/:id/:token/callback', 'Interaction callback'],
  ['/webhooks/:application/:token', 'Follow-ups'],
  ['/channels/:channel/messages', 'Send or list messages'],
  ['/channels/:channel/messages/:message', 'Edit or delete a message'],
  ['/applications', 'Command registration'],
] as const;

const first = restFaults[0] as FaultKind;

/** Rules for REST requests: those that stand, and a form for a new one. */
export function FaultRules() {
  const session = useSession();
  const [rules, setRules] = useState<FaultRule[]>([]);
  const [kind, setKind] = useState(first);
  const [values, setValues] = useState<Record<string, string>>({});
  const [match, setMatch] = useState({ method: '', route: '', channel_id: '', from: 'bot' });
  const [times, setTimes] = useState('1');
  const channel = useView((state) => state.channels[state.channelId ?? '']);
  const name = useView((state) => (channel === undefined ? '' : channelName(state, channel)));
  const refresh = () => sandbox.faults().then(setRules, () => undefined);
  useEffect(() => {
    void refresh();
    const timer = setInterval(() => void refresh(), 1500);
    return () => clearInterval(timer);
  }, []);
  const act = async (run: () => Promise<unknown>) => {
    try {
      await run();
    } catch (error) {
      session.say(error instanceof Error ? error.message : 'That did not work.', 'problem');
    }
    await refresh();
  };
  const add = () => {
    const filled = Object.fromEntries(Object.entries(match).filter(([, value]) => value !== ''));
    void act(() =>
      sandbox.addFault({ match: filled, times: Number(times), action: faultBody(kind, values) }),
    );
  };
  const set = (key: string) => (event: Event) =>
    setMatch({ ...match, [key]: (event.currentTarget as HTMLSelectElement).value });
  return (
    <>
      <h3>Standing rules</h3>
      {rules.length === 0 && <p class="list-empty">None. Everything is answered as it should be.</p>}
      <ul class="rule-list">
        {rules.map((rule) => (
          <li key={rule.id}>
            <span>
              <strong>{rule.action.kind}</strong>{' '}
              {[rule.match?.method, rule.match?.route].filter(Boolean).join(' ') || 'any request'}
              <small>
                {rule.times === 0 ? 'until removed' : `${rule.times} left`} · hit {rule.hits ?? 0}
              </small>
            </span>
            <button
              type="button"
              class="icon-button"
              aria-label={`Remove ${rule.action.kind}`}
              onClick={() => void act(() => sandbox.removeFault(rule.id))}
            >
              <Icon name="trash" size={16} />
            </button>
          </li>
        ))}
      </ul>
      {rules.length > 1 && (
        <button type="button" class="text-button" onClick={() => void act(sandbox.clearFaults)}>
          Remove all
        </button>
      )}
      <h3>New rule</h3>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <FaultInputs
          kinds={restFaults}
          kind={kind}
          values={values}
          onKind={setKind}
          onValue={(key, value) => setValues({ ...values, [key]: value })}
        />
        <label class="drawer-field">
          <span>Requests of</span>
          <select value={match.from} onChange={set('from')}>
            <option value="bot">the bot</option>
            <option value="users">people</option>
            <option value="anybody">anybody</option>
          </select>
        </label>
        <label class="drawer-field">
          <span>Method</span>
          <select value={match.method} onChange={set('method')}>
            {['', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => (
              <option key={method} value={method}>
                {method === '' ? 'Any' : method}
              </option>
            ))}
          </select>
        </label>
        <label class="drawer-field">
          <span>Route</span>
          <input
            list="fault-routes"
            value={match.route}
            placeholder="Any, a template or a prefix"
            onInput={set('route')}
          />
          <datalist id="fault-routes">
            {routes
              .filter(([value]) => value !== '')
              .map(([value, label]) => (
                <option key={value} value={value} label={label} />
              ))}
          </datalist>
        </label>
        {channel !== undefined && (
          <label class="check-row">
            <input
              type="checkbox"
              checked={match.channel_id !== ''}
              onChange={(event) =>
                setMatch({ ...match, channel_id: event.currentTarget.checked ? channel.id : '' })
              }
            />
            <span>Only in {name}</span>
          </label>
        )}
        <label class="drawer-field">
          <span>How often (0 = until removed)</span>
          <input
            type="number"
            min="0"
            value={times}
            onInput={(event) => setTimes(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button primary">
          Add rule
        </button>
      </form>
    </>
  );
}
