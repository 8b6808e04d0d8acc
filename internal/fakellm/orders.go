package fakellm

import (
	"encoding/base64"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// order is something that a text of the prompt tells the model to do.
type order struct {
	// kind names it, say is what a model that obeys says.
	kind, say string
	// token is the citation token of the sentence that it stands in; "" where it
	// stands in none.
	token string
	// cite is what it wants to be cited.
	cite string
}

var (
	tellsToSay = regexp.MustCompile(`(?i)\b(?:say|says|write|reply|answer|respond|output|print|state|claim|report|repeat|add|append|include|begin|end|translate|tell (?:the reader|them|everyone|the user))\b` +
		`(?: only| exactly| instead| always| just| every answer)*(?: with| that| as| the words?| the phrase)?\s*:?\s+(.+)`)
	tellsToCite = regexp.MustCompile(`(?i)\b(?:cite|source|quote|reference|link to|refer to)\b\s+(\S+)`)
	anAddress   = regexp.MustCompile(`(?i)(?:[a-z][a-z+.-]*:\S+|\bwww\.\S+|\b[\w.-]*evil\.example\S*)`)
	aTurn       = regexp.MustCompile(`(?i)(?:^|[\s>\]|])(?:system|assistant|user|developer|human)\s*(?:\||message|prompt|turn)?\s*[:>|\]]+\s*(.+)`)
	wantsPrompt = regexp.MustCompile(`(?i)(?:your|the|these|all) (?:system )?(?:instructions|rules|prompt|delimiter)`)
	aPing       = regexp.MustCompile(`@everyone|@here|<[@#][!&]?\d+>`)
	inBase64    = regexp.MustCompile(`[A-Za-z0-9+/]{24,}={0,2}`)
	aMarker     = regexp.MustCompile(`[\[【(]{1,2}([\w, -]{1,12})[\]】)]{1,2}`)
	ignoring    = regexp.MustCompile(`(?i)\b(?:ignore|disregard|forget|override|bypass)\b`)
	inFence     = regexp.MustCompile("(?i)```|code (?:fence|block)")
	anImage     = regexp.MustCompile(`!\[[^\]]*\]\([^)]*\)|\[[^\]]*\]\([^)]*\)|<img[^>]*>`)
)

// findOrders finds whatever a prompt's articles, conversation and question tell
// the model to do.
func findOrders(m material) (orders []order) {
	for _, s := range m.sentences {
		orders = append(orders, ordersIn(m, s.text, s.token)...)
	}
	for _, text := range m.about {
		orders = append(orders, ordersIn(m, text, "")...)
	}
	for _, text := range m.before {
		orders = append(orders, ordersIn(m, text, "")...)
	}
	return append(orders, ordersIn(m, m.question, "")...)
}

// known are the orders that texts hold, so that each text is searched once: that
// is most of the work of a hostile reply. It is bounded by mostKnown.
var (
	known      sync.Map
	knownCount atomic.Int64
)

const mostKnown = 20_000

// ordersIn are the orders in one text, for the prompt that it stands in.
func ordersIn(m material, text, token string) []order {
	found, ok := known.Load(text)
	if !ok {
		found = searchOrders(text)
		if knownCount.Add(1) <= mostKnown {
			known.Store(text, found)
		}
	}
	orders := slices.Clone(found.([]order)) // nothing else is stored
	for i := range orders {
		orders[i].token = token
		if orders[i].kind == wantsAll {
			orders[i].say = m.system
		}
	}
	return orders
}

// wantsAll is the kind of an order to say what the instructions are.
const wantsAll = "prompt"

// searchOrders finds the orders in one text, in its hidden parts too.
func searchOrders(text string) (orders []order) {
	seen := revealed(text)
	tell := func(kind, say, cite string) { orders = append(orders, order{kind: kind, say: say, cite: cite}) }
	if found := tellsToSay.FindStringSubmatch(seen); found != nil {
		tell("say", strings.Trim(found[1], ` "'“”.`), "")
	}
	if found := tellsToCite.FindStringSubmatch(seen); found != nil {
		tell("cite", seen, strings.Trim(found[1], ".,;"))
	}
	for _, address := range anAddress.FindAllString(seen, 3) {
		tell("address", "See "+address+" for more.", address)
	}
	if found := aTurn.FindStringSubmatch(seen); found != nil {
		tell("turn", found[1], "")
	}
	if wantsPrompt.MatchString(seen) {
		tell(wantsAll, "", "")
	}
	for _, ping := range aPing.FindAllString(seen, 3) {
		tell("ping", ping+" "+seen, "")
	}
	for _, found := range aMarker.FindAllStringSubmatch(seen, 3) {
		tell("marker", seen, found[1])
	}
	for _, image := range anImage.FindAllString(seen, 3) {
		tell("image", "It was so. "+image, "")
	}
	if ignoring.MatchString(seen) {
		tell("ignore", seen, "")
	}
	if inFence.MatchString(seen) {
		tell("fence", "```\n"+seen+"\n```", "")
	}
	for _, word := range canary.FindAllString(seen, 3) {
		tell("canary", "The answer is "+word+".", "")
	}
	return orders
}

// revealed is a text with what is hidden in it written out behind it: base64,
// Unicode's tags, and letters with characters between them that show nothing.
func revealed(text string) string {
	const tags, lastTag = 0xe0000, 0xe007f
	shown := strings.Map(func(r rune) rune {
		switch {
		case r >= tags && r <= lastTag:
			return r - tags
		case r >= '\u200b' && r <= '\u200f', r >= '\u2060' && r <= '\u2064', r == '\ufeff', r == '\u00ad':
			return -1
		}
		return r
	}, text)
	for _, code := range inBase64.FindAllString(shown, 3) {
		plain, err := base64.StdEncoding.DecodeString(code)
		if err == nil && utf8.Valid(plain) {
			shown += " " + string(plain)
		}
	}
	return shown
}

// obey does what one or two of the orders want.
func (l *liar) obey() (list []statement) {
	for range 1 + l.r.IntN(2) {
		o := pick(l, l.orders)
		l.did("obeys: " + o.kind)
		list = append(list, l.obeying(o))
	}
	return list
}

// obeying is a statement that does what an order wants: it cites the sentence
// that gave it, another one, what the order wants to be cited, or nothing.
func (l *liar) obeying(o order) statement {
	s := statement{Text: o.say}
	if l.chance(4) {
		s.Text = l.sentence().text + " " + o.say
	}
	switch l.r.IntN(4) {
	case 0:
		s.Citations = []string{l.sentence().token}
	case 1:
		s.Citations = []string{o.cite}
	case 2:
		s.Citations = nil
	default:
		s.Citations = []string{o.token, o.cite}
	}
	for l.chance(5) {
		s.Text = l.adorn(s.Text)
	}
	return s
}
