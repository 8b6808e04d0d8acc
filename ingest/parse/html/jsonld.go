package html

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
)

// Limits of a page's JSON-LD.
const (
	maxScripts = 16
	maxScript  = 512 << 10 // bytes
	maxObjects = 1000
	maxNames   = 20 // of authors
)

// articleTypes are the types of schema.org that describe an article of news.
var articleTypes = []string{
	"newsarticle", "article", "reportagenewsarticle", "analysisnewsarticle", "backgroundnewsarticle", "opinionnewsarticle",
	"reviewnewsarticle", "asknewsarticle", "askpublicnewsarticle", "liveblogposting", "blogposting", "report", "socialmediaposting",
	"scholarlyarticle", "techarticle", "satiricalarticle", "advertisercontentarticle",
}

// linked is what JSON-LD says of the page's article.
type linked struct {
	headline, name, author, publisher, published, modified, lang, url string
	restricted                                                        bool // isAccessibleForFree is false
}

type object = map[string]any

// readLinked returns what the scripts say of the first article in them.
func readLinked(scripts [][]byte) linked {
	var all []object
	for _, s := range scripts[:min(len(scripts), maxScripts)] {
		var v any
		if len(s) <= maxScript && json.Unmarshal(unwrapped(s), &v) == nil {
			all = flatten(v, all)
		}
	}
	byID := index(all)
	for _, o := range all {
		if isArticle(o) {
			return articleOf(o, byID)
		}
	}
	return linked{}
}

// wrapping is what some pages put around JSON for the sake of old parsers.
var wrapping = regexp.MustCompile(`^\s*(?://|/\*)?\s*(?:<!--|<!\[CDATA\[)(?:\s*\*/)?|(?://|/\*)?\s*(?:-->|\]\]>)(?:\s*\*/)?\s*$`)

func unwrapped(script []byte) []byte {
	return bytes.Trim(wrapping.ReplaceAll(script, nil), " \t\r\n;")
}

// flatten collects the objects at the top, in arrays and in @graph.
func flatten(v any, all []object) []object {
	if len(all) >= maxObjects {
		return all
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			all = flatten(e, all)
		}
	case object:
		all = append(all, v)
		all = flatten(v["@graph"], all)
		all = flatten(v["mainEntity"], all)
		all = flatten(v["mainEntityOfPage"], all)
	}
	return all
}

// index finds objects by their @id, to which others refer.
func index(all []object) map[string]object {
	m := map[string]object{}
	for _, o := range all {
		if id, ok := o["@id"].(string); ok && len(o) > 1 {
			m[id] = o
		}
	}
	return m
}

func isArticle(o object) bool {
	for _, t := range list(o["@type"]) {
		name, _ := t.(string)
		name = strings.TrimPrefix(name[strings.LastIndexByte(name, '/')+1:], "schema:")
		if slices.Contains(articleTypes, strings.ToLower(name)) {
			return true
		}
	}
	return false
}

func articleOf(o object, byID map[string]object) linked {
	free := strings.ToLower(textOf(o["isAccessibleForFree"]))
	return linked{
		headline:   textOf(o["headline"]),
		name:       textOf(o["name"]),
		author:     names(o["author"], byID),
		publisher:  names(o["publisher"], byID),
		published:  textOf(o["datePublished"]),
		modified:   textOf(o["dateModified"]),
		lang:       textOf(o["inLanguage"]),
		url:        textOf(o["url"]),
		restricted: free == "false",
	}
}

// names joins the names of people or organisations, which may be given as a
// string, an object, a reference to an object, or a list of these.
func names(v any, byID map[string]object) string {
	var out []string
	for _, e := range list(v) {
		name := textOf(e)
		if o, ok := e.(object); ok {
			if ref, _ := o["@id"].(string); o["name"] == nil && byID[ref] != nil {
				o = byID[ref]
			}
			name = textOf(o["name"])
		}
		if name != "" && !isLink(name) && !slices.Contains(out, name) {
			out = append(out, name)
		}
		if len(out) == maxNames {
			break
		}
	}
	return strings.Join(out, ", ")
}

// list returns v as a list; a single value is a list of one.
func list(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

// textOf returns a value as text; of a list the first, of an object its @value
// or name.
func textOf(v any) string {
	switch v := v.(type) {
	case string:
		return line(v)
	case bool:
		if v {
			return "true"
		}
		return "false"
	case []any:
		if len(v) > 0 {
			return textOf(v[0])
		}
	case object:
		for _, key := range []string{"@value", "name", "alternateName"} {
			if s, ok := v[key].(string); ok {
				return line(s)
			}
		}
	}
	return ""
}

func isLink(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "//")
}
