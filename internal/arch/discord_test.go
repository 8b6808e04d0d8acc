package arch

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// requesting are the names of net/http with which requests are made.
var requesting = []string{
	"Get", "Head", "Post", "PostForm", "NewRequest", "NewRequestWithContext", "DefaultClient", "DefaultTransport", "Client", "Transport",
}

// ofDiscordgo are the names of discordgo that may be used: its sessions serve as
// connections to the gateway, and send no requests.
var ofDiscordgo = []string{"New", "Logger", "Session", "Event", "Disconnect", "Intent", "EndpointGateway"}

// Requests to Discord are made in one place: elsewhere below bot nothing has the
// means, but for the one http.Client that discordgo gets, whose transport answers
// from memory.
func TestOneWayOutToDiscord(t *testing.T) {
	t.Parallel()
	clients := 0
	eachFile(t, "bot", func(name string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			selector, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			switch of, used := imported(file, selector), selector.Sel.Name; {
			case of == "net/http" && path.Dir(name) == "bot/gateway" && used == "Client":
				clients++
			case of == "net/http" && path.Dir(name) != "bot/rest" && slices.Contains(requesting, used):
				t.Errorf("%s uses http.%s: bot/rest is the one way out to Discord", name, used)
			case of == discordgo && !slices.Contains(ofDiscordgo, used):
				t.Errorf("%s uses discordgo.%s", name, used)
			}
			return true
		})
	})
	if clients != 1 {
		t.Errorf("bot/gateway has %d clients, not the one of addressBook", clients)
	}
}

// imported is the path of the package that a selector selects from, or empty.
func imported(file *ast.File, s *ast.SelectorExpr) string {
	from, ok := s.X.(*ast.Ident)
	if !ok {
		return ""
	}
	for _, spec := range file.Imports {
		if p, err := strconv.Unquote(spec.Path.Value); err == nil && path.Base(p) == from.Name {
			return p
		}
	}
	return ""
}

// speaking are the functions that put values into a sentence, with the number of
// arguments before the pairs of a name and a value.
var speaking = map[string]int{"Say": 1, "Count": 2, "tell": 1, "counted": 2, "nothing": 2}

// harmless are values that need no escape, or have been escaped.
var harmless = regexp.MustCompile(`^(` + strings.Join([]string{
	`"[\w ]*"`,
	`payload\.Escape\(.*`, `escape\(.*`, `word\(.*`, `foreign\(.*`, `named\(.*`, `channelName\(.*`,
	`r\.(quoted|date|original)\(.*`,
	`(\w+\.)*(say|t)\.(Number|Decimal|Percent|Dollars|In|Day|OwnName)\(.*`,
	`(\w+\.)*say\.Say\(key\)`,
	`(\w+\.)*(say|t)\.Quote\((payload\.Escape|escape)\(.*`,
	`(number|share|seconds)\(.*`,
	`fmt\.Sprintf\("<t:%d:f>".*`,
}, "|") + `)$`)

// known are the other values, each with the reason why it is harmless.
var known = map[string]string{
	`bot/help.go "<@" + me + ">"`:                 "the bot's own id; nothing pings",
	`bot/help.go dated(w, at.newest)`:             "it escapes what is no date",
	`bot/commands.go length`:                      "a number",
	`bot/commands.go limit`:                       "a number",
	`bot/settings.go maxChannels`:                 "a number",
	`bot/settings.go name`:                        "made by channelName",
	`bot/settings.go strings.Join(names, " ")`:    "made by channelName",
	`bot/fault.go code`:                           "made by newCode",
	`bot/vote.go link`:                            "made of ids",
	`bot/reach.go t.Date(since)`:                  "checked to be a date",
	`bot/corpus.go a.AddedBy`:                     "part of an item's note, which is escaped as a whole",
	`bot/corpus.go f.AddedName`:                   "part of an item's note, which is escaped as a whole",
	`bot/corpus.go short(f.LastError, maxReason)`: "part of an item's note, which is escaped as a whole",
	`bot/render/quote.go added`:                   "made by quoted",
	`bot/render/quote.go missing`:                 "made by quoted",
	`bot/render/reports.go asked`:                 "made by quoted",
	`bot/render/reports.go topic`:                 "made by quoted",
}

// Whatever a sentence is filled in with is escaped, or cannot do harm.
func TestSentencesAreFilledWithEscapedText(t *testing.T) {
	t.Parallel()
	values, used := 0, map[string]bool{}
	eachFile(t, "bot", func(name string, file *ast.File) {
		if dir := path.Dir(name); dir != "bot" && dir != "bot/render" {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			for _, value := range filledIn(t, call) {
				values++
				at := name + " " + value
				used[at] = true
				if !harmless.MatchString(value) && known[at] == "" {
					t.Errorf("%s fills a sentence in with %s: is it escaped?", name, value)
				}
			}
			return true
		})
	})
	for at := range known {
		if !used[at] {
			t.Errorf("nothing is filled in with %s any more", at)
		}
	}
	if values < 60 {
		t.Errorf("only %d values were found", values)
	}
}

// filledIn are the values that a call fills a sentence in with.
func filledIn(t *testing.T, call *ast.CallExpr) (values []string) {
	t.Helper()
	name := ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		name = f.Sel.Name
	case *ast.Ident:
		name = f.Name
	}
	before := speaking[name]
	if before == 0 {
		return nil
	}
	for i := before + 1; i < len(call.Args); i += 2 {
		var b bytes.Buffer
		if err := printer.Fprint(&b, token.NewFileSet(), call.Args[i]); err != nil {
			t.Fatal(err)
		}
		values = append(values, b.String())
	}
	return values
}

// eachFile visits the files below a folder that are no tests.
func eachFile(t *testing.T, dir string, visit func(name string, file *ast.File)) {
	t.Helper()
	err := walk(".go", func(name string) error {
		if !strings.HasPrefix(name, dir+"/") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		source, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.SkipObjectResolution)
		if err == nil {
			visit(name, file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
