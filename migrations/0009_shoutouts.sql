CREATE TABLE `shoutout_counts` (
	`guild_id` text NOT NULL,
	`period` text NOT NULL,
	`value` text NOT NULL,
	`user_id` text NOT NULL,
	`received` integer NOT NULL,
	PRIMARY KEY(`guild_id`, `period`, `value`, `user_id`),
	CONSTRAINT "shoutout_counts_received" CHECK("shoutout_counts"."received" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `shoutout_counts_ranked` ON `shoutout_counts` (`guild_id`,`period`,`value`,`received`,`user_id`);--> statement-breakpoint
CREATE TABLE `shoutout_drafts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`user_id` text NOT NULL,
	`interaction_id` text NOT NULL,
	`spec` text NOT NULL,
	`created_at` integer NOT NULL,
	`shoutout_id` integer,
	FOREIGN KEY (`shoutout_id`) REFERENCES `shoutouts`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "shoutout_drafts_spec" CHECK(json_valid("shoutout_drafts"."spec"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `shoutout_drafts_interaction_id_unique` ON `shoutout_drafts` (`interaction_id`);--> statement-breakpoint
CREATE INDEX `shoutout_drafts_by_age` ON `shoutout_drafts` (`created_at`);--> statement-breakpoint
CREATE INDEX `shoutout_drafts_by_shoutout` ON `shoutout_drafts` (`shoutout_id`) WHERE shoutout_id is not null;--> statement-breakpoint
CREATE TABLE `shoutout_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`shoutout_id` integer NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`actor_id` text,
	`reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`shoutout_id`) REFERENCES `shoutouts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `shoutout_events_by_shoutout` ON `shoutout_events` (`shoutout_id`,`id`);--> statement-breakpoint
CREATE TABLE `shoutout_members` (
	`guild_id` text NOT NULL,
	`user_id` text NOT NULL,
	`given` integer DEFAULT 0 NOT NULL,
	`received` integer DEFAULT 0 NOT NULL,
	`first_received_month` text,
	`staff` integer DEFAULT 0 NOT NULL,
	`hidden` integer DEFAULT 0 NOT NULL,
	`joined_at` integer,
	PRIMARY KEY(`guild_id`, `user_id`),
	CONSTRAINT "shoutout_members_flags" CHECK("shoutout_members"."staff" in (0, 1) and "shoutout_members"."hidden" in (0, 1)),
	CONSTRAINT "shoutout_members_counts" CHECK("shoutout_members"."given" >= 0 and "shoutout_members"."received" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `shoutout_members_apart` ON `shoutout_members` (`guild_id`,`hidden`,`staff`,`user_id`) WHERE hidden = 1 or staff = 1;--> statement-breakpoint
CREATE INDEX `shoutout_members_joined` ON `shoutout_members` (`guild_id`,`joined_at`) WHERE joined_at is not null;--> statement-breakpoint
CREATE INDEX `shoutout_members_first` ON `shoutout_members` (`guild_id`,`first_received_month`,`user_id`);--> statement-breakpoint
CREATE TABLE `shoutout_milestones` (
	`guild_id` text NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`reached_at` integer NOT NULL,
	`month` text NOT NULL,
	`shoutout_id` integer,
	`told` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`guild_id`, `user_id`, `kind`),
	FOREIGN KEY (`shoutout_id`) REFERENCES `shoutouts`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "shoutout_milestones_told" CHECK("shoutout_milestones"."told" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `shoutout_milestones_untold` ON `shoutout_milestones` (`guild_id`,`reached_at`) WHERE told = 0;--> statement-breakpoint
CREATE INDEX `shoutout_milestones_by_shoutout` ON `shoutout_milestones` (`shoutout_id`) WHERE shoutout_id is not null;--> statement-breakpoint
CREATE INDEX `shoutout_milestones_by_month` ON `shoutout_milestones` (`guild_id`,`month`);--> statement-breakpoint
CREATE TABLE `shoutout_receivers` (
	`shoutout_id` integer NOT NULL,
	`user_id` text NOT NULL,
	`guild_id` text NOT NULL,
	`giver_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`returns_at` integer NOT NULL,
	`counts` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`shoutout_id`, `user_id`),
	FOREIGN KEY (`shoutout_id`) REFERENCES `shoutouts`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "shoutout_receivers_counts" CHECK("shoutout_receivers"."counts" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `shoutout_receivers_by_budget` ON `shoutout_receivers` (`guild_id`,`giver_id`,`returns_at`) WHERE counts = 1;--> statement-breakpoint
CREATE INDEX `shoutout_receivers_by_pair` ON `shoutout_receivers` (`guild_id`,`giver_id`,`user_id`,`created_at`) WHERE counts = 1;--> statement-breakpoint
CREATE INDEX `shoutout_receivers_by_user` ON `shoutout_receivers` (`guild_id`,`user_id`,`shoutout_id`) WHERE counts = 1;--> statement-breakpoint
CREATE INDEX `shoutout_receivers_by_time` ON `shoutout_receivers` (`guild_id`,`created_at`,`giver_id`,`user_id`) WHERE counts = 1;--> statement-breakpoint
CREATE TABLE `shoutout_settings` (
	`guild_id` text PRIMARY KEY NOT NULL,
	`channel_id` text,
	`brand_values` text NOT NULL,
	`last_key` integer NOT NULL,
	`budget` integer NOT NULL,
	`pair_days` integer NOT NULL,
	`back_hours` integer NOT NULL,
	`pictures` integer NOT NULL,
	`round_up` integer NOT NULL,
	`staff_on_boards` integer NOT NULL,
	`badges` text NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	CONSTRAINT "shoutout_settings_json" CHECK(json_valid("shoutout_settings"."brand_values") and json_valid("shoutout_settings"."badges")),
	CONSTRAINT "shoutout_settings_flags" CHECK("shoutout_settings"."pictures" in (0, 1) and "shoutout_settings"."round_up" in (0, 1) and "shoutout_settings"."staff_on_boards" in (0, 1)),
	CONSTRAINT "shoutout_settings_limits" CHECK("shoutout_settings"."budget" > 0 and "shoutout_settings"."pair_days" >= 0 and "shoutout_settings"."back_hours" >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `shoutouts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`giver_id` text NOT NULL,
	`value` text NOT NULL,
	`reason` text NOT NULL,
	`words` text NOT NULL,
	`source_channel_id` text,
	`source_message_id` text,
	`status` text NOT NULL,
	`week` text NOT NULL,
	`month` text NOT NULL,
	`created_at` integer NOT NULL,
	`status_at` integer NOT NULL,
	`void_reason` text DEFAULT '' NOT NULL,
	`channel_id` text,
	`message_id` text,
	`interaction_id` text NOT NULL,
	CONSTRAINT "shoutouts_status" CHECK("shoutouts"."status" in ('given', 'withdrawn', 'lost', 'void')),
	CONSTRAINT "shoutouts_source" CHECK(("shoutouts"."source_channel_id" is null) = ("shoutouts"."source_message_id" is null)),
	CONSTRAINT "shoutouts_place" CHECK(("shoutouts"."channel_id" is null) = ("shoutouts"."message_id" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `shoutouts_interaction_id_unique` ON `shoutouts` (`interaction_id`);--> statement-breakpoint
CREATE INDEX `shoutouts_by_guild` ON `shoutouts` (`guild_id`,`id`);--> statement-breakpoint
CREATE INDEX `shoutouts_by_month` ON `shoutouts` (`guild_id`,`month`,`value`,`id`);--> statement-breakpoint
CREATE INDEX `shoutouts_by_giver` ON `shoutouts` (`guild_id`,`giver_id`,`id`);--> statement-breakpoint
CREATE INDEX `shoutouts_by_words` ON `shoutouts` (`guild_id`,`giver_id`,`words`,`created_at`);--> statement-breakpoint
CREATE INDEX `shoutouts_by_source` ON `shoutouts` (`source_message_id`) WHERE source_message_id is not null;--> statement-breakpoint
CREATE INDEX `shoutouts_by_message` ON `shoutouts` (`message_id`) WHERE message_id is not null;