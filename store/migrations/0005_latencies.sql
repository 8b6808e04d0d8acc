-- How long answers took: how many came within each step of time, beside the tally
-- of their server and day, and gone with it. The first step is a millisecond, each
-- further one is longer by the square root of two, and the last one has no end.

CREATE TABLE latencies (
  guild TEXT NOT NULL,
  day   TEXT NOT NULL,
  step  INTEGER NOT NULL CHECK (step BETWEEN 0 AND 32),
  times INTEGER NOT NULL CHECK (times > 0),
  PRIMARY KEY (guild, day, step),
  FOREIGN KEY (guild, day) REFERENCES tallies (guild, day) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
