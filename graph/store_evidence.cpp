// Places and quotes: the parts of a store that read documents.
#include <algorithm>
#include <iterator>
#include <utility>

#include "graph/joined_lines.h"
#include "graph/store.h"
#include "graph/store_impl.h"

namespace zhitu::graph {
namespace {

constexpr std::int64_t kContext = 200;  // code points shown on either side of a mention

// What SQL takes for a limit.
std::int64_t Limit(std::size_t most) {
  return static_cast<std::int64_t>(std::min<std::size_t>(most, std::size_t{1} << 40U));
}

// All but the words.
void LocatePlace(const OpenDocument& document, const Stretch& place, EvidenceRecord& record) {
  const extract::LineColumn position = document.text.Position(place.begin);
  record.document = document.record.id;
  record.file = document.record.file;
  record.line = static_cast<std::int64_t>(position.line);
  record.column = static_cast<std::int64_t>(position.column);
  record.begin = place.begin;
  record.end = place.end;
}

void Locate(const OpenDocument& document, const Stretch& place, EvidenceRecord& record) {
  LocatePlace(document, place, record);
  record.quote = document.text.Quote(place);
}

constexpr char kEndsSql[] =
    "SELECT begin, \"end\" FROM mention WHERE document = ?1 AND begin >= ?2 AND begin < ?3 "
    "AND \"end\" <= ?3 AND entity IN (?4, ?5) ORDER BY begin, \"end\" DESC";

// Places and quotes an evidence that stands in a document.
void LocateEvidence(Store::Impl& store, std::int64_t number, const Stretch& place,
                    const RelationRecord& relation, EvidenceRecord& record) {
  const OpenDocument& document = store.Document(number);
  LocatePlace(document, place, record);
  const extract::Span words = document.text.Bytes(place);
  const JoinedLines joined(words.In(document.text.text()));
  record.quote = joined.text();
  Statement& rows = store.Kept(kEndsSql);
  rows.Bind(number, place.begin, place.end, relation.subject, relation.object);
  while (rows.Step()) {
    const extract::Span name = document.text.Bytes({rows.Integer(0), rows.Integer(1)});
    const extract::Span in_quote{joined.At(name.begin - words.begin),
                                 joined.At(name.end - words.begin)};
    const bool inside = !record.named.empty() && in_quote.begin < record.named.back().end;
    if (!inside && in_quote.begin < in_quote.end) record.named.push_back(in_quote);
  }
  rows.Reset();
}

constexpr char kEvidenceSql[] =
    "SELECT place, document, begin, \"end\", rule, confidence, modality, date FROM evidence "
    "WHERE relation = ? ORDER BY statement, place";

// What lines of imported files give as evidence.
constexpr char kCitedSql[] =
    "SELECT statement, value FROM evidence_attribute WHERE relation = ? AND name = 'evidence'";

// The windows of one entity that name another one too, in document order.
constexpr char kSharedSql[] =
    "SELECT a.document, a.unit FROM mention AS a INDEXED BY mention_by_entity "
    "WHERE a.entity = ?1 AND a.unit IS NOT NULL AND EXISTS (SELECT 1 FROM mention AS b "
    "INDEXED BY mention_by_entity WHERE b.entity = ?2 AND b.document = a.document "
    "AND b.unit = a.unit) ORDER BY a.document, a.begin";

constexpr char kNamedSql[] =
    "SELECT begin, \"end\", sentence FROM mention INDEXED BY mention_by_entity "
    "WHERE entity = ? AND document = ? AND unit = ? ORDER BY begin";

constexpr char kMentionsSql[] =
    "SELECT document, begin, \"end\", kind, zone, nested, confidence, sentence, why FROM mention "
    "INDEXED BY mention_by_entity WHERE entity = ? ORDER BY document, begin, \"end\" DESC LIMIT ?";

// A window in which both ends of a co-occurrence stand: document, number of the window.
using SharedWindow = std::pair<std::int64_t, std::int64_t>;

std::vector<SharedWindow> SharedWindows(Store::Impl& store, EntityNumber left, EntityNumber right,
                                        std::size_t most) {
  Statement& rows = store.Kept(kSharedSql);
  std::vector<SharedWindow> windows;
  rows.Bind(left, right);
  while (windows.size() < most && rows.Step()) {
    const SharedWindow window{rows.Integer(0), rows.Integer(1)};
    // Two mentions in one window; other windows of the document may lie between them.
    bool known = false;
    for (auto i = windows.rbegin(); i != windows.rend() && i->first == window.first; ++i) {
      known = known || *i == window;
    }
    if (!known) windows.push_back(window);
  }
  rows.Reset();
  return windows;
}

std::vector<Named> NamedIn(Store::Impl& store, EntityNumber entity, const SharedWindow& window) {
  Statement& rows = store.Kept(kNamedSql);
  std::vector<Named> named;
  rows.Bind(entity, window.first, window.second);
  while (rows.Step()) {
    named.push_back({{rows.Integer(0), rows.Integer(1)}, rows.Integer(2)});
  }
  return named;
}

std::optional<Stretch> SentenceOf(Store::Impl& store, std::int64_t document, std::int64_t number) {
  Statement& query =
      store.Kept("SELECT begin, \"end\" FROM sentence WHERE document = ? AND number = ?");
  if (!query.Bind(document, number).Step()) return std::nullopt;
  const Stretch place{query.Integer(0), query.Integer(1)};
  query.Reset();
  return place;
}

std::vector<EvidenceRecord> CoOccurrenceEvidence(Store::Impl& store, const RelationRecord& relation,
                                                 std::size_t most) {
  std::vector<EvidenceRecord> evidence;
  for (const SharedWindow& window : SharedWindows(store, relation.subject, relation.object, most)) {
    const std::vector<Named> left = NamedIn(store, relation.subject, window);
    const std::vector<Named> right = NamedIn(store, relation.object, window);
    if (left.empty() || right.empty()) continue;
    const NamedPair pair = ClosestPair(left, right);
    std::optional<Stretch> sentence;
    if (pair.first.sentence == pair.second.sentence) {
      sentence = SentenceOf(store, window.first, pair.first.sentence);
    }
    EvidenceRecord record;
    record.rule = kCoOccurs;
    LocateEvidence(store, window.first, QuoteOf(pair, sentence), relation, record);
    evidence.push_back(std::move(record));
  }
  return evidence;
}

// Rows of table `evidence`: the place still as the table has it, the document's number beside it.
std::vector<std::pair<std::int64_t, EvidenceRecord>> EvidenceRows(Store::Impl& store,
                                                                  RelationNumber relation,
                                                                  std::size_t most) {
  Statement& rows = store.Kept(kEvidenceSql);
  std::vector<std::pair<std::int64_t, EvidenceRecord>> found;
  rows.Bind(relation);
  while (rows.Step()) {
    const std::int64_t document = rows.Integer(1);
    const Stretch place{rows.Integer(2), rows.Integer(3)};
    if (rows.Integer(0) != 1) {
      const bool same = !found.empty() && document != 0 && document == found.back().first;
      if (same) found.back().second.elsewhere.push_back(place);
      continue;
    }
    if (found.size() == most) break;
    EvidenceRecord record;
    record.begin = place.begin;
    record.end = place.end;
    record.rule = rows.Text(4);
    record.confidence = static_cast<PerMille>(rows.Integer(5));
    record.modality = rows.Text(6);
    record.date = rows.Text(7);
    found.emplace_back(document, std::move(record));
  }
  rows.Reset();
  return found;
}

// Turns line and dictionary, as the table has them, into a place to show.
void LocateInDictionary(const Store& store, const RelationRecord& relation,
                        EvidenceRecord& record) {
  record.file = store.Meta("dictionary." + std::to_string(record.end)).value_or("");
  record.line = record.begin;
  record.begin = 0;
  record.end = 0;
  record.quote = store.Entity(relation.subject).name;
}

// The statements of a relation of an imported graph are its lines, from 1.
void ReadCited(Store::Impl& store, RelationNumber relation, std::vector<EvidenceRecord>& lines) {
  Statement& rows = store.Kept(kCitedSql);
  rows.Bind(relation);
  while (rows.Step()) {
    const auto statement = static_cast<std::size_t>(rows.Integer(0));
    if (statement < 1 || statement > lines.size()) continue;
    lines[statement - 1].cited = rows.Text(1);
    lines[statement - 1].quote = rows.Text(1);
  }
}

// The words of a sentence around a mention.
void ReadContext(const StoredText& text, const Stretch& place, const Stretch& sentence,
                 MentionRecord& mention) {
  const std::int64_t begin = std::max(sentence.begin, place.begin - kContext);
  const std::int64_t end = std::min(sentence.end, place.end + kContext);
  if (begin < place.begin) mention.before = text.Quote({begin, place.begin});
  if (place.end < end) mention.after = text.Quote({place.end, end});
}

}  // namespace

std::vector<EvidenceRecord> Store::Evidence(const RelationRecord& relation,
                                            std::size_t most) const {
  // The first place is in the table, the others are found over the mentions.
  if (relation.symmetric() && most > 1) {
    std::vector<EvidenceRecord> places = CoOccurrenceEvidence(*impl_, relation, most);
    if (!places.empty()) return places;
  }
  std::vector<EvidenceRecord> evidence;
  for (auto& [document, record] : EvidenceRows(*impl_, relation.number, most)) {
    if (document == 0) {
      LocateInDictionary(*this, relation, record);
    } else {
      LocateEvidence(*impl_, document, {record.begin, record.end}, relation, record);
    }
    evidence.push_back(std::move(record));
  }
  if (impl_->meta.contains("import")) ReadCited(*impl_, relation.number, evidence);
  return evidence;
}

std::int64_t Store::CountEvidence(const RelationRecord& relation) const {
  if (relation.symmetric() && Counts().windows > 0) return relation.mentions;
  Statement& query = impl_->Kept("SELECT count(*) FROM evidence WHERE relation = ? AND place = 1");
  query.Bind(relation.number).Step();
  const std::int64_t count = query.Integer(0);
  query.Reset();
  return count;
}

std::vector<MentionRecord> Store::Mentions(EntityNumber number, std::size_t most) const {
  struct Row {
    std::int64_t document = 0;
    std::int64_t sentence = 0;
    MentionRecord mention;
  };
  Statement& rows = impl_->Kept(kMentionsSql);
  std::vector<Row> found;
  rows.Bind(number, Limit(most));
  while (rows.Step()) {
    Row row{rows.Integer(0), rows.Integer(7), {}};
    row.mention.place.begin = rows.Integer(1);
    row.mention.place.end = rows.Integer(2);
    row.mention.kind = rows.Text(3);
    row.mention.zone = rows.Text(4);
    row.mention.nested = rows.Integer(5) != 0;
    row.mention.place.confidence = static_cast<PerMille>(rows.Integer(6));
    row.mention.place.rule = rows.Text(8);
    found.push_back(std::move(row));
  }
  std::vector<MentionRecord> mentions;
  for (Row& row : found) {
    const Stretch place{row.mention.place.begin, row.mention.place.end};
    const auto sentence = SentenceOf(*impl_, row.document, row.sentence);
    const OpenDocument& document = impl_->Document(row.document);
    Locate(document, place, row.mention.place);
    if (sentence) ReadContext(document.text, place, *sentence, row.mention);
    mentions.push_back(std::move(row.mention));
  }
  return mentions;
}

std::vector<QuotedPlace> Store::MentionPlaces(std::int64_t document) const {
  Statement& rows = impl_->Kept(
      "SELECT begin, \"end\", entity FROM mention WHERE document = ? ORDER BY begin, \"end\" DESC");
  std::vector<QuotedPlace> places;
  rows.Bind(document);
  while (rows.Step()) {
    places.push_back({document, {rows.Integer(0), rows.Integer(1)}, 0, rows.Integer(2)});
  }
  return places;
}

void Store::ForEachEvidencePlace(const std::function<void(const QuotedPlace&)>& visit) const {
  Statement rows = impl_->database.Prepare(
      "SELECT document, begin, \"end\", relation FROM evidence "
      "ORDER BY relation, statement, document, begin");
  while (rows.Step()) {
    visit({rows.Integer(0), {rows.Integer(1), rows.Integer(2)}, rows.Integer(3), 0});
  }
}

}  // namespace zhitu::graph
