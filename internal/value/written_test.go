package value

import (
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]time.Time{
		"2025-08-15T10:00:00Z": time.Date(2025, 8, 15, 10, 0, 0, 0, time.UTC), "2025-08-15": time.Date(2025, 8, 15, 0, 0, 0, 0, time.UTC),
		"2025-08": time.Date(2025, 8, 1, 0, 0, 0, 0, time.UTC), "2025": time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC),
		"": {}, "15 August": {}, "2025-13-01": {},
	} {
		if got := ParseDate(in); !got.Equal(want) {
			t.Errorf("ParseDate(%q) = %v, want %v", in, got, want)
		}
	}
}
