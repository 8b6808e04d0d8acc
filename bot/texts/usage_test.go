package texts

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mention is a key, or the beginning of some, in the code.
type mention struct {
	key, where string
	// call is the function that the key is given to, "" where it is given to
	// none; names are the names of what it is filled with, nil where the code
	// does not show them.
	call  string
	names []string
}

// keyLike are texts that can only be keys, or beginnings of keys.
var keyLike = regexp.MustCompile(`^(answer|bot|commands|settings|time)\.[a-z0-9_.]*$`)

// mentions are all keys in the code of the bot.
func mentions(t *testing.T) []mention {
	t.Helper()
	var all []mention
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return fmt.Errorf("read %s: %w", path, err)
		}
		for _, m := range mentionsIn(file) {
			m.where = path + ": " + m.key
			all = append(all, m)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("no key was found in the code")
	}
	return all
}

func mentionsIn(file *ast.File) []mention {
	var all []mention
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if m, found := given(n); found {
				all = append(all, m)
			}
		case *ast.BasicLit:
			if key := literal(n); keyLike.MatchString(key) {
				all = append(all, mention{key: key})
			}
		}
		return true
	})
	return all
}

// given is a call with a key and what fills it.
func given(call *ast.CallExpr) (mention, bool) {
	name := called(call.Fun)
	if len(call.Args) == 0 || name != "Say" && name != "Count" && name != "tell" {
		return mention{}, false
	}
	m := mention{key: literal(call.Args[0]), call: name}
	if !keyLike.MatchString(m.key) {
		return mention{}, false
	}
	if call.Ellipsis.IsValid() {
		return m, true
	}
	m.names = []string{}
	first := 1
	if name == "Count" {
		first, m.names = 2, []string{"Count"}
	}
	for i := first; i < len(call.Args); i += 2 {
		m.names = append(m.names, literal(call.Args[i]))
	}
	return m, true
}

func called(fun ast.Expr) string {
	switch f := fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

// literal is the text of a string in the code, or "".
func literal(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}
	text, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return text
}

// isStem says whether text in the code is the beginning of keys.
func isStem(text string) bool { return strings.HasSuffix(text, ".") || strings.HasSuffix(text, "_") }

// englishTexts are the English texts of all areas.
func englishTexts(t *testing.T) map[string]forms {
	t.Helper()
	all := map[string]forms{}
	for _, languages := range areas(t) {
		maps.Copy(all, languages[english])
	}
	return all
}

func TestKeysInTheCodeExist(t *testing.T) {
	t.Parallel()
	texts := englishTexts(t)
	for _, m := range mentions(t) {
		exists := texts[m.key] != nil
		if isStem(m.key) {
			exists = slices.ContainsFunc(slices.Collect(maps.Keys(texts)), func(key string) bool { return strings.HasPrefix(key, m.key) })
		}
		if !exists {
			t.Errorf("%s: there is no such text", m.where)
		}
	}
}

func TestKeysAreFilled(t *testing.T) {
	t.Parallel()
	texts := englishTexts(t)
	for _, m := range mentions(t) {
		text := texts[m.key]
		if text == nil || m.call == "" {
			continue
		}
		if counts := text["one"] != ""; counts != (m.call == "Count") {
			t.Errorf("%s: given to %s, but it has plural forms: %v", m.where, m.call, counts)
		}
		for _, name := range placeholders(text["other"]) {
			if m.names != nil && !slices.Contains(m.names, name) {
				t.Errorf("%s: nothing is given for %s", m.where, name)
			}
		}
	}
}

func TestEveryTextIsSaid(t *testing.T) {
	t.Parallel()
	said, stems := map[string]bool{}, []string{}
	for _, m := range mentions(t) {
		said[m.key] = true
		if isStem(m.key) {
			stems = append(stems, m.key)
		}
	}
	for key := range englishTexts(t) {
		if !said[key] && !slices.ContainsFunc(stems, func(stem string) bool { return strings.HasPrefix(key, stem) }) {
			t.Errorf("%s: nobody says this text", key)
		}
	}
}
