import type { Call } from '../discord/interaction.ts';
import { createGuardRepositories } from '../features/guard/all-repository.ts';
import { guardNow } from '../features/guard/components.ts';
import { type GuardDeps, guardFeature } from '../features/guard/feature.ts';
import type { GuardPolicy } from '../features/guard/ports.ts';
import type { House, Wing } from './house.ts';

/** Sees to it that newcomers get an answer; who is counted, and where, is known to others. */
export function guardWing(
  house: House,
  known: Pick<GuardPolicy, 'isPaused' | 'isLeftOut'> & Pick<GuardDeps, 'isStaff'>,
) {
  const feature = guardFeature({
    ...house,
    repositories: createGuardRepositories(house.store.database.sqlite),
    policy: { ...known, mayManage: house.mayManage },
    isStaff: known.isStaff,
    isOpenToAll: house.info.isOpenToAll,
  });
  const wing: Wing = {
    commands: [],
    components: feature.components,
    jobDefinitions: feature.jobDefinitions,
    queueUpkeep: feature.queueUpkeep,
    hear: feature.hear,
  };
  const setupSection = (call: Pick<Call, 'guildId' | 't'>) => guardNow(feature.surface, call);
  return {
    wing,
    setupSection,
    forget: feature.forget,
    noticeRead: feature.noticeRead,
    coverage: feature.coverage,
  };
}
