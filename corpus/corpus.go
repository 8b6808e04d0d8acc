// Package corpus is the embedded default corpus: five briefs on the summit in
// Alaska, each written from one news article, so that a fresh installation can
// answer questions before anything was ingested.
//
// The briefs are our own words and are under the program's licence (MIT). They
// keep the facts of the article that they are based on, and a few attributed
// words of speakers, but none of its sentences; where the articles disagree,
// each brief says what its own article says. Front matter names the article.
//
// The package holds data. It must not parse the briefs or know who stores them.
package corpus

import "embed"

// FS holds the briefs as Markdown with front matter, named "<article id>.md".
//
//go:embed *.md
var FS embed.FS

// Release names the state of the briefs: year and month of the events they
// report, and a count. It changes whenever a brief changes, so that a store
// with the briefs of an older release can replace them.
const Release = "2025-08.1"

// Publisher is what the briefs name as their publisher, so that they can be told
// from articles of outlets.
const Publisher = "Sherpa brief"
