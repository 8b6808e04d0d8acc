package html

import (
	"regexp"
	"strconv"
	"strings"
)

// hides reports whether an attribute keeps an element from being seen.
func hides(key string, value []byte) bool {
	switch key {
	case "hidden":
		return true
	case "aria-hidden":
		return strings.EqualFold(strings.TrimSpace(string(value)), "true")
	case "style":
		return hidingStyle(string(value[:min(len(value), maxAttribute)]))
	case "class":
		return hidingClass(string(value[:min(len(value), maxAttribute)]))
	}
	return false
}

// hidingClasses are the names that style libraries give to text that is there
// for screen readers only, or for nobody.
var hidingClasses = map[string]bool{
	"sr-only": true, "visually-hidden": true, "visuallyhidden": true, "screen-reader-text": true, "screenreader": true,
	"screen-reader-only": true, "a11y-hidden": true, "u-hidden": true, "is-hidden": true, "hidden": true, "d-none": true,
	"invisible": true, "display-none": true, "assistive-text": true, "offscreen": true, "sr-text": true,
}

// widthClass matches the classes that show an element on some widths of screen.
var widthClass = regexp.MustCompile(`^(?:(?:sm|md|lg|xl|2xl):|d-(?:sm|md|lg|xl|xxl|print)-)`)

func hidingClass(class string) bool {
	hidden := false
	for name := range strings.FieldsSeq(strings.ToLower(class)) {
		if widthClass.MatchString(name) {
			return false
		}
		hidden = hidden || hidingClasses[name]
	}
	return hidden
}

// offScreen is how far to the left or above the page, in pixels, an element
// has to be moved to be out of sight.
const offScreen = -500

// hidingStyle reports whether the declarations of a style attribute keep the
// element out of sight by one of the usual means.
func hidingStyle(style string) bool {
	flat, clipped := false, false
	for declaration := range strings.SplitSeq(strings.ToLower(style), ";") {
		property, value, _ := strings.Cut(declaration, ":")
		value, _, _ = strings.Cut(value, "!")
		property, value = strings.TrimSpace(property), strings.TrimSpace(value)
		if hidingDeclaration(property, value) {
			return true
		}
		switch property {
		case "width", "height", "max-width", "max-height":
			n, ok := length(value)
			flat = flat || ok && n <= 1
		case "overflow", "overflow-x", "overflow-y":
			clipped = clipped || value == "hidden" || value == "clip"
		}
	}
	return flat && clipped
}

func hidingDeclaration(property, value string) bool {
	n, isLength := length(value)
	switch property {
	case "display":
		return value == "none"
	case "visibility":
		return value == "hidden" || value == "collapse"
	case "content-visibility":
		return value == "hidden"
	case "color":
		return value == "transparent"
	case "opacity", "font-size", "zoom":
		return isLength && n < 0.05
	case "clip", "clip-path":
		return strings.HasPrefix(value, "rect(") || strings.HasPrefix(value, "inset(")
	case "left", "top", "right", "text-indent", "margin-left", "margin-top":
		return isLength && n < offScreen
	}
	return false
}

// length reads the number that a length or a share begins with.
func length(value string) (float64, bool) {
	end := strings.IndexFunc(value, func(r rune) bool { return !strings.ContainsRune("+-.0123456789", r) })
	if end < 0 {
		end = len(value)
	}
	n, err := strconv.ParseFloat(value[:end], 64)
	return n, err == nil
}
