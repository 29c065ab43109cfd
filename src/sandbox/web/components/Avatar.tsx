import { useState } from 'preact/hooks';
import type { User } from '../api/types.ts';

const HUES = [14, 38, 92, 150, 182, 214, 256, 292, 330, 356];

function hueOf(id: string): number {
  let sum = 7;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) >>> 0;
  return HUES[sum % HUES.length] ?? 14;
}

export function initials(name: string): string {
  const words = name
    .replace(/[^\p{L}\p{N}\s._-]/gu, '')
    .split(/[\s._-]+/)
    .filter(Boolean);
  const letters = words.length > 1 ? [words[0]?.[0], words.at(-1)?.[0]] : [words[0]?.[0]];
  return letters.join('').toUpperCase() || '?';
}

/** A picture, or the initials on a colour that stays the same for the same person. Decoration: names stand beside it. */
export function Avatar({ user, size = 40 }: { user: User; size?: number }) {
  const [missing, setMissing] = useState(false);
  const style = { '--size': `${size}px`, '--hue': String(hueOf(user.id)) };
  if (user.avatar && !missing) {
    const source =
      user.avatar.startsWith('http') || user.avatar.startsWith('/')
        ? user.avatar
        : `/avatars/${user.id}/${user.avatar}.png`;
    return (
      <img
        class="avatar"
        style={style}
        src={source}
        alt=""
        draggable={false}
        onError={() => setMissing(true)}
      />
    );
  }
  const shape = user.bot === true ? 'avatar robot' : 'avatar';
  return (
    <span class={shape} style={style} aria-hidden="true">
      {user.bot === true ? <Flame /> : initials(user.global_name ?? user.username)}
    </span>
  );
}

export function Flame() {
  return (
    <svg viewBox="4 3 24 26" width="68%" height="68%" aria-hidden="true">
      <path
        fill="#fff6ee"
        d="M16.400 5.500c.7 3.600-1.200 5.200-2.900 7.200-1.600 1.900-3 3.900-3 6.800a6.500 6.500 0 0 0 13 .2c.1-3.500-1.500-5.700-2.400-7.300-.6 1.600-1.400 2.400-2.300 2.900.5-3.700-.4-7.500-2.400-9.800Z"
      />
      <path
        fill="var(--app)"
        d="M16.200 18c.3 1.700-1.900 2.500-1.900 4.700a2.200 2.200 0 0 0 4.400 0c0-1.900-1.300-2.800-2.500-4.700Z"
      />
    </svg>
  );
}
