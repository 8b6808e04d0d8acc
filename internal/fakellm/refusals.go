package fakellm

import (
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// errorBody is how the protocol tells of an error.
type errorBody struct {
	Error errorDetail `json:"error"`
}

type errorDetail struct {
	Message string `json:"message"`
	Type    string `json:"type"`
	Param   any    `json:"param"`
	Code    any    `json:"code"`
}

// refusal is an error of the protocol.
func refusal(status int, message, kind string) Reply { return JSONError(status, message, kind, nil) }

// JSONError is an error as OpenAI tells it. The code is nil, a text or a number.
func JSONError(status int, message, kind string, code any) Reply {
	return Reply{Status: status, Body: encode(errorBody{errorDetail{Message: message, Type: kind, Code: code}})}
}

// RateLimited is status 429. A retryAfter of 0 sends no header Retry-After; one of
// less than a second sends retry-after-ms beside it, as OpenAI does.
func RateLimited(retryAfter time.Duration) Reply {
	r := JSONError(http.StatusTooManyRequests, "Rate limit reached for requests.", "requests", "rate_limit_exceeded")
	if retryAfter <= 0 {
		return r
	}
	r.Header = http.Header{}
	r.Header.Set("Retry-After", strconv.Itoa(int(math.Ceil(retryAfter.Seconds()))))
	if retryAfter < time.Second {
		r.Header.Set("Retry-After-Ms", strconv.FormatInt(retryAfter.Milliseconds(), 10))
	}
	return r
}

// RateLimitedUntil is status 429 whose Retry-After is a date.
func RateLimitedUntil(at time.Time) Reply {
	r := RateLimited(0)
	r.Header = http.Header{"Retry-After": {at.UTC().Format(http.TimeFormat)}}
	return r
}

// NoCredit is status 429 that no waiting helps against.
func NoCredit() Reply {
	return JSONError(http.StatusTooManyRequests, "You exceeded your current quota, please check your plan and billing details.",
		"insufficient_quota", "insufficient_quota")
}

// Unauthorized is status 401 that repeats the key, as OpenAI does in part and
// some servers do in full.
func Unauthorized() Step {
	return Func(func(c Call) Reply {
		return JSONError(http.StatusUnauthorized, "Incorrect API key provided: "+c.Key()+
			". You can find your API key at https://platform.openai.com/account/api-keys.", "invalid_request_error", "invalid_api_key")
	})
}

// EchoingError is an error with a status whose message repeats the whole request:
// the key and the prompt.
func EchoingError(status int) Step {
	return Func(func(c Call) Reply {
		return JSONError(status, "Bad request: "+c.Header.Get("Authorization")+" "+string(c.Body), "server_error", nil)
	})
}

// Forbidden is status 403.
func Forbidden() Reply {
	return JSONError(http.StatusForbidden, "Country, region, or territory not supported", "request_forbidden", "unsupported_country_region_territory")
}

// UnknownModel is status 404 for a model's name.
func UnknownModel(name string) Reply {
	return JSONError(http.StatusNotFound, "The model `"+name+"` does not exist or you do not have access to it.",
		"invalid_request_error", "model_not_found")
}

// TooLong is status 400 for a prompt that is longer than the model takes.
func TooLong() Reply {
	return JSONError(http.StatusBadRequest, "This model's maximum context length is 4096 tokens. However, your messages resulted in 9000 tokens.",
		"invalid_request_error", "context_length_exceeded")
}

// Filtered is status 400 for a prompt that a filter refuses.
func Filtered() Reply {
	return JSONError(http.StatusBadRequest, "The response was filtered due to the prompt triggering the content management policy.",
		"invalid_request_error", "content_filter")
}

// Overloaded is status 529.
func Overloaded() Reply {
	const overloaded = 529
	return JSONError(overloaded, "Overloaded", "overloaded_error", nil)
}

// HTMLPage is a page with a status, as a proxy before the server sends it.
func HTMLPage(status int) Reply {
	return Reply{
		Status: status, Header: http.Header{"Content-Type": {"text/html; charset=UTF-8"}},
		Body: "<!DOCTYPE html>\n<html><head><title>" + strconv.Itoa(status) + " " + http.StatusText(status) +
			"</title></head>\n<body><h1>" + http.StatusText(status) + "</h1></body></html>\n",
	}
}

// Redirect sends a call to the same path of another server with status 307. Its
// host is written as localhost, which is another one than 127.0.0.1 to a client
// that decides whether to take the key along.
func Redirect(to *Server) Step {
	return Func(func(c Call) Reply {
		elsewhere := strings.Replace(to.APIURL(), "127.0.0.1", "localhost", 1) + c.Path
		return Reply{Status: http.StatusTemporaryRedirect, Header: http.Header{"Location": {elsewhere}}}
	})
}

// RedirectSameHost is Redirect to another port of the same host, where Go's
// client takes the key along.
func RedirectSameHost(to *Server) Step {
	return Func(func(c Call) Reply {
		return Reply{Status: http.StatusTemporaryRedirect, Header: http.Header{"Location": {to.APIURL() + c.Path}}}
	})
}

// Refusing are the errors with a status, by name. A name begins with the status.
func Refusing() map[string]Step {
	return map[string]Step{
		"400 context length": TooLong(), "400 filter": Filtered(), "401 with the key": Unauthorized(), "403": Forbidden(),
		"404 model":   UnknownModel("fake"),
		"408":         JSONError(http.StatusRequestTimeout, "Request timed out.", "timeout", nil),
		"409":         JSONError(http.StatusConflict, "Conflict.", "conflict", nil),
		"422":         Reply{Status: http.StatusUnprocessableEntity, Body: `{"detail":[{"loc":["body","messages"],"msg":"field required"}]}`},
		"429":         RateLimited(0),
		"429 and 1 s": RateLimited(time.Second), "429 quota": NoCredit(),
		"500 with the request": EchoingError(http.StatusInternalServerError),
		"500 HTML":             HTMLPage(http.StatusInternalServerError), "502 HTML": HTMLPage(http.StatusBadGateway),
		"503": JSONError(http.StatusServiceUnavailable, "Loading model", "unavailable_error", http.StatusServiceUnavailable),
		"529": Overloaded(),
	}
}
