import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SelectComponent } from '../api/component-types.ts';
import { useOutside } from '../hooks/use-outside.ts';
import { useView } from '../state/context.ts';
import { selectChoices } from './choices.tsx';
import { Icon } from './Icon.tsx';
import type { Choice } from './Listbox.tsx';
import { SelectPanel } from './SelectPanel.tsx';

interface Props {
  component: SelectComponent;
  guildId: string | undefined;
  value: string[];
  label: string;
  id?: string;
  busy?: boolean;
  invalid?: boolean;
  describedBy?: string;
  /** Called with the finished choice: at once for one value, when the list closes for several. */
  onCommit(values: string[]): void;
}

function toggled(values: string[], value: string, most: number): string[] {
  if (values.includes(value)) return values.filter((item) => item !== value);
  return values.length < most ? [...values, value] : values;
}

const sameValues = (a: string[], b: string[]) =>
  a.length === b.length && a.every((value) => b.includes(value));

/** Any select menu: a button that opens a list with a search field where there is much to choose from. */
export function SelectBox(props: Props) {
  const { component, value } = props;
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(value);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const state = useView((view) => view);
  const choices = useMemo(
    () => selectChoices(state, component, props.guildId),
    [state, component, props.guildId],
  );
  const min = component.min_values ?? 1;
  const most = component.max_values ?? 1;
  useEffect(() => setDraft(value), [value.join()]);

  const close = (commit: boolean) => {
    setOpen(false);
    button.current?.focus();
    if (!commit || sameValues(draft, value)) return setDraft(value);
    if (draft.length >= min && (draft.length > 0 || min === 0)) props.onCommit(draft);
    else setDraft(value);
  };
  useOutside(root, open, () => close(true));

  const choose = (choice: Choice) => {
    if (most > 1) return setDraft(toggled(draft, choice.value, most));
    const next = min === 0 && value.includes(choice.value) ? [] : [choice.value];
    setDraft(next);
    setOpen(false);
    button.current?.focus();
    props.onCommit(next);
  };

  const disabled = component.disabled === true || props.busy === true;
  return (
    <div class="select" ref={root}>
      <button
        type="button"
        class="select-button"
        id={props.id}
        ref={button}
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-label={`${props.label}${draft.length > 0 ? `: ${labelsOf(draft, choices)}` : ''}`}
        aria-busy={props.busy}
        aria-invalid={props.invalid}
        aria-describedby={props.describedBy}
        disabled={disabled}
        onClick={() => (open ? close(true) : setOpen(true))}
        onKeyDown={(event) => {
          if (!open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
            event.preventDefault();
            setOpen(true);
          }
        }}
      >
        <Shown values={draft} choices={choices} placeholder={component.placeholder ?? 'Make a selection'} />
        {props.busy === true ? <span class="spinner" /> : <Icon name="chevron" />}
      </button>
      {open && (
        <SelectPanel
          choices={choices}
          draft={draft}
          min={min}
          most={most}
          label={props.label}
          onChoose={choose}
          onClose={close}
        />
      )}
    </div>
  );
}

const labelsOf = (values: string[], choices: Choice[]) =>
  values.map((value) => choices.find((choice) => choice.value === value)?.label ?? value).join(', ');

function Shown({
  values,
  choices,
  placeholder,
}: {
  values: string[];
  choices: Choice[];
  placeholder: string;
}) {
  if (values.length === 0) return <span class="placeholder">{placeholder}</span>;
  return (
    <span class="select-shown">
      {values.map((value) => {
        const choice = choices.find((item) => item.value === value);
        return (
          <span class={values.length > 1 ? 'chip' : 'one'} key={value}>
            {choice?.icon}
            {choice?.label ?? value}
          </span>
        );
      })}
    </span>
  );
}
