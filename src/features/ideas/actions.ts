import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import type { Call, Reply } from '../../discord/interaction.ts';
import { file, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import { UserError } from '../../shared/user-error.ts';
import { categoryChoices, decisions, ideaChoices } from './command-views.ts';
import { ideaHelp } from './help-views.ts';
import { categoryOf, listPage, searchPage } from './list-components.ts';
import { everything } from './list-views.ts';
import type { Idea } from './model.ts';
import type { IdeaExportWords } from './ports.ts';
import { about, privately } from './press.ts';
import { listStatuses } from './private-custom-ids.ts';
import { roadmapView } from './roadmap-views.ts';
import type { IdeaSurfaceDeps } from './surface-types.ts';

/** What `/idea` does besides forms and panels. All answers are for the reader alone. */
export interface IdeaReading {
  list(call: Call, status: string, category: string): Reply;
  mine(call: Call): Reply;
  search(call: Call, words: string): Reply;
  roadmap(call: Call): Reply;
  help(call: Call): Reply;
  /** Staff. */
  exportCsv(call: Call): Reply;
  /** By number or words; refuses where none or several fit. */
  find(call: Call, typed: string): Idea;
  suggest(call: Call, typed: string): APIApplicationCommandOptionChoice[];
  suggestCategory(call: Call, typed: string): APIApplicationCommandOptionChoice[];
}

export function ideaReading(deps: IdeaSurfaceDeps): IdeaReading {
  const { ideas, policy } = deps;
  return {
    list(call, typed, category) {
      const status = listStatuses.find((each) => each === typed) ?? everything.status;
      const filter = { ...everything, status, category: categoryOf(deps, call.guildId, category) };
      return privately(listPage(deps, call, filter, 0));
    },
    mine: (call) => privately(listPage(deps, call, { ...everything, whose: 'mine', status: 'any' }, 0)),
    search: (call, words) => privately(searchPage(deps, call, words, 0)),
    roadmap: ({ guildId, t }) => privately(roadmapView(ideas.roadmap(guildId), t)),
    help({ guildId, actor, t }) {
      const open = policy.settings(guildId).channelId !== undefined;
      return privately(ideaHelp({ staff: policy.mayManage(guildId, actor), open }, t));
    },
    exportCsv(call) {
      const { fileName, csv } = ideas.exportCsv({ ...about(call), words: exportWords(call.t) });
      return {
        kind: 'reply',
        ephemeral: true,
        body: { components: [text(call.t('ideas.exported.words')), file(fileName)] },
        files: [{ name: fileName, data: Buffer.from(csv, 'utf8'), contentType: 'text/csv; charset=utf-8' }],
      };
    },
    find: (call, typed) => ideas.resolve({ ...about(call), text: typed }) ?? refuse(),
    suggest: (call, typed) => ideaChoices(ideas.suggest({ ...about(call), text: typed }), call.t),
    suggestCategory: ({ guildId }, typed) => categoryChoices(policy.settings(guildId).categories, typed),
  };
}

function refuse(): never {
  throw new UserError('ideas.refusals.not-found');
}

/** One of what staff can choose; anything else a client sends is refused. */
export function decisionFrom(typed: string): (typeof decisions)[number] {
  const decision = decisions.find((each) => each === typed);
  if (!decision) throw new UserError('kit.refusals.outOfDate');
  return decision;
}

function exportWords(t: Translate): IdeaExportWords {
  return {
    number: t('ideas.exported.number'),
    title: t('ideas.exported.title'),
    idea: t('ideas.exported.idea'),
    problem: t('ideas.exported.problem'),
    category: t('ideas.exported.category'),
    status: t('ideas.exported.status'),
    author: t('ideas.exported.author'),
    anonymous: t('ideas.exported.anonymous'),
    supporters: t('ideas.exported.supporters'),
    goal: t('ideas.exported.goal'),
    postedAt: t('ideas.exported.postedAt'),
    statusAt: t('ideas.exported.statusAt'),
    reason: t('ideas.exported.reason'),
  };
}
