import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { filterChoices } from './choices.tsx';
import { type Choice, Listbox, stepActive } from './Listbox.tsx';

interface PanelProps {
  choices: Choice[];
  draft: string[];
  min: number;
  most: number;
  label: string;
  onChoose(choice: Choice): void;
  onClose(commit: boolean): void;
}

const SEARCH_FROM = 10;

/** The open list of a select menu. Only Done, Tab or a press outside send several values. */
export function SelectPanel({ choices, draft, min, most, label, onChoose, onClose }: PanelProps) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const shown = filterChoices(choices, query);
  const [active, setActive] = useState(
    Math.max(
      0,
      shown.findIndex((choice) => choice.value === draft[0]),
    ),
  );
  const searching = choices.length > SEARCH_FROM;
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  useEffect(() => panel.current?.scrollIntoView({ block: 'nearest' }), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepActive(event.key, active, shown.length);
    const chosen = shown[active];
    if (step !== undefined) setActive(step);
    else if (event.key === 'Escape') onClose(false);
    else if (event.key === 'Tab') return onClose(true);
    else if ((event.key === 'Enter' || (event.key === ' ' && !searching)) && chosen !== undefined)
      onChoose(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const short = draft.length < min;
  return (
    <div class="select-panel" ref={panel}>
      <input
        ref={field}
        class={searching ? 'select-search' : 'visually-hidden'}
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={shown.length > 0 ? `${id}-${active}` : undefined}
        aria-label={searching ? `Search: ${label}` : label}
        placeholder="Search"
        readOnly={!searching}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <Listbox
        id={id}
        label={label}
        choices={shown}
        active={active}
        selected={draft}
        multiple={most > 1}
        onActive={setActive}
        onChoose={onChoose}
      />
      {most > 1 && (
        <div class="select-foot">
          <span>
            {draft.length} of {most === choices.length ? most : `up to ${most}`}
            {short && `, at least ${min}`}
          </span>
          <button type="button" class="button primary small" disabled={short} onClick={() => onClose(true)}>
            Done
          </button>
        </div>
      )}
    </div>
  );
}
