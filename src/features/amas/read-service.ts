import { folded } from '../../shared/text.ts';
import type { Access } from './access.ts';
import type { AmaRepository } from './ama-repository.ts';
import type { ListRepository } from './list-repository.ts';
import { type Ama, amaLimits, type Question } from './model.ts';
import { paged } from './paging.ts';
import type { AmaCall, AmaService, ReadQuestion } from './ports.ts';
import { isOver, isPublic, refuse } from './rules.ts';
import type { SupportRepository } from './support-repository.ts';

export interface ReadServiceParts {
  amas: AmaRepository;
  lists: ListRepository;
  support: SupportRepository;
  access: Access;
}

type Reading =
  | 'rights'
  | 'ama'
  | 'amaOf'
  | 'question'
  | 'resolve'
  | 'only'
  | 'list'
  | 'suggest'
  | 'browse'
  | 'mine'
  | 'answeredOf';

const AMAS_A_PAGE = 10;
const QUESTIONS_A_PAGE = 5;
/** Discord's limit for autocomplete choices. */
const MOST_SUGGESTED = 25;
/** Titles are looked for among so many of a server, the nearest first. */
const MOST_READ = 200;

/** Looking up AMAs and what everybody may see of their questions: none of this writes. */
export function createReadService(parts: ReadServiceParts): Pick<AmaService, Reading> {
  const { amas, lists, support, access } = parts;

  /** Open ones by start, then past ones newest first. */
  const nearest = (guildId: string): Ama[] => {
    const part = { limit: MOST_READ, offset: 0 };
    return [...lists.page(guildId, 'open', part), ...lists.page(guildId, 'past', part)].slice(0, MOST_READ);
  };
  const titled = (guildId: string, text: string, fits: (title: string) => boolean): Ama[] =>
    text === '' ? [] : nearest(guildId).filter(({ title }) => fits(folded(title)));

  const asRead = (questions: readonly Question[], userId: string): ReadQuestion[] => {
    const ids = questions.map(({ id }) => id);
    const supported = support.supportedOf(ids, userId);
    return questions.map((question) => ({
      question,
      supporting: supported.has(question.id),
      own: question.askerId === userId,
    }));
  };

  return {
    rights: (call) => access.rightsIn(access.load(call).ama, call),
    ama: (call) => access.load(call).ama,
    amaOf: (amaId) => amas.find(amaId)?.ama,

    question(call) {
      const { ama, question } = access.loadQuestion(call);
      const { userId } = call.actor;
      const visible = isPublic(question) || question.askerId === userId || access.rightsIn(ama, call).run;
      const [read] = visible ? asRead([question], userId) : [];
      return read ?? refuse('amas.refusals.question-not-found');
    },

    resolve({ guildId, text }) {
      const typed = folded(text.slice(0, amaLimits.title));
      const numbered = /^#?\d{1,15}$/u.test(typed) ? amas.find(Number(typed.replace('#', ''))) : undefined;
      if (numbered?.ama.guildId === guildId) return numbered.ama;
      const same = titled(guildId, typed, (title) => title === typed);
      const fitting = same.length > 0 ? same : titled(guildId, typed, (title) => title.includes(typed));
      return fitting.length === 1 ? fitting[0] : undefined;
    },

    only({ guildId, now }) {
      const open = lists.page(guildId, 'open', { limit: MOST_READ, offset: 0 });
      const asking = open.filter((ama) => !isOver(ama, now));
      return asking.length === 1 ? asking[0] : undefined;
    },

    list({ guildId, which, page }) {
      const total = lists.count(guildId, which);
      return paged(page, { total, perPage: AMAS_A_PAGE }, (part) => lists.page(guildId, which, part));
    },

    suggest({ guildId, text }) {
      const typed = folded(text.slice(0, amaLimits.title));
      const found =
        typed === '' ? nearest(guildId) : titled(guildId, typed, (title) => title.includes(typed));
      return found.slice(0, MOST_SUGGESTED);
    },

    browse(call) {
      const { order, page, actor } = call;
      const { id } = access.load(call).ama;
      const total = lists.countReadable(id);
      return paged(page, { total, perPage: QUESTIONS_A_PAGE }, (part) =>
        asRead(lists.readable(id, order, part), actor.userId),
      );
    },

    answeredOf: (guildId, userId) => lists.answeredOf(guildId, userId),

    mine(call: AmaCall & { amaId: number; page: number }) {
      const { guildId, actor, page } = call;
      const { id: amaId } = access.load(call).ama;
      const own = { guildId, amaId, userId: actor.userId };
      return paged(page, { total: lists.countOwn(own), perPage: QUESTIONS_A_PAGE }, (part) =>
        asRead(lists.own(own, part), actor.userId),
      );
    },
  };
}
