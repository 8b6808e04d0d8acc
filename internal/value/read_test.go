package value

import "testing"

func TestCompoundNumbers(t *testing.T) {
	t.Parallel()
	eachFound(t, map[string][]string{
		"two and three quarters":    {`number "two and three quarters" 2.75`},
		"two and a quarter hours":   {`duration "two and a quarter hours" 8100 hour`},
		"an hour and a quarter":     {`duration "an hour and a quarter" 4500 hour`},
		"three quarters of an hour": {`duration "three quarters of an hour" 2700 hour`},
		"2h45":                      {`duration "2h45" 9900 hour`},
		"2h45m":                     {`duration "2h45m" 9900 hour`},
		"3 1/2 hours":               {`duration "3 1/2 hours" 12600 hour`},
		"1/2 mile":                  {`number "1/2 mile" 0.5 miles`},
		"1/3 of voters":             {`number "1/3" 0.333333 voters`},
		"12 000 people":             {`number "12 000" 12000 people`},
		"12'000 francs":             {`money "12'000 francs" 12000 chf`},
		"12.000 people":             {`number "12.000" 12000 people`},
		"1.500.000 euros":           {`money "1.500.000 euros" 1.5e+06 eur`},
		"1,5 million euros":         {`money "1,5 million euros" 1.5e+06 eur`},
		"$3.5 m":                    {`money "$3.5 m" 3.5e+06 usd`},
		"one in five":               {`number "one in five" 0.2`},
		"nine out of ten":           {`number "nine out of ten" 0.9`},
		"9 in 10":                   {`number "9 in 10" 0.9`},
		"6 feet 2 inches":           {`number "6 feet 2 inches" 6.16667 feet`},
	})
}

func TestRanges(t *testing.T) {
	t.Parallel()
	eachFound(t, map[string][]string{
		"between three and four hours":      {`duration "between three and four hours" 10800..14400 hour hedged`},
		"between 300 and 400 people":        {`number "between 300 and 400" 300..400 people hedged`},
		"10-15 percent":                     {`percentage "10-15 percent" 10..15 hedged`},
		"from 10 to 15 %":                   {`percentage "10 to 15 %" 10..15 hedged`},
		"3–4 hours":                         {`duration "3–4 hours" 10800..14400 hour hedged`},
		"three to four hours":               {`duration "three to four hours" 10800..14400 hour hedged`},
		"three or four hours":               {`duration "three or four hours" 10800..14400 hour hedged`},
		"five to six million euros":         {`money "five to six million euros" 5e+06..6e+06 eur hedged`},
		"€5-6 million":                      {`money "€5-6 million" 5e+06..6e+06 eur hedged`},
		"between $3 million and $4 million": {`money "between $3 million and $4 million" 3e+06..4e+06 usd hedged`},
	})
}

func TestMultitudes(t *testing.T) {
	t.Parallel()
	eachFound(t, map[string][]string{
		"dozens of people":            {`number "dozens" 24..120 people hedged`},
		"tens of thousands of people": {`number "tens of thousands" 20000..100000 people hedged`},
		"several hundred people":      {`number "several hundred" 300..900 people hedged`},
		"a few hundred people":        {`number "a few hundred" 200..900 people hedged`},
		"a couple of people":          {`number "a couple of" 2..3 people hedged`},
	})
}

func TestHedges(t *testing.T) {
	t.Parallel()
	eachFound(t, map[string][]string{
		"well over three hours":     {`duration "well over three hours" 10800..21600 hour hedged`},
		"a little over three hours": {`duration "a little over three hours" 10800..21600 hour hedged`},
		"not quite three hours":     {`duration "not quite three hours" 8100..10800 hour hedged`},
		"three hours or so":         {`duration "three hours or so" 9720..11880 hour hedged`},
		"three hours or more":       {`duration "three hours or more" 10800..21600 hour hedged`},
		"at the most 20 people":     {`number "at the most 20" 0..20 people hedged`},
		"north of 20 people":        {`number "north of 20" 20..40 people hedged`},
	})
}

func TestMeasures(t *testing.T) {
	t.Parallel()
	eachFound(t, map[string][]string{
		"30 °C":                      {`number "30 °C" 30 degrees celsius`},
		"86°F":                       {`number "86°F" 86 degrees fahrenheit`},
		"30 degrees Celsius":         {`number "30 degrees Celsius" 30 degrees celsius`},
		"-5 degrees":                 {`number "-5 degrees" -5 degrees`},
		"minus five degrees":         {`number "minus five degrees" -5 degrees`},
		"20 metres per second":       {`number "20 metres per second" 20 metres a second`},
		"20 m/s":                     {`number "20 m/s" 20 metres a second`},
		"100 sq. km":                 {`number "100 sq. km" 100 square km`},
		"100 km2":                    {`number "100 km2" 100 square km`},
		"3lb":                        {`number "3lb" 3 lb`},
		"a magnitude 6.3 earthquake": {`number "6.3" 6.3 magnitude`},
		"6.3-magnitude quake":        {`number "6.3" 6.3 magnitude`},
		"30 kilowatt hours":          {`number "30" 30 hours`},
	})
}

func TestSpokenClocks(t *testing.T) {
	t.Parallel()
	eachFound(t, map[string][]string{
		"11:32am local time":                {`time "11:32am local time" 692`},
		"10 a.m. Eastern Time":              {`time "10 a.m. Eastern Time" 600 et`},
		"at 3 o'clock":                      {`time "3 o'clock" 180`},
		"at three o'clock in the afternoon": {`time "three o'clock in the afternoon" 900`},
		"just before noon":                  {`time "just before noon" 675..720 hedged`},
		"shortly after midnight":            {`time "shortly after midnight" 0..45 hedged`},
		"half past three":                   {`time "half past three" 210`},
		"quarter to four":                   {`time "quarter to four" 225`},
		"at 7 in the evening":               {`time "7 in the evening" 1140`},
		"seven in the morning":              {`number "seven" 7`},
		"The band plays at six.":            {`time "six" 360`},
		"It opened at nine on most days.":   {`time "nine" 540`},
		"looked at six ships":               {`number "six" 6 ships`},
		"the woman known as Juror 8 left":   nil,
		"They met on Route 9.":              nil,
		"Profile Total Population 115":      {`number "115" 115`},
		"In Halda 300 people died.":         {`number "300" 300 people`},
		"at 6 it was loud":                  {`number "6" 6`},
	})
}

func TestPeriods(t *testing.T) {
	t.Parallel()
	eachFound(t, map[string][]string{
		"15/08/2025":            {`date "15/08/2025" 2025-08-15`},
		"08/15/2025":            {`date "08/15/2025" 2025-08-15`},
		"15-08-2025":            {`date "15-08-2025" 2025-08-15`},
		"Fri., Aug. 15":         {`date "Fri., Aug. 15" August 15 friday`},
		"August 15-17":          {`date "August 15-17" August 15`},
		"15 to 17 August":       {`date "15 to 17 August" August 15`},
		"the '90s":              {`date "90s" 1990 decade`},
		"the nineties":          {`date "nineties" 1990 decade`},
		"in the summer of 2024": {`date "summer of 2024" 2024`},
		"in spring":             {`date "spring" spring`},
		"last night":            {`date "last night" yesterday`},
		"earlier this month":    {`date "earlier this month" month`},
		"last year":             {`date "last year" year`},
	})
}

// A figure that something rose from bounds nothing; it only shares the unit.
func TestChangesAreNoRanges(t *testing.T) {
	t.Parallel()
	wantFound(t, "it rose from 10 to 15 percent", `percentage "10" 10`, `percentage "15 percent" 15`)
	wantFound(t, "by nine votes to six", `number "nine" 9 votes`, `number "six" 6`)
	wantFound(t, "they won 3-2", `number "3" 3`, `number "2" 2`)
}

func TestRoles(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]Role{
		"a 58-year-old":               Age,
		"she is 58 years old":         Age,
		"at 58 years of age":          Age,
		"a man aged 58":               Age,
		"Ana Lund, 58, has a boat":    Age,
		"Ana Lund (58)":               Age,
		"the judge, who is 71, left":  Age,
		"She was 49.":                 Age,
		"the score was 49.":           NoRole,
		"she was 49 metres away":      NoRole,
		"two days ago":                Ago,
		"two days later":              Gap,
		"two days before the feast":   Gap,
		"it took two days":            NoRole,
		"gates 4, 6, and 9":           NoRole,
		"58 boats":                    NoRole,
		"in all, 58, mostly children": NoRole,
	} {
		t.Run(s, func(t *testing.T) {
			t.Parallel()
			if got := Find(s)[0].Role; got != want {
				t.Errorf("the role is %v, want %v", got, want)
			}
		})
	}
}
