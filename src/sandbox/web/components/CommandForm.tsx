import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CommandOption } from '../api/command-types.ts';
import { applicationUser } from '../state/application.ts';
import {
  type CommandEntry,
  type FieldValue,
  type FieldValues,
  optionProblem,
  sentOptions,
} from '../state/command-entries.ts';
import { useSession, useView } from '../state/context.ts';
import { runCommand } from '../state/interaction-actions.ts';
import type { Channel } from '../state/model.ts';
import { Avatar } from './Avatar.tsx';
import { Icon } from './Icon.tsx';
import { OptionField } from './OptionField.tsx';

interface Props {
  entry: CommandEntry;
  channel: Channel;
  onClose(): void;
}

/** A picked command with its options as fields: required ones at once, optional ones on demand. */
export function CommandForm({ entry, channel, onClose }: Props) {
  const session = useSession();
  const app = useView((state) => applicationUser(state, entry.command.application_id));
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState<FieldValues>({});
  const [added, setAdded] = useState<string[]>([]);
  const [checked, setChecked] = useState<string[]>([]);
  const shown = entry.options.filter((option) => option.required === true || added.includes(option.name));
  const more = entry.options.filter((option) => !shown.includes(option));
  const focusField = (name: string) =>
    form.current?.querySelector<HTMLElement>(`[data-option="${CSS.escape(name)}"]`)?.focus();

  useLayoutEffect(() => {
    const first = shown[0];
    if (first !== undefined) focusField(first.name);
    else form.current?.querySelector<HTMLElement>('[type=submit]')?.focus();
  }, []);
  useLayoutEffect(() => {
    const latest = added.at(-1);
    if (latest !== undefined) focusField(latest);
  }, [added]);

  const submit = () => {
    const wrong = shown.find((option) => optionProblem(option, fields[option.name]) !== undefined);
    setChecked(shown.map((option) => option.name));
    if (wrong !== undefined) return focusField(wrong.name);
    const { options, files } = sentOptions(entry, fields);
    void runCommand(session, channel.id, {
      command: entry.command,
      options,
      files,
      fullName: `/${entry.fullName}`,
    });
    onClose();
  };
  /** Enter in a finished field goes to the next one that still wants something, or sends. */
  const advance = (from: CommandOption) => {
    const later = shown.slice(shown.indexOf(from) + 1);
    const next = later.find((option) => optionProblem(option, fields[option.name]) !== undefined);
    if (next === undefined) submit();
    else focusField(next.name);
  };
  const remove = (name: string) => {
    setAdded(added.filter((item) => item !== name));
    setFields(({ [name]: _gone, ...rest }) => rest);
    focusField(shown[0]?.name ?? '');
  };
  const problems = shown.map((option) =>
    checked.includes(option.name) ? optionProblem(option, fields[option.name]) : undefined,
  );

  return (
    <form
      class="composer command-form"
      ref={form}
      noValidate
      aria-label={`Command /${entry.fullName}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <div class="command-head">
        <Avatar user={app} size={28} />
        <div>
          <strong>/{entry.fullName}</strong>
          <span>{entry.description}</span>
        </div>
        <button
          type="button"
          class="icon-button"
          aria-label="Cancel command"
          title="Cancel command (Esc)"
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      {shown.length > 0 && (
        <div class="command-fields">
          {shown.map((option, index) => (
            <OptionField
              key={option.name}
              option={option}
              field={fields[option.name]}
              channel={channel}
              entry={entry}
              fields={fields}
              problem={problems[index]}
              onChange={(value: FieldValue) => setFields((all) => ({ ...all, [option.name]: value }))}
              onLeave={() =>
                setChecked((all) =>
                  fields[option.name] === undefined || all.includes(option.name)
                    ? all
                    : [...all, option.name],
                )
              }
              onDone={() => advance(option)}
              onRemove={option.required === true ? undefined : () => remove(option.name)}
            />
          ))}
        </div>
      )}
      <div class="command-foot">
        {more.length > 0 && (
          <div class="option-add" role="group" aria-label="Optional">
            {more.map((option) => (
              <button
                type="button"
                key={option.name}
                class="option-button"
                title={option.description}
                onClick={() => setAdded([...added, option.name])}
              >
                <Icon name="plus" size={14} />
                {option.name}
              </button>
            ))}
          </div>
        )}
        <button type="submit" class="button primary">
          Send
        </button>
      </div>
    </form>
  );
}
