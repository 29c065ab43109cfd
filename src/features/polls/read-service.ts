import { toCsv } from '../../shared/csv.ts';
import { countRows, type ExportedVote, voteRows } from './export.ts';
import type { ListRepository } from './list-repository.ts';
import type { PollRepository } from './poll-repository.ts';
import type { PollPolicy, PollService } from './ports.ts';
import { phaseOf, refuse } from './rules.ts';
import { loadPoll, stateOfPoll } from './state.ts';
import type { VoteRepository } from './vote-repository.ts';

export interface ReadServiceParts {
  polls: PollRepository;
  votes: VoteRepository;
  lists: ListRepository;
  policy: PollPolicy;
}

const POLLS_PER_PAGE = 10;
/** Discord's limit for autocomplete choices. */
const MOST_FOUND = 25;
const VOTES_AT_ONCE = 1_000;

/** Looking polls up: none of this writes. */
export function createReadService(
  parts: ReadServiceParts,
): Pick<PollService, 'state' | 'stateOf' | 'list' | 'search' | 'exportCsv'> {
  const { polls, votes, lists, policy } = parts;

  function* allVotes(pollId: number): Generator<ExportedVote> {
    for (let offset = 0; ; offset += VOTES_AT_ONCE) {
      const page = votes.page(pollId, VOTES_AT_ONCE, offset);
      for (const { voter, ...vote } of page) yield { userId: voter, ...vote };
      if (page.length < VOTES_AT_ONCE) return;
    }
  }

  return {
    state: ({ guildId, pollId, now }) => stateOfPoll(votes, loadPoll(polls, guildId, pollId), now),

    stateOf(pollId, now) {
      const stored = polls.find(pollId);
      return stored && stateOfPoll(votes, stored, now);
    },

    list({ guildId, status, page, channelIds, now }) {
      const filter = { guildId, status, channels: asJson(channelIds), now };
      const total = lists.count(filter);
      const pages = Math.max(1, Math.ceil(total / POLLS_PER_PAGE));
      const given = Math.min(Math.max(0, Math.trunc(page) || 0), pages - 1);
      const rows = lists.page(filter, POLLS_PER_PAGE, given * POLLS_PER_PAGE);
      return { rows, page: given, pages, total };
    },

    search: ({ guildId, text, channelIds, now }) =>
      lists.search({ guildId, text, channels: asJson(channelIds), now }, MOST_FOUND),

    exportCsv({ guildId, pollId, actor, now, words, nameOf }) {
      const { poll, tally } = loadPoll(polls, guildId, pollId);
      const mayExport = poll.creatorId === actor.userId || policy.mayManage(guildId, actor);
      if (!mayExport) refuse('polls.refusals.may-not-manage');
      const running = phaseOf(poll, now) === 'open';
      if (running && poll.resultsShown !== 'live') refuse('polls.refusals.export-later');
      const rows =
        poll.privacy === 'open'
          ? voteRows(poll, allVotes(pollId), words, nameOf)
          : countRows(poll, tally, words);
      return { fileName: `poll-${pollId}.csv`, csv: toCsv(rows) };
    },
  };
}

function asJson(ids: readonly string[] | undefined): string | null {
  return ids ? JSON.stringify(ids) : null;
}
