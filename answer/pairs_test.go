package answer

import (
	"strings"
	"testing"
)

// Two articles on one event, and whether what they say of it can be true of both.
func TestPairsOfArticles(t *testing.T) {
	t.Parallel()
	for _, tt := range []articlePair{
		{
			"injured", "How many people were injured in the Lindsund tram crash?",
			"Trams crash in Lindsund\nTwo trams collided in Lindsund near Harbour Square, injuring 41 people, the fire service said.",
			"Lindsund tram collision\nThe collision of two trams in Lindsund at Harbour Square left 57 people injured, the hospital said.",
			"41 people; 57 people",
		},
		{
			"injured and killed", "How many people were injured in the Lindsund tram crash?",
			"Trams crash in Lindsund\nTwo trams collided in Lindsund near Harbour Square, injuring 41 people, the fire service said.",
			"Lindsund tram collision\nThe collision of two trams in Lindsund at Harbour Square killed three people, the hospital said.",
			"",
		},
		{
			"all and a part", "How many people were injured in the Lindsund tram crash?",
			"Trams crash in Lindsund\nTwo trams collided in Lindsund near Harbour Square, injuring 41 people.",
			"Lindsund tram collision\nThe collision of two trams in Lindsund at Harbour Square left 41 people injured, six of them seriously.",
			"",
		},
		{
			"dozens", "How many people were injured in the Lindsund tram crash?",
			"Trams crash in Lindsund\nTwo trams collided in Lindsund near Harbour Square, injuring 41 people.",
			"Lindsund tram collision\nThe collision of two trams in Lindsund at Harbour Square left dozens of people injured.",
			"",
		},
		{
			"evacuated and population", "What is the population of Osterby?",
			"Flood in Osterby\nOsterby on the river Grim, which has 12,000 inhabitants, was flooded on Monday.",
			"Osterby under water\nAbout 3,000 people were evacuated from Osterby on the river Grim on Monday.",
			"",
		},
		{
			"population rounded", "What is the population of Osterby?",
			"Flood in Osterby\nThe population of Osterby on the river Grim is 12,000.",
			"Osterby under water\nOsterby on the river Grim has a population of 11,968.",
			"",
		},
		{
			"population", "What is the population of Osterby?",
			"Flood in Osterby\nThe population of Osterby on the river Grim is 12,000.",
			"Osterby under water\nOsterby on the river Grim has a population of 17,500.",
			"12,000; 17,500",
		},
		{
			"duration told alike", "How long did the jury of the Halvor trial take?",
			"Halvor found guilty\nThe jury in the trial of Erik Halvor in Lindsund deliberated for 22 hours.",
			"The Halvor verdict\nAfter it had deliberated for 31 hours, the jury in Lindsund found Erik Halvor guilty.",
			"22 hours; 31 hours",
		},
		{
			"duration in other units", "How long did the Halvor trial last?",
			"Halvor found guilty\nThe trial of Erik Halvor in Lindsund lasted three weeks.",
			"The Halvor verdict\nThe trial of Erik Halvor in Lindsund lasted 21 days.",
			"",
		},
		{
			"nearly and exactly", "How long did the Halvor trial last?",
			"Halvor found guilty\nThe trial of Erik Halvor in Lindsund lasted nearly three hours.",
			"The Halvor verdict\nThe trial of Erik Halvor in Lindsund lasted 2 h 45 min.",
			"",
		},
		{
			"talks and no talks", "How long did they talk?",
			"Deal at the Brunn mill\nThe union led by Ida Voss and the owners of the Brunn mill in Larkfield agreed on Friday. The talks lasted 14 hours.",
			"Night at the Brunn mill\nThe union led by Ida Voss and the owners of the Brunn mill in Larkfield agreed on Friday. The talks did not last a week.",
			"",
		},
		{
			"a trial and a journey", "How long did the Halvor trial last?",
			"Halvor found guilty\nThe trial of Erik Halvor in Lindsund lasted three weeks.",
			"The Halvor verdict\nThe journey of Erik Halvor from Lindsund to prison lasted five hours.",
			"",
		},
		{
			"a sentence and a trial", "How long did the Halvor trial last?",
			"Halvor found guilty\nThe trial of Erik Halvor in Lindsund lasted three weeks.",
			"The Halvor verdict\nErik Halvor was sentenced in Lindsund to four years in prison after a trial.",
			"",
		},
		{
			"money", "How much did the Skar bridge cost?",
			"Skar bridge opens\nThe new bridge over the Skar at Brunnvik cost 84 million euros.",
			"The bridge at Brunnvik\nThe bridge over the Skar at Brunnvik cost 96 million euros.",
			"84 million euros; 96 million euros",
		},
		{
			"money rounded", "How much did the Skar bridge cost?",
			"Skar bridge opens\nThe new bridge over the Skar at Brunnvik cost 84 million euros.",
			"The bridge at Brunnvik\nThe bridge over the Skar at Brunnvik cost 84.3 million euros.",
			"",
		},
		{
			"money in other currencies", "How much did the Skar bridge cost?",
			"Skar bridge opens\nThe new bridge over the Skar at Brunnvik cost 84 million euros.",
			"The bridge at Brunnvik\nThe bridge over the Skar at Brunnvik cost $96 million.",
			"",
		},
		{
			"lengths", "How long is the Skar bridge?",
			"Skar bridge opens\nThe new bridge over the Skar at Brunnvik is 1.5 miles long.",
			"The bridge at Brunnvik\nThe bridge over the Skar at Brunnvik is 1.9 km long.",
			"1.5 miles; 1.9 km",
		},
		{
			"lengths converted", "How long is the Skar bridge?",
			"Skar bridge opens\nThe new bridge over the Skar at Brunnvik is 1.5 miles long.",
			"The bridge at Brunnvik\nThe bridge over the Skar at Brunnvik is 2.4 km long.",
			"",
		},
		{
			"length and height", "How long is the Skar bridge?",
			"Skar bridge opens\nThe new bridge over the Skar at Brunnvik is 900 metres long.",
			"The bridge at Brunnvik\nThe bridge over the Skar at Brunnvik is 42 metres high.",
			"",
		},
		{
			"speeds", "How strong were the winds of Storm Ylva?",
			"Storm Ylva hits Osterby\nStorm Ylva hit Osterby with winds of 148 kilometres per hour.",
			"Osterby after Ylva\nWinds of 75 mph were measured when Storm Ylva hit Osterby.",
			"148 kilometres per hour; 75 mph",
		},
		{
			"speeds converted", "How strong were the winds of Storm Ylva?",
			"Storm Ylva hits Osterby\nStorm Ylva hit Osterby with winds of 148 kilometres per hour.",
			"Osterby after Ylva\nWinds of 92 mph were measured when Storm Ylva hit Osterby.",
			"",
		},
		{
			"temperatures converted", "How hot was it in Osterby?",
			"Heat in Osterby\nIt was 30 degrees Celsius hot in Osterby on the Grim, a record.",
			"Osterby sweats\nIt was 86 °F hot in Osterby on the Grim, a record.",
			"",
		},
		{
			"shares", "What share of the voters in Osterby backed the Grim tunnel?",
			"Osterby votes\nIn Osterby 58 percent of the voters backed the Grim tunnel.",
			"Tunnel wins\nThe Grim tunnel was backed by 64 percent of the voters in Osterby.",
			"58 percent; 64 percent",
		},
		{
			"share and count", "How many voters in Osterby backed the Grim tunnel?",
			"Osterby votes\nIn Osterby 58 percent of the voters backed the Grim tunnel.",
			"Tunnel wins\nThe Grim tunnel was backed by 5,400 voters in Osterby.",
			"",
		},
		{
			"weekdays", "On which day did the Grim tunnel open?",
			"Tunnel open\nThe Grim tunnel at Osterby was opened on Friday.",
			"The Osterby tunnel\nThe Grim tunnel at Osterby was opened on Saturday.",
			"Friday; Saturday",
		},
		{
			"weekday and date", "When was the Grim tunnel opened?",
			"Tunnel open\nThe Grim tunnel at Osterby was opened on Friday.",
			"The Osterby tunnel\nThe Grim tunnel at Osterby was opened on 14 June 2024.",
			"",
		},
		{
			"weekday against date", "When was the Grim tunnel opened?",
			"Tunnel open\nThe Grim tunnel at Osterby was opened on Friday.",
			"The Osterby tunnel\nThe Grim tunnel at Osterby was opened on 15 June 2024.",
			"Friday; 15 June 2024",
		},
		{
			"dates", "When was the Grim tunnel opened?",
			"Tunnel open\nThe Grim tunnel at Osterby was opened on 12 May 2024.",
			"The Osterby tunnel\nThe Grim tunnel at Osterby was opened on 14 June 2024.",
			"12 May 2024; 14 June 2024",
		},
		{
			"month and date", "When was the Grim tunnel opened?",
			"Tunnel open\nThe Grim tunnel at Osterby was opened in June.",
			"The Osterby tunnel\nThe Grim tunnel at Osterby was opened on 14 June 2024.",
			"",
		},
		{
			"season and month", "When was the Grim tunnel opened?",
			"Tunnel open\nThe Grim tunnel at Osterby was opened in the summer of 2024.",
			"The Osterby tunnel\nThe Grim tunnel at Osterby was opened in June 2024.",
			"",
		},
		{
			"opened and designed", "When was the Grim tunnel opened?",
			"Tunnel open\nThe Grim tunnel at Osterby was opened in 2024.",
			"The Osterby tunnel\nThe Grim tunnel at Osterby was designed in 2016.",
			"",
		},
		{
			"ages", "How old is the captain Nils Orr?",
			"Rescue off Storholm\nCaptain Nils Orr, 58, brought the trawler Grimm to Storholm.",
			"The trawler Grimm\nThe 61-year-old captain Nils Orr brought the trawler Grimm to Storholm.",
			"58; 61-year-old",
		},
		{
			"ages alike", "How old is the captain Nils Orr?",
			"Rescue off Storholm\nCaptain Nils Orr, 58, brought the trawler Grimm to Storholm.",
			"The trawler Grimm\nThe 58-year-old captain Nils Orr brought the trawler Grimm to Storholm.",
			"",
		},
		{
			"ages of two", "How old is the captain Nils Orr?",
			"Rescue off Storholm\nCaptain Nils Orr, 58, brought the trawler Grimm to Storholm.",
			"The trawler Grimm\nThe 34-year-old pilot Eva Rask flew over the trawler Grimm to Storholm.",
			"",
		},
		{
			"ships told alike", "How many ships were stuck outside Storholm?",
			"Strike at Storholm\nOn Thursday, 23 ships were waiting at anchor outside the port of Storholm.",
			"The Storholm strike\nThere were 31 ships waiting at anchor outside Storholm on Thursday.",
			"23 ships; 31 ships",
		},
		{
			"ships and crews", "How many ships were stuck outside Storholm?",
			"Strike at Storholm\nOn Thursday, 23 ships were waiting at anchor outside the port of Storholm.",
			"The Storholm strike\nOn Thursday, 310 sailors were waiting on ships outside Storholm.",
			"",
		},
		{
			"a range", "How many dockers walked out at Storholm?",
			"Strike at Storholm\nBetween 2,000 and 2,400 dockers walked out at Storholm.",
			"The Storholm strike\nSome 2,300 dockers walked out at Storholm.",
			"",
		},
		{
			"outside a range", "How many dockers walked out at Storholm?",
			"Strike at Storholm\nBetween 2,000 and 2,400 dockers walked out at Storholm.",
			"The Storholm strike\nExactly 3,100 dockers walked out at Storholm.",
			"3,100 dockers; Between 2,000 and 2,400 dockers",
		},
		{
			"other years", "How many visitors did the Osterby fair have?",
			"Fair in Osterby\nThe fair in Osterby on the Grim had 40,000 visitors in 2022.",
			"The Osterby fair\nThe fair in Osterby on the Grim had 65,000 visitors in 2024.",
			"",
		},
		{
			"possible", "How much does the Grim tunnel cost?",
			"Tunnel open\nThe Grim tunnel at Osterby cost 300 million euros.",
			"The Osterby tunnel\nThe Grim tunnel at Osterby could cost 420 million euros by the end if repairs are needed.",
			"",
		},
		{
			"magnitude", "How strong was the earthquake at Osterby?",
			"Osterby shakes\nAn earthquake of magnitude 5.8 hit Osterby on the Grim.",
			"Quake in Osterby\nA 6.3-magnitude earthquake hit Osterby on the Grim.",
			"5.8; 6.3",
		},
	} {
		tt.check(t)
	}
}

// articlePair are two articles, a question to both, and the sides that the answer shows.
type articlePair struct{ name, question, a, b, want string }

func (p articlePair) check(t *testing.T) {
	t.Helper()
	t.Run(p.name, func(t *testing.T) {
		t.Parallel()
		r := over(t, p.a, p.b)
		a := r.ask(t, Question{Text: p.question})
		r.checkAnswer(t, a)
		var sides []string
		for _, d := range a.Disagreements {
			for _, c := range d.Claims {
				sides = append(sides, strings.TrimSuffix(strings.TrimPrefix(c.Value, "Some "), "-magnitude"))
			}
		}
		got := strings.Join(sides, "; ")
		if len(sides) == 2 && got != p.want {
			got = sides[1] + "; " + sides[0]
		}
		if got != p.want || !a.Answered {
			t.Errorf("answered %v; the sides are %q, want %q: %s", a.Answered, got, p.want, a.Text)
		}
	})
}
