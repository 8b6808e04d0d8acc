// Package config reads Sherpa's settings: defaults, then a YAML file, then the
// environment, each overruling the one before.
//
// It decodes strictly - an unknown key, an alias or a value of the wrong kind is
// an error that names the file, the line and the key - and keeps secrets out of
// everything it prints. It must not open stores, make requests or know what a
// setting is used for. Only the command line program imports it; every other
// package takes options of its own.
package config

// FileName is the name of the settings file in the folders that are searched.
const FileName = "sherpa.yaml"

// MaxFileBytes is the largest settings file that is read.
const MaxFileBytes = 64 << 10

// Config holds every setting.
type Config struct {
	Store     Store
	Discord   Discord
	LLM       LLM
	Embedding Embedding
	HTTP      HTTP
	Fetch     Fetch
	Servers   Servers
	Operator  Operator
}

// Store says where the articles are kept.
type Store struct {
	// Path is the SQLite file; empty means sherpa/sherpa.db in the user's data
	// folder.
	Path string
}

// Discord says how the bot reaches Discord.
type Discord struct {
	Token Secret
	// APIURL is Discord's REST address up to and including the version.
	APIURL string
	// PublicKey is the application's key, 64 hex digits, which signs
	// interactions that arrive over HTTP.
	PublicKey string
	// Shards says which gateway connections this process holds: "auto" for as
	// many as Discord recommends, a number for that many, or "0-3/8" for the
	// first four of eight.
	Shards string
	// Gateway is false where interactions come over HTTP alone.
	Gateway bool
}

// LLM names a language model behind an OpenAI-compatible address. No model is
// used while Model is empty.
type LLM struct {
	BaseURL string
	Model   string
	APIKey  Secret
	// AllowHTTP allows plain http to other machines than this one.
	AllowHTTP bool
	// MaxTokens is the longest reply.
	MaxTokens int
	// Timeout is the longest that a reply may take, in seconds.
	Timeout int
	// InputPrice and OutputPrice are US dollars for a million tokens, as
	// decimals; both are empty where no prices are known.
	InputPrice, OutputPrice string
	// DailyTokens, DailyTokensServer and DailyTokensUser are how many tokens may
	// be spent in a day by all, by one server and by one user; 0 means no cap.
	DailyTokens, DailyTokensServer, DailyTokensUser int
	// DailyUSD is how many US dollars may be spent in a day by all, as a decimal;
	// empty, or 0, means no cap.
	DailyUSD string
}

// Embedding names a model that makes vectors of texts, behind an address of the
// same kind. No vectors are made while Model is empty.
type Embedding struct {
	Model string
	// BaseURL is empty where the address is the language model's.
	BaseURL string
	// APIKey is empty where there is no key, or the key is the language model's.
	APIKey Secret
	// QuestionPrefix and PassagePrefix stand before texts, for models that were
	// trained so ("query: ", "passage: ").
	QuestionPrefix, PassagePrefix string
}

// HTTP is the server for health, metrics and interactions.
type HTTP struct {
	// Address is host:port; empty means no server.
	Address string
}

// Fetch limits what the fetcher of pages and feeds may reach.
type Fetch struct {
	// AllowHosts are hosts ("host" or "host:port") that may be reached although
	// they are private.
	AllowHosts []string
	// AllowHTTP allows http beside https.
	AllowHTTP bool
}

// Servers limits the articles that each Discord server may add for itself.
type Servers struct {
	MaxArticles  int
	MaxMegabytes int
}

// Operator is who runs this Sherpa.
type Operator struct {
	// Contact is an address or a page, told to the sites that are fetched and to
	// whoever asks the bot for help.
	Contact string
}

// Default returns the settings that hold where nothing else is said.
func Default() Config {
	return Config{
		Discord: Discord{APIURL: "https://discord.com/api/v10", Shards: "auto", Gateway: true},
		Servers: Servers{MaxArticles: 500, MaxMegabytes: 20},
		LLM: LLM{
			BaseURL: "https://api.openai.com/v1", MaxTokens: 700, Timeout: 45,
			DailyTokens: 2_000_000, DailyTokensServer: 200_000, DailyTokensUser: 50_000,
		},
	}
}
