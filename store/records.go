package store

import "time"

// Article is one stored article. Text is what citations point into: offsets are
// byte offsets into it, and it never changes without a new Hash.
type Article struct {
	// ID identifies the article: what its input gave, else its canonical URL,
	// else its file name.
	ID string
	// Title, Publisher, Author, URL and Lang are empty where they are unknown.
	Title, Publisher, Author, URL, Lang string
	// Published and Updated are RFC 3339 or YYYY-MM-DD (or YYYY-MM), or empty.
	Published, Updated string
	// Note is a remark of an editor that readers should see.
	Note string
	// BasedOn names the article that a brief was written from; empty for an
	// article that speaks for itself.
	BasedOn string
	Text    string
	// Hash is the hex SHA-256 of everything that the input said; an article
	// with an equal hash is unchanged.
	Hash string
	// Simhash is the 64-bit similarity hash of the text (Charikar 2002).
	Simhash uint64
	// DuplicateOf is the id of an earlier article that says nearly the same.
	DuplicateOf string
	// Embedded marks an article of the corpus that the program carries.
	Embedded bool
	Added    time.Time
}

// Passage is the unit of retrieval: whole sentences of one article, in order.
type Passage struct {
	// RowID orders passages in the store; it changes when an article is updated.
	RowID int64
	// ID is "<article id>#<ordinal>", ordinals counting from 0.
	ID        string
	ArticleID string
	Ordinal   int
	// Start and End are byte offsets into the article's Text.
	Start, End int
	// Lead marks the passages that hold the article's first paragraph.
	Lead bool
	// Heading is the section heading above the passage, if any.
	Heading string
	// Text is the article's bytes from Start to End.
	Text string
}

// ArticleInfo is an article as a list shows it.
type ArticleInfo struct {
	Article  // Text is empty
	Passages int
}

// Match is what to look for, as a tree that this package alone translates into
// FTS5's query language. Nothing of a user's text reaches FTS5 unquoted.
type Match struct {
	// Op says how Of is joined; the zero value is a single Term.
	Op Op
	Of []Match
	// Term is a word (or, for OpPhrase, several words) in plain text.
	Term string
}

// Op is how the parts of a Match are joined.
type Op int

// The operators of a Match.
const (
	OpTerm   Op = iota // the word Term, stemmed by the index
	OpPhrase           // the words of Term, side by side
	OpAny              // at least one of Of
	OpAll              // every one of Of
	OpPrefix           // words that begin with Term
)

// Filter limits a search; the zero value allows everything.
type Filter struct {
	// Since and Until bound the publication date, inclusive, as YYYY-MM-DD.
	// Articles without a date pass only an empty bound.
	Since, Until string
	// Sources are article ids, beginnings of article ids, or publishers (case
	// ignored), any of which will do.
	Sources []string
	// Articles are whole article ids; none allows all articles.
	Articles []string
}

// Weights are bm25() weights of the index's columns.
type Weights struct {
	Title, Lead, Body float64
}

// Search asks for the best passages by BM25.
type Search struct {
	Match   Match
	Filter  Filter
	Weights Weights
	// Limit is the number of hits at the most.
	Limit int
	// Brief says that the store is so small that a search is not worth ending when its
	// context ends in the middle of it.
	Brief bool
}

// Ranked is a passage that matched, by its row id, which no other passage of the
// store ever has, and whose text never changes.
type Ranked struct {
	RowID int64
	// BM25 is the score of FTS5's bm25() with the sign turned: higher is better.
	BM25 float64
}

// Hit is a passage that matched, with its article (without text).
type Hit struct {
	Passage Passage
	Article Article
	// BM25 is the score of FTS5's bm25() with the sign turned: higher is better.
	BM25 float64
}

// WordCount says how often a word occurs in the store.
type WordCount struct {
	// Norm is the folded word (text.Fold).
	Norm string
	// Passages is the number of passages that hold it.
	Passages int
	// Capitals is the number of passages in which it is written with a capital
	// although it does not begin a sentence: a sign of a name.
	Capitals int
}

// Stats counts what the store holds.
type Stats struct {
	Path     string `json:"path"`
	Articles int    `json:"articles"`
	Passages int    `json:"passages"`
	Words    int    `json:"words"`
	Bytes    int64  `json:"bytes"`
	Schema   int    `json:"schema"`
	// Version grows with every change of the corpus.
	Version int64 `json:"version"`
	// Oldest and Newest are the first and last publication dates.
	Oldest string `json:"oldest"`
	Newest string `json:"newest"`
}
