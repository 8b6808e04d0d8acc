package answer

import (
	"regexp"
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// frame is what a question asks about the articles themselves: who reports
// something, how many do, whether they agree.
type frame struct {
	asks framed
	// question is what the articles are searched for.
	question string
	// aspect is the kind of value on which it asks whether they agree, where it names nothing else; or "".
	aspect string
	// claim says that it is a statement, which an article bears out or denies, and
	// not a matter of which it speaks.
	claim bool
	// publishers are those that are asked about by name, and strange those of them of which
	// there are no articles.
	publishers, strange []string
}

// framed is the kind of a frame.
type framed int

// The kinds of frames.
const (
	frameNone      framed = iota
	frameAgree            // "Do the articles agree on …?"
	frameDisputes         // "What do the articles disagree on?"
	frameWho              // "Which articles mention …?"
	frameFirst            // "Who reported first that …?"
	frameSeveral          // "Does more than one article report …?"
	frameAll              // "Do all articles say that …?"
	frameAgreeThat        // "Do the articles agree that …?"
	frameBoth             // "Did the Herald and the Post both report …?"
	frameOne              // "What does the Herald say about …?"
)

// Parts of the patterns: what articles are called, what they do, and how they
// stand to each other.
const (
	outlets    = `(?:(?:news|press|media|main|five|four|three|two|various|different|other) )*(?:articles?|reports?|sources?|papers?|newspapers?|outlets?|publishers?|publications?|accounts?|stories|story|media|journalists)`
	these      = `(?:of )?(?:the |these |those |your |our )?`
	tell       = `(?:mentions?|mentioned|reports?|reported|says?|said|states?|stated|writes?|wrote|written|claims?|claimed|tells?(?: of)?|told(?: of)?|speaks? of|speaks? about|covers?|covered|describes?|described|discuss(?:es|ed)?|quotes?|quoted|carry|carries|carried|confirm(?:s|ed)?|gives?|gave|names?|named|talks? about|talked about)`
	topics     = `(?:on|about|over|as to|regarding|concerning|in|when it comes to|with regard to)`
	agreeOrNot = `(?:(?:all|really|actually|also) )*(?:agree|disagree|differ|diverge|conflict|contradict)(?: (?:with )?(?:each other|one another|themselves))?`
	rifts      = `(?:disagreements?|contradictions?|discrepanc(?:y|ies)|disputes?|differences?|conflicts?|conflicting (?:reports?|accounts?|claims?|figures?|information))`
	rest       = `(?P<rest>.+)`
)

var frames = []struct {
	asks    framed
	pattern *regexp.Regexp
}{
	{frameSeveral, framePattern(`(?:do|does|did|have|has) (?:more than one|several|at least two|two|multiple|a second) ` + these + outlets + ` (?:also )?` + tell + `(?P<that> that)?(?: about| on)? ` + rest)},
	{frameAgree, framePattern(`(?:do|did) (?:all |any |both |some )?` + these + outlets + ` ` + agreeOrNot + ` ` + topics + ` ` + rest)},
	{frameAll, framePattern(`(?:is it true that )?(?:(?:do|does|did|have|has) )?(?:all|every|each) ` + these + outlets + ` (?:all )?(?:` + tell + `|agree)(?P<that> that)?(?: about| on)? ` + rest)},
	{frameAgreeThat, framePattern(`(?:do|did) ` + these + outlets + ` agree(?P<that> that| whether) ` + rest)},
	{frameAll, framePattern(`(?:do|did) ` + these + outlets + ` (?:all )?(?:say|report)(?P<that> that) ` + rest)},
	{frameAgree, framePattern(`(?:do|did) (?:both )?(?:the )?(?:\S+ ){1,2}` + outlets + ` and (?:the )?(?:\S+ ){1,2}` + outlets + ` ` + agreeOrNot + ` ` + topics + ` ` + rest)},
	{frameAgree, framePattern(`(?:how|where|in what way|on what|what) (?:exactly )?(?:do|did) (?:all |both |some )?` + these + outlets + ` ` + agreeOrNot + `(?: on| about)? ` + topics + ` ` + rest)},
	{frameAgree, framePattern(`(?:is|are|was|were) there (?:any |some |a )?` + rifts + `(?: (?:between|among|in|across) (?:all )?` + these + outlets + `)? ` + topics + ` ` + rest)},
	{frameDisputes, framePattern(`(?:how|where|in what way|on what|on which points|what|do|did) (?:exactly )?(?:(?:do|did) )?(?:all |any |both |some )?` + these + outlets + ` ` + agreeOrNot + `(?: on| about| over| in)?`)},
	{frameDisputes, framePattern(`(?:is|are|was|were) there (?:any |some |a )?` + rifts + `(?: (?:between|among|in|across) (?:all )?` + these + outlets + `)?`)},
	{frameDisputes, framePattern(`what ` + rifts + ` (?:are|is) there(?: (?:between|among|in|across) (?:all )?` + these + outlets + `)?`)},
	{frameFirst, framePattern(`(?:which|what) ` + these + outlets + ` (?:was|were) (?:the )?first (?:one )?to ` + tell + `(?P<that> that)?(?: about| on)? ` + rest)},
	{frameFirst, framePattern(`(?:which|what) ` + these + outlets + ` first ` + tell + `(?P<that> that)?(?: about| on)? ` + rest)},
	{frameFirst, framePattern(`(?:which|what) ` + these + outlets + ` ` + tell + ` first(?P<that> that)?(?: about| on)? ` + rest)},
	{frameFirst, framePattern(`who (?:was (?:the )?first to (?:report|write|say in print)|first (?:reported|wrote)|(?:reported|wrote) first)(?P<that> that)?(?: about| on)? ` + rest)},
	{frameWho, framePattern(`(?:which|what|how many) ` + these + outlets + ` (?:also )?` + tell + `(?P<that> that)?(?: about| on)? ` + rest)},
	{frameWho, framePattern(`(?:does|did|has|have|do) any(?:body)? ` + these + outlets + ` ` + tell + `(?P<that> that)?(?: about| on)? ` + rest)},
	{frameWho, framePattern(`what (?:do|did) ` + these + outlets + ` (?:say|report|write|tell) (?:about|on|of) ` + rest)},
	{frameWho, framePattern(`who (?:reports|reported|writes|wrote|says in print)(?P<that> that) ` + rest)},
	{frameWho, framePattern(`who (?:reports|reported|writes|wrote|says|gives|gave) (?P<rest>(?:\S+ ){0,2}\d.*)`)},
	{frameWho, framePattern(`(?:and )?which(?: one| ones)?(?: of them)? (?:also )?(?:says?|said|reports?|reported|writes?|wrote|mentions?|mentioned|claims?|claimed)(?P<that> that)? ` + rest)},
	{frameDisputes, framePattern(`compare (?:what )?(?:all )?` + these + outlets + ` (?:(?:say|report|write|tell) )?(?:about|on|of|regarding) ` + rest)},
	{frameBoth, framePattern(`(?:do|does|did) (?:both )?(?P<one>.+?) and (?P<two>.+?) (?:both |each |also )?` + tell + `(?P<that> that)?(?: about| on)? ` + rest)},
	{frameOne, framePattern(`(?:what )?(?:do|does|did) (?P<one>\S+(?: \S+){0,4}?) ` + tell + `(?P<that> that)?(?: about| on)? ` + rest)},
	{frameOne, framePattern(`(?P<rest>(?:what|who|when|where|how|why|which|did|was|were) [^,]+?),? according to (?P<one>[^,]+)`)},
	{frameOne, framePattern(`according to (?P<one>[^,]+), (?P<rest>(?:what|who|when|where|how|why|which|did|was|were) [^,]+)`)},
}

// framePattern is a pattern for whole questions, whatever their capitals.
func framePattern(p string) *regexp.Regexp { return regexp.MustCompile(`(?i)^` + p + `$`) }

// longestFramed is the length of the longest question about the articles, in bytes:
// longer ones describe what several report, and are searched for as a whole.
const longestFramed = 130

// readFrame takes a question about the articles apart; another question is what is
// searched for itself.
func readFrame(asked string) frame {
	line := strings.TrimRight(asked, "?!. ")
	if len(line) > longestFramed || !mayBeFramed(line) {
		return frame{question: asked}
	}
	for _, f := range frames {
		m := f.pattern.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		part := func(name string) string {
			if i := f.pattern.SubexpIndex(name); i >= 0 {
				return m[i]
			}
			return ""
		}
		out := frame{asks: f.asks, question: asQuestion(part("rest")), claim: part("that") != "" || isStatement(part("rest"))}
		switch f.asks {
		case frameAgree:
			out.aspect = aspectOf(part("rest"))
		case frameBoth:
			out.publishers = []string{part("one"), part("two")}
		case frameOne:
			out.publishers = []string{part("one")}
		}
		return out
	}
	return frame{question: asked}
}

// frameWords are the words of which each of the patterns has one.
var frameWords = text.WordSet(`article articles report reports source sources paper papers newspaper newspapers outlet outlets publisher publishers publication publications account accounts
	stories story media journalists mention mentions mentioned reported say says said state states stated write writes wrote written claim claims claimed tell tells told
	speak speaks cover covers covered describe describes described discuss discusses discussed quote quotes quoted carry carries carried confirm confirms confirmed give gives gave
	name names named talk talks talked disagreement disagreements contradiction contradictions discrepancy discrepancies dispute disputes difference differences conflict conflicts
	conflicting according`)

// mayBeFramed reports whether a line has any of them: most have none, and need not be held
// against the patterns.
func mayBeFramed(line string) bool {
	for w := range strings.FieldsSeq(line) {
		if frameWords[text.Fold(w)] {
			return true
		}
	}
	return false
}

// disputed reports whether it is asked what articles disagree on, and not whether they
// agree on something that one can ask for.
func (f frame) disputed() bool {
	return f.asks == frameDisputes || f.aspect != "" || f.asks == frameAgree && !questionBegin.MatchString(f.question)
}

// questionBegin begins what one can ask for.
var questionBegin = regexp.MustCompile(`(?i)^(?:on |in |at |for |since )?(?:who|whom|whose|what|which|when|where|why|how|whether)\b`)

// isStatement reports whether words tell something as a sentence does: "the ship was lost",
// but neither "the lost ship" nor "who was lost".
func isStatement(rest string) bool {
	words := strings.Fields(strings.ToLower(rest))
	if len(words) < 3 || lexicon.QuestionLeads[words[0]] || words[0] == "whether" || words[0] == "if" {
		return false
	}
	return slices.ContainsFunc(words[1:min(len(words)-1, subjectLength+1)], func(w string) bool { return lexicon.Auxiliaries[w] })
}
