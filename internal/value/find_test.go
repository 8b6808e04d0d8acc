package value

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sherpa/internal/text"
)

// show writes a value as the tables below have it: its kind, its words, its
// bounds or date, and its unit.
func show(s string, v Value) string {
	size := v.When.String()
	switch {
	case v.Kind == Date && v.When.Span != "":
		size += " " + v.When.Span
	case v.Kind == Date && v.When.Weekday != "" && v.When.Year+int(v.When.Month) != 0:
		size += " " + v.When.Weekday
	case v.Kind != Date:
		size = fmt.Sprintf("%.6g", v.Low)
		if v.High != v.Low {
			size += fmt.Sprintf("..%.6g", v.High)
		}
	}
	shown := fmt.Sprintf("%s %q %s", v.Kind, v.Of(s), size)
	if v.Unit != "" {
		shown += " " + v.Unit
	}
	if v.Ordinal {
		shown += " ordinal"
	}
	if v.Hedged {
		shown += " hedged"
	}
	return shown
}

func wantFound(t *testing.T, s string, want ...string) {
	t.Helper()
	var got []string
	for _, v := range Find(s) {
		got = append(got, show(s, v))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Find(%q) (-want +got):\n%s", s, diff)
	}
}

// eachFound checks what is found in each of some texts.
func eachFound(t *testing.T, texts map[string][]string) {
	t.Helper()
	for s, want := range texts {
		t.Run(s, func(t *testing.T) {
			t.Parallel()
			wantFound(t, s, want...)
		})
	}
}

func TestNumbers(t *testing.T) {
	t.Parallel()
	for s, want := range map[string][]string{
		"no numbers here":                          nil,
		"3,559 people died":                        {`number "3,559" 3559 people`},
		"1.2 million combined military casualties": {`number "1.2 million" 1.2e+06 casualties`},
		"twenty-five countries":                    {`number "twenty-five" 25 countries`},
		"one hundred and twenty men":               {`number "one hundred and twenty" 120 men`},
		"a hundred and fifty women":                {`number "a hundred and fifty" 150 women`},
		"two thousand three hundred and five cars": {`number "two thousand three hundred and five" 2305 cars`},
		"two and a half million euros":             {`money "two and a half million euros" 2.5e+06 eur`},
		"two hundred thousand":                     {`number "two hundred thousand" 200000`},
		"between one hundred and two hundred":      {`number "between one hundred and two hundred" 100..200 hedged`},
		"one million and two million":              {`number "one million" 1e+06`, `number "two million" 2e+06`},
		"three, four or five members":              {`number "three" 3`, `number "four or five" 4..5 members hedged`},
		"two dozen aides":                          {`number "two dozen" 24 aides`},
		"a dozen aides and half a dozen cars":      {`number "a dozen" 12 aides`, `number "half a dozen" 6 cars`},
		"half a million people":                    {`number "half a million" 500000 people`},
		"two-thirds of voters":                     {`number "two-thirds" 0.666667 voters`},
		"one-fifth of its land":                    {`number "one-fifth" 0.2`},
		"a quarter of the land":                    {`number "a quarter" 0.25`},
		"it fell by a third":                       {`number "a third" 0.333333`},
		"half of them":                             {`number "half" 0.5`},
		"his half-brother":                         nil,
		"the second half":                          {`number "second" 2 ordinal`},
		"3½ miles":                                 {`number "3½ miles" 3.5 miles`},
		"a third person, the 21st":                 {`number "third" 3 person ordinal`, `number "21st" 21 ordinal`},
		"the twenty-first time":                    {`number "twenty-first" 21 ordinal`},
		"F-16 jets and COVID-19":                   nil,
		"no one, one of them, one another":         nil,
		"one country":                              {`number "one" 1`},
		"half a mile":                              {`number "half a mile" 0.5 miles`},
		"a mile away":                              {`number "a mile" 1 miles`},
		"30 miles, 5km and 1 kilometre":            {`number "30 miles" 30 miles`, `number "5km" 5 km`, `number "1 kilometre" 1 km`},
		"a 6-foot wall of 12 tonnes":               {`number "6-foot" 6 feet`, `number "12 tonnes" 12 tonnes`},
		"91.9 km² (35.5 sq mi)":                    {`number "91.9 km²" 91.9 square km`, `number "35.5 sq mi" 35.5 square miles`},
		"120 km/h":                                 {`number "120 km/h" 120 kmh`},
		"gusts of 148 kilometres per hour":         {`number "148 kilometres per hour" 148 kmh`},
		"at 90 miles an hour on Friday":            {`number "90 miles an hour" 90 mph`, `date "Friday" friday`},
		"10 square miles":                          {`number "10 square miles" 10 square miles`},
		"60 miles an hour":                         {`number "60 miles an hour" 60 mph`},
		"20 business jets":                         {`number "20" 20 jets`},
		"nearly 500 people":                        {`number "nearly 500" 375..500 people hedged`},
		"just over 500 people":                     {`number "just over 500" 500..1000 people hedged`},
		"no more than 20 guests":                   {`number "no more than 20" 0..20 guests hedged`},
		"more than 20 guests":                      {`number "more than 20" 20..40 guests hedged`},
		"an estimated 100 boats":                   {`number "an estimated 100" 90..110 boats hedged`},
		"as many as 500 and at least five":         {`number "as many as 500" 0..500 hedged`, `number "at least five" 5..10 hedged`},
		"about 4x4 and A380 192.168.0.1":           nil,
		"1 trillion trillion trillion":             {`number "1 trillion trillion" 1e+24`},
		"٣ people":                                 nil,
		strings.Repeat("9", 400):                   nil,
	} {
		t.Run(s[:min(len(s), 40)], func(t *testing.T) {
			t.Parallel()
			wantFound(t, s, want...)
		})
	}
}

func TestPercentAndMoney(t *testing.T) {
	t.Parallel()
	eachFound(t, map[string][]string{
		"5%, 5 %, five percent, 5 per cent": {`percentage "5%" 5`, `percentage "5 %" 5`, `percentage "five percent" 5`, `percentage "5 per cent" 5`},
		"about 3.5% of":                     {`percentage "about 3.5%" 3.15..3.85 hedged`},
		"$1.2 million":                      {`money "$1.2 million" 1.2e+06 usd`},
		"€5bn and £3m":                      {`money "€5bn" 5e+09 eur`, `money "£3m" 3e+06 gbp`},
		"US$5, A$5, C$5":                    {`money "US$5" 5 usd`, `money "A$5" 5 aud`, `money "C$5" 5 cad`},
		"USD 5 million, Rs. 500":            {`money "USD 5 million" 5e+06 usd`, `money "Rs. 500" 500 inr`},
		"3 million dollars":                 {`money "3 million dollars" 3e+06 usd`},
		"3 million U.S. dollars":            {`money "3 million U.S. dollars" 3e+06 usd`},
		"5 € or 7€":                         {`money "5 €" 5 eur`, `money "7€" 7 eur`},
		"more than $5 a day":                {`money "more than $5" 5..10 usd hedged`},
		"5$5":                               {`number "5" 5`, `money "$5" 5 usd`},
	})
}

func TestDurations(t *testing.T) {
	t.Parallel()
	eachFound(t, map[string][]string{
		"nearly three hours":            {`duration "nearly three hours" 8100..10800 hour hedged`},
		"more than three hours":         {`duration "more than three hours" 10800..21600 hour hedged`},
		"for 24 hours":                  {`duration "24 hours" 86400 hour`},
		"a few minutes":                 {`duration "a few minutes" 120..540 minute hedged`},
		"several days":                  {`duration "several days" 259200..777600 day hedged`},
		"eight decades":                 {`duration "eight decades" 2.52461e+09 decade`},
		"two centuries":                 {`duration "two centuries" 6.31152e+09 century`},
		"half an hour":                  {`duration "half an hour" 1800 hour`},
		"a half-hour":                   {`duration "a half-hour" 1800 hour`},
		"a quarter of an hour":          {`duration "a quarter of an hour" 900 hour`},
		"two and a half hours":          {`duration "two and a half hours" 9000 hour`},
		"an hour and a half":            {`duration "an hour and a half" 5400 hour`},
		"the three-and-a-half-year war": {`duration "three-and-a-half-year" 1.10452e+08 year`},
		"3½ hours":                      {`duration "3½ hours" 12600 hour`},
		"2 hours 45 minutes":            {`duration "2 hours 45 minutes" 9900 hour`},
		"2 h 45 min":                    {`duration "2 h 45 min" 9900 h`},
		"2h 45min":                      {`duration "2h 45min" 9900 h`},
		"two hours and 45 minutes":      {`duration "two hours and 45 minutes" 9900 hour`},
		"a year, two months and a day":  {`duration "a year, two months and a day" 3.69036e+07 year`},
		"three hours and two days":      {`duration "three hours" 10800 hour`, `duration "two days" 172800 day`},
		"a third hour":                  {`duration "third hour" 7200..10800 hour ordinal hedged`},
		"eight long years":              {`duration "eight long years" 2.52461e+08 year`},
		"twice a day":                   nil,
		"a foot in the door":            nil,
		"5. Hours later":                {`number "5" 5`},
	})
}

func TestClocks(t *testing.T) {
	t.Parallel()
	eachFound(t, map[string][]string{
		"at 19:00 GMT":            {`time "19:00 GMT" 1140 gmt`},
		"at 9:05 p.m. ET":         {`time "9:05 p.m. ET" 1265 et`},
		"at 7pm or 7:30pm":        {`time "7pm" 1140`, `time "7:30pm" 1170`},
		"12 a.m. and 12 p.m.":     {`time "12 a.m." 0`, `time "12 p.m." 720`},
		"at 9.05 p.m.":            {`time "9.05 p.m." 1265`},
		"at 1900 GMT":             {`time "1900 GMT" 1140 gmt`},
		"at 0630 hours":           {`time "0630 hours" 390`},
		"19:00:30 today":          {`time "19:00:30" 1140`, `date "today" today`},
		"around 7 p.m.":           {`time "around 7 p.m." 1110..1170 hedged`},
		"a score of 2:1 or 25:30": {`number "2" 2`, `number "1" 1`, `number "25" 25`, `number "30" 30`},
		"2000 hours of work":      {`duration "2000 hours" 7.2e+06 hour`},
	})
}

func TestDates(t *testing.T) {
	t.Parallel()
	eachFound(t, map[string][]string{
		"on Friday, August 15, 2025, in":  {`date "Friday, August 15, 2025" 2025-08-15 friday`},
		"Friday 15 August 2025":           {`date "Friday 15 August 2025" 2025-08-15 friday`},
		"16 July 2025":                    {`date "16 July 2025" 2025-07-16`},
		"the 16th of July":                {`date "16th of July" July 16`},
		"on Aug. 15":                      {`date "Aug. 15" August 15`},
		"Sept. 3, 2024":                   {`date "Sept. 3, 2024" 2024-09-03`},
		"in August 2025":                  {`date "August 2025" 2025-08`},
		"2025-08-15":                      {`date "2025-08-15" 2025-08-15`},
		"15.08.2025":                      {`date "15.08.2025" 2025-08-15`},
		"in May and from March to May":    {`date "May" May`, `date "March" March`, `date "May" May`},
		"May 2025":                        {`date "May 2025" 2025-05`},
		"they may go":                     nil,
		"May they go":                     nil,
		"the March on Rome, a march":      nil,
		"Theresa May said 40 things":      {`number "40" 40 things`},
		"In May 30 people died":           {`date "May" May`, `number "30" 30 people`},
		"in 2015 and 2016":                {`date "2015" 2015`, `date "2016" 2016`},
		"2015 people":                     {`number "2015" 2015 people`},
		"In 2015 people left":             {`date "2015" 2015`},
		"2000 troops":                     {`number "2000" 2000 troops`},
		"the 2024 elections":              {`date "2024" 2024`},
		"Trump's 2016 wins":               {`date "2016" 2016`},
		"more than 2000":                  {`number "more than 2000" 2000..4000 hedged`},
		"around 1850":                     {`date "1850" 1850`},
		"$2015, 2015 miles, 2015 dollars": {`money "$2015" 2015 usd`, `number "2015 miles" 2015 miles`, `money "2015 dollars" 2015 usd`},
		"the 1980s":                       {`date "1980s" 1980 decade`},
		"19th century":                    {`date "19th century" 1800 century`},
		"the mid-sixteenth century":       {`date "sixteenth century" 1500 century`},
		"the twenty-first century":        {`date "twenty-first century" 2000 century`},
		"the 10th and 11th centuries":     {`date "10th" 0900 century`, `date "11th centuries" 1000 century`},
		"Bruegel (1568–1609)":             {`date "1568" 1568`, `date "1609" 1609`},
		"today, Tomorrow":                 {`date "today" today`, `date "Tomorrow" tomorrow`},
		"as USA Today said":               nil,
		"on Friday and Saturday":          {`date "Friday" friday`, `date "Saturday" saturday`},
		"was it friday or saturday":       {`date "friday" friday`, `date "saturday" saturday`},
		"was it in august or 3 september": {`date "august" August`, `date "3 september" September 3`},
		"an august body on the march may": nil,
		"on Friday (Aug. 15)":             {`date "Friday" friday`, `date "Aug. 15" August 15`},
		"the 99th of 12345":               {`number "99th" 99 ordinal`, `number "12345" 12345`},
	})
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"", "nearly three hours on Friday, August 15, 2025", "5$5", "US$1.2 million", "2 h 45 min", "up to 9 trillion trillion trillion trillion trillion",
		"more than 0", "10th and 11th centuries", "19:00:00 GMT", "3½%", "a few of", "half", "one", "a", "16 of May 2015", "24:00", "over about 5",
		"twenty hundred thousand million", "1,2,3 per cent", "2h45", "12 000 000 km²", "between $3 and 4m", "€5-6 bn or more", "half past noon", "last winter 15-17 May",
		"tens of hundreds of", "-5 °C", "one$one", "3½ million", "30 ºC to 40ºF", "6 feet 2in", "one in five", "quarter to 12 a.m. Pacific Daylight Time", "1/2/2024", "an hour and a half and 5 seconds", "0001-01-01", "9€9", "a couple of",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, v := range Find(s) {
			if v.Start < end || v.End <= v.Start || v.End > len(s) {
				t.Fatalf("Find(%q): %v after %d", s, v.Span, end)
			}
			if math.IsNaN(v.Low) || math.IsNaN(v.High) || v.Low > v.High || math.IsInf(v.High, 0) {
				t.Fatalf("Find(%q): %q is %v to %v", s, v.Of(s), v.Low, v.High)
			}
			if (v.Kind == Date) != (v.When != When{}) {
				t.Fatalf("Find(%q): a %v with the date %+v", s, v.Kind, v.When)
			}
			if !Agree(v, v) || !Comparable(v, v) && v.Kind != Date {
				t.Fatalf("Find(%q): %q does not agree with itself", s, v.Of(s))
			}
			end = v.End
		}
	})
}

// hostile are sentences on which careless code takes time that grows with the
// square of their length.
var hostile = []string{
	"one ", "a ", "5 ", "million ", "THE. ", "Al ", "of ", "A of ", "and ", "1 hour ", "nearly ", "$", "5% ", "10th ", "May ", "Friday ", "5:05 ", "1,", "a half ", "five hundred ",
}

// hostileLimit leaves room for the race detector and a busy machine; on an idle
// one every sentence takes less than a second.
const hostileLimit = 10 * time.Second

func TestHostileSentences(t *testing.T) {
	t.Parallel()
	for _, part := range hostile {
		t.Run(part, func(t *testing.T) {
			t.Parallel()
			s := strings.Repeat(part, 1<<18/len(part))
			words := text.Words(s)
			start := time.Now()
			FindIn(s, words)
			Names(s, words)
			if took := time.Since(start); took > hostileLimit {
				t.Errorf("took %v", took)
			}
		})
	}
}

const sentence = "On Friday, August 15, 2025, nearly 3,559 people waited more than two and a half hours for U.S. President Donald Trump, " +
	"who spent $1.2 million, about 5% of the budget, before 9:05 p.m. ET in the 19th century hall."

func BenchmarkFindIn(b *testing.B) {
	words := text.Words(sentence)
	b.ReportAllocs()
	for b.Loop() {
		FindIn(sentence, words)
	}
}
