package arch

const (
	discordgo = "github.com/bwmarrin/discordgo"
	goOpenAI  = "github.com/sashabaranov/go-openai"
	goSQLite3 = "github.com/mattn/go-sqlite3"
)

// floors are the packages from the ground up. A package imports packages of
// lower floors and those below its own path; a name stands for itself and for
// every package below it that has no floor of its own.
var floors = [][]string{
	{"internal/text", "internal/value", "internal/safehttp", "internal/usererr", "internal/config", "internal/buildinfo", "internal/arch", "internal/golden", "internal/fakeserver", "internal/fakediscord", "internal/fakellm", "corpus"},
	{"store"},
	{"retrieval"},
	{"answer/lexicon", "answer/clause", "answer/wording"},
	{"answer/conversation", "answer/timeline", "answer/question", "answer/verify"},
	{"answer/evidence"},
	{"answer/candidate"},
	{"answer/short"},
	{"answer/yesno"},
	{"answer/disagreement"},
	{"answer/draft"},
	{"answer/gate"},
	{"answer", "ingest"},
	{"bot", "internal/eval", "internal/llm"},
	{"cmd"},
}

// beside are the imports that may stay on one floor, each with its reason.
var beside = map[edge]string{
	{"internal/value", "internal/text"}:             "values are read from words",
	{"internal/eval", "internal/llm"}:               "an evaluation measures the adapter too",
	{"internal/fakediscord", "internal/fakeserver"}: "both fakes listen, and are held to a description, in one way",
	{"internal/fakellm", "internal/fakeserver"}:     "both fakes listen, and are held to a description, in one way",
}

// planned are the names that nothing in the tree bears yet. A rule may speak of
// them; every other name in a rule must exist, so that a renamed package cannot
// slip out of its rule.
var planned []string

// rule forbids the packages in who, and those below them, to import what never
// names, directly and outside tests. An empty who means every package but those
// in except.
type rule struct {
	who    []string
	except []string
	never  []string
	why    string
}

// composing are the packages that choose what an answer says.
var composing = []string{
	"answer/question", "answer/evidence", "answer/candidate", "answer/short", "answer/yesno", "answer/disagreement", "answer/draft", "answer/gate",
}

var rules = []rule{
	{
		who:   []string{"store"},
		never: []string{"retrieval", "answer", "ingest", "bot", "internal/eval", "internal/llm", "cmd"},
		why:   "the store is the bottom floor: it keeps rows and knows nobody who reads them",
	},
	{
		who:   []string{"retrieval"},
		never: []string{"database/sql", goSQLite3, "net/http", discordgo, goOpenAI, "answer", "ingest", "bot"},
		why:   "ranking is pure over a small Index interface",
	},
	{
		who:   []string{"answer"},
		never: []string{discordgo, "database/sql", goOpenAI, "net/http", "ingest", "bot", "internal/llm"},
		why:   "answers are made with no language model and no Discord",
	},
	{
		who:   []string{"answer/conversation"},
		never: []string{"answer/verify", "answer/prompt", "store"},
		why:   "what is typed is read before anything is searched or answered",
	},
	{
		who:   []string{"answer/clause", "answer/timeline"},
		never: []string{"answer/conversation", "answer/prompt", "answer/verify", "answer/wording"},
		why:   "they are given what they read",
	},
	{
		who:   []string{"answer/wording"},
		never: []string{"store", "retrieval", "answer/conversation", "answer/lexicon", "answer/prompt", "answer/verify"},
		why:   "it sees one quotation and one text",
	},
	{
		who:   []string{"answer/lexicon", "answer/verify"},
		never: append([]string{"answer/prompt", "store"}, composing...),
		why:   "what verifies an answer asks nobody who composed it",
	},
	{
		who:   []string{"answer/lexicon"},
		never: []string{"retrieval", "answer/verify", "answer/conversation"},
		why:   "lists of words know nobody who reads them",
	},
	{
		who:   []string{"ingest"},
		never: []string{discordgo, goOpenAI, "retrieval", "answer", "bot"},
		why:   "the write path stands alone",
	},
	{
		who:   []string{"bot"},
		never: []string{"database/sql", goOpenAI, "ingest/parse", "internal/config", "internal/llm"},
		why:   "the Discord edge speaks answers, not rows",
	},
	{
		who:    []string{"bot"},
		except: []string{"bot/rest", "bot/endpoint", "bot/monitor", "bot/gateway"},
		never:  []string{"net/http"},
		why:    "there is one way out to Discord, and two ways in",
	},
	{
		who:    []string{"bot"},
		except: []string{"bot/gateway"},
		never:  []string{discordgo},
		why:    "discordgo is for the gateway alone",
	},
	{
		who:   []string{"internal/llm"},
		never: []string{"store", "ingest", "bot"},
		why:   "the adapter to a language model stands at the edge and sees only what it is given",
	},
	{
		except: []string{"cmd", "internal/eval"},
		never:  []string{"internal/llm"},
		why:    "only the program and the evaluation choose a language model",
	},
	{
		except: []string{"internal/llm"},
		never:  []string{goOpenAI},
		why:    "there is one adapter to language models",
	},
	{
		except: []string{"bot", "internal/fakediscord"},
		never:  []string{discordgo},
		why:    "there is one edge to Discord",
	},
	{
		except: []string{"store"},
		never:  []string{goSQLite3, "database/sql"},
		why:    "there is one driver, and SQL is in one package",
	},
	{
		except: []string{"cmd"},
		never:  []string{"internal/config"},
		why:    "packages take their own Options; the program alone knows the settings",
	},
	{
		never: []string{"internal/fakediscord", "internal/fakellm", "internal/golden", "store/storetest"},
		why:   "a fake Discord, a fake language model, golden files and stores that fail a test are for tests",
	},
	{
		except: []string{"internal/fakediscord", "internal/fakellm"},
		never:  []string{"internal/fakeserver"},
		why:    "what the fakes share is for them alone",
	},
}
