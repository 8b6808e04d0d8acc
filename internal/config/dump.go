package config

import "fmt"

// Setting is one setting as it is shown to the operator.
type Setting struct {
	Path string
	// Value is the value as text; a secret shows only that it is set.
	Value string
	// Origin is "FILE:LINE", an environment variable or "default".
	Origin string
}

// Settings lists every setting with its origin, secrets hidden.
func (l *Loaded) Settings() []Setting {
	list := make([]Setting, 0, len(keys))
	for _, k := range keys {
		s := Setting{Path: k.path, Value: show(k.field(&l.Config)), Origin: "default"}
		if where, ok := l.origins[k.path]; ok {
			s.Origin = where
		}
		list = append(list, s)
	}
	return list
}

// show renders the value behind a field's pointer.
func show(field any) string {
	switch v := field.(type) {
	case *string:
		return *v
	case *Secret:
		return v.String()
	case *int:
		return fmt.Sprint(*v)
	case *bool:
		return fmt.Sprint(*v)
	case *[]string:
		return fmt.Sprint(*v)
	}
	return ""
}
