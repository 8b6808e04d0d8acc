package event

import "encoding/json"

// formDepth is how deep components nest in a form: a row or label, and what is
// in it; more is allowed for what Discord may add.
const formDepth = 4

// fieldsOf reads the texts of a form. Components that hold others (rows, labels
// and whatever comes later) are looked into; a menu's text is its first choice.
func fieldsOf(data object) map[string]string {
	fields := make(map[string]string)
	readFields(fields, data, formDepth)
	return fields
}

func readFields(fields map[string]string, o object, depth int) {
	if id := o.text("custom_id"); id != "" {
		if isScalar(o["value"]) {
			fields[id] = o.text("value")
		} else if values := texts(o.items("values")); len(values) > 0 {
			fields[id] = values[0]
		}
	}
	if depth == 0 {
		return
	}
	for _, inner := range append(o.objects("components"), o.object("component")) {
		readFields(fields, inner, depth-1)
	}
}

// texts returns the values of a list that are single ones.
func texts(items []json.RawMessage) []string {
	var list []string
	for _, item := range items {
		if isScalar(item) {
			list = append(list, asText(item))
		}
	}
	return list
}
