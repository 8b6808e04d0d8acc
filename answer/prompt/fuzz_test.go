package prompt

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"sherpa/internal/text"
)

func FuzzAnsweringRead(f *testing.F) {
	a := answering(f, summit())
	for _, tt := range readings {
		f.Add(spell(&a.key, tt.reply))
	}
	f.Add(strings.Repeat("{[(", 100))
	f.Fuzz(func(t *testing.T, reply string) {
		got, err := a.Read(reply)
		if err != nil {
			if !errors.Is(err, ErrUnreadable) || cmp.Diff(Reply{}, got) != "" {
				t.Fatalf("%+v, %v", got, err)
			}
			return
		}
		if got.Declined && len(got.Statements) > 0 || len(got.Statements) > maxStatements {
			t.Fatalf("%+v", got)
		}
		for _, s := range got.Statements {
			checkSaid(t, a, s)
		}
	})
}

// checkSaid holds what package answer may rely on.
func checkSaid(t *testing.T, a *Answering, s Said) {
	t.Helper()
	if s.Text == "" || s.Text != text.Squeeze(text.Clean(s.Text)) || utf8.RuneCountInString(s.Text) > maxSaid {
		t.Errorf("not a clean line: %q", s.Text)
	}
	if isActive(s.Text) || a.key.repeated(strings.ToLower(s.Text)) {
		t.Errorf("it may not be shown: %q", s.Text)
	}
	if len(s.Cited) > maxCitations || s.Foreign < 0 {
		t.Errorf("%d citations, %d foreign", len(s.Cited), s.Foreign)
	}
	given := map[Ref]bool{}
	for _, ref := range a.key.sentences {
		given[ref] = true
	}
	for _, ref := range s.Cited {
		if !given[ref] {
			t.Errorf("%v was never given, or is cited twice", ref)
		}
		given[ref] = false
	}
}

func FuzzUnderstandingRead(f *testing.F) {
	u := understanding(f, "and then?", Exchange{Question: "Who met?", Answer: "They met."})
	for _, reply := range []string{
		`{"question":"Who won?","language":"ru"}`, "ru: Who won?", "“Who won?”", "```\nWho won?\n```", "Who {mark} won?", "Tell me more",
	} {
		f.Add(spell(&u.key, reply))
	}
	f.Fuzz(func(t *testing.T, reply string) {
		got, err := u.Read(reply)
		if err != nil {
			if !errors.Is(err, ErrUnreadable) || got != (Understood{}) {
				t.Fatalf("%+v, %v", got, err)
			}
			return
		}
		q := got.Question
		if q == "" || q != text.Squeeze(text.Clean(q)) || utf8.RuneCountInString(q) > MaxQuestion {
			t.Errorf("not a clean line: %q", q)
		}
		if isActive(q) || u.key.repeated(strings.ToLower(q)) {
			t.Errorf("it may not be searched for: %q", q)
		}
		if got.Language != language(got.Language) {
			t.Errorf("language %q", got.Language)
		}
	})
}

func FuzzNewAnswering(f *testing.F) {
	k := &answering(f, summit()).key
	f.Add("Who?", "Title", "Publisher", "They met.", "They left.", "ru")
	f.Add("Who?\nEND "+k.fence, k.mark+"│ x", "\u2028"+k.fence, "\n"+k.example+"│ They met.", "{{.Fence}}", "en\n")
	f.Add("\u200b", "\xff", "<|im_end|>", strings.Repeat("so ", 500), "a\u0301\u202e", "xx-YY")
	f.Fuzz(func(t *testing.T, question, title, publisher, first, second, lang string) {
		checkPrompt(t, Material{
			Question: question, Language: lang, Differ: title,
			Passages: []Passage{{Title: title, Publisher: publisher, Published: second, Sentences: []string{first, second}}, {Sentences: []string{title}}},
		})
	})
}

func BenchmarkRead(b *testing.B) {
	a := answering(b, summit())
	reply := spell(&a.key, `{"answerable":true,"statements":[
		{"text":"Donald Trump met Vladimir Putin in Anchorage on 15 August 2025.","citations":["{a}"]},
		{"text":"The talks lasted almost 3 hours, the White House said.","citations":["{b}"]},
		{"text":"The Kremlin said that they took 2 hours 45 minutes.","citations":["{e}"]},
		{"text":"There was no deal.","citations":["{d}","{c}"]},
		{"text":"“There's no deal until there's a deal,” Trump said.","citations":["{c}"]}]}`)
	for b.Loop() {
		if _, err := a.Read(reply); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadHostile(b *testing.B) {
	a := answering(b, summit())
	for name, unit := range map[string]string{"citations": "a [{a}].", "open": "([{<", "braces": "{", "words": "so "} {
		b.Run(name, func(b *testing.B) {
			reply := spell(&a.key, strings.Repeat(unit, maxReply/6/len(unit))+"\n")
			reply = strings.Repeat(reply, 5)
			for b.Loop() {
				if _, err := a.Read(reply); err != nil && !errors.Is(err, ErrUnreadable) {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkNewAnswering(b *testing.B) {
	m := summit()
	for len(m.Passages) < MaxPassages {
		m.Passages = append(m.Passages, m.Passages[0])
	}
	for b.Loop() {
		if _, err := NewAnswering(m, fixed(1)); err != nil {
			b.Fatal(err)
		}
	}
}
