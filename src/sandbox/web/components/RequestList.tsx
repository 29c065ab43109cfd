import { useEffect, useRef, useState } from 'preact/hooks';
import type { LoggedRequest } from '../../request-log.ts';
import { sandbox } from '../api/sandbox.ts';

const KEPT = 200;
const EVERY_MS = 1200;

/** The latest REST requests, newest first, with what was sent and how it was answered. */
export function RequestList() {
  const [list, setList] = useState<LoggedRequest[]>([]);
  const [who, setWho] = useState<'bot' | 'people' | 'all'>('bot');
  const [problem, setProblem] = useState(false);
  const seq = useRef(0);
  useEffect(() => {
    let stopped = false;
    const look = async () => {
      try {
        const fresh = await sandbox.requests(seq.current);
        if (stopped) return;
        seq.current = fresh.at(-1)?.seq ?? seq.current;
        if (fresh.length > 0) setList((old) => [...fresh.toReversed(), ...old].slice(0, KEPT));
        setProblem(false);
      } catch {
        setProblem(true);
      }
    };
    void look();
    const timer = setInterval(() => void look(), EVERY_MS);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, []);
  const shown = list.filter((item) => who === 'all' || item.bot === (who === 'bot'));
  return (
    <>
      <label class="inline-field">
        <span>Sent by</span>
        <select
          value={who}
          onChange={(event) => setWho(event.currentTarget.value as 'bot' | 'people' | 'all')}
        >
          <option value="bot">the bot</option>
          <option value="people">people</option>
          <option value="all">everyone</option>
        </select>
      </label>
      {problem && <p class="field-problem">The log could not be read.</p>}
      {shown.length === 0 && <p class="list-empty">No requests yet.</p>}
      <ul class="request-list">
        {shown.map((item) => (
          <li key={item.seq}>
            <details>
              <summary>
                <span class={`status s${Math.floor(item.status / 100)}`}>
                  {item.status === 0 ? 'lost' : item.status}
                </span>
                <span class="method">{item.method}</span>
                <span class="path" title={item.path}>
                  {item.route || item.path}
                </span>
              </summary>
              <p class="request-facts">
                {new Date(item.at).toLocaleTimeString()}
                {item.code !== undefined && ` · code ${item.code}`}
                {item.fault !== undefined && ` · fault: ${item.fault}`}
              </p>
              <p class="request-path">{item.path}</p>
              {item.body !== undefined && item.body !== null && (
                <pre tabIndex={0} aria-label="Body">
                  {JSON.stringify(item.body, null, 2)}
                </pre>
              )}
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
