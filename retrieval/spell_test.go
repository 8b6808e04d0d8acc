package retrieval

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/store"
)

// vocabularyOf has each word in one passage, names among them.
func vocabularyOf(names []string, words ...string) *vocabulary {
	var counts []store.WordCount
	for _, w := range names {
		counts = append(counts, store.WordCount{Norm: w, Passages: 1, Capitals: 1})
	}
	for _, w := range words {
		counts = append(counts, store.WordCount{Norm: w, Passages: 1})
	}
	v := newVocabulary(counts)
	v.passages = 10
	return v
}

//nolint:misspell // the slips are what is tested
func TestCorrect(t *testing.T) {
	t.Parallel()
	v := vocabularyOf([]string{"anchorage", "москва"}, "sanctions", "summit", "nothing", "base", "talks", "treaty", "delegation", "tariff", "tariffs", "2026")
	for typed, want := range map[string]string{
		"sumit": "summit", "summitt": "summit", "sunmit": "summit", // left out, doubled, another letter
		"usmmit": "summit", "sumimt": "summit", // swapped
		"ummit":     "summit",                              // the first letter
		"ancorhage": "anchorage", "delgaton": "delegation", // two slips in a long word
		"santcions": "sanctions",
		"tarrif":    "tariff", "tarrifs": "tariffs", "tariif": "tariff", // another letter doubled
		"москав": "москва",
		"bsae":   "base", // four letters: a swap only
		"bass":   "", "bas": "",
		"smt":  "",                                     // short
		"whta": "what", "whst": "what", "wgat": "what", // another key, in a word of asking
		"wher": "where", "wich": "which", "whe": "when", "hwo": "how", "dpes": "does", "tjey": "they", "fron": "from",
		"cat": "", "lama": "", "thug": "", // another word
		"anything": "", "something": "", // pronouns, not slips of "nothing"
		"friay": "friday", "januray": "january", "agreemnet": "agreement", // not in the corpus, but English
		"treadmill": "", "slmnit": "", // too far
		"summit": "", "summits": "", "2025": "", "": "", // known, a form of a known one, a number
	} {
		if got, _ := v.correct(typed); got != want {
			t.Errorf("%q is corrected to %q, want %q", typed, got, want)
		}
	}
}

// A letter that was left out of a short word is found in frequent words alone.
// A space that is missing beside a name is written; other long words are one.
func TestSpaced(t *testing.T) {
	t.Parallel()
	v := vocabularyOf([]string{"anchorage", "rubio"}, "said", "land", "fall", "storm", "rubi")
	for typed, want := range map[string]string{
		"what did rubiosaid":   "what did rubio said",
		"didrubio come":        "did rubio come",
		"inanchorage":          "in anchorage",
		"the landfall":         "the landfall",
		"stormy anchorages":    "stormy anchorages",
		"rubiox":               "rubiox",
		"Rubio in Anchorage":   "Rubio in Anchorage",
		"rubiosaid rubiosaid?": "rubio said rubio said?",
	} {
		if got := v.spaced(typed); got != want {
			t.Errorf("%q is read as %q, want %q", typed, got, want)
		}
	}
}

func TestCorrectShortWords(t *testing.T) {
	t.Parallel()
	v := newVocabulary([]store.WordCount{{Norm: "mayor", Passages: 9, Capitals: 9}, {Norm: "plans", Passages: 1}})
	v.passages = 60
	for typed, want := range map[string]string{"mayr": "mayor", "plns": "", "ayor": "", "mayo": "mayor"} {
		if got, _ := v.correct(typed); got != want {
			t.Errorf("%q is corrected to %q, want %q", typed, got, want)
		}
	}
}

// A word may be asked for in another form than the corpus has.
func TestCorrectToBaseForms(t *testing.T) {
	t.Parallel()
	v := vocabularyOf(nil, "embroidered", "marries", "juggling", "trombones")
	for typed, want := range map[string]string{"embroifer": "embroider", "mrary": "marry", "jugle": "juggle", "trombobe": "trombone"} {
		if got, _ := v.correct(typed); got != want {
			t.Errorf("%q is corrected to %q, want %q", typed, got, want)
		}
	}
}

// Of words that are equally near, the more frequent one is taken, then the first
// in the alphabet.
func TestCorrectPrefersFrequentWords(t *testing.T) {
	t.Parallel()
	v := newVocabulary([]store.WordCount{{Norm: "planes", Passages: 1}, {Norm: "plants", Passages: 9}, {Norm: "plates", Passages: 1}})
	if got, _ := v.correct("planxs"); got != "plants" {
		t.Errorf("got %q, want the frequent plants", got)
	}
	v = newVocabulary([]store.WordCount{{Norm: "plants", Passages: 1}, {Norm: "planes", Passages: 1}})
	if got, _ := v.correct("planxs"); got != "planes" {
		t.Errorf("got %q, want planes, the first of equals", got)
	}
}

//nolint:misspell // the slips are what is tested
func TestQuestionsAreCorrected(t *testing.T) {
	t.Parallel()
	s := embedded(t)
	for question, want := range map[string][]string{
		"teh sumit in Ankorage":                  {"the", "summit", "in", "anchorage"},
		"waht hpapened":                          {"what", "happened"},
		"wher was teh delgation":                 {"where", "was", "the", "delegation"},
		"Which venue, and which politician?":     {"which", "venue", "and", "which", "politician"}, // unknown here, but English
		"Who is Witkof?":                         {"who", "is", "witkof"},                          // a spelling of a name, not a slip
		"the trety adn the ceasfire":             {"the", "treaty", "and", "the", "ceasefire"},
		"Joint Base Elmendorf-Richardsn":         {"joint", "base", "elmendorf", "richardson"},
		"How long did teh talks wiht Putin last": {"how", "long", "did", "the", "talks", "with", "putin", "last"},
	} {
		if diff := cmp.Diff(want, ask(t, s, question).Words); diff != "" {
			t.Errorf("%q (-want +got):\n%s", question, diff)
		}
	}
}

func TestCorrectedTermTellsWhatWasTyped(t *testing.T) {
	t.Parallel()
	terms := ask(t, embedded(t), "the Alaska sumit").Terms
	got := map[string]string{}
	for _, term := range terms {
		got[term.Norm] = term.Asked
	}
	if diff := cmp.Diff(map[string]string{"alaska": "", "summit": "sumit"}, got); diff != "" {
		t.Errorf("terms and what was typed (-want +got):\n%s", diff)
	}
}

func TestVariants(t *testing.T) {
	t.Parallel()
	names := []string{
		"zelensky", "zelenskyy", "zelenskiy", "yuri", "yury", "sergei", "sergey", "aleksandr", "alexandr", "lavrov", "khrushchev", "hruschev",
		"lukashenko", "dmitry", "dmitri",
	}
	v := vocabularyOf(names, "party", "parti")
	for name, want := range map[string][]string{
		"zelensky": {"zelenskiy", "zelenskyy"}, "zelenskyy": {"zelenskiy", "zelensky"}, "zelenskij": {"zelenskiy", "zelensky", "zelenskyy"},
		"yuri": {"yury"}, "yury": {"yuri"}, "yurii": {"yuri", "yury"},
		"sergei": {"sergey"}, "sergey": {"sergei"}, "sergii": {"sergei", "sergey"},
		"alexandr": {"aleksandr"}, "dmitrij": {"dmitri", "dmitry"}, "hruschev": {"khrushchev"},
		"lavrow": {"lavrov"}, "lavrov": nil, "lukachenko": nil,
		"party": nil, // no name
		"":      nil, "li": nil,
	} {
		if diff := cmp.Diff(want, v.variants(name)); diff != "" {
			t.Errorf("variants of %q (-want +got):\n%s", name, diff)
		}
	}
}

// Every spelling of a name finds the passages with every other.
func TestVariantsAreSearched(t *testing.T) {
	t.Parallel()
	s := over(t,
		article("a", "First", "On Monday Volodymyr Zelensky thanked Sergei for it."),
		article("b", "Second", "On Monday Volodymyr Zelenskyy thanked Sergey for it."),
		article("c", "Third", "On Monday Volodymyr Zelenskiy thanked nobody at all."),
	)
	for _, name := range []string{"Zelensky", "zelenskyy", "ZELENSKIY", "Zelenskij"} {
		if got := passageIDs(search(t, s, Query{Text: "Who is " + name + "?"}).Hits); len(got) != 3 {
			t.Errorf("%s finds %v, want all three", name, got)
		}
	}
	if got := passageIDs(search(t, s, Query{Text: "Sergey"}).Hits); len(got) != 2 {
		t.Errorf("Sergey finds %v, want a and b", got)
	}
}
