package main

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"sherpa/internal/fakellm"
)

// canaryKey is a key that must not be seen anywhere but by the language model.
const canaryKey = "sk-canary-4711-0815-2323"

// scriptModel is the language model of one script.
type scriptModel struct {
	author
	server *fakellm.Server
	seen   int // calls that the script has looked at
}

// scriptModelKey is where a script keeps its language model.
type scriptModelKey struct{}

// misdeeds are what a language model can do instead of answering, by name.
var misdeeds = map[string]fakellm.Step{
	"hang":      fakellm.Reply{Hang: true},
	"401":       fakellm.Unauthorized(),
	"echo":      fakellm.EchoingError(http.StatusForbidden),
	"429":       fakellm.RateLimited(20 * time.Millisecond),
	"429-long":  fakellm.RateLimited(time.Minute),
	"500":       fakellm.HTMLPage(http.StatusInternalServerError),
	"cut":       fakellm.Reply{Cut: fakellm.CutHalfDone},
	"length":    fakellm.Reply{Finish: "length"},
	"refuse":    fakellm.Reply{Refusal: "I cannot help with that."},
	"page":      fakellm.HTMLPage(http.StatusOK),
	"nothing":   fakellm.Reply{Empty: true},
	"uncounted": fakellm.Reply{Usage: &fakellm.Usage{Missing: true}},
}

// modelInScript is a language model for a script:
//
//	llm start [FIELD...]     starts it, names it in the environment; it takes no such fields
//	llm says FILE            has it make the statements of FILE, one a line
//	llm understands TEXT     has it put every question into that one
//	llm does DEED            has it do that instead, until it says something
//	llm stop                 ends it
//	llm asked N              fails unless it was called N times since the last look
func modelInScript(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: llm start|says|understands|does|stop|asked [ARGUMENT]")
	}
	m, _ := ts.Value(scriptModelKey{}).(*scriptModel)
	argument := strings.Join(args[1:], " ")
	switch args[0] {
	case "start":
		m.start(ts, args[1:])
	case "says":
		m.says(ts.ReadFile(argument))
		m.server.Handle(nil)
	case "understands":
		m.understands(argument)
	case "does":
		if misdeeds[argument] == nil {
			ts.Fatalf("there is no misdeed %q", argument)
		}
		m.server.Always(misdeeds[argument])
	case "stop":
		m.server.Close()
	case "asked":
		m.asked(ts, argument)
	default:
		ts.Fatalf("llm does not know %q", args[0])
	}
}

func (m *scriptModel) start(ts *testscript.TestScript, refuse []string) {
	server, err := fakellm.Start(fakellm.Options{Models: []string{modelName}, Model: m.Model, Key: canaryKey, Refuse: refuse})
	ts.Check(err)
	m.server = server
	ts.Defer(server.Close)
	ts.Setenv("SHERPA_LLM_BASE_URL", server.APIURL())
	ts.Setenv("SHERPA_LLM_MODEL", modelName)
	ts.Setenv("SHERPA_LLM_API_KEY", canaryKey)
}

func (m *scriptModel) asked(ts *testscript.TestScript, want string) {
	for _, v := range m.server.Violations() {
		ts.Fatalf("a request broke a rule: %s", v)
	}
	all := m.server.Count()
	if got := all - m.seen; strconv.Itoa(got) != want {
		ts.Fatalf("the language model was called %d times, want %s", got, want)
	}
	m.seen = all
}

// isSilent fails if a file or stream tells the key of the language model, or the
// texts of prompts: silent FILE...
func isSilent(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: silent FILE...")
	}
	for _, file := range args {
		text := ts.ReadFile(file)
		for _, secret := range []string{canaryKey, "canary", "0815-2323", "THE MATERIAL", "strangers wrote", "BEGIN "} {
			if strings.Contains(text, secret) {
				ts.Fatalf("%s tells %q:\n%s", file, secret, text)
			}
		}
	}
}
