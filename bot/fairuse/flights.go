package fairuse

// flights counts the questions that are worked on. Keys without any are not
// kept.
type flights struct {
	all           int
	users, guilds map[string]int
}

func newFlights() flights { return flights{users: map[string]int{}, guilds: map[string]int{}} }

// full names the limit that another question would break, if any.
func (f *flights) full(userID, guildID string, o Options) Limit {
	switch {
	case f.users[userID] >= o.UserInFlight:
		return UserBusy
	case guildID != "" && f.guilds[guildID] >= o.GuildInFlight:
		return GuildBusy
	case f.all >= o.InFlight:
		return Busy
	}
	return None
}

// add counts n more, which may be negative.
func (f *flights) add(userID, guildID string, n int) {
	f.all += n
	count(f.users, userID, n)
	if guildID != "" {
		count(f.guilds, guildID, n)
	}
}

func count(of map[string]int, key string, n int) {
	if of[key] += n; of[key] == 0 {
		delete(of, key)
	}
}
