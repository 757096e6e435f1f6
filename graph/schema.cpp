#include "graph/schema.h"

namespace zhitu::graph {

const char* const kTablesSql = R"sql(
CREATE TABLE meta (
  key TEXT PRIMARY KEY,     -- format, version, window, root.1, dictionary.1.hash, documents ...
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
  number INTEGER PRIMARY KEY,    -- from 1, in input order
  id TEXT NOT NULL UNIQUE,       -- as in entity ids: document:<id>
  file TEXT NOT NULL,            -- the file it was read from; meta root.N says where that lies
  title TEXT NOT NULL,
  date TEXT NOT NULL,            -- as the corpus gives it, ISO 8601 where it counts; or empty
  source TEXT NOT NULL,
  begin INTEGER NOT NULL,        -- first code point in the decoded file; 0 for a record
  "end" INTEGER NOT NULL,        -- one past the last code point
  line INTEGER NOT NULL,         -- line of the file on which it begins, from 1
  record INTEGER NOT NULL,       -- 1 for a row of JSON Lines or CSV: offsets count in its text field
  paragraphs INTEGER NOT NULL,   -- paragraphs, headlines and captions in it
  hash TEXT NOT NULL,            -- XXH3-128 of the text, in hex
  text TEXT NOT NULL             -- decoded; U+0000 is kept as U+FFFD
) STRICT;

CREATE TABLE sentence (
  document INTEGER NOT NULL,
  number INTEGER NOT NULL,       -- from 0, in the document
  begin INTEGER NOT NULL,        -- first code point in the decoded file
  "end" INTEGER NOT NULL,        -- one past the last
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE entity (
  number INTEGER PRIMARY KEY,    -- from 1; means nothing, order by id instead
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,            -- canonical name; a document's title or id
  type TEXT NOT NULL,
  mentions INTEGER NOT NULL,     -- decided mentions, nested ones too
  documents INTEGER NOT NULL,    -- documents that mention it
  windows INTEGER NOT NULL,      -- co-occurrence windows that name it
  first_seen TEXT NOT NULL,      -- earliest date of documents that mention it and of what is said of it
  last_seen TEXT NOT NULL,       -- the latest; both may be empty
  why TEXT NOT NULL,             -- dictionary line or rule that it comes from
  folded TEXT NOT NULL           -- name without differences of width, case, script and spaces
) STRICT;

CREATE TABLE alias (
  entity INTEGER NOT NULL,
  position INTEGER NOT NULL,     -- from 1, in the dictionary's order
  name TEXT NOT NULL,
  folded TEXT NOT NULL,          -- as entity.folded
  PRIMARY KEY (entity, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE attribute (
  entity INTEGER NOT NULL,
  position INTEGER NOT NULL,     -- from 1, in the dictionary's order
  name TEXT NOT NULL,            -- column of the dictionary
  value TEXT NOT NULL,
  PRIMARY KEY (entity, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
  document INTEGER NOT NULL,
  begin INTEGER NOT NULL,        -- first code point in the decoded file
  "end" INTEGER NOT NULL,        -- one past the last
  entity INTEGER NOT NULL,       -- 0 while undecided: see candidate
  kind TEXT NOT NULL,            -- name, nominal or pronoun
  nested INTEGER NOT NULL,       -- 1 inside a longer mention
  confidence INTEGER NOT NULL,   -- thousandths
  zone TEXT NOT NULL,            -- headline, subhead, caption, byline or body
  sentence INTEGER NOT NULL,     -- sentence.number
  paragraph INTEGER NOT NULL,    -- from 0, in the document
  unit INTEGER,                  -- co-occurrence window, from 0; NULL if it pairs with nothing
  why TEXT NOT NULL,             -- dictionary line, pattern or antecedent
  PRIMARY KEY (document, begin, "end" DESC, entity)
) STRICT, WITHOUT ROWID;

CREATE TABLE candidate (
  document INTEGER NOT NULL,     -- with begin and end: an undecided mention
  begin INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  position INTEGER NOT NULL,     -- from 1, best first
  id TEXT NOT NULL,              -- entity id; it need not stand in table entity
  score INTEGER NOT NULL,        -- thousandths
  PRIMARY KEY (document, begin, "end" DESC, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE quantity (
  document INTEGER NOT NULL,
  begin INTEGER NOT NULL,        -- first code point of number and unit in the decoded file
  "end" INTEGER NOT NULL,        -- one past the last
  value INTEGER NOT NULL,        -- thousandths
  approximate INTEGER NOT NULL,  -- 1 where the text says so
  unit TEXT NOT NULL,            -- as it is written
  of TEXT NOT NULL,              -- what is counted, or empty
  entity INTEGER NOT NULL,       -- whose it is; 0 where that is not known
  PRIMARY KEY (document, begin, "end")
) STRICT, WITHOUT ROWID;

CREATE TABLE time (
  document INTEGER NOT NULL,
  begin INTEGER NOT NULL,        -- first code point of a temporal expression in the decoded file
  "end" INTEGER NOT NULL,        -- one past the last
  first TEXT NOT NULL,           -- first year, month or day, ISO 8601; or empty
  last TEXT NOT NULL,            -- the last one; empty where unknown or not yet over
  PRIMARY KEY (document, begin, "end")
) STRICT, WITHOUT ROWID;

CREATE TABLE predicate (
  number INTEGER PRIMARY KEY,    -- from 1, by bytes of the name
  name TEXT NOT NULL
) STRICT;

CREATE TABLE relation (
  number INTEGER PRIMARY KEY,    -- from 1, by bytes of subject id, predicate and object id
  id TEXT NOT NULL,              -- 16 hex digits from subject id, predicate and object id
  subject INTEGER NOT NULL,      -- entity.number
  predicate TEXT NOT NULL,       -- co_occurs is symmetric: the smaller id is the subject
  object INTEGER NOT NULL,       -- entity.number
  mentions INTEGER NOT NULL,     -- statements and dictionary lines; for co_occurs: windows
  sentences INTEGER NOT NULL,    -- distinct sentences with evidence; for co_occurs: windows
  documents INTEGER NOT NULL,    -- distinct documents with evidence
  confidence INTEGER NOT NULL,   -- best of its evidence, thousandths
  first_seen TEXT NOT NULL,      -- earliest date of its evidence, stated or the document's; or empty
  last_seen TEXT NOT NULL        -- the latest
) STRICT;

CREATE TABLE evidence (
  relation INTEGER NOT NULL,     -- relation.number
  statement INTEGER NOT NULL,    -- from 1, in the relation
  place INTEGER NOT NULL,        -- from 1: the words that say it, then names of ends that stand elsewhere
  document INTEGER NOT NULL,     -- 0: a line of a dictionary
  begin INTEGER NOT NULL,        -- first code point in the decoded file; dictionary: the line
  "end" INTEGER NOT NULL,        -- one past the last; dictionary: N of meta dictionary.N
  rule TEXT NOT NULL,            -- rule that fired, dictionary, or co_occurs (first place only)
  confidence INTEGER NOT NULL,   -- thousandths
  modality TEXT NOT NULL,        -- planned, or empty
  date TEXT NOT NULL,            -- of what is stated, where known
  PRIMARY KEY (relation, statement, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE relation_weight (
  relation INTEGER PRIMARY KEY,  -- relation.number, of imported relations only
  weight REAL NOT NULL           -- as imported, where it is no whole number; mentions has it rounded
) STRICT;

CREATE TABLE evidence_attribute (
  relation INTEGER NOT NULL,     -- with statement: a line of an imported file
  statement INTEGER NOT NULL,
  position INTEGER NOT NULL,     -- from 1, in the order of the columns
  name TEXT NOT NULL,            -- column
  value TEXT NOT NULL,
  PRIMARY KEY (relation, statement, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE adjacency (
  entity INTEGER PRIMARY KEY,    -- entity.number; only entities with a relation
  neighbours BLOB NOT NULL       -- varints: docs/graph-file.md
) STRICT;
)sql";

const char* const kLayoutSql = R"sql(
DROP TABLE IF EXISTS layout;
CREATE TABLE layout (        -- what `zhitu layout` has computed; a graph that it never saw has none
  entity INTEGER PRIMARY KEY REFERENCES entity (number),
  x REAL NOT NULL,           -- to the right
  y REAL NOT NULL,           -- upwards
  community INTEGER NOT NULL,  -- from 0, the largest first
  pagerank REAL NOT NULL,    -- 0 to 1
  betweenness REAL NOT NULL  -- 0 to 1
) STRICT;
)sql";

const char* const kIndexesSql = R"sql(
CREATE INDEX entity_by_folded ON entity (folded);
CREATE INDEX alias_by_folded ON alias (folded);
CREATE INDEX mention_by_entity ON mention (entity);
)sql";

const char* const kViewsSql = R"sql(
CREATE VIEW relation_named AS
SELECT r.id, s.id AS subject, r.predicate, o.id AS object, s.name AS subject_name,
       o.name AS object_name, r.mentions, r.sentences, r.documents, r.confidence,
       r.first_seen, r.last_seen
FROM relation AS r
JOIN entity AS s ON s.number = r.subject
JOIN entity AS o ON o.number = r.object;

CREATE VIEW mention_quote AS
SELECT d.id AS document, m.begin, m."end",
       replace(replace(substr(d.text, m.begin - d.begin + 1, m."end" - m.begin),
                       char(13), ''), char(10), '') AS quote,
       e.id AS entity, e.type, m.kind, m.nested, m.confidence, m.zone, m.why
FROM mention AS m
JOIN document AS d ON d.number = m.document
LEFT JOIN entity AS e ON e.number = m.entity;

CREATE VIEW quantity_quote AS
SELECT d.id AS document, q.begin, q."end",
       replace(replace(substr(d.text, q.begin - d.begin + 1, q."end" - q.begin),
                       char(13), ''), char(10), '') AS quote,
       q.value / 1000.0 AS value, q.approximate, q.unit, q.of, e.id AS entity
FROM quantity AS q
JOIN document AS d ON d.number = q.document
LEFT JOIN entity AS e ON e.number = q.entity;

CREATE VIEW evidence_quote AS
SELECT relation, subject, predicate, object, statement, place, document, file,
       CASE WHEN document IS NULL THEN begin
            WHEN record THEN line
            ELSE line + length(before) - length(replace(before, char(10), '')) END AS line,
       CASE WHEN document IS NOT NULL THEN begin END AS begin,
       CASE WHEN document IS NOT NULL THEN "end" END AS "end",
       quote, rule, confidence, modality, date
FROM (
  SELECT r.id AS relation, s.id AS subject, r.predicate, o.id AS object, e.statement, e.place,
         d.id AS document, coalesce(d.file, f.value) AS file, d.line, d.record, e.begin, e."end",
         replace(replace(substr(d.text, 1, e.begin - d.begin),
                         char(13, 10), char(10)), char(13), char(10)) AS before,
         CASE WHEN e.document = 0
              THEN coalesce((SELECT a.value FROM evidence_attribute AS a
                             WHERE a.relation = e.relation AND a.statement = e.statement
                               AND a.name = 'evidence'), s.name)
              ELSE replace(replace(substr(d.text, e.begin - d.begin + 1, e."end" - e.begin),
                                   char(13), ''), char(10), '') END AS quote,
         e.rule, e.confidence, e.modality, e.date
  FROM evidence AS e
  JOIN relation AS r ON r.number = e.relation
  JOIN entity AS s ON s.number = r.subject
  JOIN entity AS o ON o.number = r.object
  LEFT JOIN document AS d ON d.number = e.document
  LEFT JOIN meta AS f ON e.document = 0 AND f.key = 'dictionary.' || e."end"
);

-- One row for each window that names both ends of a co_occurs relation, with the stretch from the
-- first to the last mention of either.
CREATE VIEW co_occurrence_evidence AS
SELECT relation, subject, object, d.id AS document, d.file, unit, p.begin, p."end",
       replace(replace(substr(d.text, p.begin - d.begin + 1, p."end" - p.begin),
                       char(13), ''), char(10), '') AS quote
FROM (
  SELECT r.id AS relation, s.id AS subject, o.id AS object, a.document, a.unit,
         min(a.begin, b.begin) AS begin, max(a."end", b."end") AS "end"
  FROM relation AS r
  JOIN entity AS s ON s.number = r.subject
  JOIN entity AS o ON o.number = r.object
  JOIN (SELECT entity, document, unit, min(begin) AS begin, max("end") AS "end"
        FROM mention WHERE unit IS NOT NULL GROUP BY entity, document, unit) AS a
    ON a.entity = r.subject
  JOIN (SELECT entity, document, unit, min(begin) AS begin, max("end") AS "end"
        FROM mention WHERE unit IS NOT NULL GROUP BY entity, document, unit) AS b
    ON b.entity = r.object AND b.document = a.document AND b.unit = a.unit
  WHERE r.predicate = 'co_occurs'
) AS p
JOIN document AS d ON d.number = p.document;
)sql";

}  // namespace zhitu::graph
