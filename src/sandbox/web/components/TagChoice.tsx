import type { ForumTag } from '../api/types.ts';
import { TagView } from './TagView.tsx';

interface Props {
  tags: ForumTag[];
  chosen: string[];
  onChange(tagIds: string[]): void;
  /** Of the group, where nothing else names it. */
  label?: string;
}

/** Tags of a forum to be switched on and off. */
export function TagChoice({ tags, chosen, onChange, label }: Props) {
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((item) => item !== id) : [...chosen, id]);
  return (
    <div class="tag-row" role={label === undefined ? undefined : 'group'} aria-label={label}>
      {tags.map((tag) => (
        <button
          type="button"
          key={tag.id}
          class={chosen.includes(tag.id) ? 'tag on' : 'tag'}
          aria-pressed={chosen.includes(tag.id)}
          onClick={() => toggle(tag.id)}
        >
          <TagView tag={tag} />
        </button>
      ))}
    </div>
  );
}
