CREATE TABLE `idea_blocks` (
	`guild_id` text NOT NULL,
	`user_id` text NOT NULL,
	`idea_id` integer,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`guild_id`, `user_id`),
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `idea_blocks_by_idea` ON `idea_blocks` (`idea_id`) WHERE idea_id is not null;--> statement-breakpoint
CREATE TABLE `idea_boards` (
	`guild_id` text PRIMARY KEY NOT NULL,
	`channel_id` text NOT NULL,
	`message_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `idea_boards_by_message` ON `idea_boards` (`message_id`);--> statement-breakpoint
CREATE TABLE `idea_cases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`idea_id` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`channel_id` text,
	`message_id` text,
	`closed_at` integer,
	`escalated_at` integer,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `idea_cases_by_idea` ON `idea_cases` (`idea_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `idea_cases_open` ON `idea_cases` (`idea_id`) WHERE closed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `idea_cases_by_message` ON `idea_cases` (`message_id`) WHERE message_id is not null;--> statement-breakpoint
CREATE TABLE `idea_comments` (
	`idea_id` integer NOT NULL,
	`user_id` text NOT NULL,
	`comments` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`idea_id`, `user_id`),
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "idea_comments_counts" CHECK("idea_comments"."comments" > 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `idea_counters` (
	`guild_id` text PRIMARY KEY NOT NULL,
	`number` integer DEFAULT 0 NOT NULL,
	`ledger_lines` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "idea_counters_counts" CHECK("idea_counters"."number" >= 0 and "idea_counters"."ledger_lines" >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `idea_drafts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`user_id` text NOT NULL,
	`interaction_id` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`problem` text NOT NULL,
	`category` text,
	`anonymous` integer NOT NULL,
	`credit_id` text,
	`changed_at` integer NOT NULL,
	`dropped` integer NOT NULL,
	`idea_id` integer,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "idea_drafts_flags" CHECK("idea_drafts"."anonymous" in (0, 1) and "idea_drafts"."dropped" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `idea_drafts_by_interaction` ON `idea_drafts` (`interaction_id`);--> statement-breakpoint
CREATE INDEX `idea_drafts_by_change` ON `idea_drafts` (`changed_at`);--> statement-breakpoint
CREATE INDEX `idea_drafts_by_idea` ON `idea_drafts` (`idea_id`) WHERE idea_id is not null;--> statement-breakpoint
CREATE TABLE `idea_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`idea_id` integer NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`actor_id` text,
	`from_status` text,
	`to_status` text,
	`detail` text NOT NULL,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "idea_events_kind" CHECK("idea_events"."kind" in ('submitted', 'posted', 'status', 'rung', 'edited', 'updated', 'merged', 'merge-undone', 'objected', 'second-chance', 'reported', 'author-blocked', 'author-unblocked', 'author-revealed', 'consent', 'lost', 'overdue')),
	CONSTRAINT "idea_events_detail" CHECK(json_valid("idea_events"."detail"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `idea_events_by_idea` ON `idea_events` (`idea_id`,`id`);--> statement-breakpoint
CREATE TABLE `idea_followers` (
	`idea_id` integer NOT NULL,
	`user_id` text NOT NULL,
	`following` integer NOT NULL,
	`since` integer NOT NULL,
	`interaction_id` text NOT NULL,
	`via_merge` integer,
	PRIMARY KEY(`idea_id`, `user_id`),
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`via_merge`) REFERENCES `idea_merges`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "idea_followers_following" CHECK("idea_followers"."following" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `idea_followers_by_time` ON `idea_followers` (`idea_id`,`since`,`user_id`) WHERE following = 1;--> statement-breakpoint
CREATE INDEX `idea_followers_by_merge` ON `idea_followers` (`via_merge`) WHERE via_merge is not null;--> statement-breakpoint
CREATE TABLE `idea_images` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`draft_id` integer,
	`idea_id` integer,
	`name` text NOT NULL,
	`content_type` text NOT NULL,
	`data` blob NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `idea_drafts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "idea_images_owner" CHECK(("idea_images"."draft_id" is null) <> ("idea_images"."idea_id" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `idea_images_by_draft` ON `idea_images` (`draft_id`) WHERE draft_id is not null;--> statement-breakpoint
CREATE INDEX `idea_images_by_idea` ON `idea_images` (`idea_id`) WHERE idea_id is not null;--> statement-breakpoint
CREATE TABLE `idea_ledger_posts` (
	`guild_id` text NOT NULL,
	`page` integer NOT NULL,
	`channel_id` text NOT NULL,
	`message_id` text NOT NULL,
	PRIMARY KEY(`guild_id`, `page`),
	CONSTRAINT "idea_ledger_posts_page" CHECK("idea_ledger_posts"."page" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `idea_ledger_posts_by_message` ON `idea_ledger_posts` (`message_id`);--> statement-breakpoint
CREATE TABLE `idea_merges` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source_id` integer NOT NULL,
	`target_id` integer NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`undo_until` integer NOT NULL,
	`undone_at` integer,
	`undone_by` text,
	`objection` text,
	`moved` integer NOT NULL,
	`source_status` text NOT NULL,
	`source_status_at` integer NOT NULL,
	`source_deadline` integer,
	`source_reason` text,
	`case_id` integer,
	`case_due_at` integer,
	FOREIGN KEY (`source_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`target_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`case_id`) REFERENCES `idea_cases`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "idea_merges_two" CHECK("idea_merges"."source_id" <> "idea_merges"."target_id")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `idea_merges_standing` ON `idea_merges` (`source_id`) WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX `idea_merges_by_source` ON `idea_merges` (`source_id`,`id`);--> statement-breakpoint
CREATE INDEX `idea_merges_by_target` ON `idea_merges` (`target_id`,`id`);--> statement-breakpoint
CREATE INDEX `idea_merges_by_case` ON `idea_merges` (`case_id`) WHERE case_id is not null;--> statement-breakpoint
CREATE TABLE `idea_reports` (
	`idea_id` integer NOT NULL,
	`user_id` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`idea_id`, `user_id`),
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `idea_scores` (
	`case_id` integer NOT NULL,
	`reviewer_id` text NOT NULL,
	`fit` integer NOT NULL,
	`effort` integer NOT NULL,
	`demand` integer NOT NULL,
	`cost` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `reviewer_id`),
	FOREIGN KEY (`case_id`) REFERENCES `idea_cases`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "idea_scores_range" CHECK("idea_scores"."fit" between 1 and 5 and "idea_scores"."effort" between 1 and 5 and "idea_scores"."demand" between 1 and 5 and "idea_scores"."cost" between 1 and 5)
) STRICT;
--> statement-breakpoint
CREATE TABLE `idea_supporters` (
	`idea_id` integer NOT NULL,
	`user_id` text NOT NULL,
	`supporting` integer NOT NULL,
	`since` integer NOT NULL,
	`interaction_id` text NOT NULL,
	`via_merge` integer,
	PRIMARY KEY(`idea_id`, `user_id`),
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`via_merge`) REFERENCES `idea_merges`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "idea_supporters_supporting" CHECK("idea_supporters"."supporting" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `idea_supporters_by_time` ON `idea_supporters` (`idea_id`,`since`,`user_id`) WHERE supporting = 1;--> statement-breakpoint
CREATE INDEX `idea_supporters_by_merge` ON `idea_supporters` (`via_merge`) WHERE via_merge is not null;--> statement-breakpoint
CREATE TABLE `ideas` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`number` integer,
	`author_id` text NOT NULL,
	`anonymous` integer NOT NULL,
	`suggested_by` text,
	`consent` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`problem` text NOT NULL,
	`category` text,
	`status` text NOT NULL,
	`created_at` integer NOT NULL,
	`posted_at` integer,
	`status_at` integer NOT NULL,
	`rungs` text NOT NULL,
	`basis` text,
	`reached` integer NOT NULL,
	`deadline` integer,
	`chances` integer NOT NULL,
	`supporters` integer NOT NULL,
	`reason` text,
	`merged_into` integer,
	`channel_id` text,
	`message_id` text,
	`thread_id` text,
	`image_names` text NOT NULL,
	`updates` text NOT NULL,
	`version` integer NOT NULL,
	`refreshing` integer NOT NULL,
	`told_event_id` integer NOT NULL,
	`ledger_line` integer,
	FOREIGN KEY (`merged_into`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ideas_status" CHECK("ideas"."status" in ('queued', 'gathering', 'in-review', 'planned', 'in-progress', 'shipped', 'declined', 'expired', 'merged', 'withdrawn')),
	CONSTRAINT "ideas_consent" CHECK("ideas"."consent" in ('none', 'asked', 'agreed', 'refused')),
	CONSTRAINT "ideas_flags" CHECK("ideas"."anonymous" in (0, 1) and "ideas"."refreshing" in (0, 1)),
	CONSTRAINT "ideas_json" CHECK(json_valid("ideas"."rungs") and json_valid("ideas"."image_names") and json_valid("ideas"."updates")),
	CONSTRAINT "ideas_basis" CHECK("ideas"."basis" is null or json_valid("ideas"."basis")),
	CONSTRAINT "ideas_counts" CHECK("ideas"."reached" >= 0 and "ideas"."supporters" >= 0 and "ideas"."chances" in (0, 1)),
	CONSTRAINT "ideas_public" CHECK(("ideas"."number" is null) = ("ideas"."posted_at" is null)),
	CONSTRAINT "ideas_number" CHECK("ideas"."number" is not null or "ideas"."status" in ('queued', 'withdrawn')),
	CONSTRAINT "ideas_deadline" CHECK(("ideas"."status" = 'gathering') = ("ideas"."deadline" is not null)),
	CONSTRAINT "ideas_merged" CHECK(("ideas"."status" = 'merged') = ("ideas"."merged_into" is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ideas_by_number` ON `ideas` (`guild_id`,`number`) WHERE number is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `ideas_by_message` ON `ideas` (`message_id`) WHERE message_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `ideas_by_ledger` ON `ideas` (`guild_id`,`ledger_line`) WHERE ledger_line is not null;--> statement-breakpoint
CREATE INDEX `ideas_by_channel` ON `ideas` (`channel_id`) WHERE channel_id is not null;--> statement-breakpoint
CREATE INDEX `ideas_by_thread` ON `ideas` (`thread_id`) WHERE thread_id is not null;--> statement-breakpoint
CREATE INDEX `ideas_by_author` ON `ideas` (`guild_id`,`author_id`,`id`);--> statement-breakpoint
CREATE INDEX `ideas_by_target` ON `ideas` (`merged_into`) WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX `ideas_listed_new` ON `ideas` (`guild_id`,`id`,`status`,`category`,`number`);--> statement-breakpoint
CREATE INDEX `ideas_listed_support` ON `ideas` (`guild_id`,`supporters`,`id`,`status`,`category`,`number`);--> statement-breakpoint
CREATE INDEX `ideas_by_status` ON `ideas` (`guild_id`,`status`,`status_at`);