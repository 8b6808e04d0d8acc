package quality

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// questionFiles are the names by which a folder is known to be a set.
var questionFiles = []string{"questions.jsonl", "sets.jsonl"}

// Find looks for the manifest's sets in the folders, in their order, and then
// beside the manifest. Sets in the folders that the manifest does not know follow
// them under the names of their folders. Absent are the manifest's sets that are
// in none of the folders.
func Find(m Manifest, dirs []string) (found []Set, absent []string, err error) {
	known := map[string]bool{}
	for _, s := range m.Sets {
		if s.locate(append(slices.Clip(dirs), m.Dir)) {
			known[realPath(s.Questions)] = true
			found = append(found, s)
		} else {
			absent = append(absent, s.Name)
		}
	}
	for _, dir := range dirs {
		unknown, err := setsIn(dir)
		if err != nil {
			return nil, nil, err
		}
		for _, s := range unknown {
			if !known[realPath(s.Questions)] {
				known[realPath(s.Questions)] = true
				found = append(found, s)
			}
		}
	}
	return found, absent, nil
}

// locate sets the paths to the first that exist, and reports whether the
// questions and their articles do. Checks that are not there are left out.
func (s *Set) locate(dirs []string) bool {
	questions := firstIn(dirs, s.Questions)
	s.Beside = slices.Clone(s.Beside)
	if !locateArticles(dirs, &s.Articles) {
		return false
	}
	for i := range s.Beside {
		if !locateArticles(dirs, &s.Beside[i]) {
			return false
		}
	}
	for _, file := range s.Checks.files() {
		if *file != "" {
			*file = firstIn(dirs, *file)
		}
	}
	s.Questions = questions
	return questions != ""
}

// locateArticles sets a path of articles to the first that exists, and reports whether
// one does.
func locateArticles(dirs []string, articles *string) bool {
	if *articles == "" || *articles == Embedded {
		return true
	}
	*articles = firstIn(dirs, *articles)
	return *articles != ""
}

func firstIn(dirs []string, name string) string {
	for _, dir := range dirs {
		if path := filepath.Join(dir, name); exists(path) {
			return path
		}
	}
	return ""
}

// setsIn are the sets that a folder is or holds.
func setsIn(dir string) ([]Set, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("look for question sets: %w", err)
	}
	var sets []Set
	if s, ok := setOf(dir); ok {
		sets = append(sets, s)
	}
	for _, e := range entries {
		if s, ok := setOf(filepath.Join(dir, e.Name())); ok {
			sets = append(sets, s)
		}
	}
	return sets, nil
}

// setOf is the set that a folder is, if it is one.
func setOf(dir string) (Set, bool) {
	questions := firstThat(dir, questionFiles)
	if questions == "" {
		return Set{}, false
	}
	abs, err := filepath.Abs(dir)
	name := filepath.Base(abs)
	if err != nil {
		name = dir
	}
	return Set{Name: name, Title: name, Questions: questions, Articles: firstThat(dir, []string{"articles.jsonl", "articles"})}, true
}

func firstThat(dir string, names []string) string {
	for _, name := range names {
		if path := filepath.Join(dir, name); exists(path) {
			return path
		}
	}
	return ""
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// realPath is what two names of one file share.
func realPath(path string) string {
	abs, _ := filepath.Abs(path)
	resolved, _ := filepath.EvalSymlinks(abs)
	return cmp.Or(resolved, abs, path)
}
