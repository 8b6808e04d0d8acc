package texts

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"
)

const english = "en"

//go:embed locales/*.yaml
var locales embed.FS

// speakers are the Texts of each language. The files are part of the program and
// a test reads them all, so that a broken one never leaves the workshop; should
// one do so all the same, the program stops at once instead of saying nothing.
var speakers = sync.OnceValue(func() map[string]*Texts {
	bundle, err := load(locales)
	if err != nil {
		panic(err)
	}
	all := map[string]*Texts{}
	for _, name := range Languages() {
		all[name] = &Texts{language: name, localizer: i18n.NewLocalizer(bundle, name)}
	}
	return all
})

// load reads the files of all areas and languages.
func load(files fs.FS) (*i18n.Bundle, error) {
	bundle := i18n.NewBundle(language.English)
	bundle.RegisterUnmarshalFunc("yaml", yaml.Unmarshal)
	paths, err := fs.Glob(files, "locales/*.yaml")
	if err != nil {
		return nil, fmt.Errorf("find the texts: %w", err)
	}
	for _, path := range paths {
		if err := add(bundle, files, path); err != nil {
			return nil, fmt.Errorf("read the texts of %s: %w", path, err)
		}
	}
	return bundle, nil
}

// add reads one file. French has spaces inside of its quotation marks and before
// some others; in the files they are ordinary ones, which everybody can type, and
// become such that no line breaks there.
func add(bundle *i18n.Bundle, files fs.FS, path string) error {
	data, err := fs.ReadFile(files, path)
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	if strings.HasSuffix(path, ".fr.yaml") {
		data = []byte(unbreakable.Replace(string(data)))
	}
	_, err = bundle.ParseMessageFileBytes(data, path)
	return err
}

var unbreakable = strings.NewReplacer(
	" ?", "\u00a0?", " !", "\u00a0!", " ;", "\u00a0;", " :", "\u00a0:", " »", "\u00a0»", "« ", "«\u00a0",
)
