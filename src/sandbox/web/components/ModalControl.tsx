import type {
  CheckboxGroupComponent,
  FileUploadComponent,
  ModalInput,
  RadioGroupComponent,
  TextInputComponent,
} from '../api/component-types.ts';
import type { ModalValue } from '../state/modal-values.ts';
import { FileChips } from './FileChips.tsx';
import { Icon } from './Icon.tsx';
import { SelectBox } from './SelectBox.tsx';

export interface FieldProps {
  input: ModalInput;
  label: string;
  description: string | undefined;
  value: ModalValue;
  problem: string | undefined;
  guildId: string | undefined;
  onChange(value: ModalValue): void;
}

export const isRequired = (input: ModalInput): boolean => input.type !== 23 && input.required !== false;
type ControlProps = FieldProps & { id: string; described: string | undefined };

/** The input itself, whatever its kind. */
export function Control(props: ControlProps) {
  const { input, value, label, guildId, problem, described, onChange } = props;
  switch (input.type) {
    case 4:
      return <TextField {...props} input={input} />;
    case 19:
      return <UploadField {...props} input={input} />;
    case 21:
    case 22:
      return <OptionGroup {...props} input={input} />;
    case 23:
      return (
        <label class="check-row">
          <input
            id={props.id}
            type="checkbox"
            checked={value.checked}
            data-field={input.custom_id}
            aria-describedby={described}
            onChange={(event) => onChange({ checked: event.currentTarget.checked })}
          />
          <span>{label}</span>
        </label>
      );
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return (
        <SelectBox
          id={props.id}
          component={input}
          guildId={guildId}
          value={value.values ?? []}
          label={label}
          invalid={problem !== undefined}
          describedBy={described}
          onCommit={(values) => onChange({ values })}
        />
      );
  }
}

function TextField({
  input,
  value,
  id,
  problem,
  described,
  onChange,
}: ControlProps & { input: TextInputComponent }) {
  const text = value.text ?? '';
  const max = input.max_length ?? 4000;
  const common = {
    id,
    value: text,
    placeholder: input.placeholder,
    'data-field': input.custom_id,
    'aria-required': isRequired(input),
    'aria-invalid': problem !== undefined,
    'aria-describedby': described,
    autoComplete: 'off',
  };
  const left = max - text.length;
  const tight = input.max_length !== undefined || left < 400;
  return (
    <div class="text-field">
      {input.style === 2 ? (
        <textarea {...common} rows={4} onInput={(event) => onChange({ text: event.currentTarget.value })} />
      ) : (
        <input {...common} onInput={(event) => onChange({ text: event.currentTarget.value })} />
      )}
      {tight && (
        <span class={left < 0 ? 'counter over' : 'counter'} aria-live={left < 20 ? 'polite' : 'off'}>
          <span aria-hidden="true">
            {text.length}/{max}
          </span>
          <span class="visually-hidden">{left} characters left</span>
        </span>
      )}
    </div>
  );
}

function OptionGroup({
  input,
  value,
  id,
  onChange,
}: ControlProps & { input: RadioGroupComponent | CheckboxGroupComponent }) {
  const chosen = value.values ?? [];
  const radio = input.type === 21;
  const pick = (option: string) => {
    if (radio) return onChange({ values: [option] });
    onChange({
      values: chosen.includes(option) ? chosen.filter((item) => item !== option) : [...chosen, option],
    });
  };
  return (
    <div class="check-list">
      {input.options.map((option) => (
        <label class="check-row" key={option.value}>
          <input
            type={radio ? 'radio' : 'checkbox'}
            name={id}
            checked={chosen.includes(option.value)}
            onChange={() => pick(option.value)}
          />
          <span>
            {option.label}
            {option.description !== undefined && <small>{option.description}</small>}
          </span>
        </label>
      ))}
      {radio && input.required === false && chosen.length > 0 && (
        <button type="button" class="text-button" onClick={() => onChange({ values: [] })}>
          Clear choice
        </button>
      )}
    </div>
  );
}

function UploadField({ input, value, described, onChange }: ControlProps & { input: FileUploadComponent }) {
  const files = value.files ?? [];
  const most = input.max_values ?? 1;
  const accept = input.file_types?.map((type) => (type.startsWith('.') ? type : `${type}/*`)).join(',');
  return (
    <div>
      <label class="file-field">
        <Icon name="plus" />
        <span>{most > 1 ? `Choose up to ${most} files` : 'Choose a file'}</span>
        <input
          type="file"
          class="visually-hidden"
          multiple={most > 1}
          accept={accept}
          aria-describedby={described}
          onChange={(event) => {
            onChange({ files: [...files, ...(event.currentTarget.files ?? [])].slice(-most) });
            event.currentTarget.value = '';
          }}
        />
      </label>
      <FileChips
        files={files}
        onRemove={(index) => onChange({ files: files.filter((_, at) => at !== index) })}
      />
    </div>
  );
}
