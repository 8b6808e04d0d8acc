package fakellm

import (
	"encoding/json"
	"net/http"
	"slices"
)

// Dialect is whose words a server uses to refuse.
type Dialect int

// The dialects.
const (
	OpenAI Dialect = iota
	Ollama
	LlamaCpp
	VLLM
)

// AnyModel among the Options' Models stands for every name.
const AnyModel = "*"

// refuse is what the server says to a call that it does not take, and whether
// there is such a thing.
func (s *Server) refuse(c Call) (refused Reply, bad bool) {
	model := modelOf(c)
	switch {
	case s.opts.Key != "" && c.Key() != s.opts.Key:
		return refusal(http.StatusUnauthorized, "Incorrect API key provided.", "invalid_request_error"), true
	case c.Path == PathModels:
		return Reply{}, false
	case !json.Valid(c.Body) || c.Path == PathChat && (c.Chat == nil || len(c.Chat.Messages) == 0):
		return s.badRequest("We could not parse the JSON body of your request.", "", nil), true
	case c.Path == PathEmbeddings && (len(c.Inputs) == 0 || slices.Contains(c.Inputs, "")):
		return s.badRequest("'input' cannot be an empty string.", "input", nil), true
	case !slices.Contains(s.opts.Models, AnyModel) && !slices.Contains(s.opts.Models, model):
		return UnknownModel(model), true
	}
	if c.Chat != nil {
		return s.refuseField(c.Chat)
	}
	return Reply{}, false
}

// refuseField refuses a chat request for a field that it has.
func (s *Server) refuseField(chat *Chat) (Reply, bool) {
	for _, field := range s.opts.Refuse {
		if chat.has(field) {
			message, code := complaint(field, chat)
			return s.badRequest(message, field, code), true
		}
	}
	return Reply{}, false
}

// has says whether a request has a field that says something. The temperature
// that every model has says nothing.
func (c *Chat) has(field string) bool {
	value, there := c.Fields[field]
	return there && string(value) != "null" && (field != "temperature" || *c.Temperature != 1)
}

// complaint is what OpenAI says of a field that a model does not take, and its code.
func complaint(field string, chat *Chat) (message string, code any) {
	switch field {
	case "temperature":
		return "Unsupported value: 'temperature' does not support " + string(chat.Fields[field]) +
			" with this model. Only the default (1) value is supported.", "unsupported_value"
	case "max_tokens":
		return "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
			"unsupported_parameter"
	case "response_format":
		return "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.", nil
	default:
		return "Unrecognized request argument supplied: " + field, nil
	}
}

// badRequest is status 400 in the server's dialect.
func (s *Server) badRequest(message, field string, code any) Reply {
	var param any
	if field != "" {
		param = field
	}
	var body any
	switch s.opts.Dialect {
	case Ollama:
		body = errorBody{errorDetail{message, "invalid_request_error", nil, nil}}
	case LlamaCpp:
		body = errorBody{errorDetail{message, "invalid_request_error", nil, http.StatusBadRequest}}
	case VLLM:
		body = map[string]any{"object": "error", "message": message, "type": "BadRequestError", "param": nil, "code": http.StatusBadRequest}
	default:
		body = errorBody{errorDetail{message, "invalid_request_error", param, code}}
	}
	return Reply{Status: http.StatusBadRequest, Body: encode(body)}
}

// modelOf is the model that a call asks for.
func modelOf(c Call) string {
	var asked struct{ Model string }
	_ = json.Unmarshal(c.Body, &asked) // a broken body asks for none
	return asked.Model
}
