package payload

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// wide is n code points that are more bytes, and more UTF-16 units.
func wide(n int) string { return strings.Repeat("𝄞", n) }

// buttons are n buttons that differ in their ids.
func buttons(n int) []Button {
	all := make([]Button, n)
	for i := range all {
		all[i] = Button{Label: "b", Style: Primary, CustomID: fmt.Sprint(i)}
	}
	return all
}

func menuOf(choices ...MenuChoice) Message {
	return Message{Rows: []Row{{Menu: &Menu{CustomID: "m", Choices: choices}}}}
}

func manyChoices(n int) []MenuChoice {
	all := make([]MenuChoice, n)
	for i := range all {
		all[i] = MenuChoice{Label: "l", Value: fmt.Sprint(i)}
	}
	return all
}

func one(b Button) Message { return Message{Rows: []Row{{Buttons: []Button{b}}}} }

func form1(f Field) Response {
	return Response{Kind: Form, Modal: Modal{CustomID: "f", Title: "t", Fields: []Field{f}}}
}

func manyFields(n int) Response {
	m := Modal{CustomID: "f", Title: "t"}
	for i := range n {
		m.Fields = append(m.Fields, Field{CustomID: fmt.Sprint(i), Label: "l"})
	}
	return Response{Kind: Form, Modal: m}
}

func reply(m Message) Response { return Response{Kind: Reply, Message: m} }

func TestLimits(t *testing.T) {
	t.Parallel()
	content := func(m Message) Message { m.Content = "x"; return m }
	oneRow := func(n int) (rows []Row) {
		for i := range n {
			rows = append(rows, Row{Buttons: []Button{{Label: "b", Style: Primary, CustomID: fmt.Sprint(i)}}})
		}
		return rows
	}
	for _, tc := range []struct {
		limit       string // what an error must name
		good, wrong Response
	}{
		{"content", reply(Message{Content: wide(2000)}), reply(Message{Content: wide(2001)})},
		{"empty", reply(Message{Content: "x"}), reply(Message{Content: " \n"})},
		{"rows", reply(Message{Rows: oneRow(5)}), reply(Message{Rows: oneRow(6)})},
		{"buttons in a row", reply(Message{Rows: []Row{{Buttons: buttons(5)}}}), reply(Message{Rows: []Row{{Buttons: buttons(6)}}})},
		{"buttons in a row", reply(Message{Rows: oneRow(1)}), reply(Message{Rows: []Row{{}}})},
		{"label of a button", reply(one(Button{Label: wide(80), Style: Primary, CustomID: "a"})), reply(one(Button{Label: wide(81), Style: Primary, CustomID: "a"}))},
		{"neither label nor emoji", reply(one(Button{Emoji: "👍", Style: Primary, CustomID: "a"})), reply(one(Button{Style: Primary, CustomID: "a"}))},
		{"no style", reply(one(Button{Label: "x", Style: Danger, CustomID: "a"})), reply(one(Button{Label: "x", CustomID: "a"}))},
		{"custom ID", reply(one(Button{Label: "x", Style: Primary, CustomID: wide(100)})), reply(one(Button{Label: "x", Style: Primary, CustomID: wide(101)}))},
		{"custom ID", reply(one(Button{Label: "x", Style: Primary, CustomID: "a"})), reply(one(Button{Label: "x", Style: Primary}))},
		{"used twice", reply(Message{Rows: []Row{{Buttons: buttons(2)}}}), reply(Message{Rows: []Row{{Buttons: buttons(1)}, {Buttons: buttons(1)}}})},
		{"like a link", reply(one(Button{Label: "x", Style: Link, URL: "https://a.b"})), reply(one(Button{Label: "x", Style: Primary, CustomID: "a", URL: "https://a.b"}))},
		{"has a custom ID", reply(one(Button{Label: "x", Style: Link, URL: "http://a.b"})), reply(one(Button{Label: "x", Style: Link, URL: "http://a.b", CustomID: "a"}))},
		{"not on the web", reply(one(Button{Label: "x", Style: Link, URL: "http://a.b"})), reply(one(Button{Label: "x", Style: Link, URL: "javascript:alert(1)"}))},
		{"address of a button", reply(one(Button{Label: "x", Style: Link, URL: "http://a.b/" + strings.Repeat("x", 501)})), reply(one(Button{Label: "x", Style: Link, URL: "http://a.b/" + strings.Repeat("x", 502)}))},
		{"lines of a menu", reply(menuOf(manyChoices(25)...)), reply(menuOf(manyChoices(26)...))},
		{"lines of a menu", reply(menuOf(manyChoices(1)...)), reply(menuOf())},
		{"label in a menu", reply(menuOf(MenuChoice{Label: wide(100), Value: "v"})), reply(menuOf(MenuChoice{Label: wide(101), Value: "v"}))},
		{"value in a menu", reply(menuOf(MenuChoice{Label: "l", Value: wide(100)})), reply(menuOf(MenuChoice{Label: "l", Value: wide(101)}))},
		{"description in a menu", reply(menuOf(MenuChoice{Label: "l", Value: "v", Description: wide(100)})), reply(menuOf(MenuChoice{Label: "l", Value: "v", Description: wide(101)}))},
		{"same value", reply(menuOf(manyChoices(2)...)), reply(menuOf(MenuChoice{Label: "a", Value: "v"}, MenuChoice{Label: "b", Value: "v"}))},
		{
			"placeholder of a menu",
			reply(Message{Rows: []Row{{Menu: &Menu{CustomID: "m", Placeholder: wide(150), Choices: manyChoices(1)}}}}),
			reply(Message{Rows: []Row{{Menu: &Menu{CustomID: "m", Placeholder: wide(151), Choices: manyChoices(1)}}}}),
		},
		{"a menu and buttons", reply(menuOf(manyChoices(1)...)), reply(Message{Rows: []Row{{Buttons: buttons(1), Menu: &Menu{CustomID: "m", Choices: manyChoices(1)}}}})},
		{"nonce", reply(content(Message{Nonce: wide(25)})), reply(content(Message{Nonce: wide(26)}))},
		{"no valid id", reply(content(Message{ReplyTo: "123"})), reply(content(Message{ReplyTo: "12x"}))},
		{"bytes of files", reply(Message{Files: []File{{Name: "f", Data: make([]byte, 10<<20)}}}), reply(Message{Files: []File{{Name: "f", Data: make([]byte, 10<<20)}, {Name: "g", Data: []byte{1}}}})},
		{"no name", reply(Message{Files: []File{{Name: "f"}}}), reply(Message{Files: []File{{}}})},
		{"files", reply(Message{Files: manyFiles(10)}), reply(Message{Files: manyFiles(11)})},
		{"title of a form", manyFields(1), Response{Kind: Form, Modal: Modal{CustomID: "f", Title: wide(46), Fields: manyFields(1).Modal.Fields}}},
		{"title of a form", manyFields(1), Response{Kind: Form, Modal: Modal{CustomID: "f", Fields: manyFields(1).Modal.Fields}}},
		{"fields", manyFields(5), manyFields(6)},
		{"fields", manyFields(1), manyFields(0)},
		{"label of a field", form1(Field{CustomID: "a", Label: wide(45)}), form1(Field{CustomID: "a", Label: wide(46)})},
		{"placeholder of a field", form1(Field{CustomID: "a", Label: "l", Placeholder: wide(100)}), form1(Field{CustomID: "a", Label: "l", Placeholder: wide(101)})},
		{"text of a field", form1(Field{CustomID: "a", Label: "l", Value: wide(4000)}), form1(Field{CustomID: "a", Label: "l", Value: wide(4001)})},
		{"greatest length", form1(Field{CustomID: "a", Label: "l", Max: 4000}), form1(Field{CustomID: "a", Label: "l", Max: 4001})},
		{"least length", form1(Field{CustomID: "a", Label: "l", Min: 4000}), form1(Field{CustomID: "a", Label: "l", Min: -1})},
		{"above its greatest", form1(Field{CustomID: "a", Label: "l", Min: 2, Max: 2}), form1(Field{CustomID: "a", Label: "l", Min: 3, Max: 2})},
		{"longer than the field", form1(Field{CustomID: "a", Label: "l", Value: wide(3), Max: 3}), form1(Field{CustomID: "a", Label: "l", Value: wide(4), Max: 3})},
		{"used twice", form1(Field{CustomID: "a", Label: "l"}), form1(Field{CustomID: "f", Label: "l"})},
		{"choices", Response{Kind: Choices, Choices: make25(25)}, Response{Kind: Choices, Choices: make25(26)}},
		{"name of a choice", Response{Kind: Choices, Choices: []Choice{{wide(100), "v"}}}, Response{Kind: Choices, Choices: []Choice{{wide(101), "v"}}}},
		{"value of a choice", Response{Kind: Choices, Choices: []Choice{{"n", wide(100)}}}, Response{Kind: Choices, Choices: []Choice{{"n", wide(101)}}}},
		{"no response of type", Response{Kind: Pong}, Response{Kind: 3}},
	} {
		t.Run(tc.limit, func(t *testing.T) {
			t.Parallel()
			if err := tc.good.Check(); err != nil {
				t.Errorf("what is within the limit: %v", err)
			}
			_, err := tc.wrong.Body()
			if !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), tc.limit) {
				t.Errorf("what breaks the limit: %v, which does not name %q", err, tc.limit)
			}
		})
	}
}

func manyFiles(n int) []File {
	all := make([]File, n)
	for i := range all {
		all[i].Name = "f"
	}
	return all
}

func make25(n int) []Choice {
	all := make([]Choice, n)
	for i := range all {
		all[i] = Choice{"n", fmt.Sprint(i)}
	}
	return all
}

func TestALimitErrorTellsFigures(t *testing.T) {
	t.Parallel()
	var e *LimitError
	err := Message{Content: strings.Repeat("secret", 400)}.Check()
	if !errors.As(err, &e) || e.Has != 2400 || e.Max != MaxContent || strings.Contains(err.Error(), "secret") {
		t.Errorf("the error is %v", err)
	}
}
