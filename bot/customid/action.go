package customid

// Action is what a button, a menu or a form does.
type Action string

// The actions on an answer; Answer names it.
const (
	// Sources, Evidence and More show a page of the sources, of the passages
	// behind an answer, or of the answer itself.
	Sources  Action = "sources"
	Evidence Action = "evidence"
	More     Action = "more"
	// Follow opens the form for a follow-up, which sends Followed.
	Follow   Action = "follow"
	Followed Action = "followed"
	// Closest asks about the nearby article that Item names.
	Closest Action = "closest"
	// Up and Down vote; Reason is the menu that asks why not, whose values are
	// the reasons.
	Up     Action = "up"
	Down   Action = "down"
	Reason Action = "reason"
	// Share shows a private answer to everybody.
	Share Action = "share"
	// Editor hands the question to the staff channel.
	Editor Action = "editor"
	// NewTopic forgets the conversation so far.
	NewTopic Action = "new_topic"
	// Recheck asks again, after a source changed.
	Recheck Action = "recheck"
)

// The actions that turn the pages of a list; Answer names its record where the
// list belongs to a question.
const (
	SearchPage   Action = "search_page"
	ComparePage  Action = "compare_page"
	TimelinePage Action = "timeline_page"
	CheckPage    Action = "check_page"
	QuotePage    Action = "quote_page"
	ArticlesPage Action = "articles_page"
	ArticlePage  Action = "article_page"
	GapsPage     Action = "gaps_page"
	CorpusPage   Action = "corpus_page"
	PrivacyPage  Action = "privacy_page"
)

// The actions that confirm, or do not.
const (
	// RemoveArticle takes the article or feed that Item names out of a server's
	// own articles.
	RemoveArticle Action = "remove_article"
	// DeleteData deletes what is kept about whoever presses.
	DeleteData Action = "delete_data"
	// ClearChannels answers in every channel again.
	ClearChannels Action = "clear_channels"
	Cancel        Action = "cancel"
)

// known are the actions of this version.
var known = map[Action]bool{
	Sources: true, Evidence: true, More: true, Follow: true, Followed: true, Closest: true,
	Up: true, Down: true, Reason: true, Share: true, Editor: true, NewTopic: true, Recheck: true,
	SearchPage: true, ComparePage: true, TimelinePage: true, CheckPage: true, QuotePage: true,
	ArticlesPage: true, ArticlePage: true, GapsPage: true, CorpusPage: true, PrivacyPage: true,
	RemoveArticle: true, DeleteData: true, ClearChannels: true, Cancel: true,
}
