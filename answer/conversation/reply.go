package conversation

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// Replies that ask nothing new: they doubt the last answer, want it again or more
// of it, or ask whether something that was said is so.

// asksWhether ask whether something is so.
var asksWhether = phraseSet(`really; is that true; is this true; is it true; is that right; is this right; is that correct; is this correct; is that so; is it so;
	true; right; correct; seriously; for real; is that fake; is this fake; true or false; fact or fiction; is that a fact; is it correct; is this real; is that real`)

// asksAgain are the replies after which the last answer is given again: its sources
// are what there is to say.
var asksAgain = func() map[string]bool {
	all := phraseSet(`are you sure; are you certain; you sure; sure; source; sources; the source; your source; what is your source; what's your source;
		what are your sources; where is that from; where does that come from; where does it say that; where does it say so; who says; says who; who says so; who says that; who said that; who said this; who claimed that; who reported that; who told you this;
		who said so; who told you; who told you that; how do you know; how do you know that; how do you know this; according to whom; according to who; proof; prove it;
		any proof; any evidence; evidence; citation; citation needed; link; links; fact check;
		again; repeat; repeat that; can you repeat that; could you repeat that; say that again; say again; what did you say; huh; pardon; come again; what do you mean;
		what do you mean by that; what does that mean; shorter; shorter please; too long; tldr; in short; simpler please; the short version; I don't understand; I do not understand; I don't get it; please repeat`)
	for s := range asksWhether {
		all[s] = true
	}
	return all
}()

// whence asks which article the last answer is from, who wrote it or when.
var whence = regexp.MustCompile(`(?i)^(?:and |so )?(?:(?:(?:in |from )?(?:which|what) (?:article|paper|newspaper|source|report|site|website)s? (?:is|was|are|were|does|did|do|has|says|said) (?:that|this|it|these|those|you)(?: (?:from|in|come from|say (?:that|so|this)|get (?:that|this|it) from))?)|` +
	`(?:where did you (?:get|find|read|see) (?:that|this|it)(?: from)?)|(?:who|which paper|which newspaper|which article) (?:wrote|reported|reports|published) (?:that|this)|` +
	`(?:when|where) (?:was|is) (?:that|this|(?:that|this|the) article) (?:from|written|published|posted)|how (?:old|recent) is (?:this|that) (?:article|source|report))[?!. ]*$`)

// asksWhence reports whether the question is that, and the last one is about nothing
// that is itself written.
func (f *followUp) asksWhence() bool {
	return whence.MatchString(f.asked) && !slices.ContainsFunc(f.before, func(w text.Word) bool { return writings[w.Norm] })
}

// writings are what somebody writes or publishes.
var writings = text.WordSet(`book books letter letters study studies report reports article articles statement poem poem survey poll paper papers post posts essay diary memoir song story column`)

// asksOn are the replies that want more of the same.
var asksOn = phraseSet(`tell me more; tell me more about it; tell me more about that; more about that; more about it; more details; details; more info;
	more information; more please; some more; go on; continue; keep going; elaborate; please elaborate; can you elaborate; expand on that; and; so; anything more;
	what more; is that all; that's all; is that it; that's it; so that's it; is there more; is there anything else; what else is there`)

// asksNames are the replies that want to know who those are.
var asksNames = phraseSet(`names; names please; the names; their names; the names please; name them; list them; who exactly; which ones; give me the names; give me names;
	what are their names; what were their names`)

// named asks who those are whom the last question means; where it asked for people
// itself, it is asked again.
func (f *followUp) named() string {
	several := f.group()
	if several == "" || f.before[0].Norm == "who" {
		return f.last.Question
	}
	return "Who were " + several + "?"
}

// confirmed is a question after something that was told: whether that is so, or
// about what it named.
func (f *followUp) confirmed() string {
	if asksWhether[lettersOf(f.asked)] {
		if claim := toldLast(f.last.Question); claim != "" {
			return trueThat + " " + claim
		}
	}
	return f.replacePronouns()
}

// toldLast is what the last sentence of a message told, with what its pronouns
// mean, as it stands after "that".
func toldLast(told string) string {
	all := text.Sentences(told)
	if len(all) == 0 {
		return ""
	}
	last := all[len(all)-1]
	claim := withoutHearsay(strings.TrimRight(last.Of(told), " .!…"))
	if len(all) > 1 {
		before := told[:last.Start]
		claim = newFollowUp(claim, []Turn{{Question: before, Told: true}}).replacePronouns()
	}
	return claimed(claim)
}

// hearsay is how somebody says where they have something from: "My friend says
// that …".
var hearsay = regexp.MustCompile(`(?i)^(?:i|we|you|they|he|she|people|someone|somebody|everyone|everybody|(?:my|our|his|her|a|some|one) \w+(?: \w+)?)(?:'ve)? ` +
	`(?:(?:have|has|had|just|also|always|once|recently) )*(?:say|says|said|claim|claims|claimed|told|tells|heard|hear|read|saw|seen|wrote|writes|think|thinks|thought|swear|swears|swore|insist|insists|insisted|reckon|reckons|believe|believes)` +
	`(?: (?:me|us|him|her|them|somewhere|online|yesterday|today|recently))*(?: that|,|:)? `)

// laterHearsay is how somebody goes on to it: "Ann works there and she told me that …".
var laterHearsay = regexp.MustCompile(`(?i)^.*(?: and|,| but) (?:he|she|they|someone|somebody) (?:told me|says|said|thinks|swears|claims)(?: that)? `)

// withoutHearsay is what somebody has heard.
func withoutHearsay(s string) string {
	if at := laterHearsay.FindStringIndex(s); at != nil {
		s = s[at[1]:]
	}
	if at := hearsay.FindStringIndex(s); at != nil && text.CountWords(s[at[1]:]) > 1 {
		return s[at[1]:]
	}
	return s
}

// claimed is a sentence as it stands after "that".
func claimed(s string) string {
	if words := text.Words(s); len(words) > 0 && text.IsStop(words[0].Norm) && words[0].Norm != "i" {
		return small(s)
	}
	return s
}

// tag asks at the end of a statement whether it is so: "…, right?", "…, didn't he?".
var tag = regexp.MustCompile(`(?i)^(.*?\S?),? (?:right|correct|true|yes|no|eh|innit|is (?:that|this|it) (?:right|true|correct|so|accurate)|(?:is|was|are|were|do|does|did|has|have|had|will|would|can|could)(?:n['’]?t)? (?:it|he|she|they|there|that))\?+$`)

// tagEnds are the words that a tag ends with.
var tagEnds = text.WordSet(`right so accurate correct true yes no eh innit it he she they there that`)

// minClaim is how many words a statement with a tag has at least.
const minClaim = 3

// untagged asks whether a statement with a tag is so.
func untagged(s string) string {
	if end := strings.TrimRight(s, "?"); !tagEnds[text.Fold(end[strings.LastIndexByte(end, ' ')+1:])] {
		return s
	}
	m := tag.FindStringSubmatch(s)
	if m == nil {
		return s
	}
	claim := withoutHearsay(withoutTie(strings.TrimRight(m[1], " ,.!…")))
	words := text.Words(claim)
	if len(words) < minClaim || lexicon.QuestionLeads[words[0].Norm] || lexicon.QuestionWords[words[0].Norm] || text.IsStop(words[len(words)-1].Norm) && m[1] == claim {
		return s
	}
	return trueThat + " " + claimed(claim) + "?"
}

// small writes the first letter small.
func small(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// beginsLarge reports whether a text begins with a capital.
func beginsLarge(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
