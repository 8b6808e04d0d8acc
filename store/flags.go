package store

import (
	"context"
	"fmt"
)

// What became of an article that answers cite.
const (
	FlagUpdated   = "updated"
	FlagWithdrawn = "withdrawn"
)

// flagCiting flags the answers that cite an article of this store which is
// changed or withdrawn.
func flagCiting(tx writeTx, article, note string) error {
	return tx.exec(`UPDATE answers SET flag = ?1, marked = 0
		WHERE id IN (SELECT answer FROM cited WHERE article = ?2 AND own = 0)`, note, article)
}

// FlagAnswers flags the answers that cite an article which was changed or
// withdrawn, and returns how many there are. For one of a server's own articles
// these are the answers in that server; for one of the default store, whose
// guildID is empty, all of them: PutAll and Remove of that store do the same by
// themselves. The note says what became of the article.
func (s *Store) FlagAnswers(ctx context.Context, guildID string, a CitedArticle, note string) (int, error) {
	if err := checkTexts(maxQuestion, guildID, a.ID, note); err != nil {
		return 0, err
	}
	if note == "" || a.Own != (guildID != "") {
		return 0, fmt.Errorf("flag answers: %w: a server's own article needs its server, and each a note", ErrInvalidRecord)
	}
	var flagged int64
	err := s.keep(ctx, "flag answers", func(tx writeTx) (err error) {
		flagged, err = tx.change(`UPDATE answers SET flag = ?1, marked = 0
			WHERE id IN (SELECT answer FROM cited WHERE article = ?2 AND own = ?3)
			AND expires > ?4 AND (?3 = 0 OR guild = ?5)`, note, a.ID, a.Own, toNanos(s.now()), guildID)
		return err
	})
	return int(flagged), err
}

// toMark finds answers by the index of those that are flagged. The plus keeps
// SQLite from the index of the times instead, in which nearly all answers fit.
const toMark = "flag <> '' AND marked = 0 AND message <> '' AND +expires > ? ORDER BY asked, id"

// Flagged returns the flagged answers whose messages are known and were not
// marked yet, oldest first.
func (s *Store) Flagged(ctx context.Context) ([]AnswerRecord, error) {
	list, err := answersOf(ctx, s.reader, toMark, toNanos(s.now()))
	return list, failed(s.path, "read the flagged answers", err)
}

// Marked says that the message of a flagged answer was marked, or cannot be.
func (s *Store) Marked(ctx context.Context, answerID string) error {
	return s.keep(ctx, "mark an answer", func(tx writeTx) error {
		return tx.exec("UPDATE answers SET marked = 1 WHERE id = ? AND flag <> ''", answerID)
	})
}
