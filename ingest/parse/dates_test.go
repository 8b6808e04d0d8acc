package parse_test

import (
	"testing"

	"sherpa/ingest/parse"
)

func TestDate(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, want string }{
		{"July 16, 2025", "2025-07-16"},
		{"July 16 2025", "2025-07-16"},
		{"Jul. 16th, 2025", "2025-07-16"},
		{"16 July 2025", "2025-07-16"},
		{"16th of July, 2025", "2025-07-16"},
		{"2025-07-16", "2025-07-16"},
		{"2025/7/6", "2025-07-06"},
		{"Friday, August 15, 2025", "2025-08-15"},
		{"Fri., 15 Aug. 2025", "2025-08-15"},
		{"Updated Aug. 15, 2025 at 9:05 p.m. ET", "2025-08-15"},
		{"Published: Sept 2, 2025, 10:00 (GMT)", "2025-09-02"},
		{"Updated 8:19 PM EDT, Fri August 15, 2025", "2025-08-15"},
		{"Last updated on 2 May 2024 14.30 BST", "2024-05-02"},
		{"2025-07-16 08:30", "2025-07-16"},
		{"August 2025", "2025-08"},
		{"2025-08", "2025-08"},
		{"2025", "2025"},
		{"2025-08-15T21:05:00Z", "2025-08-15T21:05:00Z"},
		{"2025-08-15T21:05:00+0200", "2025-08-15T21:05:00+02:00"},
		{"Fri, 15 Aug 2025 21:05:00 GMT", "2025-08-15T21:05:00Z"},
		{"29 February 2024", "2024-02-29"},

		{"29 February 2025", ""},
		{"8/15/2025", ""},
		{"8/9/2025", ""},
		{"2025-13-01", ""},
		{"0001-01-01T00:00:00Z", ""},
		{"May 9999", ""},
		{"Tuesday", ""},
		{"the 15th", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got, ok := parse.Date(tt.in); got != tt.want || ok != (tt.want != "") {
			t.Errorf("Date(%q) = %q, %v, want %q", tt.in, got, ok, tt.want)
		}
	}
}

func TestDateLine(t *testing.T) {
	t.Parallel()
	tests := []struct {
		in, want string
		updated  bool
	}{
		{"March 3, 2024", "2024-03-03", false},
		{"Updated March 3, 2024", "2024-03-03", true},
		{"Last modified: 3 March 2024", "2024-03-03", true},
		{"1984", "", false}, // a number, or a title
		{"March 3, 2024 was a quiet day", "", false},
		{"On March 3, 2024 the harbour froze.", "", false},
	}
	for _, tt := range tests {
		got, updated, ok := parse.DateLine(tt.in)
		if ok != (tt.want != "") || ok && (got != tt.want || updated != tt.updated) {
			t.Errorf("DateLine(%q) = %q, %v, %v, want %q, %v", tt.in, got, updated, ok, tt.want, tt.updated)
		}
	}
}

func TestDateline(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, want, rest string }{
		{"Norvik, March 2024 – The ferry sails.", "2024-03", "The ferry sails."},
		{"NORVIK, Westland, March 3, 2024 (Coast Wire) — The ferry sails.", "2024-03-03", "The ferry sails."},
		{"Norvik, 3 March 2024 -- The ferry sails.", "2024-03-03", "The ferry sails."},
		{"Norvik, 3 March 2024—The ferry sails.", "2024-03-03", "The ferry sails."},
		{"NORVIK (Coast Wire) — The ferry sails.", "", ""},
		{"The ferry, built in March 2024 – it was late – sails.", "", ""},
		{"The ferry sails.", "", ""},
		{"", "", ""},
	}
	for _, tt := range tests {
		date, n, ok := parse.Dateline(tt.in)
		if date != tt.want || ok != (tt.want != "") {
			t.Errorf("Dateline(%q) = %q, %v, want %q", tt.in, date, ok, tt.want)
			continue
		}
		if ok && tt.in[n:] != tt.rest {
			t.Errorf("Dateline(%q) leaves %q, want %q", tt.in, tt.in[n:], tt.rest)
		}
	}
}
