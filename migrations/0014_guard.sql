CREATE TABLE `guard_cards` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`message_id` text,
	`made_at` integer NOT NULL,
	`taken_by` text,
	`taken_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`shown` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `guard_cards_by_time` ON `guard_cards` (`guild_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `guard_cards_behind` ON `guard_cards` (`guild_id`) WHERE shown < version;--> statement-breakpoint
CREATE TABLE `guard_firsts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`user_id` text NOT NULL,
	`place_id` text NOT NULL,
	`message_id` text NOT NULL,
	`at` integer NOT NULL,
	`joined_at` integer,
	`status` text DEFAULT 'waiting' NOT NULL,
	`look_at` integer,
	`card_id` integer,
	FOREIGN KEY (`card_id`) REFERENCES `guard_cards`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "guard_firsts_status" CHECK("guard_firsts"."status" in ('waiting', 'answered', 'carded', 'missed', 'gone'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `guard_firsts_person` ON `guard_firsts` (`guild_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `guard_firsts_by_time` ON `guard_firsts` (`guild_id`,`at`);--> statement-breakpoint
CREATE INDEX `guard_firsts_looks` ON `guard_firsts` (`guild_id`,`look_at`) WHERE look_at is not null;--> statement-breakpoint
CREATE INDEX `guard_firsts_by_card` ON `guard_firsts` (`card_id`);--> statement-breakpoint
CREATE INDEX `guard_firsts_by_message` ON `guard_firsts` (`message_id`);--> statement-breakpoint
CREATE TABLE `guard_settings` (
	`guild_id` text PRIMARY KEY NOT NULL,
	`channel_id` text,
	`minutes` integer NOT NULL,
	`greeter_role_id` text,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	CONSTRAINT "guard_settings_minutes" CHECK("guard_settings"."minutes" between 5 and 1440)
) STRICT;
