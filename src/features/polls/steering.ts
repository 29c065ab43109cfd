import type { Call, MessageBody, Reply } from '../../discord/interaction.ts';
import { file, text } from '../../discord/ui.ts';
import { stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { confirmView } from './details-views.ts';
import type { ExportWords } from './ports.ts';
import { refuse } from './rules.ts';
import type { PollSurfaceDeps } from './surface-types.ts';

/** What creators and staff do with a poll, the same by button and by command. Each answers with what to say. */

function about({ guildId, actor, now }: Call, pollId: number) {
  return { guildId, actor, now, pollId };
}

export async function closePoll(deps: PollSurfaceDeps, call: Call, pollId: number): Promise<string> {
  const { changed } = await deps.writer.write(() => deps.polls.close(about(call, pollId)));
  return call.t(changed ? 'polls.details.closed' : 'polls.details.alreadyClosed');
}

/** The question before something that others see at once or that cannot be undone. */
export function confirmSteering(
  { polls }: PollSurfaceDeps,
  call: Call,
  pollId: number,
  action: 'close' | 'cancel' | 'stop',
): MessageBody {
  if (!polls.maySteer(about(call, pollId))) refuse('polls.refusals.may-not-manage');
  const { guildId, now, t } = call;
  return confirmView(polls.state({ guildId, pollId, now }).poll, action, t);
}

export async function cancelPoll(deps: PollSurfaceDeps, call: Call, pollId: number): Promise<string> {
  await deps.writer.write(() => deps.polls.cancel(about(call, pollId)));
  return call.t('polls.details.cancelled');
}

export async function stopRepeating(deps: PollSurfaceDeps, call: Call, pollId: number): Promise<string> {
  const { poll } = await deps.writer.write(() => deps.polls.stopRepeating(about(call, pollId)));
  deps.messages.refreshPoll(poll);
  return call.t('polls.details.stopped');
}

/** A new closing time, as typed in the presser's language. */
export async function movePoll(
  deps: PollSurfaceDeps,
  call: Call,
  pollId: number,
  action: 'extend' | 'reopen',
  text: string,
): Promise<string> {
  const { t } = call;
  const change = { ...about(call, pollId), text, locale: t.locale };
  const { poll } = await deps.writer.write(() => deps.polls[action](change));
  deps.messages.refreshPoll(poll);
  const full = stamp(poll.closesAt, 'F');
  const relative = stamp(poll.closesAt, 'R');
  return t(action === 'extend' ? 'polls.details.extended' : 'polls.details.reopened', { full, relative });
}

/** The CSV, for the presser alone. */
export async function exportPoll(deps: PollSurfaceDeps, call: Call, pollId: number): Promise<Reply> {
  const { polls } = deps;
  const { guildId, t, now } = call;
  const asked = { ...about(call, pollId), words: exportWords(t) };
  // Written twice: the first time tells whose names are needed.
  const voters = new Set<string>();
  polls.exportCsv({ ...asked, nameOf: (userId) => void voters.add(userId) });
  const names = await deps.namesOf(guildId, [...voters]);
  const { fileName, csv } = polls.exportCsv({ ...asked, nameOf: (userId) => names.get(userId) });
  const { poll } = polls.state({ guildId, pollId, now });
  const number = String(pollId);
  const words = t(poll.privacy === 'open' ? 'polls.details.exported' : 'polls.details.exportedCounts', {
    number,
  });
  return {
    kind: 'reply',
    ephemeral: true,
    body: { components: [text(words), file(fileName)] },
    files: [{ name: fileName, data: Buffer.from(csv, 'utf8'), contentType: 'text/csv; charset=utf-8' }],
  };
}

function exportWords(t: Translate): ExportWords {
  return {
    option: t('polls.export.option'),
    votes: t('polls.export.votes'),
    weight: t('polls.export.weight'),
    voter: t('polls.export.voter'),
    voterId: t('polls.export.voterId'),
    choice: t('polls.export.choice'),
    rank: t('polls.export.rank'),
    votedAt: t('polls.export.votedAt'),
    total: t('polls.export.total'),
    tooFew: t('polls.export.tooFew'),
  };
}
