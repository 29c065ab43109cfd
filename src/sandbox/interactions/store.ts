import { refuse } from '../errors.ts';
import type { InteractionOutcome, InteractionRecord, World } from '../world/types.ts';

/** The first answer is due within 3 s, everything else within 15 min (both by the injected clock). */
export const FIRST_ANSWER_MS = 3000;
export const TOKEN_MS = 900_000;

const nothing = (): void => undefined;

const MAX_EPHEMERALS = 50_000;
const MAX_MODALS = 20_000;

type New = Omit<
  InteractionRecord,
  'id' | 'token' | 'createdAt' | 'state' | 'originalId' | 'messageIds' | 'settle' | 'cancelDeadline'
>;

/** Registers an interaction and starts its clock. `settle` hears of the first answer, or of none. */
export function openInteraction(
  world: World,
  fields: New,
  settle: (outcome: InteractionOutcome) => void,
): InteractionRecord {
  const id = world.snowflake();
  const record: InteractionRecord = {
    ...fields,
    id,
    token: tokenOf(id),
    createdAt: world.now(),
    state: 'waiting',
    originalId: undefined,
    messageIds: [],
    settle(outcome) {
      // Whoever waits is told once; the record itself stays for 15 min and should not hold on to them.
      record.settle = nothing;
      settle(outcome);
    },
    cancelDeadline: nothing,
  };
  record.cancelDeadline = world.at(record.createdAt + FIRST_ANSWER_MS, () => fail(world, record));
  world.interactions.byId.set(id, record);
  return record;
}

/** Tokens name their interaction, as Discord's do, so that no second index is needed. */
const tokenOf = (id: string): string => Buffer.from(`interaction:${id}:sandbox`).toString('base64url');

const idOf = (token: string): string =>
  Buffer.from(token, 'base64url').toString('latin1').split(':')[1] ?? '';

/** Discord's reason for "The application did not respond". */
const NO_ANSWER = 2;

function fail(world: World, record: InteractionRecord): void {
  if (record.state !== 'waiting') return;
  record.state = 'failed';
  const d = { id: record.id, nonce: record.nonce, reason_code: NO_ANSWER };
  world.emit({ t: 'INTERACTION_FAILURE', d, userIds: [record.userId], only: 'users' });
  record.settle({ id: record.id, result: 'failure' });
}

/** Marks the first answer. Only then is the deadline off and the token good for more. */
export function acknowledge(record: InteractionRecord): void {
  record.state = 'answered';
  record.cancelDeadline();
  record.cancelDeadline = nothing;
}

/** An interaction that waits for its first answer; throws 10062 (unknown, too late) or 40060 (answered). */
export function waitingInteraction(world: World, id: string, token: string): InteractionRecord {
  const record = world.interactions.byId.get(id);
  if (record === undefined || record.token !== token || record.state === 'failed') throw refuse(10062);
  if (record.state === 'answered') throw refuse(40060);
  if (world.now() - record.createdAt >= FIRST_ANSWER_MS) throw refuse(10062);
  return record;
}

/** The interaction of a webhook token; throws 50027 after 15 min, 10015 before the first answer. */
export function answeredInteraction(world: World, applicationId: string, token: string): InteractionRecord {
  if (applicationId !== world.application.id) throw refuse(10015);
  const record = world.interactions.byId.get(idOf(token));
  if (record?.token !== token || world.now() - record.createdAt >= TOKEN_MS) throw refuse(50027);
  if (record.state !== 'answered') throw refuse(10015);
  return record;
}

/** Forgets what nobody can use any more. */
export function sweepInteractions(world: World): void {
  const { byId, modals } = world.interactions;
  for (const record of byId.values()) {
    if (world.now() - record.createdAt < TOKEN_MS) break;
    byId.delete(record.id);
  }
  trim(modals, MAX_MODALS);
  trim(world.ephemerals, MAX_EPHEMERALS);
}

function trim(map: Map<string, unknown>, size: number): void {
  for (const key of map.keys()) {
    if (map.size <= size) return;
    map.delete(key);
  }
}
