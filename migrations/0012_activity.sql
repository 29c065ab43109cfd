CREATE TABLE `activity` (
	`guild_id` text NOT NULL,
	`day` integer NOT NULL,
	`user_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`messages` integer DEFAULT 0 NOT NULL,
	`replies` integer DEFAULT 0 NOT NULL,
	`reactions` integer DEFAULT 0 NOT NULL,
	`threads` integer DEFAULT 0 NOT NULL,
	`votes` integer DEFAULT 0 NOT NULL,
	`supports` integer DEFAULT 0 NOT NULL,
	`ideas` integer DEFAULT 0 NOT NULL,
	`questions` integer DEFAULT 0 NOT NULL,
	`shoutouts` integer DEFAULT 0 NOT NULL,
	`voice_seconds` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`guild_id`, `day`, `user_id`, `channel_id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `activity_days` (
	`guild_id` text NOT NULL,
	`day` integer NOT NULL,
	`joins` integer DEFAULT 0 NOT NULL,
	`leaves` integer DEFAULT 0 NOT NULL,
	`people` integer DEFAULT 0 NOT NULL,
	`messages` integer DEFAULT 0 NOT NULL,
	`replies` integer DEFAULT 0 NOT NULL,
	`reactions` integer DEFAULT 0 NOT NULL,
	`threads` integer DEFAULT 0 NOT NULL,
	`votes` integer DEFAULT 0 NOT NULL,
	`supports` integer DEFAULT 0 NOT NULL,
	`ideas` integer DEFAULT 0 NOT NULL,
	`questions` integer DEFAULT 0 NOT NULL,
	`shoutouts` integer DEFAULT 0 NOT NULL,
	`voice_seconds` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`guild_id`, `day`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `activity_hours` (
	`guild_id` text NOT NULL,
	`day` integer NOT NULL,
	`hour` integer NOT NULL,
	`messages` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`guild_id`, `day`, `hour`),
	CONSTRAINT "activity_hours_hour" CHECK("activity_hours"."hour" between 0 and 23)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `activity_marks` (
	`place_id` text PRIMARY KEY NOT NULL,
	`guild_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`counted_to` text NOT NULL,
	`gap_to` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `activity_marks_gaps` ON `activity_marks` (`guild_id`) WHERE gap_to is not null;--> statement-breakpoint
CREATE TABLE `activity_members` (
	`guild_id` text NOT NULL,
	`user_id` text NOT NULL,
	`first_at` integer NOT NULL,
	`latest_at` integer NOT NULL,
	`joined_at` integer,
	`staff` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`guild_id`, `user_id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `activity_replies` (
	`guild_id` text NOT NULL,
	`day` integer NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`replies` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`guild_id`, `day`, `from_id`, `to_id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `conversation_people` (
	`conversation_id` integer NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`conversation_id`, `user_id`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`place_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`is_thread` integer NOT NULL,
	`starter_id` text NOT NULL,
	`message_id` text NOT NULL,
	`day` integer NOT NULL,
	`started_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`messages` integer NOT NULL,
	`people` integer NOT NULL,
	`first_reply_at` integer,
	`by_newcomer` integer NOT NULL,
	`by_staff` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `conversations_by_place` ON `conversations` (`place_id`,`last_at`);--> statement-breakpoint
CREATE INDEX `conversations_by_day` ON `conversations` (`guild_id`,`day`);--> statement-breakpoint
CREATE INDEX `conversations_by_message` ON `conversations` (`message_id`);--> statement-breakpoint
CREATE TABLE `counting` (
	`guild_id` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`history_from` integer NOT NULL,
	`excluded_channel_ids` text DEFAULT '[]' NOT NULL,
	`retention_months` integer DEFAULT 13 NOT NULL,
	CONSTRAINT "counting_excluded" CHECK(json_valid("counting"."excluded_channel_ids")),
	CONSTRAINT "counting_retention" CHECK("counting"."retention_months" between 1 and 60)
) STRICT;
--> statement-breakpoint
CREATE TABLE `counting_pauses` (
	`guild_id` text NOT NULL,
	`user_id` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`guild_id`, `user_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `voice_presences` (
	`guild_id` text NOT NULL,
	`user_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`counted_to` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `voice_presences_person` ON `voice_presences` (`guild_id`,`user_id`);