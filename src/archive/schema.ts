// Holds the SQLite schema as a list of migrations, and applies them.
import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { UserError } from '../errors.ts'
import { packSource } from './stored-source.ts'

/** The migrations of the database, in order; `user_version` counts those applied. Append only. */
const MIGRATIONS = [
  `CREATE TABLE articles (id TEXT PRIMARY KEY, newest INTEGER NOT NULL) STRICT;
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
   INSERT INTO marks VALUES ('changes', 0);`,
  `CREATE TABLE answers (
     id TEXT PRIMARY KEY,
     given TEXT NOT NULL,
     given_at TEXT NOT NULL,
     useful INTEGER NOT NULL DEFAULT 0,
     not_useful INTEGER NOT NULL DEFAULT 0
   ) STRICT;
   CREATE INDEX answers_by_age ON answers (given_at);
   CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
   INSERT INTO secrets VALUES ('answers', randomblob(32));`,
  `CREATE TABLE decisions (
     id INTEGER PRIMARY KEY,
     article_id TEXT NOT NULL REFERENCES articles (id),
     ruling TEXT NOT NULL,
     reason TEXT NOT NULL,
     made_by TEXT NOT NULL,
     made_at TEXT NOT NULL
   ) STRICT;
   CREATE INDEX decisions_by_article ON decisions (article_id, id);
   ALTER TABLE articles ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
   CREATE INDEX articles_by_change ON articles (changed);`,
  `CREATE TABLE sources (name TEXT PRIMARY KEY, record TEXT NOT NULL, late_since TEXT) STRICT;
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
   CREATE TABLE deliveries (id TEXT PRIMARY KEY, received_at TEXT NOT NULL) STRICT;`,
  `CREATE TABLE postings (
     id INTEGER PRIMARY KEY,
     platform TEXT NOT NULL,
     spot TEXT NOT NULL,
     given TEXT NOT NULL,
     told TEXT NOT NULL,
     posted_at TEXT NOT NULL,
     due_at TEXT,
     tries INTEGER NOT NULL DEFAULT 0
   ) STRICT;
   CREATE INDEX postings_by_age ON postings (posted_at);
   CREATE INDEX postings_due ON postings (due_at) WHERE due_at IS NOT NULL;
   CREATE TABLE posted_articles (
     article_id TEXT NOT NULL,
     posting_id INTEGER NOT NULL REFERENCES postings (id) ON DELETE CASCADE,
     PRIMARY KEY (article_id, posting_id)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX posted_articles_by_posting ON posted_articles (posting_id);`,
  `CREATE TABLE entries (
     source TEXT NOT NULL,
     name TEXT NOT NULL,
     print TEXT NOT NULL,
     PRIMARY KEY (source, name)
   ) STRICT, WITHOUT ROWID;`,
  `ALTER TABLE postings ADD COLUMN named TEXT NOT NULL DEFAULT '[]';
   ALTER TABLE postings ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
   DROP INDEX postings_due;
   CREATE INDEX postings_due ON postings (platform, due_at, id DESC) WHERE due_at IS NOT NULL;
   CREATE INDEX postings_by_place ON postings (platform, spot ->> '$.channel', spot ->> '$.thread');`,
  `CREATE INDEX versions_embargoed ON versions (article_id, number) WHERE facts ->> '$.embargoUntil' IS NOT NULL;`,
  `DROP INDEX versions_by_text;
   DROP INDEX versions_embargoed;
   ALTER TABLE versions RENAME TO whole_versions;
   CREATE TABLE texts (
     id INTEGER PRIMARY KEY,
     print TEXT NOT NULL,
     edition INTEGER NOT NULL,
     blocks TEXT NOT NULL,
     text TEXT NOT NULL
   ) STRICT;
   CREATE INDEX texts_by_print ON texts (print);
   CREATE INDEX texts_by_edition ON texts (edition);
   INSERT INTO texts (id, print, edition, blocks, text)
     SELECT rowid, text_print, edition, blocks, text FROM
     (SELECT rowid, text_print, edition, blocks, text, max(number)
      FROM whole_versions GROUP BY article_id, text_print, blocks);
   CREATE TABLE passages (
     text_id INTEGER NOT NULL,
     ordinal INTEGER NOT NULL,
     start INTEGER NOT NULL,
     end INTEGER NOT NULL,
     kind TEXT NOT NULL,
     post TEXT,
     PRIMARY KEY (text_id, ordinal)
   ) STRICT, WITHOUT ROWID;
   INSERT INTO passages
     SELECT t.id, p.value ->> 'ordinal', p.value ->> 'start', p.value ->> 'end', p.value ->> 'kind', p.value ->> 'post'
     FROM texts t JOIN whole_versions w ON w.rowid = t.id JOIN json_each(w.passages) p;
   CREATE TABLE quotations (
     text_id INTEGER NOT NULL,
     ordinal INTEGER NOT NULL,
     start INTEGER NOT NULL,
     end INTEGER NOT NULL,
     kind TEXT NOT NULL,
     speaker TEXT,
     speaker_mention TEXT,
     cue TEXT,
     addressee TEXT,
     attribution_start INTEGER,
     attribution_end INTEGER,
     within INTEGER,
     continues INTEGER,
     confidence REAL NOT NULL,
     because TEXT NOT NULL,
     more TEXT,
     PRIMARY KEY (text_id, ordinal)
   ) STRICT, WITHOUT ROWID;
   INSERT INTO quotations
     SELECT t.id, q.value ->> 'ordinal', q.value ->> 'start', q.value ->> 'end', q.value ->> 'kind',
       q.value ->> 'speaker', q.value ->> 'speakerMention', q.value ->> 'cue', q.value ->> 'addressee',
       q.value ->> '$.attribution.start', q.value ->> '$.attribution.end', q.value ->> 'within',
       q.value ->> 'continues', q.value ->> 'confidence', q.value ->> 'because',
       nullif(json_remove(q.value, '$.ordinal', '$.start', '$.end', '$.kind', '$.speaker', '$.speakerMention', '$.cue',
         '$.addressee', '$.attribution', '$.within', '$.continues', '$.confidence', '$.because'), '{}')
     FROM texts t JOIN whole_versions w ON w.rowid = t.id JOIN json_each(w.quotations) q;
   CREATE TABLE versions (
     article_id TEXT NOT NULL REFERENCES articles (id),
     number INTEGER NOT NULL,
     saved_at TEXT NOT NULL,
     print TEXT NOT NULL,
     text_id INTEGER NOT NULL,
     facts TEXT NOT NULL,
     source BLOB,
     PRIMARY KEY (article_id, number)
   ) STRICT;
   INSERT INTO versions (rowid, article_id, number, saved_at, print, text_id, facts, source)
     SELECT w.rowid, w.article_id, w.number, w.saved_at, w.print,
       (SELECT t.id FROM whole_versions o JOIN texts t ON t.id = o.rowid
        WHERE o.article_id = w.article_id AND o.text_print = w.text_print AND o.blocks = w.blocks),
       w.facts, pack_source(w.source, w.text)
     FROM whole_versions w;
   CREATE INDEX versions_by_text ON versions (text_id);
   CREATE INDEX versions_embargoed ON versions (article_id, number) WHERE facts ->> '$.embargoUntil' IS NOT NULL;
   DROP TABLE whole_versions;
   CREATE TABLE erased (fingerprint TEXT PRIMARY KEY, article_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE erasures (
     id INTEGER PRIMARY KEY,
     article_id TEXT NOT NULL,
     reason TEXT NOT NULL,
     made_by TEXT NOT NULL,
     made_at TEXT NOT NULL
   ) STRICT;`,
  // The highlights of an answer, cut out of the story, read like the question.
  ...['answers', 'postings'].map(
    (table) => `UPDATE ${table} SET given = json_set(given, '$.places', json(
       (SELECT json_group_array(json_remove(p.value, '$.highlights')) FROM json_each(given, '$.places') p)))
     WHERE instr(given, '"highlights"');`,
  ),
  `CREATE TABLE sessions (
     print TEXT PRIMARY KEY,
     person TEXT NOT NULL,
     groups TEXT NOT NULL,
     way TEXT NOT NULL,
     started_at TEXT NOT NULL,
     seen_at TEXT NOT NULL,
     expires_at TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX sessions_by_person ON sessions (person);`,
]

/** How many migrations there are: the version of the current schema. */
export const SCHEMA_VERSION = MIGRATIONS.length

/**
 * Migrates a database to the current schema in one transaction, and gives back the space that this freed. Throws a
 * UserError when it is from a newer Readback.
 */
export function migrate(db: DatabaseSync, file: string): void {
  db.function('pack_source', (source, text) => packSource(source as string | null, String(text)))
  db.exec('BEGIN IMMEDIATE')
  const version = Number(db.prepare('PRAGMA user_version').get()?.user_version)
  if (version > SCHEMA_VERSION) {
    db.close()
    throw new UserError(
      `${file} was written by a newer Readback (schema ${version}, this one knows ${SCHEMA_VERSION}). Update Readback, or point READBACK_DATA at another folder.`,
    )
  }
  for (const migration of MIGRATIONS.slice(version)) db.exec(migration)
  if (version === 0) renewArchiveMark(db)
  db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`)
  if (version > 0 && version < SCHEMA_VERSION) db.exec('VACUUM')
}

/** Gives an archive a mark that no other has, so that what was derived from it before counts no more. */
export function renewArchiveMark(db: DatabaseSync): void {
  db.prepare("INSERT OR REPLACE INTO marks VALUES ('archive', ?)").run(randomUUID())
}
