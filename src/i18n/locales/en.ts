import { amas } from './en/amas.ts';
import { amasPublic } from './en/amas-public.ts';
import { counting } from './en/counting.ts';
import { digest } from './en/digest.ts';
import { digestPublic } from './en/digest-public.ts';
import { digestReport } from './en/digest-report.ts';
import { guard } from './en/guard.ts';
import { ideas } from './en/ideas.ts';
import { ideasForms } from './en/ideas-forms.ts';
import { ideasPublic } from './en/ideas-public.ts';
import { ideasSetup } from './en/ideas-setup.ts';
import { kit } from './en/kit.ts';
import { perks } from './en/perks.ts';
import { perksPublic } from './en/perks-public.ts';
import { polls } from './en/polls.ts';
import { settings } from './en/settings.ts';
import { shoutouts } from './en/shoutouts.ts';
import { shoutoutsPublic } from './en/shoutouts-public.ts';
import { shoutoutsSetup } from './en/shoutouts-setup.ts';

export const en = {
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
};
