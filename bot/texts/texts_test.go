package texts

import (
	"testing"
	"testing/fstest"
	"time"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

func TestFor(t *testing.T) {
	t.Parallel()
	for locale, want := range map[string]string{
		"en-US": "en", "en-GB": "en", "es-ES": "es", "es-419": "es", "fr": "fr", "de": "de",
		"ru": "ru", "uk": "uk", "pt-BR": "en", "zh-CN": "en", "": "en", "DE": "de", "esx": "en",
	} {
		if got := For(locale).Language(); got != want {
			t.Errorf("For(%q) speaks %q, want %q", locale, got, want)
		}
	}
}

func TestSay(t *testing.T) {
	t.Parallel()
	speak := speakerOf(t, "de", fstest.MapFS{
		"locales/a.en.yaml": {Data: []byte("a.hello: 'Hello {{.Name}}'\na.only: 'Only here, {{.Name}}'\n")},
		"locales/a.de.yaml": {Data: []byte("a.hello: 'Hallo {{.Name}}'\na.empty: ''\n")},
	})
	for _, tt := range []struct {
		name, key, want string
		pairs           []any
	}{
		{"its own language", "a.hello", "Hallo Ada", []any{"Name", "Ada"}},
		{"English where it has none", "a.only", "Only here, Ada", []any{"Name", "Ada"}},
		{"a value is no template", "a.hello", "Hallo {{.X}}", []any{"Name", "{{.X}}"}},
		{"an empty text is none", "a.empty", "a.empty", nil},
		{"never empty", "a.unknown", "a.unknown", nil},
		{"a name without a value", "a.hello", "Hallo Ada", []any{"Name", "Ada", "Left"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := speak.Say(tt.key, tt.pairs...); got != tt.want {
				t.Errorf("Say = %q, want %q", got, tt.want)
			}
		})
	}
}

// speakerOf speaks a language from files of the test's own.
func speakerOf(t *testing.T, language string, files fstest.MapFS) *Texts {
	t.Helper()
	bundle, err := load(files)
	if err != nil {
		t.Fatal(err)
	}
	return &Texts{language: language, localizer: i18n.NewLocalizer(bundle, language)}
}

func TestLoadRefusesBrokenFiles(t *testing.T) {
	t.Parallel()
	if _, err := load(fstest.MapFS{"locales/a.en.yaml": {Data: []byte("a: [")}}); err == nil {
		t.Error("a broken file was read")
	}
}

func TestIn(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		language string
		d        time.Duration
		want     string
	}{
		{"en", 0, "in 1 second"},
		{"en", -time.Hour, "in 1 second"},
		{"en", 1500 * time.Millisecond, "in 2 seconds"},
		{"en", 59 * time.Second, "in 59 seconds"},
		{"en", 59*time.Second + 1, "in 1 minute"},
		{"en", 90 * time.Minute, "in 90 minutes"},
		{"en", 3 * time.Hour, "in 3 hours"},
		{"en", 48 * time.Hour, "in 2 days"},
		{"en", 1 << 62, "in 53,376 days"},
		{"de", 3 * 24 * time.Hour, "in 3 Tagen"},
		{"fr", time.Minute, "dans 1 minute"},
		{"es", 2 * time.Minute, "en 2 minutos"},
		{"ru", 21 * time.Second, "через 21 секунду"},
		{"ru", 3 * time.Minute, "через 3 минуты"},
		{"ru", 11 * time.Minute, "через 11 минут"},
		{"uk", 22 * time.Hour, "через 22 години"},
		{"uk", 25 * time.Minute, "через 25 хвилин"},
	} {
		if got := For(tt.language).In(tt.d); got != tt.want {
			t.Errorf("%s: In(%v) = %q, want %q", tt.language, tt.d, got, tt.want)
		}
	}
}

func TestLasting(t *testing.T) {
	t.Parallel()
	for language, want := range map[string]string{
		"en": "5 minutes", "es": "5 minutos", "fr": "5 minutes", "de": "5 Minuten", "ru": "5 минут", "uk": "5 хвилин",
	} {
		if got := For(language).Lasting(5 * time.Minute); got != want {
			t.Errorf("%s: Lasting = %q, want %q", language, got, want)
		}
	}
}
