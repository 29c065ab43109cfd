import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { type CommandEntry, commandEntries } from '../state/command-entries.ts';
import { useSession } from '../state/context.ts';
import { DM_INDEX, loadCommands } from '../state/interaction-actions.ts';
import type { Channel } from '../state/model.ts';
import { type ComposerWish, onComposerWish } from './composer-bus.ts';

interface Wishes {
  field: RefObject<HTMLTextAreaElement | null>;
  channel: Channel;
  setText(text: string): void;
  onCommand(entry: CommandEntry): void;
}

/** Does what places far from the composer ask of it. */
export function useComposerWishes({ field, channel, setText, onCommand }: Wishes): void {
  const session = useSession();
  useEffect(
    () =>
      onComposerWish((wish: ComposerWish) => {
        field.current?.focus();
        if (wish.kind === 'insert') setText(`${session.store.get().drafts[channel.id] ?? ''}${wish.text}`);
        if (wish.kind === 'command') {
          void loadCommands(session, channel.id).then(() => {
            const all = commandEntries(session.store.get().commands[channel.guild_id ?? DM_INDEX]);
            const found =
              all.find((item) => item.fullName === wish.name) ??
              all.find((item) => item.command.name === wish.name);
            if (found === undefined) setText(`/${wish.name}`);
            else onCommand(found);
          });
        }
      }),
    [channel.id],
  );
}
