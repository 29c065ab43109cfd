CREATE TABLE `digest_periods` (
	`guild_id` text NOT NULL,
	`start_day` integer NOT NULL,
	`end_day` integer NOT NULL,
	`counted` text NOT NULL,
	PRIMARY KEY(`guild_id`, `start_day`, `end_day`),
	CONSTRAINT "digest_periods_counted" CHECK(json_valid("digest_periods"."counted"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `digest_settings` (
	`guild_id` text PRIMARY KEY NOT NULL,
	`channel_id` text,
	`cadence` text NOT NULL,
	`weekday` integer NOT NULL,
	`hour` integer NOT NULL,
	`minute` integer NOT NULL,
	`locale` text,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	CONSTRAINT "digest_settings_cadence" CHECK("digest_settings"."cadence" in ('weekly', 'two-weekly', 'monthly')),
	CONSTRAINT "digest_settings_weekday" CHECK("digest_settings"."weekday" between 1 and 7),
	CONSTRAINT "digest_settings_time" CHECK("digest_settings"."hour" between 0 and 23 and "digest_settings"."minute" between 0 and 59)
) STRICT;
--> statement-breakpoint
CREATE TABLE `digest_taken` (
	`digest_id` integer NOT NULL,
	`kind` text NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`digest_id`, `kind`),
	FOREIGN KEY (`digest_id`) REFERENCES `digests`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `digests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`kind` text NOT NULL,
	`due_in` text,
	`status` text NOT NULL,
	`start_day` integer NOT NULL,
	`end_day` integer NOT NULL,
	`due_at` integer NOT NULL,
	`content` text,
	`channel_id` text,
	`message_id` text,
	CONSTRAINT "digests_kind" CHECK("digests"."kind" in ('scheduled', 'extra')),
	CONSTRAINT "digests_status" CHECK("digests"."status" in ('due', 'posted', 'skipped')),
	CONSTRAINT "digests_content" CHECK("digests"."content" is null or json_valid("digests"."content"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `digests_due_in` ON `digests` (`guild_id`,`due_in`) WHERE due_in is not null;--> statement-breakpoint
CREATE INDEX `digests_by_time` ON `digests` (`guild_id`,`due_at`);