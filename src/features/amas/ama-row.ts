import type { Ama, AmaStatus, QueueMode } from './model.ts';

export interface AmaRow {
  id: number;
  guild_id: string;
  host_id: string;
  status: AmaStatus;
  title: string;
  description: string;
  guest_ids: string;
  start_at: number;
  end_at: number;
  channel_id: string;
  stage_id: string | null;
  staff_channel_id: string;
  queue: QueueMode;
  anonymous: number;
  several: number;
  attachments: number;
  created_at: number;
  status_at: number;
  grace_until: number | null;
  cancel_reason: string;
  event_id: string | null;
  message_id: string | null;
  thread_id: string | null;
  ask_message_id: string | null;
  air_message_id: string | null;
  panel_message_id: string | null;
  queue_message_id: string | null;
  parked_message_id: string | null;
  transcript_message_id: string | null;
  questions: number;
  waiting: number;
  supports: number;
  version: number;
  refreshing: number;
  on_air_id: number | null;
}

/** An AMA with what only the feature itself needs to know. */
export interface StoredAma {
  ama: Ama;
  /** Grows with every change of what announcement, card, panel and queue show. */
  version: number;
  /** A job is keeping them up to date. */
  refreshing: boolean;
}

/** What to select: the question on air is the one that says so, and by the index there is at most one. */
export const amaColumns = `a.*, (SELECT q.id FROM ama_questions q WHERE q.ama_id = a.id AND q.status = 'on-air') AS on_air_id`;

export function asAma(row: AmaRow | undefined): StoredAma | undefined {
  if (!row) return undefined;
  return {
    version: row.version,
    refreshing: row.refreshing === 1,
    ama: {
      id: row.id,
      guildId: row.guild_id,
      hostId: row.host_id,
      status: row.status,
      title: row.title,
      description: row.description,
      guestIds: JSON.parse(row.guest_ids) as string[],
      startAt: row.start_at,
      endAt: row.end_at,
      channelId: row.channel_id,
      stageId: row.stage_id ?? undefined,
      staffChannelId: row.staff_channel_id,
      queue: row.queue,
      anonymous: row.anonymous === 1,
      several: row.several === 1,
      attachments: row.attachments === 1,
      createdAt: row.created_at,
      statusAt: row.status_at,
      graceUntil: row.grace_until ?? undefined,
      cancelReason: row.cancel_reason,
      eventId: row.event_id ?? undefined,
      messageId: row.message_id ?? undefined,
      threadId: row.thread_id ?? undefined,
      askMessageId: row.ask_message_id ?? undefined,
      airMessageId: row.air_message_id ?? undefined,
      panelMessageId: row.panel_message_id ?? undefined,
      queueMessageId: row.queue_message_id ?? undefined,
      parkedMessageId: row.parked_message_id ?? undefined,
      transcriptMessageId: row.transcript_message_id ?? undefined,
      onAirId: row.on_air_id ?? undefined,
      questions: row.questions,
      waiting: row.waiting,
      supports: row.supports,
    },
  };
}
