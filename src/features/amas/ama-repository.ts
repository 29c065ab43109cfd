import type Sqlite from 'better-sqlite3';
import { remembered } from '../../database/remembered.ts';
import { type AmaRow, amaColumns, asAma, type StoredAma } from './ama-row.ts';
import type { Ama, AmaSpec, AmaStatus } from './model.ts';
import type { AmaPlaces } from './ports.ts';

export type AmaRepository = ReturnType<typeof createAmaRepository>;

export type NewAma = AmaSpec & Pick<Ama, 'guildId' | 'hostId' | 'createdAt'>;

/** What a change of status sets; whatever is left out stays. */
export interface AmaStatusChange {
  to: AmaStatus;
  at: number;
  graceUntil?: number | undefined;
  cancelReason?: string | undefined;
}

/** By how much the counters of an AMA move. */
export interface AmaCounts {
  questions?: number;
  waiting?: number;
  supports?: number;
}

const placeColumns: Readonly<Record<keyof AmaPlaces, string>> = {
  eventId: 'event_id',
  messageId: 'message_id',
  threadId: 'thread_id',
  askMessageId: 'ask_message_id',
  airMessageId: 'air_message_id',
  panelMessageId: 'panel_message_id',
  queueMessageId: 'queue_message_id',
  parkedMessageId: 'parked_message_id',
  transcriptMessageId: 'transcript_message_id',
};
export const amaPlaces = Object.keys(placeColumns) as (keyof AmaPlaces)[];

/** Every change of what is shown of it. */
const changed = 'version = version + 1, refreshing = 1';

/** AMAs themselves: all SQL of an AMA's life but lists and questions. */
export function createAmaRepository(sqlite: Sqlite.Database) {
  const where = (condition: string) => `SELECT ${amaColumns} FROM amas a WHERE ${condition}`;
  const byId = sqlite.prepare<[number], AmaRow>(where('a.id = ?'));
  const byEvent = sqlite.prepare<[string], AmaRow>(where('a.event_id = ?'));
  const byStage = sqlite.prepare<[string, string], AmaRow>(
    where(`a.stage_id = ? AND a.status = 'live' AND a.guild_id = ?`),
  );
  const byPlace = sqlite.prepare<[{ id: string }], AmaRow>(
    where(
      Object.values(placeColumns)
        .map((column) => `a.${column} = @id`)
        .join(' OR '),
    ),
  );
  const byChannel = sqlite.prepare<[{ id: string }], AmaRow>(
    where('a.channel_id = @id OR a.staff_channel_id = @id'),
  );
  const asking = sqlite.prepare<[string], AmaRow>(
    where(`a.channel_id = ? AND a.status IN ('scheduled', 'live', 'closing') ORDER BY a.start_at, a.id`),
  );
  const owing = sqlite.prepare<[string], AmaRow>(
    where(
      `a.guild_id = ? AND (a.status IN ('scheduled', 'live', 'closing') OR (a.status = 'closed'
         AND a.parked_message_id IS NOT NULL
         AND EXISTS (SELECT 1 FROM ama_questions q WHERE q.ama_id = a.id AND q.status = 'parked')))`,
    ),
  );
  const insert = sqlite.prepare(
    `INSERT INTO amas (guild_id, host_id, status, title, description, guest_ids, start_at, end_at, channel_id, stage_id,
       staff_channel_id, queue, anonymous, several, attachments, created_at, status_at)
     VALUES (@guildId, @hostId, 'scheduled', @title, @description, @guestIds, @startAt, @endAt, @channelId, @stageId,
       @staffChannelId, @queue, @anonymous, @several, @attachments, @createdAt, @createdAt)`,
  );
  const saveSpec = sqlite.prepare(
    `UPDATE amas SET title = @title, description = @description, guest_ids = @guestIds, start_at = @startAt,
       end_at = @endAt, channel_id = @channelId, stage_id = @stageId, staff_channel_id = @staffChannelId, queue = @queue,
       anonymous = @anonymous, several = @several, attachments = @attachments, ${changed}
     WHERE id = @id`,
  );
  const changeStatus = sqlite.prepare(
    `UPDATE amas SET status = @to, status_at = @at, grace_until = coalesce(@graceUntil, grace_until),
       cancel_reason = coalesce(@cancelReason, cancel_reason), ${changed}
     WHERE id = @id AND status = @from`,
  );
  const nextNumber = sqlite
    .prepare<[{ id: number; waiting: number }], number>(
      `UPDATE amas SET numbers = numbers + 1, questions = questions + 1, waiting = waiting + @waiting, ${changed}
       WHERE id = @id RETURNING numbers`,
    )
    .pluck();
  const move = sqlite.prepare(
    `UPDATE amas SET questions = questions + @questions, waiting = waiting + @waiting, supports = supports + @supports,
       ${changed}
     WHERE id = @id`,
  );
  const savePlaces = Object.fromEntries(
    amaPlaces.map((place) => [
      place,
      sqlite.prepare(`UPDATE amas SET ${placeColumns[place]} = ? WHERE id = ?`),
    ]),
  ) as Record<keyof AmaPlaces, Sqlite.Statement>;
  const settleRefresh = sqlite.prepare('UPDATE amas SET refreshing = 0 WHERE id = ? AND version = ?');

  const all = (rows: AmaRow[]): StoredAma[] => rows.flatMap((row) => asAma(row) ?? []);

  return {
    find: (id: number): StoredAma | undefined => asAma(byId.get(id)),
    findByEvent: (eventId: string): StoredAma | undefined => asAma(byEvent.get(eventId)),
    /** Those that run on this stage now. */
    onStage: (guildId: string, stageId: string): StoredAma[] => all(byStage.all(stageId, guildId)),
    /** Whatever stands there as a message, thread or event of Discord's. */
    findByPlace: (id: string): StoredAma[] => all(byPlace.all({ id })),
    /** All that have this channel for the audience or for staff. */
    findByChannel: (channelId: string): StoredAma[] => all(byChannel.all({ id: channelId })),
    /** Something waits for the team of this server: questions come in, or are owed an answer. */
    waitingIn: (guildId: string): StoredAma[] => all(owing.all(guildId)),
    /** Takes questions in this channel. */
    asking: (channelId: string): StoredAma[] => all(asking.all(channelId)),
    /** The same, asked with every message. */
    isAsking: remembered(sqlite, (channelId: string): boolean => asking.get(channelId) !== undefined),

    add: ({ guildId, hostId, createdAt, ...spec }: NewAma): number =>
      Number(insert.run({ ...specRow(spec), guildId, hostId, createdAt }).lastInsertRowid),
    saveSpec(id: number, spec: AmaSpec): void {
      saveSpec.run({ ...specRow(spec), id });
    },
    /** False: it was not `from` any more. */
    changeStatus: (
      id: number,
      from: AmaStatus,
      { to, at, graceUntil, cancelReason }: AmaStatusChange,
    ): boolean =>
      changeStatus.run({
        id,
        from,
        to,
        at,
        graceUntil: graceUntil ?? null,
        cancelReason: cancelReason ?? null,
      }).changes > 0,

    /** The number of a new question, counted in; `waits`: for review. */
    nextNumber: (id: number, waits: boolean): number => nextNumber.get({ id, waiting: waits ? 1 : 0 }) ?? 1,
    /** Moves counters and notes that something else is shown; without counters only that. */
    move(id: number, { questions = 0, waiting = 0, supports = 0 }: AmaCounts = {}): void {
      move.run({ id, questions, waiting, supports });
    },
    /** Only those that are named; undefined: nowhere any more. */
    savePlaces(id: number, places: Partial<AmaPlaces>): void {
      for (const place of amaPlaces) {
        if (place in places) savePlaces[place].run(places[place] ?? null, id);
      }
    },
    /** True if nothing changed since `version`: nobody needs to refresh any more. */
    settleRefresh: (id: number, version: number): boolean => settleRefresh.run(id, version).changes > 0,
  };
}

function specRow(spec: AmaSpec) {
  return {
    ...spec,
    guestIds: JSON.stringify(spec.guestIds),
    stageId: spec.stageId ?? null,
    anonymous: spec.anonymous ? 1 : 0,
    several: spec.several ? 1 : 0,
    attachments: spec.attachments ? 1 : 0,
  };
}
