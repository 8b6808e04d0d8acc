package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"sherpa/corpus"
	"sherpa/internal/buildinfo"
	"sherpa/internal/config"
	"sherpa/internal/usererr"
	"sherpa/store"
)

// doctorCmd looks at everything that Sherpa needs, and changes nothing. Discord is
// asked only if there is a token, and a language model only if one is named.
type doctorCmd struct{}

// Help says what the exit code tells.
func (doctorCmd) Help() string {
	return `The exit code is 0 if all is well, 78 if the settings cannot be used, 74 if the
store is damaged, and 69 if something that is needed is missing.`
}

// finding is one thing that was looked at.
type finding struct {
	what, state string
	// advice is what to do; empty if all is well.
	advice string
	// code is the exit code that the finding asks for.
	code int
}

// Run looks and reports.
func (doctorCmd) Run(ctx context.Context, a *app) error {
	settings, err := a.settings()
	findings := []finding{programFinding(), settingsFinding(settings, err)}
	findings = append(findings, storeFindings(ctx, settings.Store.Path)...)
	findings = append(findings, writingFinding(settings.Store.Path), modelFinding(ctx, settings.Config, err == nil, a.flags.Offline))
	if settings.Embedding.Model != "" && err == nil && !a.flags.Offline {
		findings = append(findings, embedderFinding(ctx, settings.Config))
	}
	findings = append(findings, a.terminalFinding())
	discord, invite := discordFindings(ctx, settings.Config, err == nil)
	findings = append(findings, discord...)
	page := renderFindings(findings, settings.Settings(), a.terminal.view)
	if invite != "" {
		page += "\nThe link that invites the bot to a server:\n" + invite + "\n" // whole, to be copied
	}
	if err := a.print(page); err != nil {
		return err
	}
	return worst(findings)
}

// worst is the error of the most serious finding: bad settings hide the rest,
// and a damaged store weighs more than something missing.
func worst(findings []finding) error {
	for _, code := range []int{usererr.BadConfig, usererr.Damaged, usererr.Unavailable} {
		for _, f := range findings {
			if f.code == code {
				return usererr.New(code, "not all is well; see what stands beside “"+f.what+"”.")
			}
		}
	}
	return nil
}

func programFinding() finding {
	info := buildinfo.Get()
	return finding{what: "program", state: fmt.Sprintf("sherpa %s, %s, %s", info.Version, info.Go, info.System)}
}

func settingsFinding(settings config.Loaded, err error) finding {
	f := finding{what: "settings", state: "no file; the defaults and the environment hold"}
	if settings.File != "" {
		f.state = "from " + settings.File
	}
	if err != nil {
		f.state, f.code = "cannot be used", usererr.BadConfig
		f.advice = usererr.Message(err)
	}
	return f
}

// storeFindings opens the store for reading and looks through it.
func storeFindings(ctx context.Context, path string) []finding {
	st, err := store.Open(ctx, path, store.Options{ReadOnly: true})
	switch {
	case errors.Is(err, store.ErrNoFTS5):
		return []finding{{"full-text search", "missing", store.ErrNoFTS5.Error(), usererr.Unavailable}}
	case errors.Is(err, store.ErrNotFound):
		return []finding{searchFinding(), {what: "store", state: path + " does not exist yet; the first question makes it, with the articles that come with the program"}}
	case err != nil:
		err = storeError(path, err)
		return []finding{searchFinding(), {"store", "cannot be used", usererr.Message(err), max(usererr.Code(err), usererr.Unavailable)}}
	}
	defer st.Close() //nolint:errcheck // it was only read
	return []finding{searchFinding(), soundFinding(ctx, st, path), corpusFinding(ctx, st)}
}

// searchFinding holds once a store could be opened, which tries the search.
func searchFinding() finding { return finding{what: "full-text search", state: "works (SQLite FTS5)"} }

// soundFinding checks the whole store.
func soundFinding(ctx context.Context, st *store.Store, path string) finding {
	report, err := st.Check(ctx)
	if err != nil {
		err = storeError(path, err)
		return finding{"store", "damaged: " + fmt.Sprint(report.Problems), usererr.Message(err), usererr.Code(err)}
	}
	return finding{what: "store", state: fmt.Sprintf("%s is sound: %s, %s", path, count(report.Articles, "article"), count(report.Passages, "passage"))}
}

// corpusFinding says which articles the store holds.
func corpusFinding(ctx context.Context, st *store.Store) finding {
	stats, err := st.Stats(ctx)
	if err != nil {
		return finding{"articles", "cannot be counted", err.Error(), usererr.Unavailable}
	}
	f := finding{what: "articles", state: fmt.Sprintf("published from %s to %s", day(stats.Oldest), day(stats.Newest))}
	if stats.Articles == 0 {
		return finding{what: "articles", state: "none", advice: "add some with `sherpa ingest`."}
	}
	switch release, _ := st.Meta(ctx, releaseKey); release {
	case corpus.Release:
		f.state += "; the articles that come with the program are those of release " + release
	case "", noRelease:
	default:
		f.state += "; the next question brings the articles that come with the program up to release " + corpus.Release
	}
	return f
}

// writingFinding says whether ingest could write.
func writingFinding(path string) finding {
	folder, err := existingFolder(filepath.Dir(path))
	if err == nil {
		err = tryWriting(folder, path)
	}
	if err != nil {
		return finding{"writing", "not possible: " + reason(err), "change the rights of " + path + " and its folder, or name another store with --db.", usererr.Unavailable}
	}
	return finding{what: "writing", state: "possible in " + folder}
}

// existingFolder is folder, or the nearest one above it that exists.
func existingFolder(folder string) (string, error) {
	for {
		_, err := os.Stat(folder)
		if !errors.Is(err, fs.ErrNotExist) || folder == filepath.Dir(folder) {
			return folder, err
		}
		folder = filepath.Dir(folder)
	}
}

// tryWriting makes and removes a file in folder, and opens the store for
// writing if it is there.
func tryWriting(folder, path string) error {
	f, err := os.CreateTemp(folder, ".sherpa-doctor-*")
	if err != nil {
		return err
	}
	if err := errors.Join(f.Close(), os.Remove(f.Name())); err != nil {
		return err
	}
	f, err = os.OpenFile(path, os.O_RDWR, 0) //nolint:gosec // the user names the store
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return f.Close()
}

func (a *app) terminalFinding() finding {
	state := "output goes to a file or a program: no colour, 80 columns"
	if a.terminal.out {
		state = fmt.Sprintf("%d columns, colour: %v", a.terminal.view.width, a.terminal.view.colour)
	}
	return finding{what: "terminal", state: state}
}

// renderFindings lists the findings, and then the settings that are in force.
func renderFindings(findings []finding, settings []config.Setting, v view) string {
	p := newPage(v)
	for _, f := range findings {
		mark, st := "ok    ", green
		switch {
		case f.code != 0:
			mark, st = "FAULT ", red
		case f.advice != "":
			mark, st = "note  ", yellow
		}
		p.para(mark+fmt.Sprintf("%-17s", f.what), f.state, st)
		if f.advice == "" {
			continue
		}
		for line := range strings.SplitSeq(f.advice, "\n") {
			p.para("      ", line, plain)
		}
	}
	p.gap()
	longest := 0
	for _, s := range settings {
		longest = max(longest, len(s.Path))
	}
	for _, s := range settings {
		value := s.Value
		if value == "" {
			value = "(empty)"
		}
		p.para(fmt.Sprintf("%-*s ", longest, s.Path), value+" ("+s.Origin+")", dim)
	}
	return p.String()
}
