import { useLayoutEffect, useState } from 'preact/hooks';
import type { Emoji } from '../api/types.ts';
import { useDialog } from '../hooks/use-dialog.ts';
import { useView } from '../state/context.ts';
import { dialogs } from './dialog-store.ts';
import { EmojiView } from './Emoji.tsx';

/** Emoji with the words one would search for. Enough to react with, not the whole of Unicode. */
const common =
  `👍 thumbs up yes|👎 thumbs down no|❤️ heart love|🔥 fire hot|🎉 party tada celebrate|😂 laugh joy|😍 love eyes|😮 wow surprised|😢 sad cry|😡 angry|👏 clap applause|🙏 thanks please|👀 eyes look|💯 hundred perfect|✅ check done yes|❌ cross no|⭐ star|☕ coffee|🫘 beans|🥐 croissant|🍰 cake|🧊 ice|💡 idea light|🚀 rocket|📌 pin|📊 chart poll|🗳️ vote ballot|🤔 thinking|🙌 hands hooray|💪 strong|👋 wave hello|🤝 deal handshake|😊 smile happy|😅 sweat relief|😴 sleep tired|🥳 party|🤩 star struck|🌱 plant seedling|🌞 sun|🌧️ rain|🏆 trophy win|🥇 first gold|🎁 gift|🎶 music|📷 camera photo|🐛 bug|🔔 bell|➕ plus|➖ minus|❓ question|❗ exclamation|1️⃣ one|2️⃣ two|3️⃣ three|4️⃣ four|5️⃣ five`
    .split('|')
    .map((item) => ({ name: item.slice(0, item.indexOf(' ')), words: item.slice(item.indexOf(' ') + 1) }));

const COLUMNS = 8;

interface Props {
  x: number;
  y: number;
  onPick(emoji: Emoji): void;
}

/** A grid of emoji with a search field; arrow keys walk the grid. */
export function EmojiPicker({ x, y, onPick }: Props) {
  const dialog = useDialog(dialogs.close);
  const [query, setQuery] = useState('');
  const own = useView((state) => Object.values(state.guilds).flatMap((guild) => guild.emojis ?? []));
  const words = query.trim().toLowerCase();
  const shown: Emoji[] = [
    ...own.filter((emoji) => emoji.name?.toLowerCase().includes(words) ?? false),
    ...common
      .filter((emoji) => emoji.words.includes(words) || emoji.name === words)
      .map((emoji) => ({ id: null, name: emoji.name })),
  ];
  useLayoutEffect(() => {
    const box = dialog.current;
    if (box === null) return;
    const { width, height } = box.getBoundingClientRect();
    box.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
    box.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
  }, []);
  const pick = (emoji: Emoji) => {
    dialogs.close();
    onPick(emoji);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const cells = [...(dialog.current?.querySelectorAll<HTMLElement>('.emoji-cell') ?? [])];
    const at = cells.indexOf(document.activeElement as HTMLElement);
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: at === -1 ? 1 : COLUMNS, ArrowUp: -COLUMNS }[
      event.key
    ];
    if (by === undefined || (at === -1 && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    if (at + by < 0) dialog.current?.querySelector('input')?.focus();
    else cells[Math.min(cells.length - 1, at + by)]?.focus();
  };
  return (
    <dialog class="emoji-picker" ref={dialog} aria-label="Choose a reaction" onKeyDown={onKeyDown}>
      <input
        placeholder="Search emoji"
        aria-label="Search emoji"
        value={query}
        autoFocus
        onInput={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          const first = shown[0];
          if (event.key === 'Enter' && first !== undefined) pick(first);
        }}
      />
      <div class="emoji-grid" role="group" aria-label="Emoji">
        {shown.map((emoji, index) => (
          <button
            type="button"
            key={emoji.id ?? emoji.name}
            class="emoji-cell"
            tabIndex={index === 0 ? 0 : -1}
            aria-label={labelOf(emoji)}
            title={labelOf(emoji)}
            onClick={() => pick(emoji)}
          >
            <EmojiView emoji={emoji} />
          </button>
        ))}
        {shown.length === 0 && <p class="list-empty">No emoji with that name</p>}
      </div>
    </dialog>
  );
}

const labelOf = (emoji: Emoji): string =>
  common.find((item) => item.name === emoji.name)?.words ?? emoji.name ?? 'emoji';
