import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';

export interface Choice {
  value: string;
  label: string;
  description?: string;
  icon?: ComponentChildren;
  /** For lists that mix kinds, e.g. users and roles. */
  kind?: 'user' | 'role' | 'channel';
  group?: string;
}

interface Props {
  id: string;
  label: string;
  choices: Choice[];
  active: number;
  selected?: string[];
  multiple?: boolean;
  empty?: string;
  onActive(index: number): void;
  onChoose(choice: Choice): void;
}

/** The list of a combobox: the focus stays in the field, `active` names the option that Enter takes. */
export function Listbox(props: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [props.active, props.choices]);
  if (props.choices.length === 0) return <div class="list-empty">{props.empty ?? 'Nothing found'}</div>;
  return (
    <div
      class="listbox"
      role="listbox"
      id={props.id}
      aria-label={props.label}
      aria-multiselectable={props.multiple}
      ref={list}
      tabIndex={-1}
    >
      {props.choices.map((choice, index) => (
        <Option key={`${choice.kind ?? ''}${choice.value}`} {...props} choice={choice} index={index} />
      ))}
    </div>
  );
}

function Option({
  id,
  choice,
  index,
  active,
  selected,
  multiple,
  choices,
  onActive,
  onChoose,
}: Props & { choice: Choice; index: number }) {
  const chosen = selected?.includes(choice.value) ?? false;
  const heading =
    choice.group !== undefined && choice.group !== choices[index - 1]?.group ? choice.group : undefined;
  return (
    <>
      {heading !== undefined && (
        <div class="list-heading" role="presentation">
          {heading}
        </div>
      )}
      <div
        role="option"
        id={`${id}-${index}`}
        class="list-option"
        aria-selected={selected === undefined ? index === active : chosen}
        data-active={index === active ? '' : undefined}
        onPointerMove={() => index !== active && onActive(index)}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onChoose(choice)}
      >
        {choice.icon !== undefined && <span class="list-icon">{choice.icon}</span>}
        <span class="list-words">
          <span class="list-label">{choice.label}</span>
          {choice.description !== undefined && <span class="list-description">{choice.description}</span>}
        </span>
        {multiple === true ? (
          <span class={chosen ? 'tick on' : 'tick'}>{chosen && <Icon name="check" size={14} />}</span>
        ) : (
          chosen && <Icon name="check" size={16} />
        )}
      </div>
    </>
  );
}

/** What an arrow key does to the active option; undefined for any other key. */
export function stepActive(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return (active - 1 + count) % count;
    case 'PageDown':
      return Math.min(count - 1, active + 8);
    case 'PageUp':
      return Math.max(0, active - 8);
    default:
      return undefined;
  }
}
