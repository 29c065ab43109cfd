import { useEffect, useRef } from 'preact/hooks';
import type { CommandIndex } from '../api/command-types.ts';
import { applicationUser } from '../state/application.ts';
import type { CommandEntry } from '../state/command-entries.ts';
import { useView } from '../state/context.ts';
import { Avatar } from './Avatar.tsx';

interface Props {
  entries: CommandEntry[];
  index: CommandIndex | undefined;
  active: number;
  onActive(index: number): void;
  onChoose(entry: CommandEntry): void;
}

/** The picker above the composer: every matching command with what it does and what it asks for. */
export function CommandList({ entries, index, active, onActive, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [active, entries.length]);
  if (index === undefined) return <div class="composer-panel list-empty">Looking for commands…</div>;
  if (entries.length === 0) {
    return (
      <div class="composer-panel list-empty" role="status">
        No command matches. It may need a permission that this persona does not have.
      </div>
    );
  }
  return (
    <div class="composer-panel">
      <div class="listbox" role="listbox" id="command-list" aria-label="Commands" ref={list} tabIndex={-1}>
        {entries.map((entry, at) => (
          <EntryRow
            key={entry.fullName + entry.command.id}
            entry={entry}
            at={at}
            active={at === active}
            first={entries[at - 1]?.command.application_id !== entry.command.application_id}
            onActive={onActive}
            onChoose={onChoose}
          />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  entry: CommandEntry;
  at: number;
  active: boolean;
  first: boolean;
  onActive(index: number): void;
  onChoose(entry: CommandEntry): void;
}

function EntryRow({ entry, at, active, first, onActive, onChoose }: RowProps) {
  const app = useView((state) => applicationUser(state, entry.command.application_id));
  const required = entry.options.filter((option) => option.required === true);
  const rest = entry.options.length - required.length;
  return (
    <>
      {first && (
        <div class="list-heading" role="presentation">
          <Avatar user={app} size={18} /> {app.global_name ?? app.username}
        </div>
      )}
      <div
        role="option"
        id={`command-list-${at}`}
        class="list-option command"
        aria-selected={active}
        data-active={active ? '' : undefined}
        onPointerMove={() => !active && onActive(at)}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onChoose(entry)}
      >
        <span class="list-words">
          <span class="list-label">
            /{entry.fullName}{' '}
            {required.map((option) => (
              <span class="option-pill" key={option.name}>
                {option.name}
              </span>
            ))}
            {rest > 0 && <span class="option-more">+{rest} optional</span>}
          </span>
          <span class="list-description">{entry.description}</span>
        </span>
      </div>
    </>
  );
}
