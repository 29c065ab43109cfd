import { useEffect, useState } from 'preact/hooks';
import { type CommandOption, O } from '../api/command-types.ts';
import type { CommandEntry, FieldValue, FieldValues } from '../state/command-entries.ts';
import type { Channel } from '../state/model.ts';
import { sizeText } from './FileCard.tsx';
import { Icon } from './Icon.tsx';
import { type Choice, Listbox, stepActive } from './Listbox.tsx';
import { useOptionChoices } from './use-option-choices.tsx';

interface Props {
  option: CommandOption;
  field: FieldValue | undefined;
  channel: Channel;
  entry: CommandEntry;
  fields: FieldValues;
  problem: string | undefined;
  onChange(value: FieldValue): void;
  onLeave(): void;
  onDone(): void;
  onRemove?: () => void;
}

/** One option: a text field, a field with a list, or a file. */
export function OptionField(props: Props) {
  const { option, problem } = props;
  const id = `option-${option.name}`;
  return (
    <div class={problem === undefined ? 'option-field' : 'option-field wrong'}>
      <div class="option-name">
        <label for={id}>
          {option.name}
          {option.required === true && <span class="required"> required</span>}
        </label>
        {props.onRemove !== undefined && (
          <button
            type="button"
            class="icon-button small"
            aria-label={`Remove ${option.name}`}
            onClick={props.onRemove}
          >
            <Icon name="close" size={13} />
          </button>
        )}
      </div>
      {option.type === O.Attachment ? <FileField {...props} id={id} /> : <WordField {...props} id={id} />}
      {problem !== undefined && (
        <p class="option-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      <p class="option-hint" id={`${id}-hint`}>
        {option.description}
      </p>
    </div>
  );
}

const describedBy = (id: string, problem: string | undefined) =>
  problem === undefined ? `${id}-hint` : `${id}-problem ${id}-hint`;

function FileField({ id, option, field, problem, onChange }: Props & { id: string }) {
  return (
    <label class="file-field">
      <Icon name="file" />
      <span>
        {field?.file === undefined ? 'Choose a file' : `${field.file.name} (${sizeText(field.file.size)})`}
      </span>
      <input
        type="file"
        id={id}
        class="visually-hidden"
        data-option={option.name}
        aria-describedby={describedBy(id, problem)}
        onChange={(event) => onChange({ text: '', file: event.currentTarget.files?.[0] })}
      />
    </label>
  );
}

function WordField(props: Props & { id: string }) {
  const { id, option, field, problem, onChange, onLeave, onDone } = props;
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const { choices, state, lists } = useOptionChoices(props, open);
  useEffect(() => setActive(lists === 'strict' && choices.length > 0 ? 0 : -1), [choices]);
  const showing = open && lists !== 'none';

  const choose = (choice: Choice) => {
    onChange({ text: choice.label, value: valueOf(option, choice, choices) });
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepActive(event.key, active, choices.length);
    const chosen = choices[active];
    if (showing && step !== undefined) {
      event.preventDefault();
      return setActive(active === -1 && event.key === 'ArrowUp' ? choices.length - 1 : step);
    }
    if (event.key === 'ArrowDown' && lists !== 'none') return setOpen(true);
    if (event.key === 'Escape' && showing) {
      event.preventDefault();
      return setOpen(false);
    }
    if (
      (event.key === 'Enter' || event.key === 'Tab') &&
      showing &&
      chosen !== undefined &&
      field?.value === undefined
    ) {
      if (event.key === 'Enter') event.preventDefault();
      return choose(chosen);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      setOpen(false);
      onDone();
    }
  };
  return (
    <div class="option-input">
      <input
        id={id}
        data-option={option.name}
        autoComplete="off"
        role={lists === 'none' ? undefined : 'combobox'}
        aria-autocomplete={lists === 'none' ? undefined : 'list'}
        aria-expanded={lists === 'none' ? undefined : showing}
        aria-controls={showing ? `${id}-list` : undefined}
        aria-activedescendant={showing && active >= 0 ? `${id}-list-${active}` : undefined}
        aria-invalid={problem !== undefined}
        aria-required={option.required}
        aria-describedby={describedBy(id, problem)}
        inputMode={option.type === O.Integer ? 'numeric' : option.type === O.Number ? 'decimal' : undefined}
        value={field?.text ?? ''}
        placeholder={placeholderOf(option)}
        onInput={(event) => {
          onChange({ text: event.currentTarget.value });
          setOpen(true);
        }}
        onFocus={() => setOpen(field?.value === undefined)}
        onBlur={() => {
          setOpen(false);
          onLeave();
        }}
        onKeyDown={onKeyDown}
      />
      {showing && (
        <div class="option-list">
          {state === 'loading' && (
            <div class="list-empty" role="status">
              Loading options…
            </div>
          )}
          {state === 'failed' && (
            <div class="list-empty problem" role="status">
              Loading options failed
            </div>
          )}
          {state === 'ready' && (
            <Listbox
              id={`${id}-list`}
              label={option.name}
              choices={choices}
              active={active}
              onActive={setActive}
              onChoose={choose}
              empty="No options match your search."
            />
          )}
        </div>
      )}
    </div>
  );
}

function valueOf(option: CommandOption, choice: Choice, choices: Choice[]): string | number | boolean {
  if (option.type === O.Boolean) return choice.value === 'true';
  const index = choices.indexOf(choice);
  if (option.type === O.Integer || option.type === O.Number) return Number(choices[index]?.value);
  return choice.value;
}

function placeholderOf(option: CommandOption): string {
  const { min_value: min, max_value: max } = option;
  if (min !== undefined && max !== undefined) return `${min} to ${max}`;
  if (option.autocomplete === true) return 'Type to search';
  return '';
}
