package retrieval

import "strings"

// The short forms and slips of English that people type in chats.

// shortForms are words by what stands for them in a letter.
var shortForms = pairs(`
whos=who's whats=what's wheres=where's whens=when's whys=why's hows=how's thats=that's theres=there's heres=here's
whod=who would whatd=what did whered=where did howd=how did whyd=why did whend=when did
who'd=who did what'd=what did where'd=where did how'd=how did why'd=why did when'd=when did
what're=what are who're=who are where're=where are how're=how are whatre=what are
didnt=didn't doesnt=doesn't dont=don't isnt=isn't arent=aren't wasnt=wasn't werent=weren't hasnt=hasn't havent=haven't hadnt=hadn't
wont=won't wouldnt=wouldn't couldnt=couldn't shouldnt=shouldn't cant=can't aint=isn't
im=I'm ive=I've youre=you're theyre=they're hes=he's shes=she's theyve=they've theyd=they'd
hav=have wats=what's wuts=what's whts=what's wat=what wut=what wot=what waht=what wht=what whta=what hwat=what whar=where wher=where whre=where wehre=where wen=when whn=when wehn=when
hwo=who woh=who wich=which whcih=which hw=how hwy=why wy=why y=why wdym=what is meant by
teh=the hte=the adn=and nd=and abt=about bout=about bc=because cuz=because coz=because cos=because becuz=because
nebody=anybody ne1=anyone dat=that dis=this any1=anyone some1=someone every1=everyone sry=sorry wuz=was
ppl=people govt=government gov=government prez=president mins=minutes min=minutes hrs=hours hr=hours yrs=years
rly=really rlly=really srsly=really pls=please plz=please plss=please thx=thanks ty=thanks tho=though thru=through
cud=could cld=could wud=would wld=would shud=should shld=should smth=something smt=something sth=something tmrw=tomorrow 2day=today
wanna=want to gonna=going to gotta=have to gimme=give me lemme=let me dunno=don't know kinda=kind of
b4=before diff=difference msg=message info=information`)

// contextual are the short forms that are something else but at the beginning.
var contextual = set(`y min wen`)

// letterForms are letters that stand for words, where they stand alone.
var letterForms = pairs(`u=you r=are n=and ur=your`)

// glued are words of asking between which the space was left out: "whatdid".
var glued = func() map[string]string {
	m := map[string]string{}
	join := func(first, second string) {
		for a := range strings.FieldsSeq(first) {
			for b := range strings.FieldsSeq(second) {
				m[a+b] = a + " " + b
			}
		}
	}
	join("what where when why who how", "did do does is was were are has have had will would can could")
	join("how", "long many much old far often")
	join("did does is was were", "the they he she it you")
	delete(m, "isit") // a visit with a slip
	return m
}()

// numberForms are digits that stand for words after certain others, listed with
// the digit in beforeNumberForm.
var (
	numberForms      = pairs(`2=to 4=for`)
	beforeNumberForm = phraseKeys(`2: say said talk talked talking speak spoke go went going give gave given want wanted need listen listened next close back happen happened
		send sent reply replied respond come came according happens similar; 4: ask asked wait waiting thanks look looking pay paid call called responsible`)
)

// behindNumberForm are the words before which a digit counts nothing: "show it 2 me".
var behindNumberForm = set(`me him them my our your u ur`)

// pairForms are short forms that only the word after them tells.
var pairForms = map[string]string{"who dat": "who is", "what dat": "what is", "who dis": "who is", "what dis": "what is", "hwo many": "how", "hwo much": "how", "hwo long": "how", "hwo old": "how", "hwo far": "how", "hwo did": "how", "hwo do": "how", "hwo does": "how"}

// swears stand for "what" before an auxiliary: "wtf did he say".
var swears = set(`wtf wth wtaf`)

// phraseKeys reads a list of "key: words; key: words" as "key word".
func phraseKeys(list string) map[string]bool {
	m := map[string]bool{}
	for part := range strings.SplitSeq(list, ";") {
		key, words, _ := strings.Cut(part, ":")
		for w := range strings.FieldsSeq(words) {
			m[strings.TrimSpace(key)+" "+w] = true
		}
	}
	return m
}

// fillers say nothing wherever they stand.
var fillers = set(`lol lmao lmfao rofl tbh ngl imo imho bruh smh omg wtf btw fyi haha hahaha hehe xd uhh umm hmm erm`)

// trailing say nothing at the end.
var trailing = set(`tho though fr bro dude mate man guys lol anyway idk rn pls please thanks thx`)

// pairs reads a list of "short=long", where a long form goes on to the next short
// one.
func pairs(list string) map[string]string {
	m, short := map[string]string{}, ""
	for word := range strings.FieldsSeq(list) {
		if key, long, ok := strings.Cut(word, "="); ok {
			m[key], short = long, key
			continue
		}
		m[short] += " " + word
	}
	return m
}
