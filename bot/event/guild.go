package event

import (
	"encoding/json"
	"strconv"
)

// ParseGuild reads GUILD_CREATE or GUILD_DELETE. It fails if the id is missing.
// Only a GUILD_DELETE that is not Unavailable means that the bot was removed.
func ParseGuild(raw []byte) (*Guild, error) {
	o, err := parse("guild", raw)
	if err != nil {
		return nil, err
	}
	g := &Guild{ID: o.id("id"), Name: o.text("name"), Unavailable: o.flag("unavailable")}
	if err := want("guild", map[string]string{"id": g.ID}, "id"); err != nil {
		return nil, err
	}
	return g, nil
}

// ParseThread reads THREAD_CREATE. It fails if the id or the guild's is missing.
func ParseThread(raw []byte) (*Thread, error) {
	o, err := parse("thread", raw)
	if err != nil {
		return nil, err
	}
	t := &Thread{
		ID:       o.id("id"),
		GuildID:  o.id("guild_id"),
		ParentID: o.id("parent_id"),
		Name:     o.text("name"),
		OwnerID:  o.id("owner_id"),
		New:      o.flag("newly_created"),
	}
	if err := want("thread", map[string]string{"id": t.ID, "guild_id": t.GuildID}, "id", "guild_id"); err != nil {
		return nil, err
	}
	return t, nil
}

// Ready is the beginning of a gateway session: who the bot is.
type Ready struct {
	ApplicationID, UserID string
	// SessionID and ResumeURL allow to resume the session.
	SessionID, ResumeURL string
	// Guilds are the ids of the servers that the bot is in, on this shard.
	Guilds []string
	// Shard is this one's number, and Shards how many there are; 0 and 1 where
	// Discord does not tell.
	Shard, Shards int
}

// Has reports whether a server belongs to the shard.
func (r *Ready) Has(guildID string) bool {
	n, err := strconv.ParseUint(guildID, 10, 64)
	return err == nil && (n>>22)%uint64(r.Shards) == uint64(r.Shard) //nolint:gosec // neither is negative
}

// ParseReady reads READY. It fails if the bot's own id or the session's is
// missing. Without an application id, the bot's own id stands in: they are equal
// but for the oldest bots.
func ParseReady(raw []byte) (*Ready, error) {
	o, err := parse("ready event", raw)
	if err != nil {
		return nil, err
	}
	r := &Ready{
		UserID:    o.object("user").id("id"),
		SessionID: o.text("session_id"),
		ResumeURL: o.text("resume_gateway_url"),
		Shards:    1,
	}
	if of := texts(o.items("shard")); len(of) == 2 {
		shard := object{"number": json.RawMessage(of[0]), "all": json.RawMessage(of[1])}
		if all := shard.small("all", 0); all > 0 {
			r.Shard, r.Shards = shard.small("number", 0), all
		}
	}
	r.ApplicationID = firstOf(o.object("application").id("id"), r.UserID)
	for _, guild := range o.objects("guilds") {
		if id := guild.id("id"); id != "" {
			r.Guilds = append(r.Guilds, id)
		}
	}
	if err := want("ready event", map[string]string{"user.id": r.UserID, "session_id": r.SessionID}, "user.id", "session_id"); err != nil {
		return nil, err
	}
	return r, nil
}
