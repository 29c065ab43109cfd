import type { APIApplicationCommandOptionChoice, APIMessage } from 'discord-api-types/v10';
import type { Call, Reply } from '../../discord/interaction.ts';
import { personBehind } from '../../discord/message-author.ts';
import { privately } from '../../discord/press.ts';
import { file, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import { UserError } from '../../shared/user-error.ts';
import { openSubmitForm } from './draft-components.ts';
import { messageText, searchText } from './form-input.ts';
import { ideaHelp } from './help-views.ts';
import { listBody, searchBody } from './list-components.ts';
import { ideaChoices } from './list-views.ts';
import type { Idea } from './model.ts';
import { panelBody, requireStaff } from './panel.ts';
import type { IdeaExportWords } from './ports.ts';
import { about, worded } from './press.ts';
import { listOrders, listStatuses } from './private-custom-ids.ts';
import { roadmapView } from './roadmap-views.ts';
import { refuse } from './rules.ts';
import { openDecision } from './staff-components.ts';
import { mergeQuestion } from './staff-views.ts';
import type { IdeaSurfaceDeps } from './surface-types.ts';

/** What was typed behind a command; anything that is not offered counts as left out. */
export interface ListInput {
  status: string | undefined;
  category: string | undefined;
  order: string | undefined;
}

/** What the commands do; the buttons do the same through the same functions. `typed` names an idea. */
export interface IdeaActions {
  submit(call: Call, anonymous: boolean): Promise<Reply>;
  /** Somebody's message; its author is credited and asked. */
  suggest(
    call: Call,
    message: Pick<APIMessage, 'id' | 'content' | 'author' | 'webhook_id'> | undefined,
  ): Promise<Reply>;
  list(call: Call, input: ListInput): Promise<Reply>;
  show(call: Call, typed: string): Promise<Reply>;
  mine(call: Call): Promise<Reply>;
  search(call: Call, typed: string): Promise<Reply>;
  roadmap(call: Call): Promise<Reply>;
  help(call: Call): Promise<Reply>;
  exportCsv(call: Call): Promise<Reply>;
  status(call: Call, typed: string, to: string): Promise<Reply>;
  /** Asks first. */
  merge(call: Call, typed: string, into: string): Promise<Reply>;
  /** For autocomplete. */
  choices(call: Call, typed: string): APIApplicationCommandOptionChoice[];
  /** The server's categories, for autocomplete. */
  categories(call: Call, typed: string): APIApplicationCommandOptionChoice[];
}

const decisions = ['in-review', 'planned', 'in-progress', 'shipped', 'declined'] as const;

export function ideaActions(deps: IdeaSurfaceDeps): IdeaActions {
  const { ideas, policy } = deps;
  const find = (call: Call, typed: string): Idea =>
    ideas.resolve({ ...about(call), text: typed }) ?? refuse('ideas.refusals.not-found');

  return {
    submit: (call, anonymous) => worded(call.t, () => openSubmitForm(deps, call, { anonymous })),
    suggest: (call, message) => worded(call.t, () => suggestion(deps, call, message)),
    list: (call, input) =>
      worded(call.t, () => privately(listBody(deps, call, filterFrom(deps, call, input), 0))),
    show: (call, typed) => worded(call.t, () => privately(panelBody(deps, call, find(call, typed).id))),
    mine: (call) =>
      worded(call.t, () => {
        const state = { whose: 'mine', status: 'any', order: 'new', category: '' } as const;
        return privately(listBody(deps, call, state, 0));
      }),
    search: (call, typed) => worded(call.t, () => privately(searchBody(deps, call, searchText(typed), 0))),
    roadmap: (call) => worded(call.t, () => privately(roadmapView(ideas.roadmap(call.guildId), call.t))),
    help: (call) =>
      worded(call.t, () => {
        const staff = policy.mayManage(call.guildId, call.actor);
        const open = policy.settings(call.guildId).channelId !== undefined;
        return privately(ideaHelp({ staff, open }, call.t));
      }),
    exportCsv: (call) => worded(call.t, () => exported(deps, call)),
    status: (call, typed, to) =>
      worded(call.t, () => {
        const decision = decisions.find((each) => each === to) ?? refuse('ideas.refusals.not-found');
        requireStaff(deps, call);
        return openDecision(deps, call, find(call, typed).id, { to: decision });
      }),
    merge: (call, typed, into) =>
      worded(call.t, () => {
        requireStaff(deps, call);
        const source = find(call, typed);
        const target = find(call, into);
        if (source.id === target.id) refuse('ideas.refusals.merge-self');
        return privately(mergeQuestion(source, target, call.t));
      }),
    choices: (call, typed) => ideaChoices(ideas.suggest({ ...about(call), text: typed }), call.t),
    categories({ guildId }, typed) {
      const wanted = typed.trim().toLowerCase();
      return policy
        .settings(guildId)
        .categories.filter(({ name }) => name.toLowerCase().includes(wanted))
        .map(({ key, name, emoji }) => ({
          name: emoji === undefined ? name : `${emoji} ${name}`,
          value: key,
        }));
    },
  };
}

function filterFrom({ policy }: IdeaSurfaceDeps, { guildId }: Call, input: ListInput) {
  const typed = input.category?.trim().toLowerCase();
  // Autocomplete offers keys, but anything can be typed.
  const category = policy
    .settings(guildId)
    .categories.find(({ key, name }) => key === typed || name.toLowerCase() === typed);
  if (typed !== undefined && !category) throw new UserError('ideas.refusals.unknown-category');
  return {
    whose: 'all',
    status: listStatuses.find((each) => each === input.status) ?? 'open',
    order: listOrders.find((each) => each === input.order) ?? 'new',
    category: category?.key ?? '',
  } as const;
}

/** Bots and webhooks have no name to ask for; their words are then the presser's idea. */
function suggestion(
  deps: IdeaSurfaceDeps,
  call: Call,
  message: Parameters<IdeaActions['suggest']>[1],
): Reply {
  const author = message && personBehind(message);
  const asked = author !== undefined && author !== call.actor.userId;
  return openSubmitForm(deps, call, {
    anonymous: false,
    messageId: asked ? message?.id : undefined,
    text: messageText(message?.content ?? ''),
    suggested: true,
  });
}

function exported({ ideas }: IdeaSurfaceDeps, call: Call): Reply {
  const { t } = call;
  const { fileName, csv, left } = ideas.exportCsv({ ...about(call), words: exportWords(t) });
  return {
    kind: 'reply',
    ephemeral: true,
    body: { components: [text(t('ideas.export.done', { left })), file(fileName)] },
    files: [{ name: fileName, data: Buffer.from(csv, 'utf8'), contentType: 'text/csv; charset=utf-8' }],
  };
}

function exportWords(t: Translate): IdeaExportWords {
  return {
    number: t('ideas.export.number'),
    title: t('ideas.export.title'),
    idea: t('ideas.export.idea'),
    problem: t('ideas.export.problem'),
    category: t('ideas.export.category'),
    status: t('ideas.export.status'),
    author: t('ideas.export.author'),
    anonymous: t('ideas.export.anonymous'),
    supporters: t('ideas.export.supporters'),
    goal: t('ideas.export.goal'),
    postedAt: t('ideas.export.postedAt'),
    statusAt: t('ideas.export.statusAt'),
    reason: t('ideas.export.reason'),
  };
}
