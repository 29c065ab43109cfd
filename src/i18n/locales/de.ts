import type { Texts } from '../texts.ts';
import { ideasPublic } from './de/ideas-public.ts';
import { ideasSetup } from './de/ideas-setup.ts';
import { kit } from './de/kit.ts';
import { polls } from './de/polls.ts';
import { settings } from './de/settings.ts';
import type { en } from './en.ts';

export const de = { kit, polls, ideas: { ...ideasPublic }, ideasSetup, settings } satisfies Texts<typeof en>;
