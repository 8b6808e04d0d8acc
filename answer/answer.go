package answer

import (
	"time"

	"sherpa/answer/verify"
)

// Mode says how an answer was made.
type Mode string

// The modes of an answer.
const (
	ModeExtractive Mode = "extractive"
	ModeLLM        Mode = "llm"
	ModeAbstained  Mode = "abstained"
)

// Question is what somebody asks.
type Question struct {
	Text string
	// Since (YYYY-MM-DD) and Source limit the articles that are searched.
	Since, Source string
	// Asked is when it was asked; the zero value means now.
	Asked time.Time
	// History is the conversation before this question, oldest first.
	History []Turn
	// Language is the asker's locale ("ru", "pt-BR"), in which a language model
	// answers where the question does not show its own. It may be empty.
	Language string
	// Payer is on whose account a language model works.
	Payer Payer
	// Offline has the question answered without any language model.
	Offline bool
	// Progress, if set, is told what goes on. It must not wait.
	Progress func(Progress)
}

// Turn is one question of a conversation with its answer.
type Turn struct {
	// Question is the question as it was understood.
	Question string
	Answer   Answer
	// Told says that Question is none, but what was said before one.
	Told bool
}

// Answer is a cited answer or a refusal. Its JSON is the program's contract.
type Answer struct {
	ID           string `json:"id,omitempty"`
	Question     string `json:"question"`
	UnderstoodAs string `json:"understood_as"`
	Answered     bool   `json:"answered"`
	Mode         Mode   `json:"mode"`
	Text         string `json:"answer"`
	ShortAnswer  string `json:"short_answer"`
	// Resolved is the date of a short answer that leans on when its article was
	// written ("on Friday"), as far as it can be told: YYYY-MM-DD, YYYY-MM or YYYY.
	Resolved string `json:"resolved,omitempty"`
	// Indirect says that no sentence was found that answers outright: the statements are
	// those that come closest.
	Indirect bool `json:"indirect,omitempty"`
	// NoArticlesBy are the publishers that the question names and of which there are no
	// articles: what they report cannot be told.
	NoArticlesBy  []string       `json:"no_articles_by,omitempty"`
	Statements    []Statement    `json:"statements"`
	Citations     []Citation     `json:"citations"`
	Disagreements []Disagreement `json:"disagreements"`
	Coverage      Coverage       `json:"coverage"`
	Checked       Checked        `json:"checked"`
	Confidence    float64        `json:"confidence"`
	Closest       []Closest      `json:"closest"`
	LLM           *LLMUse        `json:"llm"`
	Timing        Timing         `json:"timing_ms"`
	// Parts are the answers to the questions of a message that asks several, in
	// order; the other fields then say all that they say. Citations have the same
	// numbers in both.
	Parts []Answer `json:"parts,omitempty"`
	// Beyond is how many questions of the message were not answered, because they
	// are more than MaxParts.
	Beyond int `json:"beyond,omitempty"`
	// Degraded says that vectors should have taken part in the search, and did not.
	Degraded bool `json:"-"`
	// Names are the folded words of the question that are names, as the articles write
	// them: what follows may have been typed without capitals.
	Names []string `json:"-"`
}

// Statement is one sentence of an answer with the numbers of its citations.
type Statement struct {
	Text      string `json:"text"`
	Citations []int  `json:"citations"`
	// Quote says that Text is, byte for byte, the quote of its first citation.
	Quote bool `json:"quote"`
}

// Citation ties a statement to bytes of a stored article.
type Citation struct {
	N         int     `json:"n"`
	Quote     string  `json:"quote"`
	PassageID string  `json:"passage_id"`
	Start     int     `json:"start"`
	End       int     `json:"end"`
	Article   Article `json:"article"`
}

// Article is an article as a citation names it.
type Article struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Published string `json:"published"`
	URL       string `json:"url"`
	// BasedOn is set for a brief: the article that it was written from.
	BasedOn string `json:"based_on,omitempty"`
	Note    string `json:"note,omitempty"`
	// Own is set where several stores were asked and the article lies in the
	// asking community's own one.
	Own bool `json:"own,omitempty"`
}

// Disagreement sets sources that say different things side by side.
type Disagreement struct {
	About string `json:"about"`
	// Kind is "namesake" where the sources speak of different things that bear
	// one name, and empty where they contradict each other.
	Kind   string  `json:"kind,omitempty"`
	Claims []Claim `json:"claims"`
}

// Claim is one side of a disagreement.
type Claim struct {
	Value     string `json:"value"`
	Citations []int  `json:"citations"`
}

// Coverage counts the articles of the store and those that the answer cites.
type Coverage struct {
	Articles  int `json:"articles"`
	Reporting int `json:"reporting"`
}

// Checked counts the statements that were verified before they were shown.
type Checked struct {
	Statements int `json:"statements"`
	Supported  int `json:"supported"`
	Withheld   int `json:"withheld"`
}

// Closest is an article that comes nearest to a question that has no answer.
type Closest struct {
	Article string `json:"article"`
	Title   string `json:"title"`
}

// LLMUse says what a language model did for an answer.
type LLMUse struct {
	Model            string   `json:"model"`
	PromptTokens     int      `json:"prompt_tokens"`
	CompletionTokens int      `json:"completion_tokens"`
	CostUSD          *float64 `json:"cost_usd,omitempty"`
	FallbackReason   string   `json:"fallback_reason,omitempty"`
}

// Timing is how long the parts took, in milliseconds.
type Timing struct {
	Total     float64 `json:"total"`
	Retrieval float64 `json:"retrieval"`
}

// Comparison is what each article says of a topic.
type Comparison struct {
	Topic         string          `json:"topic"`
	Rows          []ComparisonRow `json:"rows"`
	Disagreements []Disagreement  `json:"disagreements"`
	// Citations number the quotes that Disagreements refer to.
	Citations []Citation `json:"citations"`
}

// ComparisonRow is one article's words on a topic.
type ComparisonRow struct {
	Article Article `json:"article"`
	Quote   string  `json:"quote"`
	Start   int     `json:"start"`
	End     int     `json:"end"`
	// Also are the words of other articles that say the same.
	Also []ComparisonRow `json:"also,omitempty"`
	// Differs are the places in Disagreements, from 0, of those that the row takes a
	// side in.
	Differs []int `json:"differs,omitempty"`
}

// Articles is how many articles the row speaks for.
func (r ComparisonRow) Articles() int { return 1 + len(r.Also) }

// Event is a dated event with the sentences that report it.
type Event struct {
	// Date is the day, month or year of the event (not of publication), cut to
	// Precision: "day", "month" or "year".
	Date      string     `json:"date"`
	Precision string     `json:"precision"`
	Event     string     `json:"event"`
	Citations []Citation `json:"citations"`
}

// QuoteReport says where words stand in the articles.
type QuoteReport struct {
	Exact   []QuoteHit   `json:"exact"`
	Closest []QuoteMatch `json:"closest"`
}

// QuoteHit is a place where the words stand exactly.
type QuoteHit struct {
	Article Article `json:"article"`
	Start   int     `json:"start"`
	End     int     `json:"end"`
	// Folded says that the words stand there with other capitals, accents, white
	// space or kinds of quotation marks, apostrophes and dashes.
	Folded bool `json:"folded,omitempty"`
}

// QuoteMatch is the closest wording in an article.
type QuoteMatch struct {
	Article    Article `json:"article"`
	Quote      string  `json:"quote"`
	Start      int     `json:"start"`
	End        int     `json:"end"`
	Similarity float64 `json:"similarity"`
	// Diff is the quote with [-words that are not there-] and {+words that are+}.
	Diff string `json:"diff"`
}

// Verdict is what the articles say of a claim.
type Verdict = verify.Verdict

// The verdicts on a claim.
const (
	Supported    = verify.Supported
	Contradicted = verify.Contradicted
	NotCovered   = verify.NotCovered
)

// ClaimCheck is a claim with the verdict on it.
type ClaimCheck struct {
	Claim     string     `json:"claim"`
	Verdict   Verdict    `json:"verdict"`
	Citations []Citation `json:"citations"`
}
