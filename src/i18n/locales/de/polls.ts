import type { Texts } from '../../texts.ts';
import type { polls as english } from '../en/polls.ts';

export const polls = {} as const satisfies Texts<typeof english>;
