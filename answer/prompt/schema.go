package prompt

import "encoding/json"

// The schemas are the same for every request, because servers compile a schema
// that they have not seen: the tokens of a request are not in them. They ask for
// no bounds, which strict servers refuse.
const (
	answerSchema = `{
  "type": "object",
  "properties": {
    "answerable": {"type": "boolean"},
    "statements": {
      "type": "array",
      "items": {
        "type": "object",
        "properties": {
          "text": {"type": "string"},
          "citations": {"type": "array", "items": {"type": "string"}}
        },
        "required": ["text", "citations"],
        "additionalProperties": false
      }
    }
  },
  "required": ["answerable", "statements"],
  "additionalProperties": false
}`
	understandingSchema = `{
  "type": "object",
  "properties": {
    "question": {"type": "string"},
    "language": {"type": "string"}
  },
  "required": ["question", "language"],
  "additionalProperties": false
}`
)

// schema returns a schema where one is asked for.
func schema(structured bool, name, text string) *Schema {
	if !structured {
		return nil
	}
	return &Schema{Name: name, JSON: json.RawMessage(text)}
}
