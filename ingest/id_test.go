package ingest_test

import (
	"testing"

	"sherpa/ingest"
)

func TestCanonicalURL(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"https://coast.example/ferry":                            "https://coast.example/ferry",
		" HTTPS://Coast.Example:443/Ferry ":                      "https://coast.example/Ferry",
		"http://coast.example:80":                                "http://coast.example/",
		"https://coast.example:8443/a":                           "https://coast.example:8443/a",
		"https://ada@coast.example/ferry#top":                    "https://coast.example/ferry",
		"https://coast.example/a?utm_source=x&id=7&fbclid=1&b=2": "https://coast.example/a?id=7&b=2",
		"https://coast.example/a?utm_source=x":                   "https://coast.example/a",
		"https://coast.example/a?":                               "https://coast.example/a",
		"https://coast.example/f%C3%A4hre?q=%26":                 "https://coast.example/f%C3%A4hre?q=%26",
		"javascript:alert(1)":                                    "",
		"file:///etc/passwd":                                     "",
		"coast.example/ferry":                                    "",
		"https:///ferry":                                         "",
		"https://coast.example/%zz":                              "",
		"":                                                       "",
		"https://coast.example/a?UTM_Campaign=y&ref=z&utm_=1":    "https://coast.example/a?ref=z&utm_=1",
		"https://coast.example/a?gclid=3":                        "https://coast.example/a",
	} {
		got := ingest.CanonicalURL(in)
		if got != want {
			t.Errorf("CanonicalURL(%q) = %q, want %q", in, got, want)
		}
		if again := ingest.CanonicalURL(got); again != got {
			t.Errorf("CanonicalURL(%q) = %q: it is not stable", got, again)
		}
	}
}
