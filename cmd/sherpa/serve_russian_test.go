package main

import (
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"sherpa/internal/fakediscord"
	"sherpa/store"
)

// notSaid are the parts of a text that the bot repeats or that have no language:
// quotations, titles and notes of editors, what a brief was written from, commands,
// ids, times.
var notSaid = regexp.MustCompile("(?m)^> .*$|`[^`]*`|«[^»]*»|Конспект Sherpa: [^·\n]*|(?:ответ|отрывок|ID) \\S+|<[^>]*>|Примечание: [^\n]*|Sherpa|\\(LAD REPORTING\\)|\\(24brussels\\)")

var (
	latin    = regexp.MustCompile(`[A-Za-z]{2,}`)
	cyrillic = regexp.MustCompile(`[а-я]{3,}`)
)

// speaksRussian looks at what somebody is shown: the text and the buttons.
func (s *served) speaksRussian(what string, m fakediscord.Message) {
	s.t.Helper()
	said := m.Content
	for _, part := range m.Parts() {
		said += "\n" + part.Label + " " + part.Placeholder
		for _, choice := range part.Options {
			said += "\n" + choice.Label
		}
	}
	rest := notSaid.ReplaceAllString(said, "")
	if foreign := latin.FindString(rest); foreign != "" || !cyrillic.MatchString(rest) {
		s.t.Errorf("%s: %q is not Russian:\n%s", what, foreign, said)
	}
}

// TestServeUserInstallation is the bot of somebody who installed it alone, in a
// conversation between people: all is Russian but the quotations, nobody else sees
// it, and what is kept goes when the owner says so.
func TestServeUserInstallation(t *testing.T) {
	t.Parallel()
	s := newServed(t)
	s.start()
	d := s.discord
	owner := fakediscord.From{UserID: "210000000000000021", ChannelID: "850000000000000001", Private: true, Locale: "ru"}
	use := func(path string, options ...fakediscord.Option) fakediscord.Message {
		t.Helper()
		m := s.does("", d.Slash(owner, path, options...))
		if !m.Ephemeral() {
			t.Errorf("/%s: everybody sees the answer", path)
		}
		s.speaksRussian("/"+path, m)
		return m
	}
	press := func(m fakediscord.Message, part fakediscord.Component) fakediscord.Message {
		t.Helper()
		shown := s.does("", d.Press(owner, m.ID, part.CustomID))
		s.speaksRussian(part.Label, shown)
		return shown
	}
	answer := use("ask", fakediscord.Text("question", "Was a ceasefire agreed?"))
	if !strings.Contains(answer.Content, "**Нет**") || !strings.Contains(answer.Content, "> Nothing pointed to an immediate ceasefire either.") {
		t.Errorf("the answer is %q", answer.Content)
	}
	use("ask", fakediscord.Text("question", "Что Путин ел на завтрак?"))
	use("search", fakediscord.Text("query", "ceasefire"))
	use("ask", fakediscord.Text("question", "Was a ceasefire agreed?"), fakediscord.Text("source", "никто"))
	use("sources")
	use("quote", fakediscord.Text("text", "nearly three hours")) // one too many
	use("help")
	press(answer, s.button(answer, "Источники"))
	press(answer, s.button(answer, "Основания"))
	reasons := press(answer, s.emoji(answer, "👎"))
	chosen := d.Choose(owner, reasons.ID, reasons.Parts()[0].CustomID, "source")
	d.Interact(chosen)
	s.speaksRussian("a reason", s.shows(chosen, "Спасибо"))

	shown := use("privacy show").Content
	for _, want := range []string{"2 ответа", "1 оценка", "2 вопроса"} {
		if !strings.Contains(shown, want) {
			t.Errorf("what is kept does not name %q:\n%s", want, shown)
		}
	}
	if file := use("privacy export").Files; len(file) != 1 || strings.Contains(string(file[0].Data), "ceasefire") || strings.Count(string(file[0].Data), `"deleted_at"`) != 2 {
		t.Errorf("the file is %v", file)
	}
	begun := time.Now()
	asks := use("privacy delete")
	deletes := d.Press(owner, asks.ID, asks.Parts()[0].CustomID)
	d.Interact(deletes)
	s.speaksRussian("the deletion", s.shows(deletes, "удалено"))
	s.looksInto(func(st *store.Store) { s.keepsNothingOf(st, owner.UserID) })
	if took := time.Since(begun); took > time.Minute {
		t.Errorf("the deletion took %v", took)
	}
	if shown := use("privacy show").Content; strings.Contains(shown, "ответ") {
		t.Errorf("afterwards something is kept:\n%s", shown)
	}
	if gone := press(answer, s.button(answer, "Источники")); !strings.Contains(gone.Content, "больше не хранится") {
		t.Errorf("an old button shows %q", gone.Content)
	}
	s.stop(syscall.SIGTERM)
	if n := s.rows("pendings"); n > 0 {
		t.Errorf("%d tickets are left", n)
	}
}

// keepsNothingOf fails if the store has an answer, a citation or a vote of a user,
// who alone used the bot.
func (s *served) keepsNothingOf(st *store.Store, userID string) {
	s.t.Helper()
	privacy, err := store.NewPrivacy(s.t.Context(), st)
	if err != nil {
		s.t.Fatal(err)
	}
	kept, err := privacy.Kept(s.t.Context(), userID)
	if err != nil || len(kept.Answers)+len(kept.Votes) > 0 {
		s.t.Errorf("kept: %+v, %v", kept, err)
	}
	for _, table := range []string{"answers", "cited", "votes"} {
		if n := s.rows(table); n > 0 {
			s.t.Errorf("%d rows of %s are left", n, table)
		}
	}
}
