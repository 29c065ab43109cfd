-- Titles alone: similar ideas are found by the rarest trigrams of a title, and in an index of whole texts even the
-- rare ones are frequent. A migration that rebuilds `ideas` has to make these triggers again, too.
CREATE VIRTUAL TABLE `idea_titles` USING fts5(
	title, content='ideas', content_rowid='id', tokenize='trigram remove_diacritics 1', detail=none
);
--> statement-breakpoint
INSERT INTO idea_titles(idea_titles, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
INSERT INTO idea_titles(idea_titles) VALUES ('rebuild');
--> statement-breakpoint
-- How many titles hold a trigram.
CREATE VIRTUAL TABLE `idea_title_trigrams` USING fts5vocab('idea_titles', 'row');
--> statement-breakpoint
CREATE TRIGGER idea_titles_insert AFTER INSERT ON ideas BEGIN
	INSERT INTO idea_titles(rowid, title) VALUES (new.id, new.title);
END;
--> statement-breakpoint
CREATE TRIGGER idea_titles_delete AFTER DELETE ON ideas BEGIN
	INSERT INTO idea_titles(idea_titles, rowid, title) VALUES ('delete', old.id, old.title);
END;
--> statement-breakpoint
CREATE TRIGGER idea_titles_update AFTER UPDATE OF title ON ideas BEGIN
	INSERT INTO idea_titles(idea_titles, rowid, title) VALUES ('delete', old.id, old.title);
	INSERT INTO idea_titles(rowid, title) VALUES (new.id, new.title);
END;
