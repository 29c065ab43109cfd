-- Words and similar ideas. The text stays in `ideas`; here is only the index of its trigrams.
-- A later migration that rebuilds `ideas` drops these triggers with it and has to make them again.
CREATE VIRTUAL TABLE `idea_texts` USING fts5(
	title, body, problem, content='ideas', content_rowid='id', tokenize='trigram remove_diacritics 1'
);
--> statement-breakpoint
-- What was edited away must not stay readable in the index.
INSERT INTO idea_texts(idea_texts, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER idea_texts_insert AFTER INSERT ON ideas BEGIN
	INSERT INTO idea_texts(rowid, title, body, problem) VALUES (new.id, new.title, new.body, new.problem);
END;
--> statement-breakpoint
CREATE TRIGGER idea_texts_delete AFTER DELETE ON ideas BEGIN
	INSERT INTO idea_texts(idea_texts, rowid, title, body, problem)
		VALUES ('delete', old.id, old.title, old.body, old.problem);
END;
--> statement-breakpoint
CREATE TRIGGER idea_texts_update AFTER UPDATE OF title, body, problem ON ideas BEGIN
	INSERT INTO idea_texts(idea_texts, rowid, title, body, problem)
		VALUES ('delete', old.id, old.title, old.body, old.problem);
	INSERT INTO idea_texts(rowid, title, body, problem) VALUES (new.id, new.title, new.body, new.problem);
END;
