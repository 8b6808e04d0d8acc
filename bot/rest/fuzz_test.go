package rest

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

func FuzzAnswer(f *testing.F) {
	f.Add(429, `{"retry_after":0.5,"global":true}`, "1", "0", "0.5")
	f.Add(429, `{"retry_after":1e309}`, "-1", "5", "NaN")
	f.Add(429, "<html>", "Inf", "-3", "1e400")
	f.Add(403, `{"code":50001,"message":"x"}`, "", "", "")
	f.Add(500, `[]`, "soon", "five", "-0.1")
	f.Fuzz(func(t *testing.T, status int, body, retryAfter, remaining, resetAfter string) {
		h := http.Header{}
		h.Set("Retry-After", retryAfter)
		h.Set("X-RateLimit-Limit", "5")
		h.Set("X-RateLimit-Remaining", remaining)
		h.Set("X-RateLimit-Reset-After", resetAfter)
		e := readError("op", answered{status, h, []byte(body)})
		if e.RetryAfter < 0 || e.RetryAfter > 366*24*time.Hour || status == 429 && e.RetryAfter < minPause {
			t.Errorf("it is waited for %v", e.RetryAfter)
		}
		if len(body) > 3 && strings.Contains(e.Error(), body) {
			t.Errorf("the error repeats the body: %v", e)
		}
		var b buckets
		for range 3 {
			if wait, learnt := b.try("route", "1"); learnt != nil || wait > 366*24*time.Hour {
				t.Fatalf("a request waits for %v", wait)
			}
			b.leave("route", "1", h)
		}
	})
}
