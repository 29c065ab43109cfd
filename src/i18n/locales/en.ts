import { ideasPublic } from './en/ideas-public.ts';
import { kit } from './en/kit.ts';
import { polls } from './en/polls.ts';
import { settings } from './en/settings.ts';

export const en = { kit, polls, ideas: { ...ideasPublic }, settings };
