package eval

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer"
	"sherpa/retrieval"
	"sherpa/store"
)

// question decodes one line of a question file.
func question(t *testing.T, line string) Question {
	t.Helper()
	questions, err := Read(strings.NewReader(line), "f.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	return questions[0]
}

// said is an answer of the given statements, each of which quotes and cites one
// article: "article: sentence".
func said(statements ...string) answer.Answer {
	a := answer.Answer{Answered: true, Mode: answer.ModeExtractive}
	for i, s := range statements {
		article, sentence, _ := strings.Cut(s, ": ")
		a.Text += sentence + " "
		a.Statements = append(a.Statements, answer.Statement{Text: sentence, Citations: []int{i + 1}, Quote: true})
		a.Citations = append(a.Citations, answer.Citation{N: i + 1, Quote: sentence, End: len(sentence), Article: answer.Article{ID: article}})
	}
	return a
}

func disagreeing(a answer.Answer, values ...string) answer.Answer {
	d := answer.Disagreement{About: "duration"}
	for i, v := range values {
		d.Claims = append(d.Claims, answer.Claim{Value: v, Citations: []int{i + 1}})
	}
	a.Disagreements = append(a.Disagreements, d)
	return a
}

func short(a answer.Answer, s string) answer.Answer {
	a.ShortAnswer = s
	return a
}

var abstained = answer.Answer{Mode: answer.ModeAbstained, Text: "The sources do not say."}

func TestJudgeRight(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		line   string
		answer answer.Answer
		why    string // a pattern for the only fault; empty for a right answer
	}{
		"an answer occurs":        {`{"question":"q","answers":["Rollo","x"]}`, said("a: Their leader was Rollo."), ""},
		"an answer in the short":  {`{"question":"q","answers":["Rollo"]}`, short(said("a: A leader."), "rollo"), ""},
		"no answer occurs":        {`{"question":"q","answers":["Rollo"]}`, said("a: A leader."), "none of the answers"},
		"all groups match":        {`{"question":"q","must":[["x|Rollo"],["leader"]]}`, said("a: Their leader was Rollo."), ""},
		"a group does not match":  {`{"question":"q","must":[["Rollo"],["x"]]}`, said("a: Their leader was Rollo."), `nothing matches \["x"\]`},
		"patterns heed case":      {`{"question":"q","must":[["rollo"]]}`, said("a: Rollo."), "nothing matches"},
		"abstained, rightly":      {`{"question":"q","answerable":false}`, abstained, ""},
		"abstained, wrongly":      {`{"question":"q","answers":["sources"]}`, abstained, "abstained"},
		"a premise refused":       {`{"question":"q","must":[["no"]],"sources":["0"],"may_refuse":true}`, abstained, ""},
		"a premise corrected":     {`{"question":"q","must":[["no"]],"sources":["0"],"may_refuse":true}`, said("0: There was no treaty."), ""},
		"a premise swallowed":     {`{"question":"q","must":[["no"]],"sources":["0"],"may_refuse":true}`, said("0: A treaty."), "nothing matches"},
		"answered, wrongly":       {`{"question":"q","answerable":false}`, said("a: b."), "although"},
		"a beginning of a source": {`{"question":"q","sources":["x","00"]}`, said("9: a.", "001_f: b."), ""},
		"no source":               {`{"question":"q","sources":["00"]}`, said("900: a."), "none of the sources"},
		"a false disagreement":    {`{"question":"q","conflict":[]}`, disagreeing(said("0: a.", "1: b."), "a", "b"), "where there is none"},
		"no false disagreement":   {`{"question":"q","conflict":[]}`, said("0: a."), ""},
		"not asked of conflict":   {`{"question":"q"}`, disagreeing(said("0: a."), "a"), ""},
		"disagreement found": {
			`{"question":"q","conflict":[["Three Hours","00"],["four","01"]]}`,
			disagreeing(said("000: a.", "01: b."), "nearly three hours", "four hours"), "",
		},
		"a side of another source": {
			`{"question":"q","conflict":[["three","01"],["four","00"]]}`,
			disagreeing(said("000: a.", "01: b."), "three hours", "four hours"), "does not show",
		},
		"a side is missing": {
			`{"question":"q","conflict":[["three","00"],["four","01"]]}`,
			disagreeing(said("000: a.", "01: b."), "three hours", "five"), "does not show",
		},
		"sides in two disagreements": {
			`{"question":"q","conflict":[["three","00"],["four","01"]]}`,
			disagreeing(disagreeing(said("000: a.", "01: b."), "three", "x"), "y", "four"), "does not show",
		},
		"a flag is met by any": {
			`{"question":"q","conflict":true,"docs":[{"id":"d","text":"t"}]}`, disagreeing(said("d: a."), "z"), "",
		},
		"a flag is missed": {
			`{"question":"q","conflict":true,"docs":[{"id":"d","text":"t"}]}`, said("d: a."), "does not show",
		},
	} {
		o := judge(question(t, tc.line), tc.answer, false)
		if o.Right != (tc.why == "") {
			t.Errorf("%s: right %v, why %q", name, o.Right, o.Why)
		} else if !o.Right && (len(o.Why) != 1 || !regexp.MustCompile(tc.why).MatchString(o.Why[0])) {
			t.Errorf("%s: why %q, want one that matches %q", name, o.Why, tc.why)
		}
	}
}

func TestStatementHits(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name       string
		answer     answer.Answer
		top1, top3 float64
	}{
		{"first", said("a: Rollo led.", "a: They sailed."), 1, 1},
		{"third", said("a: One.", "a: Two.", "a: Rollo."), 0, 1},
		{"fourth", said("a: One.", "a: Two.", "a: Three.", "a: Rollo."), 0, 0},
		{"abstained", abstained, 0, 0},
	} {
		o := judge(question(t, `{"question":"q","answers":["Rollo"]}`), tc.answer, false)
		if o.marks["top1"] != (mark{tc.top1, 1}) || o.marks["top3"] != (mark{tc.top3, 1}) {
			t.Errorf("%s: top1 %v, top3 %v", tc.name, o.marks["top1"], o.marks["top3"])
		}
	}
}

func TestCitationMarks(t *testing.T) {
	t.Parallel()
	answered := said("a: One.", "b: Two.", "b: Three.", "c: Four.")
	answered.Statements[3].Citations = []int{9}
	for name, tc := range map[string]struct {
		line   string
		answer answer.Answer
		want   map[string]mark
	}{
		"evidence": {
			`{"question":"q","evidence":[{"article":"a","text":"x"},{"article":"d","text":"x"}]}`, answered,
			map[string]mark{"cited": {3, 4}, "citation_precision": {1, 3}, "citation_recall": {0.5, 1}},
		},
		"sources, of which any will do": {
			`{"question":"q","sources":["a","d"]}`, answered,
			map[string]mark{"cited": {3, 4}, "citation_precision": {1, 3}, "citation_recall": {1, 1}, "gold_source": {1, 1}},
		},
		"abstained": {
			`{"question":"q","evidence":[{"article":"a","text":"x"}]}`, abstained,
			map[string]mark{"citation_recall": {0, 1}},
		},
		"no gold": {`{"question":"q"}`, answered, map[string]mark{"cited": {3, 4}}},
	} {
		got := judge(question(t, tc.line), tc.answer, false).marks
		for _, other := range []string{"right", "outright_right", "answered", "abstain_precision"} {
			delete(got, other)
		}
		if diff := cmp.Diff(tc.want, got, cmp.AllowUnexported(mark{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func hit(article, passage string) retrieval.Hit {
	return retrieval.Hit{Article: store.Article{ID: article}, Passage: store.Passage{Text: passage}}
}

func TestJudgeHits(t *testing.T) {
	t.Parallel()
	line := `{"question":"q","answers":["Rollo"],"evidence":[{"article":"a","text":"One  two\nthree."},{"article":"b","text":"Four five."}]}`
	miss := hit("x", "Rollo")
	for name, tc := range map[string]struct {
		hits []retrieval.Hit
		rank int
		want map[string]mark
	}{
		"contains": {
			[]retrieval.Hit{hit("a", "Zero. One two three. More.")},
			1,
			map[string]mark{"r1": {1, 1}, "r5": {1, 1}, "mrr10": {1, 1}, "evidence_r10": {0.5, 1}, "all_evidence10": {0, 1}},
		},
		"lies in": {
			[]retrieval.Hit{miss, hit("b", "five."), hit("a", "one two")},
			2,
			map[string]mark{"r1": {0, 1}, "r5": {1, 1}, "mrr10": {0.5, 1}, "evidence_r10": {1, 1}, "all_evidence10": {1, 1}},
		},
		"the answer in a gold article": {
			[]retrieval.Hit{hit("a", "Their leader Rollo")},
			1,
			map[string]mark{"r1": {1, 1}, "r5": {1, 1}, "mrr10": {1, 1}, "evidence_r10": {0, 1}, "all_evidence10": {0, 1}},
		},
		"the wrong article, the wrong passage": {
			[]retrieval.Hit{miss, hit("b", "One two three."), hit("a", "Six")},
			0,
			map[string]mark{"r1": {0, 1}, "r5": {0, 1}, "mrr10": {0, 1}, "evidence_r10": {0, 1}, "all_evidence10": {0, 1}},
		},
	} {
		o := Outcome{Question: question(t, line), marks: map[string]mark{}}
		o.judgeHits(tc.hits)
		for _, other := range []string{"r10", "r20"} {
			delete(o.marks, other)
		}
		if o.Rank != tc.rank {
			t.Errorf("%s: rank %d, want %d", name, o.Rank, tc.rank)
		}
		if diff := cmp.Diff(tc.want, o.marks, cmp.AllowUnexported(mark{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestRecallDepth(t *testing.T) {
	t.Parallel()
	for rank, want := range map[int][5]float64{1: {1, 1, 1, 1, 1}, 5: {0, 1, 1, 1, 0.2}, 6: {0, 0, 1, 1, 1.0 / 6}, 11: {0, 0, 0, 1, 0}, 20: {0, 0, 0, 1, 0}, 0: {}} {
		hits := make([]retrieval.Hit, 20)
		if rank > 0 {
			hits[rank-1] = hit("a", "gold")
		}
		o := Outcome{Question: question(t, `{"question":"q","evidence":[{"article":"a","text":"Gold"}]}`), marks: map[string]mark{}}
		o.judgeHits(hits)
		for i, name := range []string{"r1", "r5", "r10", "r20", "mrr10"} {
			if o.marks[name].sum != want[i] {
				t.Errorf("rank %d: %s = %v, want %v", rank, name, o.marks[name].sum, want[i])
			}
		}
	}
}

func TestShortAnswers(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		short        string
		shown, right mark
	}{
		"none":           {"", mark{0, 1}, mark{}},
		"the gold one":   {"The Duke of Burgundy", mark{1, 1}, mark{1, 1}},
		"half of it":     {"Duke Richard", mark{1, 1}, mark{0, 1}},
		"most of it":     {"Duke Burgundy", mark{1, 1}, mark{1, 1}},
		"something else": {"1066", mark{1, 1}, mark{0, 1}},
	} {
		o := judge(question(t, `{"question":"q","answers":["Duke of Burgundy"]}`), short(said("a: b."), tc.short), false)
		if o.marks["short_shown"] != tc.shown || o.marks["short_right"] != tc.right {
			t.Errorf("%s: shown %v, right %v", name, o.marks["short_shown"], o.marks["short_right"])
		}
	}
}

func TestVerdicts(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		short               string
		right               bool
		shown, rightVerdict mark
	}{
		"right":        {"Yes", true, mark{1, 1}, mark{1, 1}},
		"right, more":  {"Yes. On Friday", true, mark{1, 1}, mark{1, 1}},
		"wrong":        {"No", false, mark{1, 1}, mark{0, 1}},
		"none":         {"", true, mark{0, 1}, mark{}},
		"no verdict":   {"Norwick", true, mark{0, 1}, mark{}},
		"not reported": {"Not reported", true, mark{0, 1}, mark{}},
	} {
		o := judge(question(t, `{"question":"q","verdict":"yes"}`), short(said("a: b."), tc.short), false)
		if o.Right != tc.right || o.marks["verdict_shown"] != tc.shown || o.marks["verdict_right"] != tc.rightVerdict {
			t.Errorf("%s: right %v, shown %v, right verdict %v", name, o.Right, o.marks["verdict_shown"], o.marks["verdict_right"])
		}
	}
}

func TestMarksOfWhatIsNotTold(t *testing.T) {
	t.Parallel()
	near := said("a: b.")
	near.Indirect = true
	for name, tc := range map[string]struct {
		line            string
		answer          answer.Answer
		misled, ownedUp mark
	}{
		"a name":        {`{"question":"q","answerable":false}`, short(said("a: b."), "Ann Berg"), mark{1, 1}, mark{0, 1}},
		"a verdict":     {`{"question":"q","answerable":false}`, short(said("a: b."), "No"), mark{1, 1}, mark{0, 1}},
		"not reported":  {`{"question":"q","answerable":false}`, short(said("a: b."), "Not reported"), mark{0, 1}, mark{1, 1}},
		"sentences":     {`{"question":"q","answerable":false}`, said("a: b."), mark{0, 1}, mark{0, 1}},
		"what is near":  {`{"question":"q","answerable":false}`, near, mark{0, 1}, mark{1, 1}},
		"refused":       {`{"question":"q","answerable":false}`, abstained, mark{0, 1}, mark{1, 1}},
		"answerable":    {`{"question":"q"}`, short(said("a: b."), "Ann Berg"), mark{}, mark{}},
		"near the told": {`{"question":"q"}`, near, mark{}, mark{}},
	} {
		o := judge(question(t, tc.line), tc.answer, false)
		if o.marks["misled"] != tc.misled || o.marks["owned_up"] != tc.ownedUp {
			t.Errorf("%s: misled %v, want %v; owned up %v, want %v", name, o.marks["misled"], tc.misled, o.marks["owned_up"], tc.ownedUp)
		}
		if _, outright := o.marks["outright_right"]; outright != (tc.answer.Answered && !tc.answer.Indirect) {
			t.Errorf("%s: outright %v", name, outright)
		}
	}
}

func TestMustInTheFirstStatement(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		line   string
		answer answer.Answer
		want   mark
	}{
		"all in the first":   {`{"question":"q","must":[["One"],["two"]]}`, said("a: One and two.", "a: Three."), mark{1, 1}},
		"over two":           {`{"question":"q","must":[["One"],["two"]]}`, said("a: One.", "a: And two."), mark{0, 1}},
		"refused":            {`{"question":"q","must":[["One"]]}`, abstained, mark{0, 1}},
		"refused as allowed": {`{"question":"q","must":[["One"]],"may_refuse":true}`, abstained, mark{}},
		"sides":              {`{"question":"q","must":[["One"]],"conflict":[["One","a"],["two","b"]]}`, said("a: One."), mark{}},
	} {
		if o := judge(question(t, tc.line), tc.answer, false); o.marks["must1"] != tc.want {
			t.Errorf("%s: %v, want %v", name, o.marks["must1"], tc.want)
		}
	}
}

func TestKindOfQuestion(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		`{"question":"q","type":"fact"}`: "fact",
		`{"question":"q"}`:               "untyped",
		`{"question":"q","conflict":false,"docs":[{"id":"1","text":"x"}]}`: "articles agree",
		`{"question":"q","conflict":true,"docs":[{"id":"1","text":"x","label":"correct","answer":"The Seine"},
{"id":"2","text":"y","label":"correct","answer":"seine"},{"id":"3","text":"z","label":"wrong","answer":"Loire"}]}`: "one right answer",
		`{"question":"q","conflict":true,"docs":[{"id":"1","text":"x","label":"correct","answer":"Seine"},
{"id":"2","text":"y","label":"correct","answer":"Loire"}]}`: "several right answers",
	} {
		if got := question(t, strings.ReplaceAll(line, "\n", "")).kind(); got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}
