package store

import (
	"context"
	"fmt"
	"time"
)

// PutAnswer keeps what the buttons of an answer need. A record with the same id
// is replaced if it is the same asker's in the same server; else the id belongs
// to somebody else's answer and ErrTaken is returned. Outside servers no text may
// be kept: a record without a GuildID with a Question, Since or Source, or whose
// Answer has any text but what AnswerRecord allows, fails with ErrInvalidRecord.
//
// What was asked before its asker had everything deleted is not kept, and that is
// no error: the answer may come from a process that was not told of it yet.
func (s *Store) PutAnswer(ctx context.Context, r AnswerRecord) error {
	if err := r.validate(); err != nil {
		return err
	}
	return s.keep(ctx, "keep an answer", func(tx writeTx) error {
		if gone, err := isForgotten(tx, r.UserHash, r.Asked); gone || err != nil {
			return err
		}
		if err := tx.exec("DELETE FROM answers WHERE id = ? AND expires <= ?", r.ID, toNanos(s.now())); err != nil {
			return err
		}
		if err := putAnswer(tx, r); err != nil {
			return err
		}
		return putCited(tx, r.ID, r.Cited)
	})
}

func (r AnswerRecord) validate() error {
	if err := checkTexts(maxName, r.ID, r.GuildID, r.ChannelID, r.MessageID, r.UserHash, r.Locale); err != nil {
		return err
	}
	if err := checkTexts(maxQuestion, r.Question, r.Since, r.Source, r.Flag); err != nil {
		return err
	}
	for _, c := range r.Cited {
		if err := checkTexts(maxAddress, c.ID); err != nil {
			return err
		}
	}
	return checkTexts(maxAnswer, string(r.Answer))
}

// putAnswer writes the record itself. A flag that was set meanwhile stays, and
// has to be shown on the message that the record now names.
func putAnswer(tx writeTx, r AnswerRecord) error {
	n, err := tx.change(`INSERT INTO answers (id, guild, channel, message, user, private, asked, expires,
			question, since, source, locale, corpus, flag, marked, answer)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
		ON CONFLICT (id) DO UPDATE SET channel = excluded.channel, message = excluded.message, private = excluded.private,
			asked = excluded.asked, expires = excluded.expires, question = excluded.question, since = excluded.since,
			source = excluded.source, locale = excluded.locale, corpus = excluded.corpus,
			flag = CASE excluded.flag WHEN '' THEN flag ELSE excluded.flag END, marked = 0, answer = excluded.answer
		WHERE guild = excluded.guild AND user = excluded.user`,
		r.ID, r.GuildID, r.ChannelID, r.MessageID, r.UserHash, r.Private, toNanos(r.Asked), toNanos(r.Expires),
		r.Question, r.Since, r.Source, r.Locale, r.Corpus, r.Flag, string(r.Answer))
	if err == nil && n == 0 {
		return ErrTaken
	}
	return err
}

func putCited(tx writeTx, answerID string, cited []CitedArticle) error {
	if err := tx.exec("DELETE FROM cited WHERE answer = ?", answerID); err != nil {
		return err
	}
	for i, c := range cited {
		if err := tx.exec("INSERT INTO cited (answer, n, article, own) VALUES (?, ?, ?, ?)", answerID, i, c.ID, c.Own); err != nil {
			return err
		}
	}
	return nil
}

// SetMessage says which message shows an answer; ErrNotFound if the answer has
// expired.
func (s *Store) SetMessage(ctx context.Context, answerID, channelID, messageID string) error {
	if err := checkTexts(maxName, channelID, messageID); err != nil {
		return err
	}
	return s.keep(ctx, "set the message of an answer", func(tx writeTx) error {
		n, err := tx.change("UPDATE answers SET channel = ?, message = ? WHERE id = ? AND expires > ?", channelID, messageID, answerID, toNanos(s.now()))
		return foundOr(n, err)
	})
}

// foundOr turns a change of no row into ErrNotFound.
func foundOr(rows int64, err error) error {
	if err == nil && rows == 0 {
		return ErrNotFound
	}
	return err
}

// Answer returns the record of an answer; ErrNotFound if it has expired.
func (s *Store) Answer(ctx context.Context, id string) (AnswerRecord, error) {
	return s.oneAnswer(ctx, "id = ? AND expires > ?", id, toNanos(s.now()))
}

// AnswerAt returns the record of the answer that a message shows; ErrNotFound if
// there is none that has not expired.
func (s *Store) AnswerAt(ctx context.Context, channelID, messageID string) (AnswerRecord, error) {
	if messageID == "" {
		return AnswerRecord{}, fmt.Errorf("read an answer: no message: %w", ErrNotFound)
	}
	return s.oneAnswer(ctx, "channel = ? AND message = ? AND message <> '' AND expires > ? ORDER BY asked DESC, id LIMIT 1", channelID, messageID, toNanos(s.now()))
}

func (s *Store) oneAnswer(ctx context.Context, where string, args ...any) (AnswerRecord, error) {
	list, err := answersOf(ctx, s.reader, where, args...)
	if err == nil && len(list) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return AnswerRecord{}, failed(s.path, "read an answer", err)
	}
	return list[0], nil
}

// answersOf reads the answers that a condition selects.
func answersOf(ctx context.Context, q queryer, where string, args ...any) ([]AnswerRecord, error) {
	var list []AnswerRecord
	err := eachRow(ctx, q, `SELECT id, guild, channel, message, user, private, asked, expires, question, since, source,
		locale, corpus, flag, answer FROM answers WHERE `+where, args, func(r row) error {
		a, err := scanAnswer(r)
		list = append(list, a)
		return err
	})
	for i := range list {
		if err == nil {
			list[i].Cited, err = citedBy(ctx, q, list[i].ID)
		}
	}
	return list, err
}

func scanAnswer(r row) (AnswerRecord, error) {
	var a AnswerRecord
	var asked, expires int64
	err := r.Scan(&a.ID, &a.GuildID, &a.ChannelID, &a.MessageID, &a.UserHash, &a.Private, &asked, &expires,
		&a.Question, &a.Since, &a.Source, &a.Locale, &a.Corpus, &a.Flag, &a.Answer)
	a.Asked, a.Expires = fromNanos(asked), fromNanos(expires)
	return a, err
}

func citedBy(ctx context.Context, q queryer, answerID string) ([]CitedArticle, error) {
	var list []CitedArticle
	err := eachRow(ctx, q, "SELECT article, own FROM cited WHERE answer = ? ORDER BY n", []any{answerID}, func(r row) error {
		var c CitedArticle
		err := r.Scan(&c.ID, &c.Own)
		list = append(list, c)
		return err
	})
	return list, err
}

// Vote keeps somebody's opinion of an answer, in place of an earlier one, and
// counts it in the tally of its server and day; ErrNotFound if the answer has
// expired. Votes go with their answer, their counts stay.
func (s *Store) Vote(ctx context.Context, v Vote) error {
	if err := checkTexts(maxName, v.AnswerID, v.UserHash, v.Reason); err != nil {
		return err
	}
	return s.keep(ctx, "keep a vote", func(tx writeTx) error {
		known, err := unexpired(tx, v.AnswerID, s.now())
		if err != nil {
			return err
		}
		if !known {
			return ErrNotFound
		}
		if err := countVote(tx, v); err != nil {
			return err
		}
		return tx.exec("INSERT OR REPLACE INTO votes (answer, user, up, reason, cast_at) VALUES (?, ?, ?, ?, ?)",
			v.AnswerID, v.UserHash, v.Up, v.Reason, toNanos(v.Cast))
	})
}

// countVote counts a vote, and takes an earlier one of the same user back.
func countVote(tx writeTx, v Vote) error {
	var guild string
	var cast int64
	var voted, up bool
	_, err := tx.get(`SELECT a.guild, v.user IS NOT NULL, coalesce(v.up, 0), coalesce(v.cast_at, 0)
		FROM answers a LEFT JOIN votes v ON v.answer = a.id AND v.user = ?2 WHERE a.id = ?1`,
		[]any{v.AnswerID, v.UserHash}, &guild, &voted, &up, &cast)
	if err != nil || voted && up == v.Up {
		return err
	}
	if voted {
		if err := addTally(tx, voteTally(guild, fromNanos(cast), up, -1)); err != nil {
			return err
		}
	}
	return addTally(tx, voteTally(guild, v.Cast, v.Up, 1))
}

func voteTally(guild string, cast time.Time, up bool, n int) Tally {
	t := Tally{GuildID: guild, Day: cast.UTC().Format(time.DateOnly)}
	if up {
		t.Up = n
	} else {
		t.Down = n
	}
	return t
}

func unexpired(tx writeTx, answerID string, now time.Time) (bool, error) {
	var found bool
	_, err := tx.get("SELECT EXISTS (SELECT 1 FROM answers WHERE id = ? AND expires > ?)", []any{answerID, toNanos(now)}, &found)
	return found, err
}
