package texts

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// calendar is how a language writes dates.
type calendar struct {
	// months stand as they do after a day ("16 августа"); alone, in the languages in
	// which that differs, as they do without one ("август 2025").
	months, alone [12]string
	// day and month are formats of day, month and year, and of month and year.
	day, month string
	// first is the first day of a month where it is written in a way of its own.
	first string
}

var calendars = map[string]calendar{
	"en": {
		months: names("January February March April May June July August September October November December"),
		day:    "%s %s %d", month: "%s %d",
	},
	"es": {
		months: names("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
		day:    "%s de %s de %d", month: "%s de %d",
	},
	"fr": {
		months: names("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
		day:    "%s %s %d", month: "%s %d", first: "1er",
	},
	"de": {
		months: names("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
		day:    "%s. %s %d", month: "%s %d",
	},
	"ru": {
		months: names("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
		alone:  names("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"),
		day:    "%s %s %d г.", month: "%s %d г.",
	},
	"uk": {
		months: names("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
		alone:  names("січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень"),
		day:    "%s %s %d р.", month: "%s %d р.",
	},
}

// names are the twelve months in a list.
func names(list string) [12]string { return [12]string(strings.Fields(list)) }

// Day writes the day of when, in its own zone: "16 August 2025".
func (t *Texts) Day(when time.Time) string {
	c := calendars[t.language]
	day := strconv.Itoa(when.Day())
	if when.Day() == 1 && c.first != "" {
		day = c.first
	}
	return fmt.Sprintf(c.day, day, c.months[when.Month()-1], when.Year())
}

// Date writes a date as articles have it: a day (YYYY-MM-DD), a month (YYYY-MM),
// a year, or a time (RFC 3339), whose day is written. Any other text stays as it
// is.
func (t *Texts) Date(iso string) string {
	if day, _, isTime := strings.Cut(iso, "T"); isTime {
		if _, err := time.Parse(time.RFC3339, iso); err == nil {
			iso = day
		}
	}
	if when, err := time.Parse(time.DateOnly, iso); err == nil {
		return t.Day(when)
	}
	if when, err := time.Parse("2006-01", iso); err == nil {
		c := calendars[t.language]
		month := cmp.Or(c.alone[when.Month()-1], c.months[when.Month()-1])
		return fmt.Sprintf(c.month, month, when.Year())
	}
	return iso
}
