import type Sqlite from 'better-sqlite3';
import type { Draft, PollInput, PollSpec, Problem } from './model.ts';

export type DraftRepository = ReturnType<typeof createDraftRepository>;

interface DraftRow {
  id: number;
  guild_id: string;
  channel_id: string;
  parent_id: string | null;
  creator_id: string;
  interaction_id: string;
  input: string;
  spec: string | null;
  problems: string;
  created_at: number;
  changed_at: number;
  cancelled: number;
  poll_id: number | null;
}

export interface StoredDraft {
  draft: Draft;
  cancelled: boolean;
}

/** What was typed and how it was understood. */
export interface Understanding {
  input: PollInput;
  spec: PollSpec | undefined;
  problems: readonly Problem[];
}

export function createDraftRepository(sqlite: Sqlite.Database) {
  const byId = sqlite.prepare<[number], DraftRow>('SELECT * FROM poll_drafts WHERE id = ?');
  const byInteraction = sqlite.prepare<[string], DraftRow>(
    'SELECT * FROM poll_drafts WHERE interaction_id = ?',
  );
  const insert = sqlite.prepare(
    `INSERT INTO poll_drafts (guild_id, channel_id, parent_id, creator_id, interaction_id, input, spec, problems,
       created_at, changed_at, cancelled)
     VALUES (@guildId, @channelId, @parentId, @creatorId, @interactionId, @input, @spec, @problems, @now, @now, 0)`,
  );
  const update = sqlite.prepare(
    'UPDATE poll_drafts SET input = ?, spec = ?, problems = ?, changed_at = ? WHERE id = ? AND poll_id IS NULL',
  );
  const cancel = sqlite.prepare('UPDATE poll_drafts SET cancelled = 1 WHERE id = ? AND poll_id IS NULL');
  const publish = sqlite.prepare(
    'UPDATE poll_drafts SET poll_id = ? WHERE id = ? AND poll_id IS NULL AND cancelled = 0',
  );
  const purge = sqlite.prepare('DELETE FROM poll_drafts WHERE changed_at < ?');

  return {
    find: (id: number): StoredDraft | undefined => asDraft(byId.get(id)),

    findByInteraction: (interactionId: string): StoredDraft | undefined =>
      asDraft(byInteraction.get(interactionId)),

    add(
      where: Pick<Draft, 'guildId' | 'channelId' | 'parentId' | 'creatorId'> & {
        interactionId: string;
        now: number;
      },
      { input, spec, problems }: Understanding,
    ): number {
      const { lastInsertRowid } = insert.run({
        ...where,
        parentId: where.parentId ?? null,
        input: JSON.stringify(input),
        spec: spec ? JSON.stringify(spec) : null,
        problems: JSON.stringify(problems),
      });
      return Number(lastInsertRowid);
    },

    change(id: number, { input, spec, problems }: Understanding, now: number): void {
      const understood = spec ? JSON.stringify(spec) : null;
      update.run(JSON.stringify(input), understood, JSON.stringify(problems), now, id);
    },

    cancel(id: number): void {
      cancel.run(id);
    },

    /** False if it was published or cancelled before. */
    markPublished: (id: number, pollId: number): boolean => publish.run(pollId, id).changes > 0,

    /** Deletes drafts that were last changed before `before`; tells how many. */
    purge: (before: number): number => purge.run(before).changes,
  };
}

function asDraft(row: DraftRow | undefined): StoredDraft | undefined {
  if (!row) return undefined;
  return {
    cancelled: row.cancelled === 1,
    draft: {
      id: row.id,
      guildId: row.guild_id,
      channelId: row.channel_id,
      parentId: row.parent_id ?? undefined,
      creatorId: row.creator_id,
      input: asInput(row.input),
      spec: row.spec === null ? undefined : asSpec(row.spec),
      problems: JSON.parse(row.problems) as Problem[],
      createdAt: row.created_at,
      pollId: row.poll_id ?? undefined,
    },
  };
}

function asInput(text: string): PollInput {
  const input = JSON.parse(text) as PollInput;
  // JSON drops what is undefined; the types promise the keys.
  return { ...input, maxChoices: input.maxChoices ?? undefined, quorum: input.quorum ?? undefined };
}

/** Reads a whole PollSpec back from JSON. */
export function asSpec(text: string): PollSpec {
  const spec = JSON.parse(text) as PollSpec;
  return { ...spec, opensAt: spec.opensAt ?? undefined, quorum: spec.quorum ?? undefined };
}
