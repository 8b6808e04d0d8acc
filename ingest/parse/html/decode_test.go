package html

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

func TestEncodings(t *testing.T) {
	t.Parallel()
	const russian = "Переговоры шли почти три часа, сообщили официальные лица после встречи в зале у реки, и закончились за полночь, без итогового заявления сторон."
	const french = "La négociation a duré près de trois heures, a-t-on précisé à l’hôtel de ville, où les délégués s’étaient réunis dès vendredi soir après un déjeuner léger."
	const japaneseText = "二つの町は春まで川の水を分け合うことで合意した。協議は金曜日の夜に始まり、およそ七時間続いたと主催者は述べた。次の会合は四月に開かれ、水の価格について話し合うことになっている。両町の議会は月曜日に採決する予定だ。"
	utf16 := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	tests := []struct {
		name, declared, contentType, text string
		enc                               encoding.Encoding
	}{
		{"UTF-8 that says so", "utf-8", "", russian, unicode.UTF8},
		{"UTF-8 that says nothing", "", "", russian, unicode.UTF8},
		{"UTF-8 that says Latin-1", "iso-8859-1", "text/html; charset=iso-8859-1", french, unicode.UTF8},
		{"UTF-8 that says UTF-16", "utf-16", "text/html; charset=utf-16le", french, unicode.UTF8},
		{"UTF-8 with a mark", "", "", french, unicode.UTF8BOM},
		{"windows-1251 in its head", "windows-1251", "", russian, charmap.Windows1251},
		{"KOI8-R in its header", "", "text/html; charset=koi8-r", russian, charmap.KOI8R},
		{"windows-1252 that says nothing", "", "", french, charmap.Windows1252},
		{"Shift JIS", "shift_jis", "", japaneseText, japanese.ShiftJIS},
		{"ISO-2022-JP", "iso-2022-jp", "", japaneseText, japanese.ISO2022JP},
		{"UTF-16 with a mark", "", "", russian, utf16},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			head := "<title>x</title>"
			if tt.declared != "" {
				head += fmt.Sprintf("<meta charset=%q>", tt.declared)
			}
			page, err := tt.enc.NewEncoder().String(head + strings.Repeat(" ", 1100) + "<body><p>" + tt.text + "</p></body>")
			if err != nil {
				t.Fatal(err)
			}
			d, err := Parse([]byte(page), "", tt.contentType)
			if err != nil {
				t.Fatal(err)
			}
			if got := d.Blocks[0].Text; got != tt.text {
				t.Errorf("got %q, want %q", got, tt.text)
			}
		})
	}
}
