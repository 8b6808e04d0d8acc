package arch

import (
	"fmt"
	"go/build"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// edge is a direct import: who imports what. Packages of the module are named
// by their folder ("ingest/parse"), others by their import path.
type edge struct{ who, what string }

func TestImports(t *testing.T) {
	t.Parallel()
	if found := violations(imports(modulePackages(t))); len(found) > 0 {
		t.Errorf("imports that ARCHITECTURE.md rules out:\n%s", strings.Join(found, "\n"))
	}
}

func TestRulesNameWhatExists(t *testing.T) {
	t.Parallel()
	there := map[string]bool{}
	for _, p := range modulePackages(t) {
		for dir := p.dir; dir != "."; dir = path.Dir(dir) {
			there[dir] = true
		}
	}
	mod := read(t, "go.mod")
	for _, name := range namesInRules() {
		exists := there[name] || strings.Contains(mod, "\t"+name+" v") || isStandard(name)
		switch later := slices.Contains(planned, name); {
		case !exists && !later:
			t.Errorf("a rule names %s, which does not exist: was it renamed?", name)
		case exists && later:
			t.Errorf("%s exists now: take it off the planned names", name)
		}
	}
}

func TestViolations(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		edge edge
		want []string
	}{
		{"down", edge{"answer", "retrieval"}, nil},
		{"within a package's folder", edge{"ingest/parse/feed", "ingest/parse/html"}, nil},
		{"allowed beside", edge{"internal/eval", "internal/llm"}, nil},
		{"the one driver", edge{"store", goSQLite3}, nil},
		{"a name that only begins alike", edge{"answer", "net/httpguts"}, nil},
		{"up", edge{"internal/text", "store"}, []string{"internal/text imports store: imports only go down"}},
		{"down within answers", edge{"answer/gate", "answer/evidence"}, nil},
		{"up within answers", edge{"answer/evidence", "answer/gate"}, []string{"answer/evidence imports answer/gate: imports only go down"}},
		{"up to what is made of it", edge{"answer/draft", "answer"}, []string{"answer/draft imports answer: imports only go down"}},
		{"across", edge{"internal/safehttp", "internal/usererr"}, []string{"internal/safehttp imports internal/usererr: imports only go down"}},
		{"unknown package", edge{"extras", "strings"}, []string{"extras stands on no floor"}},
		{"SQL in a command", edge{"cmd/sherpa", "database/sql"}, []string{"cmd/sherpa imports database/sql: there is one driver, and SQL is in one package"}},
		{"settings below the program", edge{"bot", "internal/config"}, []string{
			"bot imports internal/config: packages take their own Options; the program alone knows the settings",
			"bot imports internal/config: the Discord edge speaks answers, not rows",
		}},
		{"a parser that searches", edge{"ingest/parse/feed", "retrieval"}, []string{"ingest/parse/feed imports retrieval: the write path stands alone"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, violations([]edge{tt.edge})); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// violations says of each edge that breaks the floors or a rule which and why.
func violations(edges []edge) []string {
	var found []string
	for _, e := range edges {
		from, to := floorOf(e.who), floorOf(e.what)
		if from < 0 {
			found = append(found, e.who+" stands on no floor")
		}
		ours := to >= 0 && from >= 0 && !sameFolder(e.who, e.what)
		if ours && to >= from && beside[e] == "" {
			found = append(found, fmt.Sprintf("%s imports %s: imports only go down", e.who, e.what))
		}
		for _, r := range rules {
			bound := len(r.who) == 0 || under(e.who, r.who)
			if bound && !under(e.who, r.except) && under(e.what, r.never) {
				found = append(found, fmt.Sprintf("%s imports %s: %s", e.who, e.what, r.why))
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// floorOf is the number of the floor that a package stands on, or -1.
func floorOf(name string) int {
	floor, _ := standing(name)
	return floor
}

// sameFolder says whether two packages belong to one name of a floor.
func sameFolder(a, b string) bool {
	_, as := standing(a)
	_, bs := standing(b)
	return as != "" && as == bs
}

// standing is the longest name of a floor that a package belongs to, and the floor's
// number; -1 and "" if there is none.
func standing(name string) (at int, as string) {
	at = -1
	for i, floor := range floors {
		for _, n := range floor {
			if under(name, []string{n}) && len(n) > len(as) {
				at, as = i, n
			}
		}
	}
	return at, as
}

// under says whether name is one of the names or lies below one.
func under(name string, names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool {
		return name == n || strings.HasPrefix(name, n+"/")
	})
}

// isStandard says whether name is a package of the standard library.
func isStandard(name string) bool {
	info, err := os.Stat(filepath.Join(build.Default.GOROOT, "src", filepath.FromSlash(name)))
	return err == nil && info.IsDir()
}

// namesInRules are all the names that floors and rules speak of.
func namesInRules() []string {
	names := slices.Concat(floors...)
	for _, r := range rules {
		names = slices.Concat(names, r.who, r.except, r.never)
	}
	for e := range beside {
		names = append(names, e.who, e.what)
	}
	slices.Sort(names)
	return slices.Compact(names)
}
