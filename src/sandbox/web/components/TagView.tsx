import type { ForumTag } from '../api/types.ts';
import { EmojiView } from './Emoji.tsx';

export function TagView({ tag }: { tag: ForumTag }) {
  const emoji = { id: tag.emoji_id ?? null, name: tag.emoji_name ?? null };
  return (
    <>
      {(emoji.id !== null || emoji.name !== null) && <EmojiView emoji={emoji} />}
      {tag.name}
    </>
  );
}
