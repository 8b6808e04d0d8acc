-- The vectors of passages, one for each model that made one. They go with their
-- passage. Numbers only grow, so that readers can ask for what is new.

CREATE TABLE vectors (
  num       INTEGER PRIMARY KEY AUTOINCREMENT,
  passage   INTEGER NOT NULL REFERENCES passages (id) ON DELETE CASCADE,
  model     TEXT NOT NULL CHECK (model <> ''),
  dimension INTEGER NOT NULL CHECK (dimension BETWEEN 1 AND 16384),
  seal      INTEGER NOT NULL, -- checksum of the passage's number, the model and the vector
  vector    BLOB NOT NULL CHECK (length(vector) = 4 * dimension), -- float32, the least byte first
  UNIQUE (passage, model)
) STRICT;
CREATE INDEX vectors_by_model ON vectors (model);
