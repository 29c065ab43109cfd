import perkCommand from '../../commands/perk.ts';
import { attachmentReader } from '../discord/attachments.ts';
import { giveRole, rolesOf, takeRole } from '../discord/member-roles.ts';
import { perkFeature } from '../features/perks/feature.ts';
import { queuePerkUpkeep } from '../features/perks/jobs.ts';
import type { CountActs } from '../features/perks/ports.ts';
import { codesReader } from '../features/perks/read-codes.ts';
import { createPerkRepositories } from '../features/perks/repository.ts';
import { createPerks } from '../features/perks/service.ts';
import { createSealer } from '../platform/sealing.ts';
import type { House, Wing } from './house.ts';

/** `countActs`: what members knowingly did, as the other features know it. */
export function perkWing(house: House, countActs: CountActs): Wing {
  const { config, info, jobs, random, rest, store, timers } = house;
  const policy = {
    timeZone: (guildId: string) => house.settings.settingsOf(guildId).timeZone,
    mayAdminister: house.mayAdminister,
  };
  const { encryptionKey: key } = config;
  const core = createPerks({
    repositories: createPerkRepositories(store.database.sqlite),
    jobs,
    policy,
    countActs,
    sealer: key && createSealer(key, random),
  });
  const feature = perkFeature({
    ...house,
    core,
    policy,
    readAttachment: attachmentReader({ apiUrl: config.discordApiUrl, timers, fetch }),
    readCodes: codesReader(() => new Promise((resolve) => setImmediate(resolve))),
    roleOrder: info.roleOrder,
    rolesOf: (guildId, userId) => rolesOf(rest, guildId, userId),
    giveRole: (gift) => giveRole(rest, gift),
    takeRole: (gift) => takeRole(rest, gift),
  });
  return {
    commands: [perkCommand(feature.surface)],
    components: feature.components,
    jobDefinitions: feature.jobDefinitions,
    queueUpkeep(now) {
      core.work.dropUnfinishedImports();
      queuePerkUpkeep(jobs, now);
    },
    hear: feature.hear,
    editFailed: feature.editFailed,
  };
}
