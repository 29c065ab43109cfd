import type Sqlite from 'better-sqlite3';
import type { Conversation } from './model.ts';

export type ConversationRepository = ReturnType<typeof createConversationRepository>;

type Row = Omit<Conversation, 'isThread' | 'firstReplyAt' | 'byNewcomer' | 'byStaff'> & {
  isThread: number;
  firstReplyAt: number | null;
  byNewcomer: number;
  byStaff: number;
};

const columns = `id, guild_id AS guildId, place_id AS placeId, channel_id AS channelId, is_thread AS isThread,
  starter_id AS starterId, message_id AS messageId, day, started_at AS startedAt, last_at AS lastAt, messages, people,
  first_reply_at AS firstReplyAt, by_newcomer AS byNewcomer, by_staff AS byStaff`;

export function createConversationRepository(sqlite: Sqlite.Database) {
  const where = (condition: string) => `SELECT ${columns} FROM conversations WHERE ${condition}`;
  const latest = sqlite.prepare<[string], Row>(where('place_id = ? ORDER BY last_at DESC LIMIT 1'));
  // The index leads to those that ended late enough; what began latest of them is meant.
  const around = sqlite.prepare<[{ placeId: string; at: number }], Row>(
    where('place_id = @placeId AND last_at >= @at AND started_at <= @at ORDER BY started_at DESC LIMIT 1'),
  );
  const byMessage = sqlite.prepare<[string], Row>(where('message_id = ? LIMIT 1'));
  const insert = sqlite.prepare<Omit<Row, 'id'>>(
    `INSERT INTO conversations (guild_id, place_id, channel_id, is_thread, starter_id, message_id, day, started_at,
       last_at, messages, people, first_reply_at, by_newcomer, by_staff)
     VALUES (@guildId, @placeId, @channelId, @isThread, @starterId, @messageId, @day, @startedAt,
       @lastAt, @messages, @people, @firstReplyAt, @byNewcomer, @byStaff)`,
  );
  const save = sqlite.prepare<Pick<Row, 'id' | 'lastAt' | 'messages' | 'people' | 'firstReplyAt'>>(
    `UPDATE conversations SET last_at = @lastAt, messages = @messages, people = @people,
       first_reply_at = @firstReplyAt WHERE id = @id`,
  );
  const join = sqlite.prepare<[number, string]>(
    'INSERT INTO conversation_people (conversation_id, user_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  // One that ended before an instant began on that day at the latest.
  const remove = sqlite.prepare<[string, number, number]>(
    'DELETE FROM conversations WHERE guild_id = ? AND day <= ? AND last_at < ?',
  );
  const removePeople = sqlite.prepare<[string, number]>(
    `DELETE FROM conversation_people
     WHERE conversation_id IN (SELECT id FROM conversations WHERE guild_id = ? AND day < ?)`,
  );
  // Nobody is told who began it, and it is in no number of beginnings.
  const removeStarter = sqlite.prepare<[string, number]>(
    `UPDATE conversations SET starter_id = '', by_newcomer = 0, by_staff = 1
     WHERE guild_id = ? AND day < ? AND starter_id <> ''`,
  );

  const asConversation = (row: Row | undefined): Conversation | undefined =>
    row && {
      ...row,
      isThread: row.isThread === 1,
      firstReplyAt: row.firstReplyAt ?? undefined,
      byNewcomer: row.byNewcomer === 1,
      byStaff: row.byStaff === 1,
    };

  return {
    latestIn: (placeId: string): Conversation | undefined => asConversation(latest.get(placeId)),
    /** The one that was on at that time (UTC ms); of several the one that began last. */
    around: (placeId: string, at: number): Conversation | undefined =>
      asConversation(around.get({ placeId, at })),
    /** The one that this message began. */
    begunBy: (messageId: string): Conversation | undefined => asConversation(byMessage.get(messageId)),
    add(conversation: Omit<Conversation, 'id'>): Conversation {
      const { lastInsertRowid } = insert.run({
        ...conversation,
        isThread: Number(conversation.isThread),
        firstReplyAt: conversation.firstReplyAt ?? null,
        byNewcomer: Number(conversation.byNewcomer),
        byStaff: Number(conversation.byStaff),
      });
      return { ...conversation, id: Number(lastInsertRowid) };
    },
    save: ({ id, lastAt, messages, people, firstReplyAt }: Conversation): void =>
      void save.run({ id, lastAt, messages, people, firstReplyAt: firstReplyAt ?? null }),
    /** False: they took part already. */
    join: (conversationId: number, userId: string): boolean => join.run(conversationId, userId).changes > 0,
    /** Forgets those that ended before (UTC ms, on that local day); returns how many. */
    deleteBefore: (guildId: string, { day, at }: { day: number; at: number }): number =>
      remove.run(guildId, day, at).changes,
    /** Of those that began before a local day and still go on: forgets who was in them; returns of how many. */
    forgetPeople(guildId: string, before: number): number {
      removePeople.run(guildId, before);
      return removeStarter.run(guildId, before).changes;
    },
  };
}
