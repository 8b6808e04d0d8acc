package arch

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"
)

// link is a Markdown link or picture to something in the repository.
var link = regexp.MustCompile(`\]\(([^)#:\s]+)(?:#[^)]*)?\)`)

func TestLinksLeadSomewhere(t *testing.T) {
	t.Parallel()
	links := 0
	err := walk(".md", func(name string) error {
		page, err := fs.ReadFile(tree, name)
		for _, m := range link.FindAllSubmatch(page, -1) {
			links++
			if _, statErr := fs.Stat(tree, path.Join(path.Dir(name), string(m[1]))); statErr != nil {
				t.Errorf("%s: the link to %s leads nowhere", name, m[1])
			}
		}
		return err
	})
	if err != nil || links == 0 {
		t.Fatalf("%d links were found: %v", links, err)
	}
}

// exampleKey is a section or a key of config.example.yaml.
var exampleKey = regexp.MustCompile(`(?m)^( *)([a-z_]+):`)

func TestReadmeNamesEverySetting(t *testing.T) {
	t.Parallel()
	readme := read(t, "README.md")
	section, keys := "", 0
	for _, m := range exampleKey.FindAllStringSubmatch(read(t, "config.example.yaml"), -1) {
		if m[1] == "" {
			section = m[2]
			continue
		}
		keys++
		if key := section + "." + m[2]; !strings.Contains(readme, "`"+key+"`") {
			t.Errorf("README.md does not name the setting %s", key)
		}
	}
	if keys == 0 {
		t.Error("no settings were found in config.example.yaml")
	}
}

func TestReadmeNamesEveryCommand(t *testing.T) {
	t.Parallel()
	readme := read(t, "README.md")
	commands := regexp.MustCompile(`(?m)^\t[A-Z]\w+ +\w+Cmd +.*cmd:""`).FindAllString(read(t, "cmd/sherpa/grammar.go"), -1)
	if len(commands) == 0 {
		t.Error("no commands were found in the grammar")
	}
	for _, line := range commands {
		if name := strings.ToLower(strings.Fields(line)[0]); !strings.Contains(readme, "`sherpa "+name) {
			t.Errorf("README.md does not name the command %s", name)
		}
	}
}

// TestBuildsCarryTheTag keeps a build without full-text search out of what
// people and machines run.
func TestBuildsCarryTheTag(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"README.md", "Makefile", "Dockerfile", ".ci/run", ".golangci.yml", ".vscode/settings.json", ".github/workflows/ci.yml"} {
		if !strings.Contains(read(t, name), "sqlite_fts5") && !strings.Contains(read(t, name), ".ci/run") {
			t.Errorf("%s builds without the tag sqlite_fts5", name)
		}
	}
}

func TestDockerfileTakesEveryPackage(t *testing.T) {
	t.Parallel()
	ignore := read(t, ".dockerignore")
	for _, p := range modulePackages(t) {
		top, _, _ := strings.Cut(p.dir, "/")
		if !strings.Contains(ignore, "\n!"+top+"\n") {
			t.Errorf(".dockerignore keeps %s out of the image's build", p.dir)
		}
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	content, err := fs.ReadFile(tree, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
