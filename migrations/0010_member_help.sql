CREATE TABLE `member_help` (
	`day` integer NOT NULL,
	`guild_id` text NOT NULL,
	`user_id` text NOT NULL,
	`replies` integer NOT NULL,
	`reactions` integer NOT NULL,
	PRIMARY KEY(`day`, `guild_id`, `user_id`),
	CONSTRAINT "member_help_counts" CHECK("member_help"."replies" >= 0 and "member_help"."reactions" >= 0)
) STRICT;
