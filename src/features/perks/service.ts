import type { JobQueue } from '../../jobs/define-job.ts';
import type { Sealer } from '../../platform/sealing.ts';
import { createAdminService } from './admin-service.ts';
import { createClaimService } from './claim-service.ts';
import { createCodeService } from './code-service.ts';
import { createDesk } from './desk.ts';
import { createPerkQueue } from './perk-queue.ts';
import type { CountActs, PerkCore, PerkPolicy } from './ports.ts';
import { createReadService } from './read-service.ts';
import type { PerkRepositories } from './repository.ts';
import { createVault } from './vault.ts';
import { createWorkService } from './work-service.ts';

export interface PerkCoreDeps {
  repositories: PerkRepositories;
  jobs: JobQueue;
  policy: PerkPolicy;
  countActs: CountActs;
  /** Undefined: there is no key, so codes and links rest. */
  sealer: Sealer | undefined;
}

/** All use cases of perks: those of people, and those of the jobs. */
export function createPerks({ repositories, jobs, policy, countActs, sealer }: PerkCoreDeps): PerkCore {
  const vault = createVault(repositories.keys, sealer);
  const parts = { ...repositories, queue: createPerkQueue(jobs), policy, countActs, vault };
  const desk = createDesk(parts);
  return {
    service: {
      trouble: () => vault.trouble(),
      ...createAdminService(parts, desk),
      ...createCodeService(parts, desk),
      ...createClaimService(parts, desk),
      ...createReadService(parts, desk),
    },
    work: createWorkService(parts, desk),
  };
}
