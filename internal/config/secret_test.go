package config

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

func TestSecretNeverPrints(t *testing.T) {
	t.Parallel()
	const plain = "s3cr3t"
	type nested struct {
		Key  Secret
		Keys map[string]Secret
	}
	n := nested{Key: plain, Keys: map[string]Secret{"k": plain}}
	var logged bytes.Buffer
	slog.New(slog.NewJSONHandler(&logged, nil)).Info("m", slog.Any("key", n.Key), slog.Any("all", n.Key))
	encoded, err := json.Marshal(n)
	if err != nil {
		t.Fatal(err)
	}
	shown := []string{logged.String(), string(encoded), n.Key.String()}
	for _, verb := range []string{"%s", "%v", "%+v", "%#v", "%q", "%x", "%X", "%d", "%10s", "%T %[1]v"} {
		shown = append(shown, fmt.Sprintf(verb, n.Key), fmt.Sprintf(verb, n))
	}
	for _, text := range shown {
		if strings.Contains(strings.ToLower(text), plain) || strings.Contains(strings.ToLower(text), fmt.Sprintf("%x", plain)) {
			t.Errorf("the secret shows in %q", text)
		}
	}
	if n.Key.Reveal() != plain {
		t.Errorf("Reveal = %q", n.Key.Reveal())
	}
	if Secret("").String() != "" {
		t.Error("an empty secret looks set")
	}
}
