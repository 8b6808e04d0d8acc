package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

// The defaults of what admins chose.
const (
	modeMention    = "mention"
	articlesBeside = "beside"
)

// withDefaults fills in what was left to the default.
func (c ServerSettings) withDefaults() ServerSettings {
	if c.Mode == "" {
		c.Mode = modeMention
	}
	if c.Articles == "" {
		c.Articles = articlesBeside
	}
	return c
}

// ServerSettings returns what the admins of a server chose, the defaults where
// they chose nothing.
func (s *Store) ServerSettings(ctx context.Context, guildID string) (ServerSettings, error) {
	list, err := s.settingsWhere(ctx, "guild = ?", guildID)
	if err != nil || len(list) == 0 {
		return ServerSettings{GuildID: guildID}.withDefaults(), err
	}
	return list[0], nil
}

// AllServerSettings returns the settings of all servers that have any.
func (s *Store) AllServerSettings(ctx context.Context) ([]ServerSettings, error) {
	return s.settingsWhere(ctx, "true ORDER BY guild")
}

// SettingsVersion is a number that grows with every change of any settings, made
// by this process or another. It costs one small read.
func (s *Store) SettingsVersion(ctx context.Context) (int64, error) {
	var v int64
	err := s.readRow(ctx, "read the settings' version", "SELECT version FROM settings_version WHERE only = 1", nil, &v)
	return v, err
}

func (s *Store) settingsWhere(ctx context.Context, where string, args ...any) ([]ServerSettings, error) {
	var list []ServerSettings
	err := s.each(ctx, "read the settings", `SELECT guild, channels, mode, user_per_day, server_per_day, language, no_buttons,
		articles, staff_channel, left_at FROM server_settings WHERE `+where, args, func(r row) error {
		var c ServerSettings
		var channels []byte
		var left int64
		if err := r.Scan(&c.GuildID, &channels, &c.Mode, &c.UserPerDay, &c.ServerPerDay, &c.Language, &c.NoButtons,
			&c.Articles, &c.StaffChannel, &left); err != nil {
			return err
		}
		c.Left = fromNanos(left)
		list = append(list, c)
		return json.Unmarshal(channels, &list[len(list)-1].Channels)
	})
	return list, err
}

// PutServerSettings keeps what the admins of a server chose. Left is not theirs:
// MarkLeft and MarkBack set it.
func (s *Store) PutServerSettings(ctx context.Context, c ServerSettings) error {
	c = c.withDefaults()
	if err := checkTexts(maxName, append(slices.Clip(c.Channels), c.GuildID, c.Mode, c.Language, c.Articles, c.StaffChannel)...); err != nil {
		return err
	}
	channels, err := json.Marshal(append([]string{}, c.Channels...))
	if err != nil {
		return fmt.Errorf("write the list of channels: %w", err)
	}
	return s.keepSettings(ctx, "keep the settings", func(tx writeTx) error {
		return tx.exec(`INSERT INTO server_settings (guild, channels, mode, user_per_day, server_per_day, language, no_buttons,
				articles, staff_channel, left_at)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
			ON CONFLICT (guild) DO UPDATE SET channels = excluded.channels, mode = excluded.mode, user_per_day = excluded.user_per_day,
				server_per_day = excluded.server_per_day, language = excluded.language, no_buttons = excluded.no_buttons,
				articles = excluded.articles, staff_channel = excluded.staff_channel`,
			c.GuildID, string(channels), c.Mode, c.UserPerDay, c.ServerPerDay, c.Language, c.NoButtons, c.Articles, c.StaffChannel)
	})
}

// MarkLeft says that the bot was removed from a server. Seven days later Purge
// deletes what is kept about it. The first time counts until MarkBack.
func (s *Store) MarkLeft(ctx context.Context, guildID string, when time.Time) error {
	if err := checkTexts(maxName, guildID); err != nil {
		return err
	}
	if when.IsZero() {
		return fmt.Errorf("mark a server as left: %w: no time", ErrInvalidRecord)
	}
	return s.keepSettings(ctx, "mark a server as left", func(tx writeTx) error {
		if err := addServer(tx, guildID); err != nil {
			return err
		}
		return tx.exec("UPDATE server_settings SET left_at = ? WHERE guild = ? AND left_at = 0", toNanos(when), guildID)
	})
}

// addServer makes sure that a server has settings.
func addServer(tx writeTx, guildID string) error {
	return tx.exec(`INSERT INTO server_settings (guild, channels, mode, user_per_day, server_per_day, language, no_buttons,
			articles, staff_channel, left_at)
		VALUES (?, '[]', ?, 0, 0, '', 0, ?, '', 0) ON CONFLICT DO NOTHING`, guildID, modeMention, articlesBeside)
}

// Servers lists the servers of which something is kept, but for those that the
// bot left.
func (s *Store) Servers(ctx context.Context) ([]string, error) {
	var list []string
	err := s.each(ctx, "list the servers", `SELECT guild FROM server_settings UNION SELECT guild FROM answers UNION SELECT guild FROM gaps
		UNION SELECT guild FROM tallies UNION SELECT guild FROM feeds EXCEPT SELECT '' EXCEPT SELECT guild FROM server_settings WHERE left_at <> 0
		ORDER BY guild`, nil, func(r row) error {
		var guild string
		err := r.Scan(&guild)
		list = append(list, guild)
		return err
	})
	return list, err
}

// MarkBack says that the bot is in a server. It is cheap where that is known.
func (s *Store) MarkBack(ctx context.Context, guildID string) error {
	var left bool
	err := s.readRow(ctx, "look for a server", "SELECT EXISTS (SELECT 1 FROM server_settings WHERE guild = ? AND left_at <> 0)", []any{guildID}, &left)
	if err != nil || !left {
		return err
	}
	return s.keepSettings(ctx, "mark a server as back", func(tx writeTx) error {
		return tx.exec("UPDATE server_settings SET left_at = 0 WHERE guild = ?", guildID)
	})
}

// keepSettings is keep for a change that copies in memory must follow.
func (s *Store) keepSettings(ctx context.Context, what string, fn func(writeTx) error) error {
	return s.keep(ctx, what, func(tx writeTx) error {
		if err := fn(tx); err != nil {
			return err
		}
		return bumpSettings(tx)
	})
}

func bumpSettings(tx writeTx) error {
	return tx.exec("UPDATE settings_version SET version = version + 1")
}
