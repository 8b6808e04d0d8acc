package prompt

import (
	"strings"
	"unicode/utf8"

	"sherpa/internal/text"
)

// The bounds of what is read of a reply. Models write more than they are asked
// for, and what is right of it need not be lost.
const (
	maxReply      = 64 << 10 // bytes
	maxStatements = 32
	maxCitations  = 16
	// maxSaid is how long a sentence may be, in code points.
	maxSaid = 600
)

// Read reads a reply to either form of the prompt. It fails with ErrUnreadable
// only: where a reply says nothing, breaks off or is not what was asked for.
func (a *Answering) Read(reply string) (Reply, error) {
	s := spoken(readable(reply))
	r := reading{key: &a.key, instructions: a.written.instructions, seen: map[string]bool{}}
	o, found := answeredIn(s)
	switch {
	case found && (len(o.Statements) == 0 || o.Answerable != nil && !*o.Answerable):
		return Reply{Declined: true}, nil
	case found:
		r.statements(o.Statements)
	case objectLike.MatchString(s):
		return Reply{}, ErrUnreadable
	default:
		r.block(s, citations{})
	}
	return r.reply()
}

// reading collects what a reply says.
type reading struct {
	key          *key
	instructions map[string]bool
	said         []Said
	// seen are the texts of said: models at a loss repeat themselves.
	seen    map[string]bool
	dropped int
}

// statements reads an answer in JSON. The citations of a statement hold for those
// of its sentences that have none of their own.
func (r *reading) statements(all []statement) {
	for _, s := range all {
		r.block(readable(s.Text), r.key.listed(string(s.Citations)))
	}
}

// block reads lines of text.
func (r *reading) block(s string, whole citations) {
	for _, line := range lines(s) {
		m := r.key.unmark(line)
		said := m.sentences()
		if len(said) == 0 {
			r.citeLast(m)
		}
		for _, one := range said {
			r.take(one, whole)
		}
	}
}

// citeLast gives citations that stand on a line of their own to what was said
// before them.
func (r *reading) citeLast(m marked) {
	if len(r.said) == 0 {
		return
	}
	last := &r.said[len(r.said)-1]
	c := citations{refs: last.Cited, foreign: last.Foreign}
	for _, more := range m.at {
		c.add(more.citations)
	}
	last.Cited, last.Foreign = c.refs, c.foreign
}

// take adds a sentence, unless it is none or may not be shown.
func (r *reading) take(s Said, whole citations) {
	s.Text = strings.TrimLeft(text.Squeeze(s.Text), ",;:│| ")
	if strings.IndexFunc(s.Text, text.IsLetterOrDigit) < 0 || len(r.said) == maxStatements || r.seen[s.Text] {
		return
	}
	if isActive(s.Text) || utf8.RuneCountInString(s.Text) > maxSaid || r.key.leaks(s.Text, r.instructions) {
		r.dropped++
		return
	}
	if len(s.Cited) == 0 {
		c := citations{foreign: s.Foreign}
		c.add(whole)
		s.Cited, s.Foreign = c.refs, c.foreign
	}
	r.seen[s.Text] = true
	r.said = append(r.said, s)
}

// reply is what was read in the end.
func (r *reading) reply() (Reply, error) {
	switch {
	case declined(r.said):
		return Reply{Declined: true, Dropped: r.dropped}, nil
	case len(r.said) == 0 && r.dropped == 0:
		return Reply{}, ErrUnreadable
	}
	return Reply{Statements: r.said, Dropped: r.dropped}, nil
}
