import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { useSession, useView } from '../state/context.ts';
import type { Channel } from '../state/model.ts';
import { filterChoices, roleChoices, userChoices } from './choices.tsx';
import { type Choice, stepActive } from './Listbox.tsx';

const TYPED = /(^|\s)@([\p{L}\p{N}_.-]{0,32})$/u;

/** Completes `@name` before the caret into a mention. */
export function useMentionList(field: RefObject<HTMLTextAreaElement | null>, channel: Channel, text: string) {
  const session = useSession();
  const [active, setActive] = useState(0);
  const [closedFor, setClosedFor] = useState<string | undefined>();
  const caret = field.current?.selectionStart ?? text.length;
  const match = TYPED.exec(text.slice(0, Math.min(caret, text.length)));
  const wanted = match !== null && closedFor !== text;
  const members = useView((state) => (wanted ? state.members[channel.guild_id ?? ''] : undefined));
  const state = session.store.get();
  const all =
    wanted && members !== undefined
      ? [...userChoices(state, channel.guild_id), ...roleChoices(state, channel.guild_id)]
      : [];
  const choices = filterChoices(all, match?.[2] ?? '', 8);
  const open = wanted && choices.length > 0;

  const choose = (choice: Choice) => {
    const start = (match?.index ?? 0) + (match?.[1]?.length ?? 0);
    const mark =
      choice.kind === 'role'
        ? choice.label === '@everyone'
          ? '@everyone'
          : `<@&${choice.value}>`
        : `<@${choice.value}>`;
    const next = `${text.slice(0, start)}${mark} ${text.slice(caret)}`;
    session.store.set((now) => ({ ...now, drafts: { ...now.drafts, [channel.id]: next } }));
    field.current?.focus();
  };
  /** Answers whether the key was used up. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!open) return false;
    const step = stepActive(event.key, active, choices.length);
    const chosen = choices[active] ?? choices[0];
    if (step !== undefined) setActive(step);
    else if (event.key === 'Escape') setClosedFor(text);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) choose(chosen);
    else return false;
    event.preventDefault();
    return true;
  };
  return {
    open,
    choices,
    active: Math.min(active, Math.max(0, choices.length - 1)),
    setActive,
    choose,
    onKeyDown,
  };
}
