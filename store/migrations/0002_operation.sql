-- What the bot keeps beside the articles. Times are Unix times in nanoseconds,
-- 0 for none; guild is empty for direct messages.

-- Interactions and messages that a process has taken, so that each is answered once.
CREATE TABLE claims (
  id   TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  made INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_by_time ON claims (made);

-- Questions on one day: of a user's hash, of one in a server (joined by an @), or
-- of a server.
CREATE TABLE counts (
  key  TEXT NOT NULL CHECK (key <> ''),
  day  TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  used INTEGER NOT NULL CHECK (used > 0),
  PRIMARY KEY (key, day)
) STRICT, WITHOUT ROWID;

-- The processes at work: a lease is alive while it is renewed. It is steady since
-- its last renewal that came late.
CREATE TABLE leases (
  owner   TEXT NOT NULL PRIMARY KEY CHECK (owner <> ''),
  renewed INTEGER NOT NULL,
  steady  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Acknowledged interactions without an answer. The token is a secret.
CREATE TABLE pendings (
  interaction TEXT NOT NULL PRIMARY KEY CHECK (interaction <> ''),
  application TEXT NOT NULL,
  token       TEXT NOT NULL CHECK (token <> ''),
  locale      TEXT NOT NULL,
  owner       TEXT NOT NULL CHECK (owner <> ''),
  since       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE answers (
  id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  guild    TEXT NOT NULL,
  channel  TEXT NOT NULL,
  message  TEXT NOT NULL,
  user     TEXT NOT NULL CHECK (user <> ''), -- a hash
  private  INTEGER NOT NULL CHECK (private IN (0, 1)),
  asked    INTEGER NOT NULL,
  expires  INTEGER NOT NULL CHECK (expires >= asked),
  question TEXT NOT NULL,
  since    TEXT NOT NULL,
  source   TEXT NOT NULL,
  locale   TEXT NOT NULL,
  corpus   INTEGER NOT NULL,
  flag     TEXT NOT NULL,
  marked   INTEGER NOT NULL CHECK (marked IN (0, 1)), -- the message says what the flag says
  answer   TEXT NOT NULL CHECK (json_valid(answer)),
  CHECK (guild <> '' OR (question = '' AND since = '' AND source = ''))
) STRICT;
CREATE INDEX answers_by_message ON answers (channel, message) WHERE message <> '';
CREATE INDEX answers_by_user ON answers (user);
CREATE INDEX answers_by_guild ON answers (guild);
CREATE INDEX answers_by_expiry ON answers (expires);
CREATE INDEX answers_to_mark ON answers (id) WHERE flag <> '' AND marked = 0;

-- Outside servers, an answer's JSON holds no text but its ids and its mode.
CREATE TRIGGER answers_added BEFORE INSERT ON answers
WHEN new.guild = '' AND EXISTS (
  SELECT 1 FROM json_tree(new.answer) WHERE type = 'text' AND value <> '' AND coalesce(key, '') NOT IN ('id', 'passage_id', 'mode')
) BEGIN
  SELECT RAISE(ABORT, 'an answer outside servers is kept without text');
END;
CREATE TRIGGER answers_changed BEFORE UPDATE OF guild, answer ON answers
WHEN new.guild = '' AND EXISTS (
  SELECT 1 FROM json_tree(new.answer) WHERE type = 'text' AND value <> '' AND coalesce(key, '') NOT IN ('id', 'passage_id', 'mode')
) BEGIN
  SELECT RAISE(ABORT, 'an answer outside servers is kept without text');
END;

CREATE TABLE cited (
  answer  TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
  n       INTEGER NOT NULL,
  article TEXT NOT NULL CHECK (article <> ''),
  own     INTEGER NOT NULL CHECK (own IN (0, 1)), -- of the server's own store
  PRIMARY KEY (answer, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX cited_by_article ON cited (article, own);

CREATE TABLE votes (
  answer  TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
  user    TEXT NOT NULL CHECK (user <> ''), -- a hash
  up      INTEGER NOT NULL CHECK (up IN (0, 1)),
  reason  TEXT NOT NULL CHECK (reason IN ('', 'wrong', 'missing', 'source')),
  cast_at INTEGER NOT NULL,
  PRIMARY KEY (answer, user)
) STRICT, WITHOUT ROWID;
CREATE INDEX votes_by_user ON votes (user);

CREATE TABLE gaps (
  guild TEXT NOT NULL CHECK (guild <> ''),
  topic TEXT NOT NULL CHECK (topic <> ''),
  times INTEGER NOT NULL CHECK (times > 0),
  last  INTEGER NOT NULL,
  PRIMARY KEY (guild, topic)
) STRICT, WITHOUT ROWID;

CREATE TABLE tallies (
  guild    TEXT NOT NULL,
  day      TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  asked    INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  refused  INTEGER NOT NULL,
  failed   INTEGER NOT NULL,
  up       INTEGER NOT NULL,
  down     INTEGER NOT NULL,
  latency  INTEGER NOT NULL, -- the sum, in nanoseconds
  slowest  INTEGER NOT NULL, -- in nanoseconds
  PRIMARY KEY (guild, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE feeds (
  guild      TEXT NOT NULL,
  url        TEXT NOT NULL CHECK (url <> ''),
  added_by   TEXT NOT NULL, -- a hash
  added_name TEXT NOT NULL,
  added      INTEGER NOT NULL,
  next       INTEGER NOT NULL,
  every      INTEGER NOT NULL CHECK (every > 0), -- in nanoseconds
  failures   INTEGER NOT NULL CHECK (failures >= 0),
  last_error TEXT NOT NULL,
  PRIMARY KEY (guild, url)
) STRICT, WITHOUT ROWID;
CREATE INDEX feeds_by_next ON feeds (next);

CREATE TABLE server_settings (
  guild          TEXT NOT NULL PRIMARY KEY CHECK (guild <> ''),
  channels       TEXT NOT NULL CHECK (json_valid(channels)), -- a list of ids
  mode           TEXT NOT NULL CHECK (mode IN ('mention', 'forum', 'off')),
  user_per_day   INTEGER NOT NULL CHECK (user_per_day >= 0),
  server_per_day INTEGER NOT NULL CHECK (server_per_day >= 0),
  language       TEXT NOT NULL,
  no_buttons     INTEGER NOT NULL CHECK (no_buttons IN (0, 1)),
  articles       TEXT NOT NULL CHECK (articles IN ('beside', 'instead')),
  staff_channel  TEXT NOT NULL,
  left_at        INTEGER NOT NULL -- when the bot was removed, 0 while it is there
) STRICT, WITHOUT ROWID;

-- Grows with every change of the settings, so that copies in memory can follow.
CREATE TABLE settings_version (
  only    INTEGER PRIMARY KEY CHECK (only = 1),
  version INTEGER NOT NULL
) STRICT;
INSERT INTO settings_version (only, version) VALUES (1, 0);

-- The keys under which user ids are hashed; the last one is in use.
CREATE TABLE hash_keys (
  num   INTEGER PRIMARY KEY AUTOINCREMENT,
  bytes BLOB NOT NULL CHECK (length(bytes) = 32),
  made  INTEGER NOT NULL
) STRICT;
