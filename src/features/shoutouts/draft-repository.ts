import type Sqlite from 'better-sqlite3';
import type { GiveSpec, SeenMember } from './ports.ts';

export type ShoutoutDraftRepository = ReturnType<typeof createDraftRepository>;

export interface ShoutoutDraft {
  id: number;
  guildId: string;
  userId: string;
  spec: GiveSpec;
  giver: SeenMember;
  createdAt: number;
  /** What came of it. */
  shoutoutId: number | undefined;
}

interface Row {
  id: number;
  guild_id: string;
  user_id: string;
  spec: string;
  created_at: number;
  shoutout_id: number | null;
}

/** Shout-outs that were asked about before they are given. */
export function createDraftRepository(sqlite: Sqlite.Database) {
  const byId = sqlite.prepare<[number], Row>('SELECT * FROM shoutout_drafts WHERE id = ?');
  const byInteraction = sqlite.prepare<[string], Row>(
    'SELECT * FROM shoutout_drafts WHERE interaction_id = ?',
  );
  const insert = sqlite.prepare(
    `INSERT INTO shoutout_drafts (guild_id, user_id, interaction_id, spec, created_at)
     VALUES (@guildId, @userId, @interactionId, @spec, @createdAt)`,
  );
  const give = sqlite.prepare('UPDATE shoutout_drafts SET shoutout_id = ? WHERE id = ?');
  const drop = sqlite.prepare('DELETE FROM shoutout_drafts WHERE id = ?');
  const purge = sqlite.prepare('DELETE FROM shoutout_drafts WHERE created_at < ?');

  return {
    find: (id: number): ShoutoutDraft | undefined => draftOf(byId.get(id)),
    findByInteraction: (interactionId: string): ShoutoutDraft | undefined =>
      draftOf(byInteraction.get(interactionId)),
    add({
      spec,
      giver,
      ...row
    }: Omit<ShoutoutDraft, 'id' | 'shoutoutId'> & { interactionId: string }): number {
      return Number(insert.run({ ...row, spec: JSON.stringify({ spec, giver }) }).lastInsertRowid);
    },
    gave: (id: number, shoutoutId: number): void => void give.run(shoutoutId, id),
    drop: (id: number): void => void drop.run(id),
    purge: (before: number): number => purge.run(before).changes,
  };
}

function draftOf(row: Row | undefined): ShoutoutDraft | undefined {
  if (!row) return undefined;
  const { spec, giver } = JSON.parse(row.spec) as { spec: GiveSpec; giver: SeenMember };
  return {
    id: row.id,
    guildId: row.guild_id,
    userId: row.user_id,
    // What was left out is not in JSON.
    spec: { ...spec, value: spec.value, source: spec.source },
    giver,
    createdAt: row.created_at,
    shoutoutId: row.shoutout_id ?? undefined,
  };
}
