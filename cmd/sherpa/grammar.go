package main

const description = `Sherpa answers questions about news articles. Every sentence of an answer has its
sources, and is held against them before it is shown; where the articles do not
answer, Sherpa says so. It needs no network and no language model: answers are
quotations then.`

// grammar is the command line.
type grammar struct {
	Config  string `placeholder:"FILE" help:"Read the settings from FILE."`
	Store   string `name:"db" placeholder:"FILE" help:"Use FILE as the store of articles."`
	Offline bool   `help:"Ask no language model, whatever the settings say."`

	Ask      askCmd      `cmd:"" help:"Answer a question."`
	Chat     chatCmd     `cmd:"" help:"Ask, and ask further, in the terminal."`
	Ingest   ingestCmd   `cmd:"" help:"Add articles: files, folders, pages, feeds."`
	Sources  sourcesCmd  `cmd:"" help:"List the articles, show or remove one."`
	Search   searchCmd   `cmd:"" help:"Show the passages nearest to a question."`
	Compare  compareCmd  `cmd:"" help:"Set what each article says of a topic side by side."`
	Timeline timelineCmd `cmd:"" help:"List the events that the articles date."`
	Quote    quoteCmd    `cmd:"" help:"Find where words stand, or the closest wording."`
	Check    checkCmd    `cmd:"" help:"Hold the claims of a text against the articles."`
	Serve    serveCmd    `cmd:"" help:"Be a Discord bot."`
	Eval     evalCmd     `cmd:"" help:"Measure quality against question files."`
	Doctor   doctorCmd   `cmd:"" help:"Say what is configured, what works, and what to do."`
	DB       dbCmd       `cmd:"" name:"db" help:"Check, back up, restore or count the store."`
	Version  versionCmd  `cmd:"" help:"Say which build this is."`
}
