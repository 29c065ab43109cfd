CREATE TABLE `perk_claims` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`perk_id` integer NOT NULL,
	`user_id` text NOT NULL,
	`claimed_at` integer NOT NULL,
	`code_id` integer,
	`grant_id` integer,
	`lapsed_at` integer,
	FOREIGN KEY (`perk_id`) REFERENCES `perks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`code_id`) REFERENCES `perk_codes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`grant_id`) REFERENCES `perk_grants`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `perk_claims_code_id_unique` ON `perk_claims` (`code_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `perk_claims_once` ON `perk_claims` (`perk_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `perk_claims_by_user` ON `perk_claims` (`user_id`,`perk_id`);--> statement-breakpoint
CREATE INDEX `perk_claims_by_grant` ON `perk_claims` (`grant_id`) WHERE grant_id is not null;--> statement-breakpoint
CREATE TABLE `perk_codes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`perk_id` integer NOT NULL,
	`import_id` integer NOT NULL,
	`sealed` blob NOT NULL,
	`digest` blob NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`perk_id`) REFERENCES `perks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`import_id`) REFERENCES `perk_imports`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "perk_codes_state" CHECK("perk_codes"."state" in ('adding', 'free', 'reserved', 'claimed', 'taken'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `perk_codes_once` ON `perk_codes` (`perk_id`,`digest`);--> statement-breakpoint
CREATE INDEX `perk_codes_free` ON `perk_codes` (`perk_id`,`id`) WHERE state = 'free';--> statement-breakpoint
CREATE INDEX `perk_codes_by_import` ON `perk_codes` (`import_id`);--> statement-breakpoint
CREATE TABLE `perk_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`perk_id` integer NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`user_id` text,
	`done_by` text,
	`reason` text DEFAULT '' NOT NULL,
	`count` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`perk_id`) REFERENCES `perks`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `perk_events_by_guild` ON `perk_events` (`guild_id`,`id`);--> statement-breakpoint
CREATE INDEX `perk_events_by_perk` ON `perk_events` (`perk_id`,`id`);--> statement-breakpoint
CREATE TABLE `perk_grants` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`perk_id` integer NOT NULL,
	`user_id` text NOT NULL,
	`granted_by` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`until` integer NOT NULL,
	`status` text NOT NULL,
	`code_id` integer,
	FOREIGN KEY (`perk_id`) REFERENCES `perks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`code_id`) REFERENCES `perk_codes`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "perk_grants_status" CHECK("perk_grants"."status" in ('waiting', 'claimed', 'returned'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `perk_grants_waiting` ON `perk_grants` (`perk_id`,`user_id`) WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX `perk_grants_until` ON `perk_grants` (`until`) WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX `perk_grants_by_code` ON `perk_grants` (`code_id`) WHERE code_id is not null;--> statement-breakpoint
CREATE TABLE `perk_imports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`perk_id` integer NOT NULL,
	`interaction_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`added` integer DEFAULT 0 NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`perk_id`) REFERENCES `perks`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "perk_imports_done" CHECK("perk_imports"."done" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `perk_imports_interaction_id_unique` ON `perk_imports` (`interaction_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `perk_imports_running` ON `perk_imports` (`perk_id`) WHERE done = 0;--> statement-breakpoint
CREATE INDEX `perk_imports_by_perk` ON `perk_imports` (`perk_id`);--> statement-breakpoint
CREATE TABLE `perk_keys` (
	`id` integer PRIMARY KEY NOT NULL,
	`check_value` blob NOT NULL,
	CONSTRAINT "perk_keys_one" CHECK("perk_keys"."id" = 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `perks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`terms` text NOT NULL,
	`reward` text NOT NULL,
	`role_id` text,
	`conditions` text NOT NULL,
	`expires_at` integer,
	`stock` integer,
	`status` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`status_at` integer NOT NULL,
	`codes` integer DEFAULT 0 NOT NULL,
	`claimed` integer DEFAULT 0 NOT NULL,
	`reserved` integer DEFAULT 0 NOT NULL,
	`link` blob,
	`channel_id` text,
	`message_id` text,
	`alerted` text DEFAULT '[]' NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	`refreshing` integer DEFAULT 0 NOT NULL,
	`interaction_id` text NOT NULL,
	CONSTRAINT "perks_reward" CHECK("perks"."reward" in ('codes', 'link', 'role')),
	CONSTRAINT "perks_status" CHECK("perks"."status" in ('draft', 'open', 'paused', 'ended')),
	CONSTRAINT "perks_json" CHECK(json_valid("perks"."conditions") and json_valid("perks"."alerted")),
	CONSTRAINT "perks_counts" CHECK("perks"."codes" >= 0 and "perks"."claimed" >= 0 and "perks"."reserved" >= 0),
	CONSTRAINT "perks_handed_out" CHECK("perks"."reward" <> 'codes' or "perks"."claimed" + "perks"."reserved" <= "perks"."codes")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `perks_interaction_id_unique` ON `perks` (`interaction_id`);--> statement-breakpoint
CREATE INDEX `perks_by_guild` ON `perks` (`guild_id`,`status`);--> statement-breakpoint
CREATE INDEX `perks_by_place` ON `perks` (`channel_id`,`message_id`) WHERE channel_id is not null;