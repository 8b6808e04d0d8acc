package store

import (
	"context"
	"fmt"
	"time"
)

// AddGap adds g.Times (at least one) to an unanswered topic of a server. Gaps of
// direct messages are not kept: without a GuildID it fails with ErrInvalidRecord.
func (s *Store) AddGap(ctx context.Context, g Gap) error {
	if err := checkTexts(maxName, g.GuildID, g.Topic); err != nil {
		return err
	}
	return s.keep(ctx, "keep a gap", func(tx writeTx) error {
		return tx.exec(`INSERT INTO gaps (guild, topic, times, last) VALUES (?, ?, ?, ?)
			ON CONFLICT (guild, topic) DO UPDATE SET times = times + excluded.times, last = max(last, excluded.last)`,
			g.GuildID, g.Topic, max(g.Times, 1), toNanos(g.Last))
	})
}

// Gaps returns the unanswered topics of a server, the most frequent first, at
// most limit of them.
func (s *Store) Gaps(ctx context.Context, guildID string, limit int) ([]Gap, error) {
	var list []Gap
	err := s.each(ctx, "read the gaps", "SELECT topic, times, last FROM gaps WHERE guild = ? ORDER BY times DESC, last DESC, topic LIMIT ?",
		[]any{guildID, max(limit, 0)}, func(r row) error {
			g := Gap{GuildID: guildID}
			var last int64
			err := r.Scan(&g.Topic, &g.Times, &last)
			g.Last = fromNanos(last)
			list = append(list, g)
			return err
		})
	return list, err
}

// AddTally adds what happened to the counts of its server and day.
func (s *Store) AddTally(ctx context.Context, t Tally) error {
	if err := checkTexts(maxName, t.GuildID); err != nil {
		return err
	}
	if _, err := time.Parse(time.DateOnly, t.Day); err != nil {
		return fmt.Errorf("add a tally: %w: the day is not written YYYY-MM-DD", ErrInvalidRecord)
	}
	return s.keep(ctx, "add a tally", func(tx writeTx) error { return addTally(tx, t) })
}

// addTally adds the counts, and then the times, which belong to them.
func addTally(tx writeTx, t Tally) error {
	err := tx.exec(`INSERT INTO tallies (guild, day, asked, answered, refused, failed, up, down, latency, slowest)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (guild, day) DO UPDATE SET asked = asked + excluded.asked, answered = answered + excluded.answered,
			refused = refused + excluded.refused, failed = failed + excluded.failed, up = up + excluded.up,
			down = down + excluded.down, latency = latency + excluded.latency, slowest = max(slowest, excluded.slowest)`,
		t.GuildID, t.Day, t.Asked, t.Answered, t.Refused, t.Failed, t.Up, t.Down, int64(t.LatencySum), int64(t.Slowest))
	for step, times := range t.Latencies {
		if times != 0 && err == nil {
			err = tx.exec(`INSERT INTO latencies (guild, day, step, times) VALUES (?, ?, ?, ?)
				ON CONFLICT (guild, day, step) DO UPDATE SET times = times + excluded.times`, t.GuildID, t.Day, step, times)
		}
	}
	return err
}

// Tallies returns the tallies of a server, or with guildID empty those of direct
// messages, from the day of since on, by day.
func (s *Store) Tallies(ctx context.Context, guildID string, since time.Time) ([]Tally, error) {
	var list []Tally
	err := s.each(ctx, "read the tallies", `SELECT day, asked, answered, refused, failed, up, down, latency, slowest, coalesce(step, 0), coalesce(times, 0)
		FROM tallies LEFT JOIN latencies USING (guild, day) WHERE guild = ? AND day >= ? ORDER BY day`, []any{guildID, dayOf(since)}, func(r row) error {
		t := Tally{GuildID: guildID}
		var step, times int
		err := r.Scan(&t.Day, &t.Asked, &t.Answered, &t.Refused, &t.Failed, &t.Up, &t.Down, &t.LatencySum, &t.Slowest, &step, &times)
		if len(list) == 0 || list[len(list)-1].Day != t.Day {
			list = append(list, t)
		}
		if step >= 0 && step < len(t.Latencies) {
			list[len(list)-1].Latencies[step] = times
		}
		return err
	})
	return list, err
}
