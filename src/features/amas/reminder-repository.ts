import type Sqlite from 'better-sqlite3';

export type ReminderRepository = ReturnType<typeof createReminderRepository>;

/** Who is told before an AMA starts. */
export function createReminderRepository(sqlite: Sqlite.Database) {
  const standing = sqlite.prepare<[number, string], { wanted: number; interaction_id: string }>(
    'SELECT wanted, interaction_id FROM ama_reminders WHERE ama_id = ? AND user_id = ?',
  );
  const save = sqlite.prepare(
    `INSERT INTO ama_reminders (ama_id, user_id, wanted, since, interaction_id)
     VALUES (@amaId, @userId, @wanted, @now, @interactionId)
     ON CONFLICT (ama_id, user_id) DO UPDATE SET wanted = excluded.wanted, since = excluded.since,
       interaction_id = excluded.interaction_id`,
  );
  const due = sqlite
    .prepare<[number, number], string>(
      `SELECT user_id FROM ama_reminders WHERE ama_id = ? AND wanted = 1 AND sent = 0
       ORDER BY since, user_id LIMIT ?`,
    )
    .pluck();
  const sent = sqlite.prepare('UPDATE ama_reminders SET sent = 1 WHERE ama_id = ? AND user_id = ?');
  const again = sqlite.prepare('UPDATE ama_reminders SET sent = 0 WHERE ama_id = ?');

  return {
    /** The last press of this person; undefined: never pressed. */
    standing(amaId: number, userId: string): { on: boolean; interactionId: string } | undefined {
      const row = standing.get(amaId, userId);
      return row && { on: row.wanted === 1, interactionId: row.interaction_id };
    },
    save(press: { amaId: number; userId: string; interactionId: string; now: number }, on: boolean): void {
      save.run({ ...press, wanted: on ? 1 : 0 });
    },
    /** Not yet told, in the order in which they asked. */
    due: (amaId: number, limit: number): string[] => due.all(amaId, limit),
    markSent(amaId: number, userId: string): void {
      sent.run(amaId, userId);
    },
    /** It starts at another time: everybody who wants to is told anew. */
    startAgain(amaId: number): void {
      again.run(amaId);
    },
  };
}
