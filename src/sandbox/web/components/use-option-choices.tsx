import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type CommandChoice, type CommandOption, O } from '../api/command-types.ts';
import {
  type CommandEntry,
  type FieldValue,
  type FieldValues,
  sentOptions,
} from '../state/command-entries.ts';
import { useSession, useView } from '../state/context.ts';
import { autocomplete } from '../state/interaction-actions.ts';
import type { Channel } from '../state/model.ts';
import { channelChoices, filterChoices, mentionableChoices, roleChoices, userChoices } from './choices.tsx';
import type { Choice } from './Listbox.tsx';

const PAUSE_MS = 150;
const YES_NO: Choice[] = [
  { value: 'true', label: 'True' },
  { value: 'false', label: 'False' },
];

interface Wanted {
  option: CommandOption;
  field: FieldValue | undefined;
  channel: Channel;
  entry: CommandEntry;
  fields: FieldValues;
}

/** `strict`: the value must come from the list. `free`: the list only helps. `none`: there is no list. */
export type Lists = 'strict' | 'free' | 'none';

const toChoice = (choice: CommandChoice): Choice => ({ value: String(choice.value), label: choice.name });

function listsFor(option: CommandOption): Lists {
  if (option.autocomplete === true) return 'free';
  if ((option.choices?.length ?? 0) > 0) return 'strict';
  return option.type === O.String || option.type === O.Integer || option.type === O.Number
    ? 'none'
    : 'strict';
}

/** Choices that the page knows by itself. */
function useKnownChoices({ option, channel }: Wanted, active: boolean): Choice[] {
  const state = useView((view) => (active ? view : undefined));
  return useMemo(() => {
    if ((option.choices?.length ?? 0) > 0) return (option.choices ?? []).map(toChoice);
    if (option.type === O.Boolean) return YES_NO;
    if (state === undefined) return [];
    switch (option.type) {
      case O.User:
        return userChoices(state, channel.guild_id);
      case O.Role:
        return roleChoices(state, channel.guild_id);
      case O.Mentionable:
        return mentionableChoices(state, channel.guild_id);
      case O.Channel:
        return channelChoices(state, channel.guild_id, option.channel_types);
      default:
        return [];
    }
  }, [option, state === undefined, state?.members, state?.channels, channel.guild_id]);
}

/** Choices that the bot is asked for while the reader types. Answers to an older text are dropped. */
function useLiveChoices({ option, field, channel, entry, fields }: Wanted, active: boolean) {
  const session = useSession();
  const [answer, setAnswer] = useState<{ state: 'loading' | 'ready' | 'failed'; choices: Choice[] }>({
    state: 'loading',
    choices: [],
  });
  const latest = useRef(0);
  const text = field?.text ?? '';
  useEffect(() => {
    if (!active || option.autocomplete !== true) return;
    latest.current += 1;
    const turn = latest.current;
    setAnswer((old) => (old.choices.length > 0 ? old : { state: 'loading', choices: [] }));
    const timer = setTimeout(async () => {
      const { options } = sentOptions(entry, fields, option.name);
      const choices = await autocomplete(session, channel.id, {
        command: entry.command,
        options,
        fullName: entry.fullName,
      });
      if (turn !== latest.current) return;
      setAnswer(
        choices === undefined
          ? { state: 'failed', choices: [] }
          : { state: 'ready', choices: choices.map(toChoice) },
      );
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [active, text]);
  return answer;
}

export function useOptionChoices(
  wanted: Wanted,
  active: boolean,
): { choices: Choice[]; state: 'loading' | 'ready' | 'failed'; lists: Lists } {
  const lists = listsFor(wanted.option);
  const known = useKnownChoices(wanted, active);
  const live = useLiveChoices(wanted, active);
  const query = wanted.field?.value === undefined ? (wanted.field?.text ?? '') : '';
  const filtered = useMemo(() => filterChoices(known, query), [known, query]);
  if (lists === 'free') return { ...live, lists };
  return { choices: filtered, state: 'ready', lists };
}
