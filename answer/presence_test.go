package answer

import (
	"strings"
	"testing"
)

// Whether somebody was there, told by where they sat or where else they were.
func TestWhereSomebodyWas(t *testing.T) {
	t.Parallel()
	const (
		talks  = "Krona and Veldt to merge\nThe chip makers Krona of Norwick and Veldt of Tilbeck will merge. The merger talks ended on Sunday. "
		shares = "Veldt and Krona join forces\nShares in Krona and Veldt rose after the merger talks of the chip makers from Norwick and Tilbeck. "
	)
	for _, tt := range []articlePair{
		{
			"at the table and at home", "Was Ola Brandt at the merger talks?", talks + "Ola Brandt, the chairman of Veldt, sat at the table until the talks ended.",
			shares + "Ola Brandt, the chairman of Veldt, stayed at home and followed the talks by telephone.", "stayed at home; sat at the table until the talks ended",
		},
		{
			"asked by the last name", "Was Brandt at the merger talks?", talks + "Ola Brandt, the chairman of Veldt, sat at the table until the talks ended.",
			shares + "Ola Brandt, the chairman of Veldt, stayed at home and followed the talks by telephone.", "stayed at home; sat at the table until the talks ended",
		},
		{
			"gone for another city", "Was Ola Brandt in the room when the merger talks ended?", talks + "Ola Brandt stood beside the boss of Krona when the merger talks ended.",
			shares + "Ola Brandt had left for Larkfield before the merger talks ended.", "left for Larkfield; stood beside the boss of Krona",
		},
		{
			"away from something else", "Was Ola Brandt at the merger talks?", talks + "Ola Brandt, the chairman of Veldt, sat in the front row at the merger talks.",
			shares + "Ola Brandt, the chairman of Veldt, stayed away from the dinner after the merger talks.", "",
		},
		{
			"somebody else of the name", "Was Ola Brandt at the merger talks?", talks + "Ola Brandt, the chairman of Veldt, sat at the table until the talks ended.",
			shares + "His wife, Nora Brandt, stayed at home and followed the merger talks by telephone.", "",
		},
		{
			"at home both times", "Was Ola Brandt at the merger talks?", talks + "Ola Brandt sat at home and followed the merger talks by telephone.",
			shares + "Ola Brandt, the chairman of Veldt, stayed at home during the merger talks.", "",
		},
		{
			"on other days", "Was Ola Brandt at the merger talks?", talks + "Ola Brandt, the chairman of Veldt, sat at the table when the merger talks began on Friday.",
			shares + "Ola Brandt had left for Larkfield on Sunday when the merger talks ended.", "",
		},
	} {
		tt.check(t)
	}
}

// Who was absent does not make others absent whom the same sentence names.
func TestOthersAbsence(t *testing.T) {
	t.Parallel()
	r := over(t, "Talks in Norwick\nThe leaders of Norwick and Tilbeck held talks on the ferry. Mayor Ann Berg was absent from the talks, and her exclusion alarmed Larkfield and the allies of Holm.")
	r.shortAnswers(t, map[string]string{
		"Was Ann Berg at the talks?":  "No",
		"Was Larkfield at the talks?": "",
	})
}

// Who is only to be told of a meeting was not at it.
func TestThoseToBeTold(t *testing.T) {
	t.Parallel()
	r := over(t, "Talks in Norwick\nMayor Ann Berg plans a feast. Berg planned to inform Governor Olaf Dahl and Bishop Petra Vik about the talks in Norwick.",
		"The ferry talks\nGovernor Olaf Dahl was absent from the talks in Norwick, and his exclusion alarmed the town.")
	a := r.ask(t, Question{Text: "Who else was at the talks in Norwick?"})
	if len(a.Disagreements) > 0 || strings.Contains(a.ShortAnswer, "Dahl") {
		t.Errorf("%q, disagreement %v", a.ShortAnswer, a.Disagreements)
	}
}
