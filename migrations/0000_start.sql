CREATE TABLE `jobs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`payload` text,
	`due_at` integer NOT NULL,
	`run_at` integer NOT NULL,
	`status` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`parks` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	CONSTRAINT "jobs_status" CHECK(status in ('pending', 'running', 'parked', 'dead', 'cancelled'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_kind_key` ON `jobs` (`kind`,`key`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`run_at`) WHERE status in ('pending', 'parked');--> statement-breakpoint
CREATE TABLE `poll_ballots` (
	`poll_id` integer NOT NULL,
	`ballot` text NOT NULL,
	`voters` integer NOT NULL,
	`weight` integer NOT NULL,
	PRIMARY KEY(`poll_id`, `ballot`),
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "poll_ballots_counts" CHECK("poll_ballots"."voters" > 0 and "poll_ballots"."weight" >= "poll_ballots"."voters")
) STRICT;
--> statement-breakpoint
CREATE TABLE `poll_drafts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`creator_id` text NOT NULL,
	`interaction_id` text NOT NULL,
	`input` text NOT NULL,
	`spec` text,
	`problems` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`cancelled` integer NOT NULL,
	`poll_id` integer,
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "poll_drafts_json" CHECK(json_valid("poll_drafts"."input") and json_valid("poll_drafts"."problems")),
	CONSTRAINT "poll_drafts_cancelled" CHECK("poll_drafts"."cancelled" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `poll_drafts_by_interaction` ON `poll_drafts` (`interaction_id`);--> statement-breakpoint
CREATE INDEX `poll_drafts_by_change` ON `poll_drafts` (`changed_at`);--> statement-breakpoint
CREATE INDEX `poll_drafts_by_poll` ON `poll_drafts` (`poll_id`) WHERE poll_id is not null;--> statement-breakpoint
CREATE TABLE `poll_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`poll_id` integer NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`actor_id` text,
	`detail` text,
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "poll_events_kind" CHECK("poll_events"."kind" in ('published', 'opened', 'closed', 'extended', 'reopened', 'cancelled', 'lost', 'repeat-stopped', 'missed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `poll_events_by_poll` ON `poll_events` (`poll_id`,`id`);--> statement-breakpoint
CREATE TABLE `poll_seals` (
	`poll_id` integer PRIMARY KEY NOT NULL,
	`key` blob NOT NULL,
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "poll_seals_key" CHECK(length("poll_seals"."key") = 32)
) STRICT;
--> statement-breakpoint
CREATE TABLE `poll_series` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`creator_id` text NOT NULL,
	`spec` text NOT NULL,
	`time_zone` text NOT NULL,
	`first_opens_at` integer NOT NULL,
	`first_closes_at` integer NOT NULL,
	`occurrence` integer NOT NULL,
	`active` integer NOT NULL,
	CONSTRAINT "poll_series_spec" CHECK(json_valid("poll_series"."spec")),
	CONSTRAINT "poll_series_active" CHECK("poll_series"."active" in (0, 1)),
	CONSTRAINT "poll_series_window" CHECK("poll_series"."first_closes_at" > "poll_series"."first_opens_at")
) STRICT;
--> statement-breakpoint
CREATE TABLE `poll_tallies` (
	`poll_id` integer PRIMARY KEY NOT NULL,
	`voters` integer NOT NULL,
	`weight` integer NOT NULL,
	`counts` text NOT NULL,
	`weights` text NOT NULL,
	`version` integer NOT NULL,
	`refreshing` integer NOT NULL,
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "poll_tallies_not_negative" CHECK("poll_tallies"."voters" >= 0 and "poll_tallies"."weight" >= "poll_tallies"."voters"),
	CONSTRAINT "poll_tallies_counts" CHECK(json_valid("poll_tallies"."counts") and json_valid("poll_tallies"."weights")),
	CONSTRAINT "poll_tallies_refreshing" CHECK("poll_tallies"."refreshing" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `poll_votes` (
	`poll_id` integer NOT NULL,
	`voter` text NOT NULL,
	`ballot` text NOT NULL,
	`weight` integer NOT NULL,
	`interaction_id` text NOT NULL,
	`cast_at` integer NOT NULL,
	PRIMARY KEY(`poll_id`, `voter`),
	FOREIGN KEY (`poll_id`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "poll_votes_ballot" CHECK("poll_votes"."ballot" <> ''),
	CONSTRAINT "poll_votes_weight" CHECK("poll_votes"."weight" between 1 and 10)
) STRICT;
--> statement-breakpoint
CREATE TABLE `polls` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`message_id` text,
	`thread_id` text,
	`creator_id` text NOT NULL,
	`question` text NOT NULL,
	`spec` text NOT NULL,
	`time_zone` text NOT NULL,
	`status` text NOT NULL,
	`created_at` integer NOT NULL,
	`opens_at` integer,
	`closes_at` integer NOT NULL,
	`closed_at` integer,
	`close_reason` text,
	`reopened_at` integer,
	`finished_at` integer,
	`series_id` integer,
	`occurrence` integer,
	FOREIGN KEY (`series_id`) REFERENCES `poll_series`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "polls_spec" CHECK(json_valid("polls"."spec")),
	CONSTRAINT "polls_status" CHECK("polls"."status" in ('scheduled', 'open', 'closed', 'cancelled')),
	CONSTRAINT "polls_close_reason" CHECK("polls"."close_reason" in ('time', 'hand', 'settled', 'lost')),
	CONSTRAINT "polls_closed" CHECK(("polls"."status" = 'closed') = ("polls"."close_reason" is not null)),
	CONSTRAINT "polls_ended" CHECK(("polls"."status" in ('closed', 'cancelled')) = ("polls"."closed_at" is not null)),
	CONSTRAINT "polls_series" CHECK(("polls"."series_id" is null) or ("polls"."occurrence" is not null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `polls_by_guild` ON `polls` (`guild_id`,`id`);--> statement-breakpoint
CREATE INDEX `polls_running_by_guild` ON `polls` (`guild_id`) WHERE status in ('scheduled', 'open');--> statement-breakpoint
CREATE INDEX `polls_running_by_channel` ON `polls` (`channel_id`) WHERE status in ('scheduled', 'open');--> statement-breakpoint
CREATE INDEX `polls_running_by_thread` ON `polls` (`thread_id`) WHERE thread_id is not null and status = 'open';--> statement-breakpoint
CREATE INDEX `polls_open_by_closing` ON `polls` (`closes_at`) WHERE status = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX `polls_by_message` ON `polls` (`message_id`) WHERE message_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `polls_by_occurrence` ON `polls` (`series_id`,`occurrence`) WHERE series_id is not null;--> statement-breakpoint
CREATE TABLE `guild_settings` (
	`guild_id` text PRIMARY KEY NOT NULL,
	`time_zone` text NOT NULL,
	`locale` text NOT NULL,
	`staff_role_id` text,
	`polls_channel_id` text,
	`notices_channel_id` text,
	`poll_creators` text NOT NULL,
	`poll_creator_role_ids` text NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	CONSTRAINT "guild_settings_creators" CHECK("guild_settings"."poll_creators" in ('everyone', 'roles', 'staff')),
	CONSTRAINT "guild_settings_roles" CHECK(json_valid("guild_settings"."poll_creator_role_ids"))
) STRICT;
