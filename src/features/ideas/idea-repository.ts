import type Sqlite from 'better-sqlite3';
import { asIdea, type IdeaRow, type StoredIdea } from './idea-row.ts';
import type { GoalBasis, Idea, IdeaStatus, IdeaText, IdeaUpdate, Rung } from './model.ts';

/** Ideas themselves: all SQL of an idea's life but lists, search, supporters, cases and merges. */
export type IdeaRepository = ReturnType<typeof createIdeaRepository>;

export type NewIdea = Pick<
  Idea,
  | 'guildId'
  | 'authorId'
  | 'anonymous'
  | 'suggestedBy'
  | 'consent'
  | 'title'
  | 'body'
  | 'problem'
  | 'category'
  | 'createdAt'
  | 'imageNames'
>;

/** What a change of status sets; whatever is left out is emptied, `reached`, `chances` and `rungs` stay. */
export interface StatusChange {
  to: IdeaStatus;
  at: number;
  /** Only for `gathering`. */
  deadline?: number | undefined;
  /** The public reason. Left out: the one before stays. */
  reason?: string | undefined;
  /** Only for `merged`. */
  mergedInto?: number | undefined;
}

export interface Publication {
  number: number;
  at: number;
  rungs: readonly Rung[];
  basis: GoalBasis;
  deadline: number;
}

/** What a press moved. */
export interface Progress {
  supporters: number;
  reached: number;
  status: IdeaStatus;
  statusAt: number;
  deadline: number | undefined;
}

/** Every change of what the card shows. */
const changed = 'version = version + 1, refreshing = 1';

export function createIdeaRepository(sqlite: Sqlite.Database) {
  const byId = sqlite.prepare<[number], IdeaRow>('SELECT * FROM ideas WHERE id = ?');
  const byNumber = sqlite.prepare<[string, number], IdeaRow>(
    'SELECT * FROM ideas WHERE guild_id = ? AND number = ?',
  );
  const byMessage = sqlite.prepare<[string], IdeaRow>('SELECT * FROM ideas WHERE message_id = ?');
  const byThread = sqlite.prepare<[string], IdeaRow>('SELECT * FROM ideas WHERE thread_id = ?');
  const byChannel = sqlite.prepare<[string], IdeaRow>('SELECT * FROM ideas WHERE channel_id = ?');
  const insert = sqlite.prepare(
    `INSERT INTO ideas (guild_id, author_id, anonymous, suggested_by, consent, title, body, problem, category, status,
       created_at, status_at, rungs, reached, chances, supporters, image_names, updates, version, refreshing, told_event_id)
     VALUES (@guildId, @authorId, @anonymous, @suggestedBy, @consent, @title, @body, @problem, @category, 'queued',
       @createdAt, @createdAt, '[]', 0, 0, 0, @imageNames, '[]', 0, 0, 0)`,
  );
  const nextNumber = sqlite
    .prepare<[string], number>(
      `INSERT INTO idea_counters (guild_id, number) VALUES (?, 1)
       ON CONFLICT (guild_id) DO UPDATE SET number = number + 1 RETURNING number`,
    )
    .pluck();
  const publish = sqlite.prepare(
    `UPDATE ideas SET number = @number, posted_at = @at, status = 'gathering', status_at = @at, rungs = @rungs,
       basis = @basis, deadline = @deadline, version = version + 1
     WHERE id = @id AND status = 'queued'`,
  );
  const changeStatus = sqlite.prepare(
    `UPDATE ideas SET status = @to, status_at = @at, deadline = @deadline, reason = coalesce(@reason, reason),
       merged_into = @mergedInto, ${changed}
     WHERE id = @id AND status = @from`,
  );
  const saveProgress = sqlite.prepare(
    `UPDATE ideas SET supporters = @supporters, reached = @reached, status = @status, status_at = @statusAt,
       deadline = @deadline, ${changed}
     WHERE id = @id`,
  );
  const takeChance = sqlite.prepare(
    `UPDATE ideas SET chances = 1, status = 'gathering', status_at = @at, deadline = @deadline, ${changed}
     WHERE id = @id AND status = 'expired' AND chances = 0`,
  );
  const saveText = sqlite.prepare(
    `UPDATE ideas SET title = @title, body = @body, problem = @problem, category = @category, ${changed} WHERE id = @id`,
  );
  const saveUpdates = sqlite.prepare(`UPDATE ideas SET updates = ?, ${changed} WHERE id = ?`);
  const saveConsent = sqlite.prepare(
    `UPDATE ideas SET consent = ?, ${changed} WHERE id = ? AND consent = 'asked'`,
  );
  const savePlace = sqlite.prepare(
    'UPDATE ideas SET channel_id = ?, message_id = ?, thread_id = ? WHERE id = ?',
  );
  const dropImageNames = sqlite.prepare(`UPDATE ideas SET image_names = '[]' WHERE id = ?`);
  const touch = sqlite.prepare(`UPDATE ideas SET ${changed} WHERE id = ?`);
  const settleRefresh = sqlite.prepare('UPDATE ideas SET refreshing = 0 WHERE id = ? AND version = ?');
  const saveTold = sqlite.prepare('UPDATE ideas SET told_event_id = max(told_event_id, ?) WHERE id = ?');

  return {
    find: (id: number): StoredIdea | undefined => asIdea(byId.get(id)),
    findByNumber: (guildId: string, number: number): StoredIdea | undefined =>
      asIdea(byNumber.get(guildId, number)),
    findByMessage: (messageId: string): StoredIdea | undefined => asIdea(byMessage.get(messageId)),
    findByThread: (threadId: string): StoredIdea | undefined => asIdea(byThread.get(threadId)),
    /** All that stand in this channel; in a forum the channel is the post of one idea. */
    findByChannel: (channelId: string): StoredIdea[] =>
      byChannel.all(channelId).flatMap((row) => asIdea(row) ?? []),

    /** A new idea is queued until it is published. */
    add(idea: NewIdea): number {
      const { lastInsertRowid } = insert.run({
        ...idea,
        anonymous: idea.anonymous ? 1 : 0,
        suggestedBy: idea.suggestedBy ?? null,
        category: idea.category ?? null,
        imageNames: JSON.stringify(idea.imageNames),
      });
      return Number(lastInsertRowid);
    },

    /** The next number of this server; it is used up, unless the write is rolled back. */
    nextNumber: (guildId: string): number => nextNumber.get(guildId) ?? 1,

    // Guarded changes of state: false when the idea was not in a state that allows it.
    publish: (id: number, { rungs, basis, ...publication }: Publication): boolean =>
      publish.run({ ...publication, id, rungs: JSON.stringify(rungs), basis: JSON.stringify(basis) })
        .changes > 0,
    changeStatus: (
      id: number,
      from: IdeaStatus,
      { to, at, deadline, reason, mergedInto }: StatusChange,
    ): boolean =>
      changeStatus.run({
        id,
        from,
        to,
        at,
        deadline: deadline ?? null,
        reason: reason ?? null,
        mergedInto: mergedInto ?? null,
      }).changes > 0,
    takeChance: (id: number, at: number, deadline: number): boolean =>
      takeChance.run({ id, at, deadline }).changes > 0,
    saveConsent: (id: number, consent: 'agreed' | 'refused'): boolean =>
      saveConsent.run(consent, id).changes > 0,

    /** The counter and what it led to; marks the card as being refreshed. */
    saveProgress(id: number, progress: Progress): void {
      saveProgress.run({ ...progress, id, deadline: progress.deadline ?? null });
    },
    saveText(id: number, text: IdeaText): void {
      saveText.run({ ...text, category: text.category ?? null, id });
    },
    saveUpdates(id: number, updates: readonly IdeaUpdate[]): void {
      saveUpdates.run(JSON.stringify(updates), id);
    },
    /** Where it stands on Discord; undefined: nowhere any more. */
    savePlace(
      id: number,
      place: { channelId: string; messageId: string; threadId: string | undefined } | undefined,
    ): void {
      savePlace.run(place?.channelId ?? null, place?.messageId ?? null, place?.threadId ?? null, id);
    },
    /** Its pictures are nowhere any more. */
    dropImageNames(id: number): void {
      dropImageNames.run(id);
    },
    /** The card shows something else now. */
    touch(id: number): void {
      touch.run(id);
    },
    /** True if nothing changed since `version`: nobody needs to refresh any more. */
    settleRefresh: (id: number, version: number): boolean => settleRefresh.run(id, version).changes > 0,
    /** Everything up to this event was told. */
    saveTold(id: number, eventId: number): void {
      saveTold.run(eventId, id);
    },
  };
}
