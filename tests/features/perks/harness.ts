import type { Database } from '../../../src/database/open.ts';
import type { CountedAct, PerkSpec } from '../../../src/features/perks/model.ts';
import type { PerkActor } from '../../../src/features/perks/ports.ts';
import { createPerkRepositories } from '../../../src/features/perks/repository.ts';
import { createPerks } from '../../../src/features/perks/service.ts';
import { createJobQueue } from '../../../src/jobs/queue.ts';
import { createJobRepository } from '../../../src/jobs/repository.ts';
import { systemRandom } from '../../../src/platform/random.ts';
import { createSealer, KEY_BYTES } from '../../../src/platform/sealing.ts';
import { type FixedClock, fixedClock, openTestDatabase } from '../../support/database.ts';

const GUILD = '800000000000000001';
const ADMIN_ROLE = '830000000000000002';

export const person = (number: number): string => String(840000000000000000n + BigInt(number));
const actor = (number: number, roleIds: readonly string[] = []): PerkActor => ({
  userId: person(number),
  roleIds,
  permissions: 0n,
});
const admin = actor(990, [ADMIN_ROLE]);

export const sealerOf = (letter: string) => createSealer(Buffer.alloc(KEY_BYTES, letter), systemRandom);

export interface PerkWorld {
  /** `null`: there is no key. */
  sealer?: ReturnType<typeof sealerOf> | null;
  database?: Database;
  clock?: FixedClock;
}

/** All of perks on a real database, with a clock that stands still. */
export function perkHarness(world: PerkWorld = {}) {
  const { database = openTestDatabase(), clock = fixedClock(), sealer = sealerOf('k') } = world;
  const { sqlite } = database;
  const acts = new Map<string, number>();
  const { service, work } = createPerks({
    repositories: createPerkRepositories(sqlite),
    jobs: createJobQueue(createJobRepository(database.orm)),
    countActs: (act, _, userId) => acts.get(`${act}:${userId}`) ?? 0,
    policy: { timeZone: () => 'UTC', mayAdminister: (_, { roleIds }) => roleIds.includes(ADMIN_ROLE) },
    sealer: sealer ?? undefined,
  });
  const write = <T>(act: () => T): T => sqlite.transaction(act)();
  const by = (who: PerkActor) => ({ guildId: GUILD, actor: who, now: clock.now() });
  let interactions = 860000000000000000n;
  const interactionId = (): string => String((interactions += 1n));

  const create = (spec: Partial<PerkSpec> = {}): number => {
    const whole: PerkSpec = {
      name: 'A mug',
      description: '',
      terms: '',
      reward: 'codes',
      roleId: undefined,
      conditions: [],
      expiresAt: undefined,
      stock: undefined,
      ...spec,
    };
    return write(() => service.create({ ...by(admin), interactionId: interactionId(), spec: whole })).id;
  };
  const load = (perkId: number, codes: readonly string[]) => {
    const begin = { ...by(admin), perkId, interactionId: interactionId(), rows: codes.length };
    const { importId } = write(() => service.beginImport(begin));
    const counted = write(() => service.importSlice({ importId, codes }));
    return {
      ...counted,
      finish: () => write(() => service.finishImport({ ...by(admin), perkId, importId })),
    };
  };
  const press = (perkId: number, who: number) => ({
    ...by(actor(who)),
    perkId,
    interactionId: interactionId(),
  });
  const open = (perkId: number) => write(() => service.open({ ...by(admin), perkId }));
  return {
    database,
    clock,
    service,
    work,
    write,
    create,
    load,
    open,
    setAct: (act: CountedAct, who: number, count: number) => acts.set(`${act}:${person(who)}`, count),
    /** Open, with these codes. */
    withCodes(codes: readonly string[], spec: Partial<PerkSpec> = {}): number {
      const perkId = create(spec);
      load(perkId, codes).finish();
      open(perkId);
      return perkId;
    },
    end: (perkId: number) => write(() => service.end({ ...by(admin), perkId })),
    unclaimed: (perkId: number) => write(() => service.unclaimed({ ...by(admin), perkId })),
    press,
    claim: (perkId: number, who: number) => write(() => service.claim(press(perkId, who))),
    grant: (perkId: number, who: number, reason = 'For the kind welcome') =>
      write(() => service.grant({ ...by(admin), perkId, userId: person(who), reason })),
    view: (perkId: number, who: number) => service.perk({ ...by(actor(who)), perkId }),
    states: (perkId: number) =>
      sqlite.prepare('SELECT state FROM perk_codes WHERE perk_id = ? ORDER BY id').pluck().all(perkId),
  };
}
