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

export function EmojiView({ emoji }: { emoji: Emoji }) {
  if (emoji.id) return <CustomEmoji id={emoji.id} name={emoji.name ?? 'emoji'} />;
  return <span class="emoji">{emoji.name}</span>;
}
