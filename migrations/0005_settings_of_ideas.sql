-- Its key is all that it holds: kept once, not twice.
CREATE TABLE `member_days` (
	`day` integer NOT NULL,
	`guild_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`day`, `guild_id`, `user_id`),
	CONSTRAINT "member_days_day" CHECK("member_days"."day" >= 0)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `idea_settings` (
	`guild_id` text PRIMARY KEY NOT NULL,
	`channel_id` text,
	`channel_kind` text NOT NULL,
	`staff_channel_id` text,
	`board_channel_id` text,
	`ledger_channel_id` text,
	`shipped_role_id` text,
	`floor` integer NOT NULL,
	`ladder` text NOT NULL,
	`review_days` integer NOT NULL,
	`reviewers` integer NOT NULL,
	`queue` integer NOT NULL,
	`cooldown_hours` integer NOT NULL,
	`open_per_member` integer NOT NULL,
	`anonymity` integer NOT NULL,
	`categories` text NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	CONSTRAINT "idea_settings_kind" CHECK("idea_settings"."channel_kind" in ('forum', 'text')),
	CONSTRAINT "idea_settings_ladder" CHECK(json_valid("idea_settings"."ladder")),
	CONSTRAINT "idea_settings_categories" CHECK(json_valid("idea_settings"."categories")),
	CONSTRAINT "idea_settings_flags" CHECK("idea_settings"."queue" in (0, 1) and "idea_settings"."anonymity" in (0, 1)),
	CONSTRAINT "idea_settings_positive" CHECK("idea_settings"."floor" > 0 and "idea_settings"."review_days" > 0 and "idea_settings"."reviewers" > 0)
) STRICT;
