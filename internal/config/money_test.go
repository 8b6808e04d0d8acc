package config

import (
	"testing"

	"pgregory.net/rapid"
)

func TestPrices(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		of            LLM
		input, output float64
		known         bool
	}{
		{LLM{}, 0, 0, false},
		{LLM{InputPrice: "0.15", OutputPrice: "0.6"}, 0.15, 0.6, true},
		{LLM{InputPrice: "0", OutputPrice: "0.00"}, 0, 0, true},
		{LLM{InputPrice: "15", OutputPrice: "999999.999999"}, 15, 999_999.999_999, true},
		{LLM{InputPrice: "0.000001", OutputPrice: "00.10"}, 0.000_001, 0.1, true},
	} {
		input, output, known := tt.of.Prices()
		if input != tt.input || output != tt.output || known != tt.known {
			t.Errorf("%+v: %v, %v, %v", tt.of, input, output, known)
		}
	}
	if got := (LLM{DailyUSD: "2.5"}).DailyMicroUSD(); got != 2_500_000 {
		t.Errorf("a day: %d", got)
	}
}

// TestMoneyIsExact writes amounts in every way that is accepted.
func TestMoneyIsExact(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[0-9]{1,6}(\.[0-9]{1,6})?`).Draw(t, "text")
		if err := checkUSD(text); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		want, scale, decimals := int64(0), int64(1_000_000), false
		for _, r := range text {
			if decimals = decimals || r == '.'; r == '.' {
				continue
			}
			want = want*10 + int64(r-'0')
			if decimals {
				scale /= 10
			}
		}
		if got := microUSD(text); got != want*scale {
			t.Fatalf("%s is %d, want %d", text, got, want*scale)
		}
	})
}

func TestAmountsThatAreRefused(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"-1", "+1", ".5", "1.", "1,5", "1e3", "0x1", "1234567", "0.1234567", " 1", "1 ", "1\n", "$1", "1 USD", "NaN", "١"} {
		if err := checkUSD(text); err == nil {
			t.Errorf("%q was accepted", text)
		}
	}
}
