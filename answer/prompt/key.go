package prompt

import "io"

// key is what was drawn for one request, and what it stands for.
type key struct {
	fence string
	// mark begins the lines that cannot be cited.
	mark string
	// example is a token of no sentence, which shows the form of a citation.
	example string
	// sentences maps the citation tokens.
	sentences map[string]Ref
	draw      *draw
}

func drawKey(random io.Reader, foreign []string) (key, error) {
	k := key{draw: newDraw(random, foreign), sentences: map[string]Ref{}}
	var err error
	if k.fence, err = k.draw.fence(); err != nil {
		return key{}, err
	}
	if k.mark, err = k.draw.token(); err != nil {
		return key{}, err
	}
	k.example, err = k.draw.token()
	return k, err
}

// number gives every sentence its token.
func (k *key) number(g *given) error {
	for _, p := range g.Passages {
		for i := range p.Sentences {
			token, err := k.draw.token()
			if err != nil {
				return err
			}
			p.Sentences[i].Token = token
			k.sentences[token] = p.Sentences[i].ref
		}
	}
	return nil
}
