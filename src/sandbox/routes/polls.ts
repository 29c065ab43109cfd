import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { isBody, list } from '../rules/fields.ts';
import { at, badChoice, bodySpot, settle } from '../rules/form.ts';
import { messageOf } from '../world/messages.ts';
import { castVotes, endPoll, isFinal, voteCounts } from '../world/polls.ts';
import { compareSnowflakes } from '../world/snowflake.ts';
import type { ChannelState, MessageRecord } from '../world/types.ts';
import { channelFor, queryNumber, readable } from './common.ts';
import { noContent, ok, param, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

const PATH = '/channels/:channel_id/polls/:message_id';

function pollFor(request: RouteRequest, needed: bigint): { state: ChannelState; record: MessageRecord } {
  const state = channelFor(request, needed);
  const record = messageOf(state, param(request, 'message_id'));
  return { state, record };
}

/** People vote, all their answers at once; an empty list withdraws. Bots cannot. */
function vote(request: RouteRequest): RouteAnswer {
  const { state, record } = pollFor(request, P.ViewChannel | P.ReadMessageHistory);
  const { poll } = record.message;
  if (poll === undefined) throw refuse(520_000);
  if (isFinal(record)) throw refuse(520_001);
  castVotes(request.world, state, record, request.actor.user.id, answersOf(request, record));
  return noContent();
}

function answersOf(request: RouteRequest, record: MessageRecord): number[] {
  const spot = bodySpot();
  const { poll } = record.message;
  const known = (poll?.answers ?? []).map(({ answer_id }) => answer_id);
  const body = isBody(request.body) ? request.body : {};
  const max = poll?.allow_multiselect ? known.length : 1;
  const ids = (list(spot, body, 'answer_ids', { required: true, max }) ?? []).map(Number);
  for (const [i, id] of ids.entries())
    if (!known.includes(id)) badChoice(at(at(spot, 'answer_ids'), i), known);
  settle(spot);
  return ids;
}

function voters(request: RouteRequest): RouteAnswer {
  const { record } = pollFor(request, P.ViewChannel | P.ReadMessageHistory);
  if (record.message.poll === undefined) throw refuse(10008);
  const limit = queryNumber(request, 'limit', { min: 1, max: 100, standard: 25 });
  const after = request.query.get('after') ?? '0';
  const ids = [...(voteCounts(record).get(Number(param(request, 'answer_id'))) ?? [])]
    .filter((id) => compareSnowflakes(id, after) > 0)
    .sort(compareSnowflakes);
  return ok({ users: ids.slice(0, limit).flatMap((id) => request.world.users.get(id) ?? []) });
}

/** Only who asked may end the poll before its time. */
function expire(request: RouteRequest): RouteAnswer {
  const { state, record } = pollFor(request, P.ViewChannel);
  if (record.message.author.id !== request.actor.user.id) throw refuse(50005);
  if (record.message.poll === undefined) throw refuse(520_006);
  if (isFinal(record)) throw refuse(520_001);
  endPoll(request.world, state, record);
  return ok(readable(request, state, record));
}

/** Discord's native polls. */
export const pollRoutes: readonly Route[] = [
  { method: 'PUT', path: `${PATH}/answers/@me`, auth: 'user', handle: vote },
  { method: 'GET', path: `${PATH}/answers/:answer_id`, handle: voters },
  { method: 'POST', path: `${PATH}/expire`, handle: expire },
];
