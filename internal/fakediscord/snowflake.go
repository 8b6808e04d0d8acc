package fakediscord

import (
	"fmt"
	"strconv"
	"time"
)

// discordEpoch is the first millisecond of 2015, from which snowflakes count.
const discordEpoch = 1420070400000

// NewID makes an id of now, by the server's clock.
func (s *Server) NewID() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.mint()
}

// mint makes an id. The caller holds mu.
func (s *Server) mint() string {
	s.minted++
	return Snowflake(s.opts.Now(), s.minted)
}

// Snowflake is the id of a time, to the millisecond; n tells ids of one apart.
func Snowflake(t time.Time, n uint64) string {
	ms := max(t.UnixMilli()-discordEpoch, 0)
	return strconv.FormatUint(uint64(ms)<<22|n&(1<<22-1), 10)
}

// shardOf is the shard that is told of a server, or 0 where there is none.
func shardOf(guildID string, shards int) int {
	id, err := strconv.ParseUint(guildID, 10, 64)
	if err != nil || shards < 1 {
		return 0
	}
	return int((id >> 22) % uint64(shards)) //nolint:gosec // less than shards
}

// isSnowflake says whether an id could be one of Discord's.
func isSnowflake(id string) bool {
	n, err := strconv.ParseUint(id, 10, 64)
	return err == nil && n > 0
}

func mustBeID(what, id string) {
	if id != "" && !isSnowflake(id) {
		panic(fmt.Sprintf("fakediscord: %s %q is no snowflake", what, id))
	}
}
