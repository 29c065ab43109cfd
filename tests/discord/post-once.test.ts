import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { holds } from '../../src/discord/post-once.ts';
import { text } from '../../src/discord/ui.ts';

const saying = (words: string) => ({ components: [text(words)] }) as unknown as APIMessage;

describe('a mark that tells whether a message arrived before', () => {
  it('is found at the end, before other signs, and with quotes in it', () => {
    expect(holds(saying('details:v1:1'), 'details:v1:1')).toBe(true);
    expect(holds(saying('[look](https://a/1)'), 'https://a/1')).toBe(true);
    expect(holds(saying('She said "now" twice'), '"now"')).toBe(true);
  });

  it('is not taken for the beginning of a longer one', () => {
    expect(holds(saying('details:v1:12'), 'details:v1:1')).toBe(false);
    expect(holds(saying('details:v1:12 and details:v1:1'), 'details:v1:1')).toBe(true);
    expect(holds({ components: undefined }, 'details:v1:1')).toBe(false);
  });
});
