import { useEffect, useRef, useState } from 'preact/hooks';
import type { CommandEntry } from '../state/command-entries.ts';
import { useView } from '../state/context.ts';
import type { Channel } from '../state/model.ts';
import { whyNoSending } from '../state/permissions.ts';
import { CommandForm } from './CommandForm.tsx';
import { TextComposer } from './TextComposer.tsx';
import { TypingLine } from './TypingLine.tsx';

/** Where messages are written and commands are picked. */
export function Composer({ channel }: { channel: Channel }) {
  const blocked = useView((state) => whyNoSending(state, channel));
  const [entry, setEntry] = useState<CommandEntry | undefined>();
  // The focus returns to the message field when a command is done, but a new channel does not take it.
  const returning = useRef(false);
  useEffect(() => {
    returning.current = false;
    setEntry(undefined);
  }, [channel.id]);
  const pick = (next: CommandEntry | undefined) => {
    returning.current = next === undefined;
    setEntry(next);
  };
  return (
    <footer class="composer-area">
      {entry === undefined ? (
        <TextComposer
          key={channel.id}
          channel={channel}
          blocked={blocked}
          autoFocus={returning.current}
          onCommand={pick}
        />
      ) : (
        <CommandForm key={entry.fullName} entry={entry} channel={channel} onClose={() => pick(undefined)} />
      )}
      <TypingLine channelId={channel.id} />
    </footer>
  );
}
