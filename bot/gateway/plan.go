package gateway

import (
	"errors"
	"fmt"
)

// Shards says which shards this process runs. The zero value runs as many as
// Discord recommends, all of them here.
type Shards struct {
	// Total is the number of shards of all processes together.
	Total int
	// First is the first shard of this process, and Count how many it runs from
	// there on; 0 means all to the last.
	First, Count int
}

// maxShards is above what the largest bots use. A wrong number in an answer must
// not start a million connections.
const maxShards = 16_384

// check reports what is wrong with the numbers.
func (s Shards) check() error {
	switch {
	case s.Total < 0 || s.First < 0 || s.Count < 0:
		return errors.New("numbers of shards cannot be negative")
	case s.Total > maxShards:
		return fmt.Errorf("%d shards are more than %d", s.Total, maxShards)
	case s.Total == 0 && (s.First > 0 || s.Count > 0):
		return errors.New("a range of shards needs their total number")
	case s.Total > 0 && s.First+max(s.Count, 1) > s.Total:
		return fmt.Errorf("shard %d does not exist among %d, which are counted from 0", s.First+max(s.Count, 1)-1, s.Total)
	}
	return nil
}

// plan returns the shards of this process in order and the number of all shards,
// given how many Discord recommends.
func (s Shards) plan(recommended int) (ids []int, total int) {
	total = s.Total
	if total == 0 {
		total = min(max(recommended, 1), maxShards)
	}
	next := total
	if s.Count > 0 {
		next = s.First + s.Count
	}
	for id := s.First; id < next; id++ {
		ids = append(ids, id)
	}
	return ids, total
}

// buckets groups shards as Discord starts them: those of one bucket together,
// one bucket after the other.
func buckets(ids []int, concurrency int) [][]int {
	var out [][]int
	current := -1
	for _, id := range ids {
		if b := id / concurrency; b != current || len(out) == 0 {
			current = b
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], id)
	}
	return out
}
