ALTER TABLE `poll_drafts` ADD `parent_id` text;--> statement-breakpoint
ALTER TABLE `poll_series` ADD `parent_id` text;--> statement-breakpoint
ALTER TABLE `polls` ADD `parent_id` text;