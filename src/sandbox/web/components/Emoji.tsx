import { useState } from 'preact/hooks';
import type { Emoji } from '../api/types.ts';

/** A server's own emoji; its name where the picture is missing. */
export function CustomEmoji({ id, name }: { id: string; name: string }) {
  const [missing, setMissing] = useState(false);
  if (missing) return <span class="emoji-name">:{name}:</span>;
  return (
    <img
      class="emoji-image"
      src={`/emojis/${id}.webp`}
      alt={`:${name}:`}
      title={`:${name}:`}
      draggable={false}
      onError={() => setMissing(true)}
    />
  );
}

const KEYCAP = /^([0-9#*])\uFE0F?\u20E3$/u;

/** Unicode emoji. Keycaps are drawn here, because the bundled face has none. */
export function UnicodeEmoji({ text }: { text: string }) {
  const key = KEYCAP.exec(text)?.[1];
  if (key !== undefined) return <span class="keycap">{key}</span>;
  return <span class="emoji">{text}</span>;
}

export function EmojiView({ emoji }: { emoji: Emoji }) {
  if (emoji.id) return <CustomEmoji id={emoji.id} name={emoji.name ?? 'emoji'} />;
  return <UnicodeEmoji text={emoji.name ?? ''} />;
}
