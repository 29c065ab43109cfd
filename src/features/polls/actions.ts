import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import type { Call, MessageBody, Reply } from '../../discord/interaction.ts';
import { linkButton, row, text } from '../../discord/ui.ts';
import { messageLink } from '../../discord/words.ts';
import { UserError } from '../../shared/user-error.ts';
import { pollNumber } from './command-input.ts';
import { detailsButton } from './control-views.ts';
import { previewPlace } from './draft-place.ts';
import { draftPreview } from './draft-views.ts';
import { channelsFor, listPage } from './list-components.ts';
import { type ListFilter, pollChoices } from './list-views.ts';
import type { PollInput } from './model.ts';
import { pollCard } from './poll-card-views.ts';
import { openForm, startDraft } from './start-draft.ts';
import { closePoll, confirmSteering, exportPoll, movePoll } from './steering.ts';
import type { PollSurfaceDeps } from './surface-types.ts';

/** What the commands do; the buttons do the same through the same functions. */
export interface PollActions {
  isEmojiUsable(call: Call): (emojiId: string) => boolean;
  /** Starts a draft and opens its form. */
  openForm(call: Call, input: Partial<PollInput>): Promise<Reply>;
  /** Starts a draft and shows its preview. */
  openPreview(call: Call, input: Partial<PollInput>): Promise<Reply>;
  list(call: Call, filter: ListFilter): Promise<Reply>;
  /** In all of these `typed` is a poll's number, or words that only one poll has. */
  show(call: Call, typed: string): Promise<Reply>;
  close(call: Call, typed: string): Promise<Reply>;
  /** Asks first: it cannot be undone. */
  cancel(call: Call, typed: string): Promise<Reply>;
  move(call: Call, typed: string, action: 'extend' | 'reopen', until: string): Promise<Reply>;
  exportCsv(call: Call, typed: string): Promise<Reply>;
  suggest(call: Call, typed: string): Promise<APIApplicationCommandOptionChoice[]>;
}

export function pollActions(deps: PollSurfaceDeps): PollActions {
  const { polls } = deps;

  const find = (call: Call, typed: string) => findPoll(deps, call, typed);
  const said = (words: string): Reply => ({
    kind: 'reply',
    ephemeral: true,
    body: { components: [text(words)] },
  });

  return {
    isEmojiUsable: (call) => (id) => deps.isEmojiUsable(call.guildId, id),
    openForm: (call, input) => openForm(deps, call, input),
    async openPreview(call, input) {
      const draft = await startDraft(deps, call, input);
      const place = await previewPlace(deps, call, draft);
      return { kind: 'reply', ephemeral: true, body: draftPreview(draft, call.t, call.guildT, place) };
    },
    list: async (call, filter) => ({
      kind: 'reply',
      ephemeral: true,
      body: await listPage(deps, call, filter, 0),
    }),
    show: async (call, typed) => ({
      kind: 'reply',
      ephemeral: true,
      body: ownCopy(deps, call, await find(call, typed)),
    }),
    close: async (call, typed) => said(await closePoll(deps, call, await find(call, typed))),
    cancel: async (call, typed) => ({
      kind: 'reply',
      ephemeral: true,
      body: confirmSteering(deps, call, await find(call, typed), 'cancel'),
    }),
    move: async (call, typed, action, until) =>
      said(await movePoll(deps, call, await find(call, typed), action, until)),
    exportCsv: async (call, typed) => exportPoll(deps, call, await find(call, typed)),
    async suggest(call, typed) {
      const { guildId, now, t } = call;
      const channelIds = await channelsFor(deps, call);
      return pollChoices(polls.search({ guildId, text: typed, channelIds, now }), t);
    },
  };
}

/** A poll that exists here and whose channel the presser can see; otherwise the refusal says that there is none. */
async function findPoll(deps: PollSurfaceDeps, call: Call, typed: string): Promise<number> {
  const { polls } = deps;
  const { guildId, actor, now } = call;
  const channelIds = await channelsFor(deps, call);
  const number = pollNumber(typed);
  if (number !== undefined) {
    const { poll } = polls.state({ guildId, pollId: number, now });
    const visible = [poll.channelId, poll.parentId].some((id) => id !== undefined && channelIds.includes(id));
    if (visible || polls.maySteer({ guildId, actor, now, pollId: number })) return number;
    throw new UserError('polls.refusals.not-found');
  }
  const [only, ...others] = polls.search({ guildId, text: typed, channelIds, now });
  if (!only || others.length > 0) throw new UserError('polls.refusals.not-found');
  return only.id;
}

/**
 * The card for one reader, in their language; they can vote on it where the poll is. Whoever may steer it can do
 * so from anywhere, which is the only way before it appears.
 */
function ownCopy(deps: PollSurfaceDeps, call: Call, pollId: number): MessageBody {
  const { guildId, channelId, actor, now, t } = call;
  const state = deps.polls.state({ guildId, pollId, now });
  const { poll } = state;
  const here = poll.channelId === channelId || poll.threadId === channelId;
  const live = here && state.phase !== 'scheduled';
  const card = pollCard(state, t, live ? 'live' : 'none');
  const maySteer = deps.polls.maySteer({ guildId, actor, now, pollId });
  const buttons = [
    ...(poll.messageId === undefined
      ? []
      : [
          linkButton({
            url: messageLink({ guildId, channelId: poll.channelId, messageId: poll.messageId }),
            label: t('polls.details.jump'),
          }),
        ]),
    ...(live || !maySteer || state.phase === 'cancelled' ? [] : [detailsButton(poll.id, t)]),
  ];
  return buttons.length === 0 ? card : { components: [...card.components, row(...buttons)] };
}
