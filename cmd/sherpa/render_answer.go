package main

import (
	"fmt"
	"strings"

	"sherpa/answer"
)

// renderAnswer lays out an answer or a refusal: first what answers the
// question, then the evidence, then the sources. newest is the date of the
// newest article, or empty.
func renderAnswer(a answer.Answer, newest string, v view) string {
	p := newPage(v)
	if a.UnderstoodAs != "" {
		p.para("", "Understood as: "+a.UnderstoodAs, dim)
		p.gap()
	}
	p.noArticlesBy(a)
	switch {
	case len(a.Parts) > 0:
		p.inParts(a)
	case a.Answered:
		p.findings(a)
		p.restsOn(a)
	default:
		p.refusal(a)
	}
	p.gap()
	p.para("", footer(a, newest), dim)
	return p.String()
}

// noArticlesBy says of which publishers that the question names there are no articles.
func (p *page) noArticlesBy(a answer.Answer) {
	if len(a.NoArticlesBy) > 0 {
		p.para("", "There are no articles here by "+strings.Join(a.NoArticlesBy, ", ")+".", plain)
		p.gap()
	}
}

// refusal says that the sources do not answer, and what comes nearest, unless
// the sentence says that already.
func (p *page) refusal(a answer.Answer) {
	p.para("", a.Text, bold)
	for i, c := range a.Closest {
		if strings.Contains(a.Text, c.Title) {
			return
		}
		if i == 0 {
			p.gap()
			p.para("", "Closest:", plain)
		}
		p.para("  - ", c.Title, plain)
	}
}

// inParts lays out the answers to several questions, each under its own, and what
// they rest on together.
func (p *page) inParts(a answer.Answer) {
	for _, part := range a.Parts {
		p.gap()
		p.para("", part.Meant(), yellow)
		p.noArticlesBy(part)
		if part.Answered {
			p.findings(part)
		} else {
			p.para("", part.Text, plain)
		}
	}
	if a.Beyond > 0 {
		p.gap()
		p.para("", beyond(a.Beyond), plain)
	}
	if a.Answered {
		p.restsOn(a)
	}
}

// beyond says that there were more questions.
func beyond(n int) string {
	if n == 1 {
		return "One more question was left out; ask it by itself."
	}
	return fmt.Sprintf("%d more questions were left out; ask them by themselves.", n)
}

// findings lays out what answers a question.
func (p *page) findings(a answer.Answer) {
	if a.ShortAnswer != "" {
		p.para("", shortAnswer(a), bold)
	}
	if a.Indirect {
		p.para("", "This comes closest; it may not answer the question.", plain)
	}
	p.disagreements(a.Disagreements, a.Citations)
	for _, s := range a.Statements {
		p.gap()
		p.para("  ", statement(s), plain)
	}
	if len(a.Statements) == 0 && a.ShortAnswer == "" {
		p.gap()
		p.para("", a.Text, bold)
	}
}

// shortAnswer is the short answer with the date that it means.
func shortAnswer(a answer.Answer) string {
	if a.Resolved == "" {
		return a.ShortAnswer
	}
	return a.ShortAnswer + " (" + day(a.Resolved) + ")"
}

// restsOn lays out what an answer rests on. How many articles report it is said of what
// answers only.
func (p *page) restsOn(a answer.Answer) {
	if !a.Indirect {
		p.gap()
		p.para("", coverage(a), plain)
	}
	p.sources(a)
}

// statement is a sentence with its citations, in quotation marks only if it is
// an article's own words.
func statement(s answer.Statement) string {
	text := s.Text
	if s.Quote {
		text = quoted(text)
	}
	return strings.TrimSpace(text + " " + markers(s.Citations))
}

// coverage says how many of the articles report what was said. For what a
// model says in words of its own, there may be more than were found.
func coverage(a answer.Answer) string {
	c := a.Coverage
	text := fmt.Sprintf("Reported by %d of %s", c.Reporting, count(c.Articles, "article"))
	if c.Reporting == 1 && c.Articles > 1 && a.Mode != answer.ModeLLM {
		return text + ": a single source."
	}
	return text + "."
}

// disagreements sets what the sources say differently side by side.
func (p *page) disagreements(list []answer.Disagreement, citations []answer.Citation) {
	for _, d := range list {
		p.gap()
		heading := "Sources differ on " + differOn(d.About)
		if d.Kind == "namesake" {
			heading = "Several things bear this name: " + d.About
		}
		p.para("", heading, yellow)
		p.columns("  ", 22, claimColumns(d.Claims, citations))
	}
}

// differOn is what sources differ on, as it stands in a sentence.
func differOn(about string) string {
	switch {
	case about == "yes or no":
		return "whether this is so"
	case strings.HasPrefix(about, "who "):
		return about
	}
	return "the " + about
}

// claimColumns is a column for each claim: its value, then who says so.
func claimColumns(claims []answer.Claim, citations []answer.Citation) [][]string {
	byNumber := map[int]answer.Article{}
	for _, c := range citations {
		byNumber[c.N] = c.Article
	}
	all := make([][]string, 0, len(claims))
	for _, claim := range claims {
		column := []string{claim.Value}
		for _, n := range claim.Citations {
			column = append(column, fmt.Sprintf("[%d] %s", n, shortSource(byNumber[n])))
		}
		all = append(all, column)
	}
	return all
}

// fallbacks say why an answer is not the language model's, after its name.
var fallbacks = map[answer.Reason]string{
	answer.ReasonTimeout:     "took too long",
	answer.ReasonUnavailable: "cannot be reached, or fails",
	answer.ReasonRejected:    "does not take the request",
	answer.ReasonBudget:      "may not be asked, as the day's budget is spent",
	answer.ReasonIncomplete:  "broke off, or gave no answer that can be read",
	answer.ReasonDeclined:    "gave no answer",
	answer.ReasonUnverified:  "said what the articles do not bear out",
}

// modeText says who made the answer.
func modeText(a answer.Answer) string {
	switch use := a.LLM; {
	case use == nil:
		return "Offline"
	case a.Mode == answer.ModeLLM:
		return "Phrased by " + use.Model
	case use.FallbackReason != "":
		if why, known := fallbacks[answer.Reason(use.FallbackReason)]; known {
			return "Offline: " + use.Model + " " + why
		}
		return "Offline: " + use.Model + " was of no help (" + use.FallbackReason + ")"
	default:
		return "With the help of " + use.Model
	}
}

// footer states how the answer was made, what was checked, and how far the
// articles reach.
func footer(a answer.Answer, newest string) string {
	parts := []string{modeText(a)}
	if a.Checked.Statements > 0 {
		parts = append(parts, fmt.Sprintf("%d of %s checked against the sources", a.Checked.Supported, count(a.Checked.Statements, "statement")))
	}
	if a.Checked.Withheld > 0 {
		parts = append(parts, count(a.Checked.Withheld, "statement")+" withheld: not supported")
	}
	if newest != "" {
		parts = append(parts, "articles up to "+day(newest))
	}
	return strings.Join(parts, " · ")
}
