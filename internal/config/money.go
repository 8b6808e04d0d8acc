package config

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
)

// dollars is an amount of US dollars, exact to a millionth.
var dollars = regexp.MustCompile(`^[0-9]{1,6}(\.[0-9]{1,6})?$`)

func checkUSD(text string) error {
	if !dollars.MatchString(text) {
		return errors.New("must be US dollars with a full stop and at most six decimals, as in 0.15")
	}
	return nil
}

// microUSD is an amount that checkUSD accepts in millionths of a dollar; an
// empty one is 0.
func microUSD(text string) int64 {
	whole, decimals, _ := strings.Cut(text, ".")
	n, _ := strconv.ParseInt(whole+(decimals + "000000")[:6], 10, 64) // digits, as the pattern has it
	return n
}

// Prices are what a million tokens cost in US dollars: those of the prompt, and
// those of the reply. Without known prices both are 0.
func (l LLM) Prices() (input, output float64, known bool) {
	if l.InputPrice == "" || l.OutputPrice == "" {
		return 0, 0, false
	}
	return float64(microUSD(l.InputPrice)) / 1e6, float64(microUSD(l.OutputPrice)) / 1e6, true
}

// DailyMicroUSD is how much may be spent in a day, in millionths of a US dollar;
// 0 means no cap.
func (l LLM) DailyMicroUSD() int64 { return microUSD(l.DailyUSD) }
