package store

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

const isolationServers = 20

// server is what a model knows of one server. All servers use the same topics,
// addresses, articles and days, so that whatever leaks is taken for one's own.
type server struct {
	settings ServerSettings
	known    bool // has settings
	gaps     map[string]Gap
	tallies  map[string]Tally
	feeds    map[string]FeedState
	answers  map[string]AnswerRecord
	used     int
	// requests and spent are those of noon's day.
	requests, spent int
	fallbacks       int
}

func newServer(guild string) *server {
	return &server{
		settings: unchosen(guild),
		gaps:     make(map[string]Gap), tallies: make(map[string]Tally),
		feeds: make(map[string]FeedState), answers: make(map[string]AnswerRecord),
	}
}

// isolation runs operations on a store and on one model for each server.
type isolation struct {
	*rapid.T
	s       *Store
	servers map[string]*server
	// dice are the bits from which an operation takes what varies.
	dice uint64
}

// roll takes a number below n from the dice.
func (m *isolation) roll(n int) int {
	r := int(m.dice % uint64(n)) //nolint:gosec // small
	m.dice /= uint64(n)          //nolint:gosec // small
	return r
}

func (m *isolation) must(err error) {
	m.Helper()
	if err != nil {
		m.Fatal(err)
	}
}

// same fails unless the store told a server's own records.
func same[T any](m *isolation, want, got T, err error) {
	m.Helper()
	if diff := gocmp.Diff(want, got); diff != "" || err != nil {
		m.Fatal(diff, err)
	}
}

// isolationOps are the operations that take a server, writes and reads.
var isolationOps = []func(*isolation, string, *server){
	(*isolation).putSettings, (*isolation).getSettings, (*isolation).leaveOrReturn,
	(*isolation).putAnswer, (*isolation).getAnswers, (*isolation).flag, (*isolation).count,
	(*isolation).addGap, (*isolation).getGaps, (*isolation).addTally, (*isolation).getTallies,
	(*isolation).spend, (*isolation).settle, (*isolation).fallBack, (*isolation).getSpending,
	(*isolation).putFeed, (*isolation).updateFeed, (*isolation).removeFeed, (*isolation).getFeeds,
	(*isolation).getGaps, (*isolation).getTallies, (*isolation).getFeeds, (*isolation).getSettings, (*isolation).getAnswers,
}

// TestServersDoNotSeeEachOther runs random operations on 20 servers: a hundred
// times 150, or where all is tested a thousand.
func TestServersDoNotSeeEachOther(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	// What is tested here does not depend on the disk.
	_, err := s.writer.ExecContext(t.Context(), "PRAGMA synchronous = OFF")
	mustDo(t, err)
	steps := rounds(150, 1000)
	rapid.Check(t, func(r *rapid.T) {
		m := &isolation{T: r, s: s, servers: make(map[string]*server)}
		m.clear()
		for i := range isolationServers {
			guild := fmt.Sprint("g", i)
			m.servers[guild] = newServer(guild)
		}
		word := rapid.Uint64()
		for range steps {
			m.dice = word.Draw(r, "")
			op := isolationOps[m.roll(len(isolationOps))]
			guild := fmt.Sprint("g", m.roll(isolationServers))
			op(m, guild, m.servers[guild])
		}
		for guild, of := range m.servers {
			m.getSettings(guild, of)
			m.getAnswers(guild, of)
			m.getGaps(guild, of)
			m.getTallies(guild, of)
			m.getSpending(guild, of)
			m.getFeeds(guild, of)
		}
	})
	mustBeSound(t, s)
}

// clear empties the tables, which is faster than a new store.
func (m *isolation) clear() {
	for _, table := range recordTables {
		if table != "settings_version" {
			_, err := m.s.writer.ExecContext(m.Context(), "DELETE FROM "+table) //nolint:gosec // one of our tables
			m.must(err)
		}
	}
}

func (m *isolation) putSettings(guild string, of *server) {
	c := chosen(guild)
	c.UserPerDay, c.StaffChannel, c.Left = m.roll(9), fmt.Sprint("staff ", m.roll(9)), of.settings.Left
	m.must(m.s.PutServerSettings(m.Context(), c))
	of.settings, of.known = c, true
}

func (m *isolation) getSettings(guild string, of *server) {
	got, err := m.s.ServerSettings(m.Context(), guild)
	if len(got.Channels) == 0 {
		got.Channels = nil
	}
	same(m, of.settings, got, err)
}

// leaveOrReturn has the bot leave, return, or be gone for a week.
func (m *isolation) leaveOrReturn(guild string, of *server) {
	switch m.roll(8) {
	case 0, 1:
		m.must(m.s.MarkLeft(m.Context(), guild, noon))
		of.settings.Left = noon
	case 2, 3, 4:
		m.must(m.s.MarkBack(m.Context(), guild))
		of.settings.Left = time.Time{}
	case 5:
		m.purge()
	default:
		m.must(m.s.ServerGone(m.Context(), guild)) // not a week ago: nothing happens
	}
}

// purge deletes what a week makes of servers that were left. The test asks for it
// as Purge does, but leaves the clean-up of the log to others.
func (m *isolation) purge() {
	var left []string
	m.must(m.s.keep(m.Context(), "purge", func(tx writeTx) error {
		var err error
		if left, err = leftServers(tx, at(leftLife)); err != nil {
			return err
		}
		var records int
		for _, guild := range left {
			err = errors.Join(err, purgeServer(tx, guild, &records))
		}
		return err
	}))
	var want []string
	for guild, of := range m.servers {
		if !of.settings.Left.IsZero() {
			want = append(want, guild)
			m.servers[guild] = newServer(guild)
			m.servers[guild].settings.Left, m.servers[guild].used = of.settings.Left, of.used
		}
	}
	slices.Sort(want)
	same(m, want, left, nil)
}

// putAnswer keeps an answer under an id that other servers use too.
func (m *isolation) putAnswer(guild string, of *server) {
	r := answerOf(fmt.Sprint("x", m.roll(30)), guild, "1.ab")
	r.ChannelID, r.Question = "c", fmt.Sprint("asked in ", guild, m.roll(99))
	owner := ""
	for other, has := range m.servers {
		if _, ok := has.answers[r.ID]; ok {
			owner = other
		}
	}
	err := m.s.PutAnswer(m.Context(), r)
	if owner != "" && owner != guild {
		if !errors.Is(err, ErrTaken) {
			m.Fatalf("error %v, want ErrTaken", err)
		}
		return
	}
	m.must(err)
	r.Flag = of.answers[r.ID].Flag
	of.answers[r.ID] = r
}

// getAnswers compares all flags and texts of a server's answers.
func (m *isolation) getAnswers(guild string, of *server) {
	got, err := answersOf(m.Context(), m.s.reader, "guild = ? ORDER BY id", guild)
	want := slices.SortedFunc(maps.Values(of.answers), func(a, b AnswerRecord) int { return strings.Compare(a.ID, b.ID) })
	same(m, want, got, err)
	if len(want) > 0 {
		one, err := m.s.Answer(m.Context(), want[0].ID)
		same(m, want[0], one, err)
	}
}

// flag flags the answers that cite the server's own article; all servers have one
// of that id.
func (m *isolation) flag(guild string, of *server) {
	note := fmt.Sprint("changed in ", guild, m.roll(9))
	n, err := m.s.FlagAnswers(m.Context(), guild, CitedArticle{ID: "o1", Own: true}, note)
	same(m, len(of.answers), n, err)
	for id, r := range of.answers {
		r.Flag = note
		of.answers[id] = r
	}
}

func (m *isolation) count(guild string, of *server) {
	used, ok, err := m.s.Count(m.Context(), guild, 30)
	if of.used < 30 {
		of.used++
		same(m, true, ok, err)
	}
	same(m, of.used, used, err)
}

func (m *isolation) addGap(guild string, of *server) {
	g := Gap{GuildID: guild, Topic: fmt.Sprint("topic ", m.roll(5)), Times: 1, Last: at(time.Duration(m.roll(9)))}
	m.must(m.s.AddGap(m.Context(), g))
	if old, ok := of.gaps[g.Topic]; ok {
		g.Times += old.Times
		g.Last = slices.MaxFunc([]time.Time{g.Last, old.Last}, time.Time.Compare)
	}
	of.gaps[g.Topic] = g
}

func (m *isolation) getGaps(guild string, of *server) {
	got, err := m.s.Gaps(m.Context(), guild, 100)
	want := slices.SortedFunc(maps.Values(of.gaps), func(a, b Gap) int {
		return cmp.Or(b.Times-a.Times, b.Last.Compare(a.Last), strings.Compare(a.Topic, b.Topic))
	})
	same(m, want, got, err)
}

func (m *isolation) addTally(guild string, of *server) {
	add := Tally{GuildID: guild, Day: fmt.Sprintf("2026-11-%02d", 1+m.roll(5)), Asked: 1 + m.roll(3), LatencySum: time.Second, Slowest: time.Duration(m.roll(99))}
	add.Latencies[m.roll(len(add.Latencies))] = 1 + m.roll(3)
	m.must(m.s.AddTally(m.Context(), add))
	old := of.tallies[add.Day]
	add.Asked += old.Asked
	add.LatencySum += old.LatencySum
	add.Slowest = max(add.Slowest, old.Slowest)
	add.Latencies.Add(old.Latencies)
	of.tallies[add.Day] = add
}

func (m *isolation) getTallies(guild string, of *server) {
	got, err := m.s.Tallies(m.Context(), guild, time.Time{})
	want := slices.SortedFunc(maps.Values(of.tallies), func(a, b Tally) int { return strings.Compare(a.Day, b.Day) })
	same(m, want, got, err)
}

// spend asks a model on a server's account up to 500 tokens, of which all servers
// together may take more.
func (m *isolation) spend(guild string, of *server) {
	caps := SpendCaps{Server: SpendCap{Tokens: 500}}
	r, err := m.s.ReserveSpend(m.Context(), SpendKey{Day: today, GuildID: guild}, taking(60), caps)
	m.must(err)
	if full := of.spent >= 500; full != (r.Reached != "") {
		m.Fatalf("%s with %d spent: %+v", guild, of.spent, r)
	}
	if r.Reached == "" {
		of.requests++
		of.spent += 60
	}
}

// settle gives some of the last request back.
func (m *isolation) settle(guild string, of *server) {
	if of.spent < 60 {
		return
	}
	back := 4 * m.roll(15)
	m.must(m.s.SettleSpend(m.Context(), SpendKey{Day: today, GuildID: guild}, taking(back), Spend{}))
	of.spent -= back
}

func (m *isolation) fallBack(guild string, of *server) {
	m.must(m.s.CountFallback(m.Context(), guild, "timeout"))
	of.fallbacks++
}

func (m *isolation) getSpending(guild string, of *server) {
	got, err := m.s.Spending(m.Context(), guild, noon)
	var want []SpendDay
	if of.requests+of.fallbacks > 0 {
		want = []SpendDay{{Day: today, Requests: of.requests, Spend: taking(of.spent)}}
	}
	if of.fallbacks > 0 {
		want[0].Fallbacks = map[string]int{"timeout": of.fallbacks}
	}
	same(m, want, got, err)
}

func (m *isolation) putFeed(guild string, of *server) {
	f := feed(guild, fmt.Sprint("u", m.roll(4)), at(time.Duration(m.roll(99))))
	m.must(m.s.PutFeed(m.Context(), f))
	of.feeds[f.URL] = f
}

func (m *isolation) updateFeed(guild string, of *server) {
	f := feed(guild, fmt.Sprint("u", m.roll(4)), noon)
	f.Failures = m.roll(9)
	err := m.s.UpdateFeed(m.Context(), f)
	if _, ok := of.feeds[f.URL]; !ok {
		m.notFound(err)
		return
	}
	m.must(err)
	of.feeds[f.URL] = f
}

func (m *isolation) removeFeed(guild string, of *server) {
	address := fmt.Sprint("u", m.roll(4))
	err := m.s.RemoveFeed(m.Context(), guild, address)
	if _, ok := of.feeds[address]; !ok {
		m.notFound(err)
		return
	}
	m.must(err)
	delete(of.feeds, address)
}

func (m *isolation) notFound(err error) {
	m.Helper()
	if !errors.Is(err, ErrNotFound) {
		m.Fatalf("error %v, want ErrNotFound", err)
	}
}

func (m *isolation) getFeeds(guild string, of *server) {
	got, err := m.s.Feeds(m.Context(), guild)
	want := slices.SortedFunc(maps.Values(of.feeds), func(a, b FeedState) int { return strings.Compare(a.URL, b.URL) })
	same(m, want, got, err)
}
