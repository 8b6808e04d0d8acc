// Package ingest is the write path: it reads files, folders, pages and feeds,
// makes articles and passages of them, and puts them into a store.
//
// One bad input is reported and skipped; it never stops the others and is never
// half-stored. The package knows nothing of questions, rankings or Discord, and
// it opens no connection itself: a Fetcher does, which its caller brings.
package ingest
