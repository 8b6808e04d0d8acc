package store

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"
)

// row is what a record is read from.
type row interface{ Scan(into ...any) error }

// articleColumns are an article's columns but its text, in the order in which
// scanArticle reads them.
const articleColumns = `a.id, a.title, a.publisher, a.author, a.url, a.lang, a.published, a.updated, a.note,
	a.based_on, a.hash, a.simhash, a.duplicate_of, a.embedded, a.added`

// scanArticle reads articleColumns and then the columns of more.
func scanArticle(r row, a *Article, more ...any) error {
	var simhash, added int64
	into := []any{
		&a.ID, &a.Title, &a.Publisher, &a.Author, &a.URL, &a.Lang, &a.Published, &a.Updated, &a.Note,
		&a.BasedOn, &a.Hash, &simhash, &a.DuplicateOf, &a.Embedded, &added,
	}
	if err := r.Scan(append(into, more...)...); err != nil {
		return err
	}
	a.Simhash, a.Added = uint64(simhash), time.Unix(0, added).UTC() //nolint:gosec // the bits are kept as they are
	return nil
}

// spanColumns are a passage's columns in the order of spanTargets.
const spanColumns = `p.id, p.ordinal, p.start, p.end, p.lead, p.heading, substr(a.text, p.start + 1, p.end - p.start)`

// spanTargets lists where spanColumns go; call name afterwards.
func spanTargets(p *Passage) []any {
	return []any{&p.RowID, &p.Ordinal, &p.Start, &p.End, &p.Lead, &p.Heading, &p.Text}
}

// name fills in what follows from the article's id.
func (p *Passage) name(article string) {
	p.ArticleID = article
	p.ID = article + "#" + strconv.Itoa(p.Ordinal)
}

// each runs a query on a reader and calls fn for every row.
func (s *Store) each(ctx context.Context, what, query string, args []any, fn func(row) error) error {
	return failed(s.path, what, eachRow(ctx, s.reader, query, args, fn))
}

func eachRow(ctx context.Context, q queryer, query string, args []any, fn func(row) error) (err error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if err := fn(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Article returns the article with exactly this id, with its text; ErrNotFound
// if there is none.
func (s *Store) Article(ctx context.Context, id string) (Article, error) {
	var a Article
	r := s.reader.QueryRowContext(ctx, "SELECT "+articleColumns+", a.text FROM articles a WHERE a.id = ?", id)
	if err := scanArticle(r, &a, &a.Text); err != nil {
		return Article{}, failed(s.path, fmt.Sprintf("article %q", id), err)
	}
	return a, nil
}

// FindArticle returns the article whose id is, or alone begins with, the given
// text. It fails with ErrNotFound or ErrAmbiguous.
func (s *Store) FindArticle(ctx context.Context, prefix string) (Article, error) {
	if a, err := s.Article(ctx, prefix); !errors.Is(err, ErrNotFound) {
		return a, err
	}
	what := fmt.Sprintf("article %q", prefix)
	var ids []string
	err := s.each(ctx, what, "SELECT id FROM articles WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id LIMIT 2", []any{prefix}, func(r row) error {
		var id string
		err := r.Scan(&id)
		ids = append(ids, id)
		return err
	})
	switch {
	case err != nil:
		return Article{}, err
	case len(ids) == 0:
		return Article{}, failed(s.path, what, ErrNotFound)
	case len(ids) > 1:
		return Article{}, failed(s.path, what, fmt.Errorf("%w (%q, %q)", ErrAmbiguous, ids[0], ids[1]))
	}
	return s.Article(ctx, ids[0])
}

// Articles lists all articles without their texts, by publication date and id;
// those without a date come first.
func (s *Store) Articles(ctx context.Context) ([]ArticleInfo, error) {
	var list []ArticleInfo
	query := "SELECT " + articleColumns + `, (SELECT count(*) FROM passages p WHERE p.article = a.num)
		FROM articles a ORDER BY a.published, a.id`
	err := s.each(ctx, "list the articles", query, nil, func(r row) error {
		var info ArticleInfo
		if err := scanArticle(r, &info.Article, &info.Passages); err != nil {
			return err
		}
		list = append(list, info)
		return nil
	})
	return list, err
}

// CountArticles counts the articles, in a small part of the time that a list of them takes.
func (s *Store) CountArticles(ctx context.Context) (int, error) {
	n := 0
	err := ctx.Err()
	if err == nil {
		err = s.searches.QueryRowContext(unwatched(ctx), "SELECT count(*) FROM articles").Scan(&n)
	}
	return n, failed(s.path, "count the articles", err)
}

// EachArticle calls fn with every article, text included, in the order of
// Articles, and stops at fn's first error, which it returns. Writes that happen
// meanwhile are not seen.
func (s *Store) EachArticle(ctx context.Context, fn func(Article) error) error {
	query := "SELECT " + articleColumns + ", a.text FROM articles a ORDER BY a.published, a.id"
	return s.each(ctx, "read the articles", query, nil, func(r row) error {
		var a Article
		if err := scanArticle(r, &a, &a.Text); err != nil {
			return err
		}
		return fn(a)
	})
}

// Passages returns the passages of an article in order; none if the article does
// not exist.
func (s *Store) Passages(ctx context.Context, articleID string) ([]Passage, error) {
	ps, err := passagesOf(ctx, s.reader, "a.id = ?", articleID)
	return ps, failed(s.path, fmt.Sprintf("passages of %q", articleID), err)
}

func passagesOf(ctx context.Context, q queryer, where string, arg any) ([]Passage, error) {
	var ps []Passage
	query := "SELECT a.id, " + spanColumns + " FROM articles a JOIN passages p ON p.article = a.num WHERE " + where + " ORDER BY p.ordinal"
	err := eachRow(ctx, q, query, []any{arg}, func(r row) error {
		var p Passage
		var article string
		if err := r.Scan(append([]any{&article}, spanTargets(&p)...)...); err != nil {
			return err
		}
		p.name(article)
		ps = append(ps, p)
		return nil
	})
	return ps, err
}

// load reads an article with its text and its passages.
func load(ctx context.Context, q queryer, num int64) (Article, []Passage, error) {
	var a Article
	r := q.QueryRowContext(ctx, "SELECT "+articleColumns+", a.text FROM articles a WHERE a.num = ?", num)
	if err := scanArticle(r, &a, &a.Text); err != nil {
		return Article{}, nil, err
	}
	ps, err := passagesOf(ctx, q, "a.num = ?", num)
	return a, ps, err
}

// numbers reads one column of integers.
func numbers(ctx context.Context, q queryer, query string, args ...any) ([]int64, error) {
	var ns []int64
	err := eachRow(ctx, q, query, args, func(r row) error {
		var n int64
		err := r.Scan(&n)
		ns = append(ns, n)
		return err
	})
	return ns, err
}

// Simhashes returns the similarity hash of every article by its id.
func (s *Store) Simhashes(ctx context.Context) (map[string]uint64, error) {
	hashes := make(map[string]uint64)
	err := s.each(ctx, "read the similarity hashes", "SELECT id, simhash FROM articles", nil, func(r row) error {
		var id string
		var h int64
		if err := r.Scan(&id, &h); err != nil {
			return err
		}
		hashes[id] = uint64(h) //nolint:gosec // the bits are kept as they are
		return nil
	})
	return hashes, err
}
