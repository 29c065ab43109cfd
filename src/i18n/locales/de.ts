import type { Texts } from '../texts.ts';
import { amas } from './de/amas.ts';
import { amasPublic } from './de/amas-public.ts';
import { counting } from './de/counting.ts';
import { digest } from './de/digest.ts';
import { digestPublic } from './de/digest-public.ts';
import { digestReport } from './de/digest-report.ts';
import { guard } from './de/guard.ts';
import { ideas } from './de/ideas.ts';
import { ideasForms } from './de/ideas-forms.ts';
import { ideasPublic } from './de/ideas-public.ts';
import { ideasSetup } from './de/ideas-setup.ts';
import { kit } from './de/kit.ts';
import { perks } from './de/perks.ts';
import { perksPublic } from './de/perks-public.ts';
import { polls } from './de/polls.ts';
import { settings } from './de/settings.ts';
import { shoutouts } from './de/shoutouts.ts';
import { shoutoutsPublic } from './de/shoutouts-public.ts';
import { shoutoutsSetup } from './de/shoutouts-setup.ts';
import type { en } from './en.ts';

export const de = {
  kit,
  polls,
  ideas: { ...ideas, ...ideasPublic, ...ideasForms },
  ideasSetup,
  amas: { ...amas, ...amasPublic },
  counting,
  digest: { ...digest, ...digestPublic, ...digestReport },
  guard,
  shoutouts: { ...shoutouts, ...shoutoutsPublic },
  shoutoutsSetup,
  perks: { ...perks, ...perksPublic },
  settings,
} satisfies Texts<typeof en>;
