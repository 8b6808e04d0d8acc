-- Outside servers, an answer's JSON holds no text but its ids, its mode, and the
-- language model's name and the reason for its failure.

DROP TRIGGER answers_added;
CREATE TRIGGER answers_added BEFORE INSERT ON answers
WHEN new.guild = '' AND EXISTS (
  SELECT 1 FROM json_tree(new.answer) WHERE type = 'text' AND value <> '' AND coalesce(key, '') NOT IN ('id', 'passage_id', 'mode')
    AND NOT (path = '$.llm' AND key IN ('model', 'fallback_reason'))
) BEGIN
  SELECT RAISE(ABORT, 'an answer outside servers is kept without text');
END;

DROP TRIGGER answers_changed;
CREATE TRIGGER answers_changed BEFORE UPDATE OF guild, answer ON answers
WHEN new.guild = '' AND EXISTS (
  SELECT 1 FROM json_tree(new.answer) WHERE type = 'text' AND value <> '' AND coalesce(key, '') NOT IN ('id', 'passage_id', 'mode')
    AND NOT (path = '$.llm' AND key IN ('model', 'fallback_reason'))
) BEGIN
  SELECT RAISE(ABORT, 'an answer outside servers is kept without text');
END;
