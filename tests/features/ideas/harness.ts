import type { Database } from '../../../src/database/open.ts';
import { createAuthorService } from '../../../src/features/ideas/author-service.ts';
import { createDraftService } from '../../../src/features/ideas/draft-service.ts';
import { createListRepository } from '../../../src/features/ideas/list-repository.ts';
import type { IdeaSettings, IdeaStatus, IdeaText } from '../../../src/features/ideas/model.ts';
import type { IdeaActor, ImageFile } from '../../../src/features/ideas/ports.ts';
import { createReadService } from '../../../src/features/ideas/read-service.ts';
import { createSearchRepository } from '../../../src/features/ideas/search-repository.ts';
import { createSupportService } from '../../../src/features/ideas/support-service.ts';
import { type FixedClock, fixedClock, openTestDatabase } from '../../support/database.ts';
import { coreHarness, GUILD, member, settings } from './core-harness.ts';

export { author, DAY, GUILD, member, refusalOf, settings, staff } from './core-harness.ts';
export const HOUR = 3_600_000;

export interface IdeaWorld {
  /** What differs from the settings of the core harness. */
  settings?: Partial<IdeaSettings>;
  /** Members active in the 28 days before. */
  active?: number;
  database?: Database;
  clock?: FixedClock;
}

interface Submission extends Partial<IdeaText> {
  anonymous?: boolean;
  creditId?: string;
  images?: readonly ImageFile[];
  interactionId?: string;
}

/** All services of ideas on a real database, with a clock that stands still. */
export function ideaHarness(world: IdeaWorld = {}) {
  const { database = openTestDatabase(), clock = fixedClock() } = world;
  const settingsNow: IdeaSettings = { ...settings, ...world.settings };
  const activity = { active: world.active ?? 60 };
  const core = coreHarness(clock, {
    database,
    settings: () => settingsNow,
    active: () => activity.active,
  });
  const parts = {
    ...core,
    lists: createListRepository(database.sqlite),
    searches: createSearchRepository(database.sqlite),
    mergeById: core.service.mergeById,
  };
  const service = {
    ...core.service,
    ...createDraftService(parts),
    ...createSupportService(parts),
    ...createAuthorService(parts),
    ...createReadService(parts),
  };
  const { write, by } = core;
  let interactions = 860000000000000000n;
  /** Three seconds after the one before: quicker presses of one person are a double press. */
  const nextInteraction = (): string => String((interactions += 3_000n << 22n));

  const draft = (actor: IdeaActor, given: Submission = {}) => {
    const { anonymous = false, creditId, images = [], interactionId = nextInteraction(), ...text } = given;
    const typed = {
      title: 'Oat milk in every shop',
      body: 'Please stock it',
      problem: '',
      category: undefined,
    };
    const call = { ...by(actor), interactionId, text: { ...typed, ...text }, anonymous, creditId, images };
    return write(() => service.draft(call));
  };
  const submit = (draftId: number, actor: IdeaActor) =>
    write(() => service.submit({ ...by(actor), draftId }));

  return {
    ...parts,
    service,
    settingsNow,
    activity,
    nextInteraction,
    draft,
    submit,

    /** Drafts and submits; tells the idea. */
    propose: (given: Submission = {}, actor: IdeaActor = member(1)) =>
      submit(draft(actor, given).draft.id, actor).idea,

    toggle: (ideaId: number, actor: IdeaActor, interactionId = nextInteraction()) =>
      write(() => service.toggleSupport({ ...by(actor), ideaId, interactionId })),
    back: (ideaId: number, actor: IdeaActor, interactionId = nextInteraction()) =>
      write(() => service.support({ ...by(actor), ideaId, interactionId })),
    toggleFollow: (ideaId: number, actor: IdeaActor, interactionId = nextInteraction()) =>
      write(() => service.toggleFollow({ ...by(actor), ideaId, interactionId })),

    /** Support of so many members, from the first on. */
    crowd(ideaId: number, count: number, first = 100): void {
      for (let each = first; each < first + count; each += 1) {
        const call = { ...by(member(each)), ideaId, interactionId: nextInteraction() };
        write(() => service.support(call));
      }
    },

    /** What the database holds of supporters, sorted by their ids. */
    storedSupport: (ideaId: number) =>
      database.sqlite
        .prepare(
          'SELECT user_id AS userId, supporting FROM idea_supporters WHERE idea_id = ? ORDER BY user_id',
        )
        .all(ideaId) as { userId: string; supporting: number }[],

    /** Every row of every table of ideas, to compare before and after. */
    everything: () =>
      Object.fromEntries(
        [
          'ideas',
          'idea_supporters',
          'idea_followers',
          'idea_drafts',
          'idea_events',
          'idea_cases',
          'jobs',
        ].map((table) => [table, database.sqlite.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all()]),
      ),
  };
}

/** So many public ideas straight in the tables, for what is about many; newest last, from number 1 on. */
export function fillIdeas(
  { sqlite }: Pick<Database, 'sqlite'>,
  count: number,
  row: (number: number) => {
    title: string;
    body?: string;
    status?: IdeaStatus;
    supporters?: number;
    category?: string;
    authorId?: string;
  },
): void {
  const insert = sqlite.prepare(
    `INSERT INTO ideas (guild_id, number, author_id, anonymous, consent, title, body, problem, category, status,
       created_at, posted_at, status_at, rungs, basis, reached, deadline, chances, supporters, image_names, updates,
       version, refreshing, told_event_id)
     VALUES (@guildId, @number, @authorId, 0, 'none', @title, @body, '', @category, @status, @at, @at, @at,
       '[{"goal":3,"days":14},{"goal":9,"days":45}]', '{"active":60,"days":28,"counted":"used-hearth"}', 0, @deadline, 0,
       @supporters, '[]', '[]', 0, 0, 0)`,
  );
  sqlite.transaction(() => {
    for (let number = 1; number <= count; number += 1) {
      const { title, body = '', status = 'gathering', supporters = 0, category, authorId } = row(number);
      const at = Date.UTC(2026, 0, 1) + number * 60_000;
      insert.run({
        guildId: GUILD,
        number,
        authorId: authorId ?? member(number % 300).userId,
        title,
        body,
        category: category ?? null,
        status,
        at,
        deadline: status === 'gathering' ? at + 365 * 86_400_000 : null,
        supporters,
      });
    }
    sqlite.prepare('INSERT INTO idea_counters (guild_id, number) VALUES (?, ?)').run(GUILD, count);
  })();
}
