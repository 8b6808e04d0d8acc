// Package store keeps articles and their passages in one SQLite file and finds
// passages by full-text search (FTS5). Beside them it keeps the records of
// operation: what the bot must remember to answer each question once, to let its
// buttons work after a restart, and to do what admins chose.
//
// It is the only package that knows SQL. No exported method hands out a
// transaction, a connection or a piece of SQL, so that another engine could
// stand behind the same methods. It does not read inputs, rank beyond BM25 or
// word answers, and it imports nothing of this module but internal/text.
//
// Errors wrap one of the package's sentinels where a caller can act on them.
// DESIGN.md in this folder gives the reasons for what is here.
package store
