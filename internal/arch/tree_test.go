package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "sherpa"

// tree is the repository.
var tree = os.DirFS("../..")

// pkg is a package of the module: its folder, with slashes, and its files
// outside tests, whatever their build tags.
type pkg struct {
	dir   string
	files []*ast.File
}

// modulePackages parses package clauses and imports of the whole tree. It reads
// files instead of asking the Go tool, so that a file which today's tags leave
// out is held to the rules too.
func modulePackages(t *testing.T) []pkg {
	t.Helper()
	found := map[string]pkg{}
	err := walk(".go", func(name string) error {
		if strings.HasSuffix(name, "_test.go") {
			return nil
		}
		source, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return err
		}
		dir := path.Dir(name)
		found[dir] = pkg{dir: dir, files: append(found[dir].files, file)}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	packages := slices.Collect(maps.Values(found))
	slices.SortFunc(packages, func(a, b pkg) int { return strings.Compare(a.dir, b.dir) })
	return packages
}

// walk calls visit with the path, from the root, of every file with the ending,
// but for those that the Go tool leaves out: testdata, and hidden folders.
func walk(ending string, visit func(name string) error) error {
	return fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		hidden := name != "." && (strings.HasPrefix(d.Name(), ".") || strings.HasPrefix(d.Name(), "_"))
		switch {
		case d.IsDir() && (hidden || d.Name() == "testdata"):
			return fs.SkipDir
		case d.IsDir() || hidden || !strings.HasSuffix(name, ending):
			return nil
		}
		return visit(name)
	})
}

// imports are the direct imports of the packages.
func imports(packages []pkg) []edge {
	var edges []edge
	for _, p := range packages {
		for _, file := range p.files {
			for _, spec := range file.Imports {
				path, err := strconv.Unquote(spec.Path.Value)
				if err == nil {
					edges = append(edges, edge{p.dir, strings.TrimPrefix(path, module+"/")})
				}
			}
		}
	}
	return edges
}

func TestEveryPackageSaysWhatItIsFor(t *testing.T) {
	t.Parallel()
	for _, p := range modulePackages(t) {
		comments := 0
		for _, file := range p.files {
			if strings.TrimSpace(file.Doc.Text()) != "" {
				comments++
			}
		}
		if comments != 1 {
			t.Errorf("%s: %d files have a package comment, not one", p.dir, comments)
		}
	}
}
