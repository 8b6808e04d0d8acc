package fakellm

import (
	"encoding/json"
	"regexp"
	"strings"
)

// material is what a model makes out in the text of a prompt.
type material struct {
	// question is what is asked, about are lines on the articles that cannot be
	// cited, and before is the conversation so far.
	question      string
	about, before []string
	sentences     []sentence
	// fence is the delimiter, mark what begins the lines that cannot be cited.
	fence, mark string
	// system is what the system messages say.
	system string
	// rephrase says that the question is to be put into other words, not answered.
	rephrase bool
	// language is the language that the reply is to be in; translated says that
	// the articles are in another one.
	language   string
	translated bool
}

// sentence is a sentence that can be cited.
type sentence struct {
	token, text string
	// passage counts the passages from 0.
	passage int
}

// The words of a prompt by which a model knows what is what.
const (
	sign             = "│"
	passageLabel     = "A passage"
	beforeLabel      = "The conversation"
	questionLabel    = "The question"
	translatedPhrase = "neither translated"
)

var (
	fenceLine = regexp.MustCompile(`(?m)^BEGIN (\S+)$`)
	inWhat    = regexp.MustCompile(`(?m)^(?:Answer the|Write this) question in ([^,]+?)(?: from|,)`)
)

// read makes out what a prompt holds. Of a prompt in another form it takes the
// last message for the question.
func read(p Prompt) (m material) {
	user := ""
	for _, message := range p.Messages {
		if message.Role == "system" || message.Role == "developer" {
			m.system += message.Text + "\n"
		} else {
			user = message.Text
		}
	}
	fence := fenceLine.FindStringSubmatch(user)
	if fence == nil {
		m.question = user
		return m
	}
	m.fence, m.translated = fence[1], strings.Contains(m.system, translatedPhrase)
	if in := inWhat.FindStringSubmatch(user[strings.LastIndex(user, "\n")+1:]); in != nil {
		m.language = in[1]
	}
	m.rephrase = strings.Contains(user, "\nWrite this question")
	m.readBlocks(user)
	return m
}

// block is what stands between two delimiters, and what the line before calls it.
type block struct {
	label string
	lines []string
}

func (m *material) readBlocks(user string) {
	blocks := blocksOf(user, m.fence)
	for _, b := range blocks {
		if strings.HasPrefix(b.label, questionLabel) && len(b.lines) > 0 {
			m.mark, m.question, _ = strings.Cut(b.lines[0], sign+" ")
		}
	}
	passage := 0
	for _, b := range blocks {
		switch {
		case strings.HasPrefix(b.label, passageLabel):
			m.readPassage(b.lines, passage)
			passage++
		case strings.HasPrefix(b.label, beforeLabel):
			for _, line := range b.lines {
				_, text, _ := strings.Cut(line, sign+" ")
				m.before = append(m.before, text)
			}
		}
	}
}

func (m *material) readPassage(lines []string, passage int) {
	for _, line := range lines {
		token, text, _ := strings.Cut(line, sign+" ")
		if token == m.mark {
			m.about = append(m.about, text)
			continue
		}
		m.sentences = append(m.sentences, sentence{token, text, passage})
	}
}

func blocksOf(user, fence string) (blocks []block) {
	label, inside := "", false
	for line := range strings.SplitSeq(user, "\n") {
		switch {
		case line == "BEGIN "+fence:
			blocks, inside = append(blocks, block{label: label}), true
		case line == "END "+fence:
			inside = false
		case inside:
			last := &blocks[len(blocks)-1]
			last.lines = append(last.lines, line)
		default:
			label = line
		}
	}
	return blocks
}

// statement is a sentence of a reply.
type statement struct {
	Text      string   `json:"text"`
	Citations []string `json:"citations"`
}

// plain is the statement with its citations as markers.
func (s statement) plain() string {
	var b strings.Builder
	b.WriteString(s.Text)
	for _, c := range s.Citations {
		b.WriteString(" [" + c + "]")
	}
	return b.String()
}

// answer is a reply as the schema of answers has it.
type answer struct {
	Answerable bool        `json:"answerable"`
	Statements []statement `json:"statements"`
}

// declined is what a model that is asked for plain text writes where it has no
// answer.
const declined = "NOT ANSWERED"

// write is the reply in the form that was asked for.
func (a answer) write(schema json.RawMessage) string {
	if schema != nil {
		if a.Statements == nil {
			a.Statements = []statement{}
		}
		return encode(a)
	}
	if !a.Answerable {
		return declined
	}
	lines := make([]string, len(a.Statements))
	for i, s := range a.Statements {
		lines[i] = s.plain()
	}
	return strings.Join(lines, "\n")
}

// rephrased is a reply as the schema of questions has it.
type rephrased struct {
	Question string `json:"question"`
	Language string `json:"language"`
}

func (r rephrased) write(schema json.RawMessage) string {
	if schema != nil {
		return encode(r)
	}
	return r.Language + ": " + r.Question
}
