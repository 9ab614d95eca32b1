-- The database of Readback 0.1.0, with two invented stories: what a migration starts from.
CREATE TABLE articles (id TEXT PRIMARY KEY, newest INTEGER NOT NULL, changed INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE versions (
  article_id TEXT NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL,
  saved_at TEXT NOT NULL,
  facts TEXT NOT NULL,
  text TEXT NOT NULL,
  source TEXT,
  blocks TEXT NOT NULL,
  edition INTEGER NOT NULL,
  passages TEXT NOT NULL,
  quotations TEXT NOT NULL,
  print TEXT NOT NULL,
  text_print TEXT NOT NULL,
  PRIMARY KEY (article_id, number)
) STRICT;
CREATE INDEX versions_by_text ON versions (text_print);
CREATE TABLE keys (
  key TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  print TEXT NOT NULL
) STRICT;
CREATE INDEX keys_by_article ON keys (article_id);
CREATE TABLE marks (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT;
CREATE TABLE answers (
  id TEXT PRIMARY KEY,
  given TEXT NOT NULL,
  given_at TEXT NOT NULL,
  useful INTEGER NOT NULL DEFAULT 0,
  not_useful INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX answers_by_age ON answers (given_at);
CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
CREATE TABLE decisions (
  id INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  ruling TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_by_article ON decisions (article_id, id);
CREATE INDEX articles_by_change ON articles (changed);
CREATE TABLE sources (name TEXT PRIMARY KEY, record TEXT NOT NULL, late_since TEXT) STRICT;
CREATE TABLE validators (url TEXT PRIMARY KEY, etag TEXT, last_modified TEXT) STRICT;
CREATE TABLE pages (
  url TEXT NOT NULL,
  source TEXT NOT NULL,
  mark TEXT NOT NULL,
  first_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  gone_at TEXT,
  PRIMARY KEY (source, url)
) STRICT;
CREATE TABLE deliveries (id TEXT PRIMARY KEY, received_at TEXT NOT NULL) STRICT;
CREATE TABLE postings (
  id INTEGER PRIMARY KEY,
  platform TEXT NOT NULL,
  spot TEXT NOT NULL,
  given TEXT NOT NULL,
  told TEXT NOT NULL,
  posted_at TEXT NOT NULL,
  due_at TEXT,
  tries INTEGER NOT NULL DEFAULT 0,
  named TEXT NOT NULL DEFAULT '[]',
  revision INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX postings_by_age ON postings (posted_at);
CREATE TABLE posted_articles (
  article_id TEXT NOT NULL,
  posting_id INTEGER NOT NULL REFERENCES postings (id) ON DELETE CASCADE,
  PRIMARY KEY (article_id, posting_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX posted_articles_by_posting ON posted_articles (posting_id);
CREATE TABLE entries (
  source TEXT NOT NULL,
  name TEXT NOT NULL,
  print TEXT NOT NULL,
  PRIMARY KEY (source, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX postings_due ON postings (platform, due_at, id DESC) WHERE due_at IS NOT NULL;
CREATE INDEX postings_by_place ON postings (platform, spot ->> '$.channel', spot ->> '$.thread');
INSERT INTO articles (id, newest, changed) VALUES ('ferry-stays-in-harbour-7f2bdb', 3, 3);
INSERT INTO articles (id, newest, changed) VALUES ('bridge-closed-25eae6', 1, 5);
INSERT INTO versions (article_id, number, saved_at, facts, text, source, blocks, edition, passages, quotations, print, text_print) VALUES ('ferry-stays-in-harbour-7f2bdb', 1, '2026-02-04T09:30:15.495Z', '{"headline":"Ferry stays in harbour","headlineFrom":"source","outlet":"The Tidewater Bell","authors":["Ines Okafor"],"publishedAt":"2026-01-14","updatedAt":null,"url":"https://bell.example/ferry","section":null,"status":"usable","embargoUntil":null,"correction":null}', 'The ferry stays in harbour.
“Not today, and not ‘tomorrow, please,’ either,” Mara Quist, the harbour master, told the Bell.', '---
headline: Ferry stays in harbour
---

The ferry stays in harbour.
“Not today, and not ‘tomorrow, please,’ either,” Mara Quist, the harbour master, told the Bell.', '[]', 3, '[{"start":0,"end":27,"ordinal":1,"kind":"paragraph","post":null},{"start":28,"end":123,"ordinal":2,"kind":"paragraph","post":null}]', '[{"ordinal":1,"start":29,"end":75,"speaker":"Mara Quist","speakerMention":"Mara Quist","cue":"told","addressee":"the Bell","attribution":{"start":77,"end":122},"confidence":0.99,"because":"said-clause after the quotation","kind":"direct","within":null,"continues":null}]', '10005e9a4df1f2221a3bb7349843d528a352a4c947577420c2e2b10444af15e0', 'affc9b66a47843d058f2a5f0090ceb125ff6ea83abf9bfcbf1b852ec3d590705');
INSERT INTO versions (article_id, number, saved_at, facts, text, source, blocks, edition, passages, quotations, print, text_print) VALUES ('ferry-stays-in-harbour-7f2bdb', 2, '2026-02-04T09:30:15.535Z', '{"headline":"Ferry stays in harbour","headlineFrom":"source","outlet":"The Tidewater Bell","authors":["Ines Okafor"],"publishedAt":"2026-01-14","updatedAt":null,"url":"https://bell.example/ferry","section":null,"status":"usable","embargoUntil":null,"correction":null}', 'The ferry sails again.
“Today,” Quist said.
— The Ferry (@ferry) February 4, 2026', NULL, '[]', 3, '[{"start":0,"end":22,"ordinal":1,"kind":"paragraph","post":null},{"start":23,"end":43,"ordinal":2,"kind":"paragraph","post":null},{"start":44,"end":81,"ordinal":3,"kind":"paragraph","post":null}]', '[{"ordinal":1,"start":24,"end":30,"speaker":"Quist","speakerMention":"Quist","cue":"said","addressee":null,"attribution":{"start":32,"end":42},"confidence":0.99,"because":"said-clause after the quotation","kind":"direct","within":null,"continues":null}]', '0412e82d60a04378581be5f530f1a1c34adfc75411f322b7cfa245d4f94b2024', '7464ecbb75d0d3a99595bd25d2c79a330b7f19867f08f4e0d2cb8bf97f348c82');
INSERT INTO versions (article_id, number, saved_at, facts, text, source, blocks, edition, passages, quotations, print, text_print) VALUES ('ferry-stays-in-harbour-7f2bdb', 3, '2026-02-04T09:30:15.541Z', '{"headline":"Ferry stays in harbour","headlineFrom":"source","outlet":"The Tidewater Bell","authors":["Ines Okafor"],"publishedAt":"2026-01-14","updatedAt":null,"url":"https://bell.example/ferry","section":null,"status":"corrected","embargoUntil":null,"correction":"The ferry sails on Tuesday."}', 'The ferry sails again.
“Today,” Quist said.
— The Ferry (@ferry) February 4, 2026', NULL, '[]', 3, '[{"start":0,"end":22,"ordinal":1,"kind":"paragraph","post":null},{"start":23,"end":43,"ordinal":2,"kind":"paragraph","post":null},{"start":44,"end":81,"ordinal":3,"kind":"paragraph","post":null}]', '[{"ordinal":1,"start":24,"end":30,"speaker":"Quist","speakerMention":"Quist","cue":"said","addressee":null,"attribution":{"start":32,"end":42},"confidence":0.99,"because":"said-clause after the quotation","kind":"direct","within":null,"continues":null}]', '26bdc19489fbda4cb023c0985e360a1b82b2a272453b7147b3ad09d17d1125c6', '7464ecbb75d0d3a99595bd25d2c79a330b7f19867f08f4e0d2cb8bf97f348c82');
INSERT INTO versions (article_id, number, saved_at, facts, text, source, blocks, edition, passages, quotations, print, text_print) VALUES ('bridge-closed-25eae6', 1, '2026-02-04T09:30:15.572Z', '{"headline":"Bridge closed","headlineFrom":"source","outlet":"The Tidewater Bell","authors":["Ines Okafor"],"publishedAt":"2026-01-14","updatedAt":null,"url":null,"section":null,"status":"usable","embargoUntil":"2026-01-02T00:00:00Z","correction":null}', 'Nobody crosses the bridge.
The warden sings.', NULL, '[{"start":0,"end":26,"kind":"heading","post":null}]', 3, '[{"start":0,"end":26,"ordinal":1,"kind":"heading","post":null},{"start":27,"end":44,"ordinal":2,"kind":"paragraph","post":null}]', '[]', 'aabaf1a1ea02a7d19bccebba30e76eb8a9b78dd47af71f1c6fb26b910f35726a', '25eae68f51054086ee0001e808edba76ac29e125ba58736de47203bbf5c12c45');
INSERT INTO keys (key, article_id, print) VALUES ('url:https://bell.example/ferry', 'ferry-stays-in-harbour-7f2bdb', '26bdc19489fbda4cb023c0985e360a1b82b2a272453b7147b3ad09d17d1125c6');
INSERT INTO keys (key, article_id, print) VALUES ('file:/coverage/ferry.md', 'ferry-stays-in-harbour-7f2bdb', '26bdc19489fbda4cb023c0985e360a1b82b2a272453b7147b3ad09d17d1125c6');
INSERT INTO keys (key, article_id, print) VALUES ('file:/coverage/bridge.md', 'bridge-closed-25eae6', 'aabaf1a1ea02a7d19bccebba30e76eb8a9b78dd47af71f1c6fb26b910f35726a');
INSERT INTO marks (name, value) VALUES ('changes', 5);
INSERT INTO marks (name, value) VALUES ('archive', 'e67b238e-57b7-4d1f-bcc9-71b57cf6f432');
INSERT INTO secrets (name, value) VALUES ('answers', x'0000000000000000000000000000000000000000000000000000000000000000');
INSERT INTO decisions (id, article_id, ruling, reason, made_by, made_at) VALUES (1, 'bridge-closed-25eae6', 'hold', 'A name is in doubt.', 'ines', '2026-02-01T09:00:00.000Z');
PRAGMA user_version = 7;
