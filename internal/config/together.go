package config

import (
	"cmp"
	"errors"
	"net/url"
)

// checkTogether finds settings that do not fit each other.
func (l *Loaded) checkTogether() error {
	var errs []error
	for _, path := range []string{"llm.base_url", "embedding.base_url"} {
		errs = append(errs, l.checkExposed(path))
	}
	return errors.Join(append(errs, l.checkPrices()...)...)
}

// checkExposed refuses to send articles, questions and keys in the clear, unless
// that was asked for.
func (l *Loaded) checkExposed(path string) error {
	k, _ := findKey(path)
	u, err := url.Parse(show(k.field(&l.Config)))
	if err != nil || l.LLM.AllowHTTP || !isExposed(u) {
		return nil
	}
	return l.refuse(path, "must begin with https:// (http:// only for this machine, or with llm.allow_http: true)")
}

// checkPrices wants both prices or none, and both where money is capped.
func (l *Loaded) checkPrices() []error {
	var errs []error
	_, _, known := l.LLM.Prices()
	switch {
	case known:
	case l.LLM.InputPrice != "":
		errs = append(errs, l.refuse("llm.input_price", "needs llm.output_price beside it (0 if replies cost nothing)"))
	case l.LLM.OutputPrice != "":
		errs = append(errs, l.refuse("llm.output_price", "needs llm.input_price beside it (0 if prompts cost nothing)"))
	case l.LLM.DailyMicroUSD() > 0:
		errs = append(errs, l.refuse("llm.daily_usd", "needs llm.input_price and llm.output_price: without prices no money is counted"))
	}
	return errs
}

// refuse says what is wrong with a setting that was read.
func (l *Loaded) refuse(path, problem string) error {
	return &FieldError{Where: l.origins[path], Path: path, Problem: problem}
}

// EmbeddingServer is where vectors are made, and with which key. The key of the
// language model goes to its own server only.
func (c *Config) EmbeddingServer() (baseURL string, key Secret) {
	baseURL = cmp.Or(c.Embedding.BaseURL, c.LLM.BaseURL)
	if c.Embedding.APIKey == "" && sameServer(baseURL, c.LLM.BaseURL) {
		return baseURL, c.LLM.APIKey
	}
	return baseURL, c.Embedding.APIKey
}

func sameServer(a, b string) bool {
	ua, errA := url.Parse(a)
	ub, errB := url.Parse(b)
	return errA == nil && errB == nil && ua.Scheme == ub.Scheme && ua.Host == ub.Host
}
