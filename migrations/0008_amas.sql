CREATE TABLE `ama_blocks` (
	`question_id` integer PRIMARY KEY NOT NULL,
	`guild_id` text NOT NULL,
	`user_id` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`question_id`) REFERENCES `ama_questions`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `ama_blocks_by_user` ON `ama_blocks` (`guild_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `ama_drafts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`user_id` text NOT NULL,
	`interaction_id` text NOT NULL,
	`spec` text NOT NULL,
	`ama_id` integer,
	`published` integer DEFAULT 0 NOT NULL,
	`dropped` integer DEFAULT 0 NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`ama_id`) REFERENCES `amas`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "ama_drafts_flags" CHECK("ama_drafts"."published" in (0, 1) and "ama_drafts"."dropped" in (0, 1)),
	CONSTRAINT "ama_drafts_spec" CHECK(json_valid("ama_drafts"."spec"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ama_drafts_by_interaction` ON `ama_drafts` (`interaction_id`);--> statement-breakpoint
CREATE INDEX `ama_drafts_by_change` ON `ama_drafts` (`changed_at`);--> statement-breakpoint
CREATE INDEX `ama_drafts_by_ama` ON `ama_drafts` (`ama_id`) WHERE ama_id is not null;--> statement-breakpoint
CREATE TABLE `ama_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ama_id` integer NOT NULL,
	`question_id` integer,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`actor_id` text,
	`detail` text NOT NULL,
	FOREIGN KEY (`ama_id`) REFERENCES `amas`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`question_id`) REFERENCES `ama_questions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "ama_events_kind" CHECK("ama_events"."kind" in ('created', 'edited', 'cancelled', 'started', 'closed', 'event-lost', 'event-changed', 'stage-closed', 'approved', 'declined', 'merged', 'question-edited', 'tagged', 'on-air', 'off-air', 'answered', 'parked', 'skipped', 'asker-blocked', 'asker-unblocked', 'asker-revealed', 'lost')),
	CONSTRAINT "ama_events_detail" CHECK(json_valid("ama_events"."detail"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `ama_events_by_ama` ON `ama_events` (`ama_id`,`id`);--> statement-breakpoint
CREATE INDEX `ama_events_by_question` ON `ama_events` (`question_id`,`id`) WHERE question_id is not null;--> statement-breakpoint
CREATE TABLE `ama_images` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`question_id` integer NOT NULL,
	`name` text NOT NULL,
	`content_type` text NOT NULL,
	`data` blob NOT NULL,
	FOREIGN KEY (`question_id`) REFERENCES `ama_questions`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `ama_images_by_question` ON `ama_images` (`question_id`,`id`);--> statement-breakpoint
CREATE TABLE `ama_questions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ama_id` integer NOT NULL,
	`guild_id` text NOT NULL,
	`number` integer NOT NULL,
	`asker_id` text NOT NULL,
	`anonymous` integer NOT NULL,
	`text` text NOT NULL,
	`original` text,
	`tag` text,
	`status` text NOT NULL,
	`asked_at` integer NOT NULL,
	`status_at` integer NOT NULL,
	`supports` integer DEFAULT 0 NOT NULL,
	`also_asked` integer DEFAULT 0 NOT NULL,
	`skips` integer DEFAULT 0 NOT NULL,
	`first_timer` integer NOT NULL,
	`unreviewed` integer DEFAULT 0 NOT NULL,
	`merged_into` integer,
	`decline_reason` text,
	`decline_words` text,
	`prepared_text` text,
	`prepared_by` text,
	`answer_kind` text,
	`answer_text` text,
	`answer_by` text,
	`answer_at` integer,
	`answer_message_id` text,
	`notify` integer DEFAULT 1 NOT NULL,
	`images` integer DEFAULT 0 NOT NULL,
	`interaction_id` text NOT NULL,
	FOREIGN KEY (`ama_id`) REFERENCES `amas`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`merged_into`) REFERENCES `ama_questions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ama_questions_status" CHECK("ama_questions"."status" in ('pending', 'approved', 'on-air', 'answered', 'parked', 'declined', 'merged', 'withdrawn')),
	CONSTRAINT "ama_questions_flags" CHECK("ama_questions"."anonymous" in (0, 1) and "ama_questions"."first_timer" in (0, 1) and "ama_questions"."notify" in (0, 1) and "ama_questions"."unreviewed" in (0, 1)),
	CONSTRAINT "ama_questions_counts" CHECK("ama_questions"."number" > 0 and "ama_questions"."supports" >= 0 and "ama_questions"."also_asked" >= 0 and "ama_questions"."skips" >= 0 and "ama_questions"."images" >= 0),
	CONSTRAINT "ama_questions_merged" CHECK(("ama_questions"."status" = 'merged') = ("ama_questions"."merged_into" is not null)),
	CONSTRAINT "ama_questions_declined" CHECK(("ama_questions"."status" = 'declined') = ("ama_questions"."decline_reason" is not null)),
	CONSTRAINT "ama_questions_answered" CHECK(("ama_questions"."status" = 'answered') = ("ama_questions"."answer_kind" is not null) and ("ama_questions"."answer_kind" is null or "ama_questions"."answer_kind" in ('written', 'voice'))),
	CONSTRAINT "ama_questions_prepared" CHECK(("ama_questions"."prepared_text" is null) = ("ama_questions"."prepared_by" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ama_questions_by_interaction` ON `ama_questions` (`interaction_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `ama_questions_by_number` ON `ama_questions` (`ama_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `ama_questions_on_air` ON `ama_questions` (`ama_id`) WHERE status = 'on-air';--> statement-breakpoint
CREATE INDEX `ama_questions_by_status` ON `ama_questions` (`ama_id`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `ama_questions_by_support` ON `ama_questions` (`ama_id`,`status`,`supports`,`id`);--> statement-breakpoint
CREATE INDEX `ama_questions_by_asker` ON `ama_questions` (`guild_id`,`asker_id`,`ama_id`,`status`,`number`);--> statement-breakpoint
CREATE INDEX `ama_questions_by_target` ON `ama_questions` (`merged_into`,`asker_id`) WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX `ama_questions_by_answer` ON `ama_questions` (`answer_message_id`) WHERE answer_message_id is not null;--> statement-breakpoint
CREATE TABLE `ama_reminders` (
	`ama_id` integer NOT NULL,
	`user_id` text NOT NULL,
	`wanted` integer NOT NULL,
	`since` integer NOT NULL,
	`interaction_id` text NOT NULL,
	`sent` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`ama_id`, `user_id`),
	FOREIGN KEY (`ama_id`) REFERENCES `amas`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "ama_reminders_flags" CHECK("ama_reminders"."wanted" in (0, 1) and "ama_reminders"."sent" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `ama_reminders_due` ON `ama_reminders` (`ama_id`,`since`,`user_id`) WHERE wanted = 1 and sent = 0;--> statement-breakpoint
CREATE TABLE `ama_supporters` (
	`question_id` integer NOT NULL,
	`user_id` text NOT NULL,
	`supporting` integer NOT NULL,
	`since` integer NOT NULL,
	`interaction_id` text NOT NULL,
	PRIMARY KEY(`question_id`, `user_id`),
	FOREIGN KEY (`question_id`) REFERENCES `ama_questions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "ama_supporters_supporting" CHECK("ama_supporters"."supporting" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `amas` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`host_id` text NOT NULL,
	`status` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`guest_ids` text NOT NULL,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`channel_id` text NOT NULL,
	`stage_id` text,
	`staff_channel_id` text NOT NULL,
	`queue` text NOT NULL,
	`anonymous` integer NOT NULL,
	`several` integer NOT NULL,
	`attachments` integer NOT NULL,
	`created_at` integer NOT NULL,
	`status_at` integer NOT NULL,
	`grace_until` integer,
	`cancel_reason` text DEFAULT '' NOT NULL,
	`event_id` text,
	`message_id` text,
	`thread_id` text,
	`ask_message_id` text,
	`air_message_id` text,
	`panel_message_id` text,
	`queue_message_id` text,
	`parked_message_id` text,
	`transcript_message_id` text,
	`numbers` integer DEFAULT 0 NOT NULL,
	`questions` integer DEFAULT 0 NOT NULL,
	`waiting` integer DEFAULT 0 NOT NULL,
	`supports` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	`refreshing` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "amas_status" CHECK("amas"."status" in ('scheduled', 'live', 'closing', 'closed', 'cancelled')),
	CONSTRAINT "amas_queue" CHECK("amas"."queue" in ('review', 'open')),
	CONSTRAINT "amas_flags" CHECK("amas"."anonymous" in (0, 1) and "amas"."several" in (0, 1) and "amas"."attachments" in (0, 1) and "amas"."refreshing" in (0, 1)),
	CONSTRAINT "amas_guests" CHECK(json_valid("amas"."guest_ids")),
	CONSTRAINT "amas_times" CHECK("amas"."end_at" > "amas"."start_at"),
	CONSTRAINT "amas_grace" CHECK(("amas"."status" = 'closing') <= ("amas"."grace_until" is not null)),
	CONSTRAINT "amas_counts" CHECK("amas"."numbers" >= 0 and "amas"."questions" >= 0 and "amas"."waiting" >= 0 and "amas"."supports" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `amas_by_status` ON `amas` (`guild_id`,`status`,`start_at`);--> statement-breakpoint
CREATE INDEX `amas_by_stage` ON `amas` (`stage_id`,`status`) WHERE stage_id is not null;--> statement-breakpoint
CREATE INDEX `amas_by_channel` ON `amas` (`channel_id`,`status`);--> statement-breakpoint
CREATE INDEX `amas_by_staff_channel` ON `amas` (`staff_channel_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `amas_by_event` ON `amas` (`event_id`) WHERE event_id is not null;--> statement-breakpoint
CREATE INDEX `amas_by_message` ON `amas` (`message_id`) WHERE message_id is not null;--> statement-breakpoint
CREATE INDEX `amas_by_thread` ON `amas` (`thread_id`) WHERE thread_id is not null;--> statement-breakpoint
CREATE INDEX `amas_by_ask_message` ON `amas` (`ask_message_id`) WHERE ask_message_id is not null;--> statement-breakpoint
CREATE INDEX `amas_by_air_message` ON `amas` (`air_message_id`) WHERE air_message_id is not null;--> statement-breakpoint
CREATE INDEX `amas_by_panel_message` ON `amas` (`panel_message_id`) WHERE panel_message_id is not null;--> statement-breakpoint
CREATE INDEX `amas_by_queue_message` ON `amas` (`queue_message_id`) WHERE queue_message_id is not null;--> statement-breakpoint
CREATE INDEX `amas_by_parked_message` ON `amas` (`parked_message_id`) WHERE parked_message_id is not null;--> statement-breakpoint
CREATE INDEX `amas_by_transcript` ON `amas` (`transcript_message_id`) WHERE transcript_message_id is not null;