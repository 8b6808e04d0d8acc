package answer

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadFrame(t *testing.T) {
	t.Parallel()
	for asked, want := range map[string]frame{
		"Do the articles agree on the length of the sea trial?":         {asks: frameAgree, question: "How long did the sea trial last?"},
		"How do the reports differ about how many people were on board": {asks: frameAgree, question: "how many people were on board"},
		"Which newspapers mention the broken crane?":                    {asks: frameWho, question: "the broken crane"},
		"How many articles report that the ferry sank?":                 {asks: frameWho, question: "the ferry sank", claim: true},
		"Who reported that the ferry sank?":                             {asks: frameWho, question: "the ferry sank", claim: true},
		"which paper says the ferry was sunk":                           {asks: frameWho, question: "the ferry was sunk", claim: true},
		"which paper says who was sunk":                                 {asks: frameWho, question: "who was sunk"},
		"Does more than one article say that the ferry sank?":           {asks: frameSeveral, question: "the ferry sank", claim: true},
		"Did the Herald and the Post both report that the ferry sank?":  {asks: frameBoth, question: "the ferry sank", claim: true, publishers: []string{"the Herald", "the Post"}},
		"How many of the sources say that the ferry sank?":              {asks: frameWho, question: "the ferry sank", claim: true},
		"Which outlet was the first to report that the ferry sank?":     {asks: frameFirst, question: "the ferry sank", claim: true},
		"Do all articles say that the ferry sank?":                      {asks: frameAll, question: "the ferry sank", claim: true},
		"Do the sources agree that the ferry sank?":                     {asks: frameAgreeThat, question: "the ferry sank", claim: true},
		"Are there any contradictions about the length of the trial?":   {asks: frameAgree, question: "How long did the trial last?"},
		"Do all articles agree on the length of the trial?":             {asks: frameAgree, question: "How long did the trial last?"},
		"What do the sources disagree on?":                              {asks: frameDisputes},
		"Do any of the articles contradict each other?":                 {asks: frameDisputes},
		"What does the Herald say about the crane?":                     {asks: frameOne, question: "the crane", publishers: []string{"the Herald"}},
		"According to the Post, who paid for the crane?":                {asks: frameOne, question: "who paid for the crane", publishers: []string{"the Post"}},
		"Who wrote The Salt Road?":                                      {question: "Who wrote The Salt Road?"},
		"How many articles does the treaty have?":                       {question: "How many articles does the treaty have?"},
		"Which paper was the treaty written on?":                        {question: "Which paper was the treaty written on?"},
	} {
		if diff := cmp.Diff(want, readFrame(asked), cmp.AllowUnexported(frame{})); diff != "" {
			t.Errorf("%q (-want +got):\n%s", asked, diff)
		}
	}
}

// trial are three papers' articles on one voyage.
var trial = map[string]string{
	"a": "---\ntitle: The Halda at sea\npublisher: Brunnvik Herald\npublished: 2022-05-04\n---\nThe sea trial of the ferry Halda off Brunnvik lasted three hours. The port crane of the ferry broke on Monday.",
	"b": "---\ntitle: A long day\npublisher: The Storholm Post\npublished: 2022-05-03\n---\nThe sea trial of the ferry Halda off Brunnvik lasted more than four hours. The port crane of the Halda broke on Monday, its owner said.",
	"c": "---\ntitle: Fish\npublisher: Coast Weekly\n---\nThe herring came late to Brunnvik in this year. The ferry Halda had 300 guests.",
}

func TestFramed(t *testing.T) {
	t.Parallel()
	r := overArticles(t, trial)
	for _, tt := range []struct {
		question, short string
		cited           []string // the articles, sorted
		differ          bool
	}{
		{"Which articles mention the broken crane?", "", []string{"a", "b"}, false},
		{"How many papers report that the crane of the ferry broke?", "", []string{"a", "b"}, false},
		{"Who reports that the sea trial lasted more than four hours?", "", []string{"b"}, false},
		{"Does more than one article report that the crane broke?", "Yes", []string{"a", "b"}, false},
		{"Does more than one article report that the herring came late?", "No", []string{"c"}, false},
		{"Did the Brunnvik Herald and the Post both report that the crane broke?", "Yes", []string{"a", "b"}, false},
		{"Did the Herald and Coast Weekly both report that the crane broke?", "No", []string{"a", "b"}, false},
		{"Do the articles agree on the length of the sea trial?", "", []string{"a", "b"}, true},
		{"Do the articles agree that the crane broke?", "Yes", []string{"a", "b"}, false},
		{"Do the articles agree on the day on which the crane broke?", "Yes", []string{"a", "b"}, false},
		{"Do all articles say that the crane broke?", "No", []string{"a", "b"}, false},
		{"Which paper was the first to report that the crane broke?", "", []string{"b"}, false},
		{"Which one says the crane broke?", "", []string{"a", "b"}, false},
		{"Who reported 300 guests?", "", []string{"c"}, false},
		{"How many articles name the Halda?", "", []string{"a", "b", "c"}, false},
		{"Do the first report and the second report agree on the length of the sea trial?", "", []string{"a", "b"}, true},
		{"Compare what the papers say about the crane of the ferry.", "", []string{"a", "b"}, false},
		{"What does the Post say about the sea trial?", "", []string{"b"}, false},
	} {
		a := r.ask(t, Question{Text: tt.question})
		r.checkAnswer(t, a)
		var cited []string
		for _, c := range a.Citations {
			cited = append(cited, c.Article.ID)
		}
		slices.Sort(cited)
		cited = slices.Compact(cited)
		if a.ShortAnswer != tt.short || !slices.Equal(cited, tt.cited) || len(a.Disagreements) > 0 != tt.differ {
			t.Errorf("%s\n%q of %q, %d disagreements, confidence %v\n%s", tt.question, a.ShortAnswer, cited, len(a.Disagreements), a.Confidence, a.Text)
		}
		if a.Coverage.Reporting != len(tt.cited) {
			t.Errorf("%s: reported by %d", tt.question, a.Coverage.Reporting)
		}
	}
}
