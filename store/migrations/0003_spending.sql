-- What a language model takes, by payer and day: all together (payer is empty), a
-- server, or a user's hash. What a request may take at the most is counted before
-- it is sent, and what it took put in its place afterwards.

CREATE TABLE spending (
  kind       TEXT NOT NULL CHECK (kind IN ('all', 'server', 'user')),
  payer      TEXT NOT NULL CHECK ((payer = '') = (kind = 'all')),
  day        TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  requests   INTEGER NOT NULL CHECK (requests > 0),
  prompt     INTEGER NOT NULL CHECK (prompt >= 0), -- tokens
  completion INTEGER NOT NULL CHECK (completion >= 0), -- tokens
  micro_usd  INTEGER NOT NULL CHECK (micro_usd >= 0),
  warned     INTEGER NOT NULL CHECK (warned IN (0, 1)), -- that a cap is near
  PRIMARY KEY (kind, payer, day)
) STRICT, WITHOUT ROWID;

-- Answers that were made without the model although there is one, by reason.
CREATE TABLE fallbacks (
  kind   TEXT NOT NULL CHECK (kind IN ('all', 'server')),
  payer  TEXT NOT NULL CHECK ((payer = '') = (kind = 'all')),
  day    TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT NOT NULL CHECK (reason <> ''),
  times  INTEGER NOT NULL CHECK (times > 0),
  PRIMARY KEY (kind, payer, day, reason)
) STRICT, WITHOUT ROWID;
