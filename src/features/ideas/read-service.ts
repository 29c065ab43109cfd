import { toCsvWithin } from '../../shared/csv.ts';
import { folded } from '../../shared/text.ts';
import { judge } from './dry-run.ts';
import { ideaRows } from './export.ts';
import type { IdeaRepository } from './idea-repository.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { ListRepository } from './list-repository.ts';
import { type Idea, type IdeaStatus, ideaLimits, ideaStatuses } from './model.ts';
import type { IdeaCall, IdeaPolicy, IdeaService, IdeaSummary } from './ports.ts';
import { isOwner, isPublic, openStatuses, refuse } from './rules.ts';
import type { SearchRepository } from './search-repository.ts';
import type { SupportRepository } from './support-repository.ts';

export interface ReadServiceParts {
  ideas: IdeaRepository;
  lists: ListRepository;
  searches: SearchRepository;
  support: SupportRepository;
  policy: IdeaPolicy;
  lifecycle: Lifecycle;
}

const PER_PAGE = 10;
/** Discord's limit for autocomplete choices. */
const MOST_SUGGESTED = 25;
/** The newest so many tell enough about what settings would have meant. */
const MOST_JUDGED = 1_000;
const publicStatuses = ideaStatuses.filter((status) => status !== 'queued' && status !== 'withdrawn');
/** "12", "#12", "idea 12", as people say it in the languages that Hearth speaks. */
const spokenNumber = /^(?:idea|idee|no\.?|nr\.?)?\s*#?\s*(\d{1,9})$/u;

type Reading = 'idea' | 'resolve' | 'ideaOf' | 'list' | 'search' | 'suggest' | 'exportCsv' | 'dryRun';

/** Discord takes files of 10 MiB from bots, and a little is needed around it. */
const FILE_BYTES = 9 * 1024 * 1024;

/** Looking ideas up: none of this writes. */
export function createReadService(parts: ReadServiceParts): Pick<IdeaService, Reading> {
  const { ideas, lists, searches, support, policy, lifecycle } = parts;

  /** The statuses that this person may ask for. */
  const allowed = ({ guildId, actor }: IdeaCall, wish: IdeaStatus | 'open' | 'any', mine: boolean) => {
    const seen = mine || policy.mayManage(guildId, actor) ? ideaStatuses : publicStatuses;
    if (wish === 'open') return openStatuses;
    return wish === 'any' ? (mine ? seen : publicStatuses) : seen.filter((status) => status === wish);
  };

  /** The only public idea whose title is `text`, or else whose title holds it. */
  const titled = (guildId: string, text: string): IdeaSummary | undefined => {
    const found = searches.inTitle(guildId, text, MOST_SUGGESTED);
    const same = found.filter(({ title }) => folded(title) === folded(text));
    const fitting =
      same.length > 0 ? same : found.filter(({ title }) => folded(title).includes(folded(text)));
    return fitting.length === 1 ? fitting[0] : undefined;
  };

  return {
    idea(call) {
      const { idea } = lifecycle.load(call);
      const { guildId, actor } = call;
      const visible = isPublic(idea) || isOwner(idea, actor.userId) || policy.mayManage(guildId, actor);
      return visible ? idea : refuse('ideas.refusals.not-found');
    },

    resolve({ guildId, text }) {
      const typed = folded(text.slice(0, ideaLimits.searchText));
      const spoken = spokenNumber.exec(typed)?.[1];
      const numbered = spoken === undefined ? undefined : ideas.findByNumber(guildId, Number(spoken))?.idea;
      if (numbered && isPublic(numbered)) return numbered;
      const found = titled(guildId, typed);
      return found && ideas.find(found.id)?.idea;
    },

    ideaOf: (ideaId) => ideas.find(ideaId)?.idea,

    list(call) {
      const { guildId, actor, status, category, mine, order, page } = call;
      const statuses = allowed(call, status, mine);
      const filter = { guildId, statuses, category, userId: mine ? actor.userId : undefined };
      const total = lists.count(filter);
      const { given, pages } = clamp(page, total);
      const part = { limit: PER_PAGE, offset: given * PER_PAGE, total };
      return { rows: lists.page(filter, order, part), page: given, pages, total };
    },

    search({ guildId, text, page }) {
      const { total, rows } = searches.search(guildId, text.slice(0, ideaLimits.searchText));
      const { given, pages } = clamp(page, total);
      return { rows: rows(given * PER_PAGE, (given + 1) * PER_PAGE), page: given, pages, total };
    },

    suggest({ guildId, text }) {
      const typed = folded(text.slice(0, ideaLimits.searchText));
      if (typed === '') return searches.newest(guildId, MOST_SUGGESTED);
      const digits = spokenNumber.exec(typed)?.[1];
      const numbered = digits === undefined ? [] : searches.numberedLike(guildId, digits, MOST_SUGGESTED);
      const known = new Set(numbered.map(({ id }) => id));
      const named = searches.inTitle(guildId, typed, MOST_SUGGESTED).filter(({ id }) => !known.has(id));
      return [...numbered, ...named].slice(0, MOST_SUGGESTED);
    },

    exportCsv({ guildId, actor, words }) {
      if (!policy.mayManage(guildId, actor)) refuse('ideas.refusals.may-not-manage');
      const { categories } = policy.settings(guildId);
      return {
        fileName: 'ideas.csv',
        ...toCsvWithin(ideaRows(lists.all(guildId), categories, words), FILE_BYTES),
      };
    },

    dryRun(guildId, settings, now) {
      const { active } = policy.activity(guildId, now);
      const past: Iterable<Idea> = lists.posted(guildId, MOST_JUDGED);
      return judge(past, settings, { nthSince: support.nthSince, activeNow: active, now });
    },
  };
}

function clamp(page: number, total: number): { given: number; pages: number } {
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  return { given: Math.min(Math.max(0, Math.trunc(page) || 0), pages - 1), pages };
}
