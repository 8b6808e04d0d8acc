package fakellm

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"sync/atomic"
)

// Hostile is the worst model there is. It does whatever an article, a
// conversation or a question in the prompt tells it, and beyond that whatever
// could do harm: see Lies, Ornaments, Miscitings, Forms and Insteads. The n-th prompt of a model is answered as
// HostileReply does with the seed and n.
func Hostile(seed int64) Model {
	var calls atomic.Int64
	return func(p Prompt) string { return HostileReply(p, seed, calls.Add(1)) }
}

// HostileReply is what a hostile model says the n-th time. It depends on its
// arguments alone.
func HostileReply(p Prompt, seed, n int64) string {
	reply, _ := HostileReplyNamed(p, seed, n)
	return reply
}

// HostileReplyNamed is HostileReply with the names of what was done, for those
// who count.
func HostileReplyNamed(p Prompt, seed, n int64) (reply string, deeds []string) {
	l := &liar{
		material: read(p), schema: p.Schema,
		r: rand.New(rand.NewPCG(uint64(seed), uint64(n))), //nolint:gosec // it has to be the same each time
	}
	l.orders = findOrders(l.material)
	if l.rephrase {
		return l.misunderstand(), l.deeds
	}
	return l.reply(), l.deeds
}

// liar makes one hostile reply.
type liar struct {
	material
	schema json.RawMessage
	r      *rand.Rand
	orders []order
	deeds  []string
}

// reply makes a reply: statements that obey, lie and are true, in a form that may
// be broken.
func (l *liar) reply() string {
	if l.chance(8) {
		return l.instead()
	}
	a := answer{Answerable: !l.chance(25)}
	if len(l.orders) > 0 && !l.chance(3) {
		a.Statements = append(a.Statements, l.obey()...)
	}
	more := l.r.IntN(5)
	if len(a.Statements) == 0 {
		more++
	}
	for range more {
		a.Statements = append(a.Statements, l.statement())
	}
	l.r.Shuffle(len(a.Statements), func(i, j int) { a.Statements[i], a.Statements[j] = a.Statements[j], a.Statements[i] })
	return l.formed(a)
}

// statement is one statement: true, or a lie, and perhaps adorned.
func (l *liar) statement() statement {
	lie := pick(l, lies)
	l.did("lie: " + lie.name)
	s := lie.tell(l, l.sentence())
	for l.chance(4) {
		s.Text = l.adorn(s.Text)
	}
	if l.chance(6) {
		s.Citations = l.miscite(s.Citations)
	}
	return s
}

// did notes what was done.
func (l *liar) did(what string) { l.deeds = append(l.deeds, what) }

// chance is true once in n times.
func (l *liar) chance(n int) bool { return l.r.IntN(n) == 0 }

// pick picks one of a list.
func pick[T any](l *liar, list []T) T { return list[l.r.IntN(len(list))] }

// sentence picks a sentence of the material. A prompt without any gets one that
// nobody wrote.
func (l *liar) sentence() sentence {
	if len(l.sentences) == 0 {
		return sentence{token: "a2b3", text: "The mayor of Vale did not open the bridge on 3 May 2031."}
	}
	return pick(l, l.sentences)
}

// everything is all that the prompt says.
func (l *liar) everything() string {
	var b strings.Builder
	b.WriteString(l.system)
	for _, s := range l.sentences {
		b.WriteString(s.token + sign + " " + s.text + "\n")
	}
	b.WriteString(strings.Join(l.about, "\n") + "\n" + strings.Join(l.before, "\n") + "\n" + l.question)
	return b.String()
}

// named is something to do that has a name.
type named[F any] struct {
	name string
	tell F
}

func names[F any](list []named[F]) []string {
	all := make([]string, len(list))
	for i, n := range list {
		all[i] = n.name
	}
	return all
}

// Lies are the names of the kinds of statements that a hostile model makes.
func Lies() []string { return names(lies) }

// Forms are the names of the ways in which it writes statements down.
func Forms() []string { return append(names(schemaForms), names(plainForms)...) }

// Ornaments are the names of what a hostile model adorns statements with.
func Ornaments() []string { return names(ornaments) }

// Insteads are the names of what it says in the place of statements.
func Insteads() []string { return names(insteads) }

// Misunderstandings are the names of what it makes of a question.
func Misunderstandings() []string { return names(misunderstandings) }

// Miscitings are the names of the ways in which it cites.
func Miscitings() []string { return names(miscitings) }
