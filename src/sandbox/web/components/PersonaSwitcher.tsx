import { useRef, useState } from 'preact/hooks';
import type { Persona } from '../api/types.ts';
import { useOutside } from '../hooks/use-outside.ts';
import { become, cast } from '../state/personas.ts';
import { totalMentions } from '../state/selectors.ts';
import type { Session } from '../state/session.ts';
import { useSelect } from '../state/store.ts';
import { Avatar } from './Avatar.tsx';
import { Icon } from './Icon.tsx';
import { ThemeButton } from './ThemeButton.tsx';

/** Who one is right now, and who else one could be. */
export function PersonaSwitcher({ current, onSwitch }: { current: Persona; onSwitch(): void }) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { personas, sessions } = useSelect(cast, (now) => now);
  useOutside(root, open, () => setOpen(false));
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitemradio]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items.at(at - 1)?.focus();
    else return;
    event.preventDefault();
  };
  const toggle = () => {
    setOpen(!open);
    if (!open)
      requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[aria-checked=true]')?.focus());
  };
  return (
    <div class="persona-bar" ref={root} onKeyDown={onKeyDown}>
      {open && (
        <div class="persona-menu" role="menu" aria-label="Act as">
          <p class="menu-heading" role="presentation">
            Act as
          </p>
          {personas.map((persona) => (
            <button
              type="button"
              key={persona.id}
              role="menuitemradio"
              aria-checked={persona.id === current.id}
              tabIndex={-1}
              onClick={() => {
                become(persona.id);
                close();
                onSwitch();
              }}
            >
              <Avatar user={persona} size={32} />
              <span class="persona-words">
                <strong>{persona.global_name ?? persona.username}</strong>
                <span>{persona.label}</span>
              </span>
              <PersonaMentions session={sessions[persona.id]} />
              {persona.id === current.id && <Icon name="check" />}
            </button>
          ))}
        </div>
      )}
      <button
        type="button"
        class="persona-button"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={`Acting as ${current.global_name ?? current.username}, ${current.label}. Switch persona`}
        onClick={toggle}
      >
        <Avatar user={current} size={34} />
        <span class="persona-words">
          <strong>{current.global_name ?? current.username}</strong>
          <span>{current.label} · switch</span>
        </span>
        <Icon name="chevron" />
      </button>
      <ThemeButton />
    </div>
  );
}

function PersonaMentions({ session }: { session: Session | undefined }) {
  if (session === undefined) return null;
  return <Count session={session} />;
}

function Count({ session }: { session: Session }) {
  const count = useSelect(session.store, totalMentions);
  return count === 0 ? null : <span class="badge">{count}</span>;
}
