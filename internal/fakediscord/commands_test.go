package fakediscord_test

import (
	"fmt"
	"strings"
	"testing"

	"sherpa/internal/fakediscord"
)

func option(kind int, name, more string) string {
	return fmt.Sprintf(`{"type":%d,"name":%q,"description":"d"%s}`, kind, name, more)
}

func command(name, description string, options ...string) string {
	return fmt.Sprintf(`{"name":%q,"description":%q,"options":[%s]}`, name, description, strings.Join(options, ","))
}

func numbered(n int, more string) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = option(3, fmt.Sprint("o", i), more)
	}
	return list
}

func TestCommandRules(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{})
	d.ExpectViolations()
	c := newClient(t, d)
	path := "/applications/" + d.ApplicationID() + "/commands"
	long := func(n int) string { // n options of one letter with 25 choices each
		choices := strings.TrimSuffix(strings.Repeat(`{"name":"`+strings.Repeat("c", 100)+`","value":"v"},`, 25), ",")
		return command("a", "d", numbered(n, `,"choices":[`+choices+`]`)...)
	}
	for _, tt := range []struct {
		name, body string
		status     int
	}{
		{"ordinary", command("ask", "Ask.", option(3, "question", `,"required":true`), option(5, "private", "")), 200},
		{"another script", command("спросить", "d"), 200},
		{"capitals", command("Ask", "d"), 400},
		{"a space", command("ask me", "d"), 400},
		{"a name of 33", command(strings.Repeat("a", 33), "d"), 400},
		{"no description", command("ask", ""), 400},
		{"a description of 101", command("ask", strings.Repeat("d", 101)), 400},
		{"required after optional", command("ask", "d", option(3, "a", ""), option(3, "b", `,"required":true`)), 400},
		{"25 options", command("ask", "d", numbered(25, "")...), 200},
		{"26 options", command("ask", "d", numbered(26, "")...), 400},
		{"an option twice", command("ask", "d", option(3, "a", ""), option(3, "a", "")), 400},
		{"8,000 characters and less", long(3), 200},
		{"8,001 characters and more", long(4), 400},
		{"choices and suggestions", command("ask", "d", option(3, "a", `,"autocomplete":true,"choices":[{"name":"n","value":"v"}]`)), 400},
		{"a group of commands", command("a", "d", option(2, "g", `,"options":[`+option(1, "s", `,"options":[`+option(3, "o", "")+`]`)+`]`)), 200},
		{"a group in a group", command("a", "d", option(2, "g", `,"options":[`+option(2, "s", "")+`]`)), 400},
		{"a command in a command", command("a", "d", option(1, "g", `,"options":[`+option(1, "s", "")+`]`)), 400},
		{"options of a text", command("a", "d", option(3, "g", `,"options":[`+option(3, "s", "")+`]`)), 400},
		{"a locale that is none", `{"name":"a","description":"d","name_localizations":{"xx":"a"}}`, 400},
		{"a localized name with a space", `{"name":"a","description":"d","name_localizations":{"de":"a b"}}`, 400},
		{"a localized description of 101", `{"name":"a","description":"d","description_localizations":{"de":"` + strings.Repeat("d", 101) + `"}}`, 400},
		{"a message command", `{"type":3,"name":"Check against sources"}`, 200},
		{"a message command with a description", `{"type":3,"name":"Check","description":"d"}`, 400},
		{"a name twice", command("a", "d") + "," + command("a", "e"), 400},
		{"a name twice of two kinds", command("a", "d") + `,{"type":3,"name":"a"}`, 200},
		{"101 commands", strings.TrimSuffix(strings.Repeat(command("a", "d")+",", 101), ","), 400},
	} {
		if a := c.ask("PUT", path, "["+tt.body+"]"); a.Status != tt.status {
			t.Errorf("%s: %d, want %d: %.200s", tt.name, a.Status, tt.status, a.body)
		}
	}
	c.want("PUT", "/applications/1/commands", "[]", 404, 10002)
}

func TestCommandsAreKept(t *testing.T) {
	t.Parallel()
	d := fakediscord.New(t, fakediscord.Options{})
	c := newClient(t, d)
	path := "/applications/" + d.ApplicationID() + "/commands"
	c.want("PUT", path, "["+command("ask", "d")+","+command("help", "d")+"]", 200, 0)
	id := d.CommandID("ask")
	c.want("PUT", path, "["+command("ask", "changed")+"]", 200, 0)
	if d.CommandID("ask") != id || id == "" || d.CommandID("help") != "" {
		t.Errorf("ids %q, then %q", id, d.CommandID("ask"))
	}
	if data := field(object(t, d.Slash(here, "ask").JSON), "data.id"); data != `"`+id+`"` {
		t.Errorf("the interaction has the command %s", data)
	}
	c.want("POST", path, command("why", "d"), 201, 0)
	equal(t, "commands", 2, len(d.Commands("")))
	c.want("GET", path, "", 200, 0)
	c.want("PUT", "/applications/"+d.ApplicationID()+"/guilds/"+guild+"/commands", "["+command("ask", "d")+"]", 200, 0)
	equal(t, "commands of the server", 1, len(d.Commands(guild)))
}
