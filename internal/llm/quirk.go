package llm

import (
	"net/http"
	"regexp"
	"strings"
	"sync"
	"time"

	openai "github.com/sashabaranov/go-openai"
)

// quirk is something that a server or its model takes otherwise than OpenAI's
// protocol has it, or a model that reasons. Several are added by or.
type quirk uint8

const (
	// noUsage: no counts of tokens in a stream.
	noUsage quirk = 1 << iota
	// noSchema: no JSON schema for the reply.
	noSchema
	// noTemperature: the model has a temperature of its own.
	noTemperature
	// newField: the limit is called max_completion_tokens; oldField: max_tokens.
	newField
	oldField
	// noStream: the whole reply in one object.
	noStream
	// roomy: hidden thoughts count as tokens, so that the limit needs more room.
	roomy
)

func (q quirk) has(one quirk) bool { return q&one != 0 }

// quirkNames are how quirks are logged.
var quirkNames = map[quirk]string{
	noUsage: "no usage in streams", noSchema: "no JSON schema", noTemperature: "no temperature", newField: "max_completion_tokens",
	oldField: "max_tokens", noStream: "no streams", roomy: "reasoning tokens",
}

// remembered is how long a quirk is taken for granted. Then the server is asked
// anew, for it may be a newer one.
const remembered = time.Hour

// quirks is what has been learned of a server.
type quirks struct {
	mu sync.Mutex
	// fixed is what the model's name tells, and that it reasons: no newer server
	// changes that.
	fixed quirk
	until map[quirk]time.Time
}

func newQuirks(model string) *quirks {
	return &quirks{fixed: named(model), until: map[quirk]time.Time{}}
}

// reasoners are how the names of models begin that reason. The library refuses
// to send requests to some of them that are made otherwise.
var reasoners = []string{"o1", "o3", "o4", "gpt-5", "gpt-6"}

// named is what a model's name tells, also one with its maker before it.
func named(model string) quirk {
	name := model[strings.LastIndexByte(model, '/')+1:]
	for _, r := range reasoners {
		if strings.HasPrefix(name, r) {
			return newField | noTemperature | roomy
		}
	}
	return 0
}

// known are the quirks that hold now.
func (k *quirks) known() quirk {
	k.mu.Lock()
	defer k.mu.Unlock()
	all := k.fixed
	for q, until := range k.until {
		if time.Now().Before(until) {
			all |= q
		}
	}
	return all
}

// learn remembers quirks, and returns the names of those that are new.
func (k *quirks) learn(found quirk) []string {
	k.mu.Lock()
	defer k.mu.Unlock()
	var names []string
	for q, name := range quirkNames {
		if !found.has(q) || k.fixed.has(q) || time.Now().Before(k.until[q]) {
			continue
		}
		k.until[q] = time.Now().Add(remembered)
		k.fixed |= q & roomy
		names = append(names, name)
	}
	return names
}

var (
	// tooLong is said of prompts, and names parameters that are not at fault.
	tooLong = regexp.MustCompile(`(?i)context.?(length|size|window)|maximum context|too (large|long)`)
	// objections are how servers name what they do not take.
	objections = []struct {
		to quirk
		by *regexp.Regexp
	}{
		{noUsage, regexp.MustCompile(`(?i)stream.options|include.usage`)},
		{noSchema, regexp.MustCompile(`(?i)response.format|json.?schema|structured.output|grammar|guided`)},
		{noTemperature, regexp.MustCompile(`(?i)temperature`)},
		{noStream, regexp.MustCompile(`(?i)^stream$|to stream this model|stream(ing)? (is|mode is)? ?(not|un)`)},
	}
	fieldNamed = regexp.MustCompile(`(?i)max.(completion.)?tokens`)
)

// objection is the quirk that a refusal speaks of, given what was sent with the
// quirks in force; 0 if it speaks of none that leads further.
func (r *refusal) objection(sent openai.ChatCompletionRequest, force quirk) quirk {
	if r.status != http.StatusBadRequest && r.status != http.StatusUnprocessableEntity && r.status != http.StatusNotImplemented {
		return 0
	}
	// The parameter that is named says more than the text around it.
	for _, said := range []string{r.param, r.message} {
		for _, o := range objections {
			fits := !force.has(o.to) && (o.to != noSchema || sent.ResponseFormat != nil)
			if fits && o.by.MatchString(said) {
				return o.to
			}
		}
		if fieldNamed.MatchString(said) && !tooLong.MatchString(r.message) {
			return otherField(sent.Model, force)
		}
	}
	return 0
}

// otherField is the other name for the limit, or 0 where there is none left. A
// model that wants the new name is one that reasons.
func otherField(model string, force quirk) quirk {
	switch {
	case force.has(oldField):
		return 0
	case !force.has(newField):
		return newField | noTemperature | roomy
	}
	old := openai.ChatCompletionRequest{Model: model, MaxTokens: 1} //nolint:staticcheck // many servers know this field only
	if openai.NewReasoningValidator().Validate(old) != nil {
		return 0 // the library would not send it
	}
	return oldField
}
