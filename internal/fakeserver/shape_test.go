package fakeserver

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestShape(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		``:                           ``,
		`{"b":`:                      `{"b":`,
		`{"b":1.50,"a":"text"}`:      `{"a""TEXT""b"1.5}`,
		`[true,null,"x",[],{}]`:      `[true,null,"X",[],{},]`,
		` { "a" : "text" , "b":1.5}`: `{"a""TEXT""b"1.5}`,
	} {
		if diff := cmp.Diff(want, shapeOf([]byte(body), strings.ToUpper)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", body, diff)
		}
	}
}
