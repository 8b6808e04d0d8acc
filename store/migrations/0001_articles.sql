-- The first schema: articles, their passages, the words in them, two indexes.

CREATE TABLE articles (
  num          INTEGER PRIMARY KEY AUTOINCREMENT,
  id           TEXT NOT NULL UNIQUE CHECK (id <> ''),
  title        TEXT NOT NULL,
  publisher    TEXT NOT NULL,
  source_key   TEXT NOT NULL, -- the publisher, folded, for the source filter
  author       TEXT NOT NULL,
  url          TEXT NOT NULL,
  lang         TEXT NOT NULL,
  published    TEXT NOT NULL,
  updated      TEXT NOT NULL,
  note         TEXT NOT NULL,
  based_on     TEXT NOT NULL,
  hash         TEXT NOT NULL,
  simhash      INTEGER NOT NULL,
  duplicate_of TEXT NOT NULL,
  embedded     INTEGER NOT NULL CHECK (embedded IN (0, 1)),
  added        INTEGER NOT NULL, -- Unix time in nanoseconds
  seal         BLOB NOT NULL, -- checksum of the article and its passages
  text         BLOB NOT NULL -- a BLOB, so that substr() counts bytes; last, so that a list does not read it
) STRICT;

CREATE INDEX articles_by_date ON articles (published, id);
CREATE INDEX articles_by_original ON articles (duplicate_of) WHERE duplicate_of <> '';

-- Deleting an article that still has passages is refused: the triggers below
-- need its text to take the passages out of the indexes.
CREATE TABLE passages (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  article  INTEGER NOT NULL REFERENCES articles (num),
  ordinal  INTEGER NOT NULL CHECK (ordinal >= 0),
  start    INTEGER NOT NULL CHECK (start >= 0),
  end      INTEGER NOT NULL CHECK (end > start),
  lead     INTEGER NOT NULL CHECK (lead IN (0, 1)),
  unspaced INTEGER NOT NULL CHECK (unspaced IN (0, 1)), -- has a script without spaces
  heading  TEXT NOT NULL,
  UNIQUE (article, ordinal)
) STRICT;

CREATE TABLE words (
  norm     TEXT NOT NULL PRIMARY KEY,
  passages INTEGER NOT NULL,
  capitals INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE meta (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE corpus (
  only    INTEGER PRIMARY KEY CHECK (only = 1),
  version INTEGER NOT NULL
) STRICT;
INSERT INTO corpus (only, version) VALUES (1, 0);

-- What the indexes hold. The text is cut out of the article when it is needed,
-- not stored a second time.
CREATE VIEW indexed (id, title, lead, body) AS
SELECT p.id,
       CASE p.heading WHEN '' THEN a.title ELSE a.title || char(10) || p.heading END,
       CASE p.lead WHEN 1 THEN CAST(substr(a.text, p.start + 1, p.end - p.start) AS TEXT) ELSE '' END,
       CASE p.lead WHEN 0 THEN CAST(substr(a.text, p.start + 1, p.end - p.start) AS TEXT) ELSE '' END
FROM passages p JOIN articles a ON a.num = p.article;

-- Trigrams of two characters and less do not exist; two line feeds at the end
-- let the last characters of a passage begin one all the same.
CREATE VIEW indexed_unspaced (id, title, lead, body) AS
SELECT i.id, i.title || char(10, 10), i.lead || char(10, 10), i.body || char(10, 10)
FROM passages p JOIN indexed i ON i.id = p.id
WHERE p.unspaced = 1;

CREATE VIRTUAL TABLE passage_index USING fts5 (
  title, lead, body,
  content = 'indexed', content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2'
);
INSERT INTO passage_index (passage_index, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE unspaced_index USING fts5 (
  title, lead, body,
  content = 'indexed_unspaced', content_rowid = 'id',
  tokenize = 'trigram'
);
INSERT INTO unspaced_index (unspaced_index, rank) VALUES ('secure-delete', 1);

-- The indexes' own lists of terms: what begins with one or two characters, and
-- whether every term is found where it is looked up.
CREATE VIRTUAL TABLE passage_terms USING fts5vocab (passage_index, row);
CREATE VIRTUAL TABLE unspaced_terms USING fts5vocab (unspaced_index, row);

CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN
  INSERT INTO passage_index (rowid, title, lead, body)
    SELECT id, title, lead, body FROM indexed WHERE id = new.id;
  INSERT INTO unspaced_index (rowid, title, lead, body)
    SELECT id, title, lead, body FROM indexed_unspaced WHERE id = new.id;
END;

CREATE TRIGGER passages_removed BEFORE DELETE ON passages BEGIN
  INSERT INTO passage_index (passage_index, rowid, title, lead, body)
    SELECT 'delete', id, title, lead, body FROM indexed WHERE id = old.id;
  INSERT INTO unspaced_index (unspaced_index, rowid, title, lead, body)
    SELECT 'delete', id, title, lead, body FROM indexed_unspaced WHERE id = old.id;
END;

CREATE TRIGGER passages_fixed BEFORE UPDATE ON passages BEGIN
  SELECT RAISE(ABORT, 'passages are replaced, not changed');
END;

CREATE TRIGGER articles_fixed BEFORE UPDATE OF num, title, text ON articles
WHEN EXISTS (SELECT 1 FROM passages WHERE article = old.num) BEGIN
  SELECT RAISE(ABORT, 'an article with passages keeps its title and text');
END;
