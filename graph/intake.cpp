#include "graph/intake.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <optional>
#include <string>

#include "extract/characters.h"
#include "extract/error.h"
#include "graph/key_order.h"

namespace zhitu::graph {
namespace {

constexpr std::size_t kMostPairings = 4096;  // that wait to be counted

// Calls `visit(begin, end)` for each run of members of one unit.
template <typename Member, typename Visit>
void ForEachUnit(const std::vector<Member>& members, const Visit& visit) {
  const Member* const last = members.data() + members.size();
  for (const Member* begin = members.data(); begin != last;) {
    const Member* end = begin;
    while (end != last && end->unit == begin->unit) ++end;
    visit(begin, end);
    begin = end;
  }
}

std::pair<std::int64_t, std::int64_t> KeyOf(const Stretch& place) {
  return {place.begin, place.end};
}

}  // namespace

Intake::Intake(const PairingRule& rule, GrowingGraph& graph, StoreWriter& writer,
               StoreCounts& counts)
    : rule_(rule), graph_(graph), writer_(writer), counts_(counts) {}

void Intake::Take(const extract::Extraction& extraction, std::int64_t number) {
  Begin(extraction, number);
  AddDocument();
  NumberMentions();
  FormUnits();
  AddMentions();
  AddStatements();
  AddQuantities();
  AddTimes();
}

void Intake::Begin(const extract::Extraction& extraction, std::int64_t number) {
  const extract::Document& document = extraction.document;
  constexpr std::size_t kMost = std::numeric_limits<std::uint32_t>::max();
  if (document.text.size() > kMost || document.begin_code_point > kMost - document.text.size()) {
    throw extract::LimitError(extract::Printable(document.file) +
                              ": the text is too long for a graph file; at most 4 GiB");
  }
  extraction_ = &extraction;
  number_ = number;
  code_points_.Read(document.text);
  date_ = graph_.calendar.Number(document.date);
  places_.clear();
  entities_.clear();
  members_.clear();
  sentence_begins_.clear();
  proofs_.clear();
}

Stretch Intake::PlaceOf(const extract::Span& span) const {
  const std::size_t first = extraction_->document.begin_code_point;
  return {static_cast<std::int64_t>(first + code_points_.At(span.begin)),
          static_cast<std::int64_t>(first + code_points_.At(span.end))};
}

void Intake::AddDocument() {
  const extract::Document& document = extraction_->document;
  DocumentRow row;
  row.number = number_;
  row.id = document.id;
  row.file = document.file;
  row.title = document.title;
  row.date = document.date;
  row.source = document.source;
  row.place = PlaceOf({0, document.text.size()});
  row.line = static_cast<std::int64_t>(document.begin_line);
  row.record = document.record;
  row.paragraphs = static_cast<std::int64_t>(document.blocks.size());
  row.text = document.text;
  writer_.AddDocument(row);
  for (std::size_t i = 0; i < extraction_->sentences.size(); ++i) {
    writer_.AddSentence(number_, static_cast<std::int64_t>(i), PlaceOf(extraction_->sentences[i]));
  }
  graph_.entities.DocumentNumber(*extraction_);
  ++counts_.documents;
}

void Intake::NumberMentions() {
  for (const extract::Mention& mention : extraction_->mentions) {
    const bool decided = mention.entity != extract::kNoEntity;
    places_.push_back(PlaceOf(mention.span));
    entities_.push_back(decided ? graph_.entities.Number(*extraction_, mention.entity) : 0);
  }
}

std::int64_t Intake::UnitOf(const extract::Mention& mention) const {
  switch (rule_.window) {
    case Window::kSentence:
      return mention.sentence;
    case Window::kParagraph:
      return mention.block;
    case Window::kDocument:
      return 0;
  }
  return 0;
}

std::int64_t Intake::CountUnits() const {
  switch (rule_.window) {
    case Window::kSentence:
      return static_cast<std::int64_t>(extraction_->sentences.size());
    case Window::kParagraph:
      return static_cast<std::int64_t>(extraction_->document.blocks.size());
    case Window::kDocument:
      return 1;
  }
  return 1;
}

// Pairs in each window what it names, unless that is too much.
void Intake::FormUnits() {
  for (std::size_t i = 0; i < extraction_->mentions.size(); ++i) {
    const extract::Mention& mention = extraction_->mentions[i];
    const EntityNumber entity = entities_[i];
    if (entity == 0 || mention.nested || graph_.entities.state(entity).document) continue;
    members_.push_back({i, UnitOf(mention), entity, {places_[i], mention.sentence}});
  }
  const auto is_before = [](const Member& a, const Member& b) { return a.unit < b.unit; };
  if (!std::is_sorted(members_.begin(), members_.end(), is_before)) {
    std::stable_sort(members_.begin(), members_.end(), is_before);
  }
  units_.assign(extraction_->mentions.size(), -1);
  ForEachUnit(members_, [this](const Member* begin, const Member* end) { PairUnit(begin, end); });
  CountPairings();
  counts_.windows += CountUnits();
}

void Intake::PairUnit(const Member* begin, const Member* end) {
  named_.clear();
  for (const Member* member = begin; member != end; ++member) named_.push_back(member->entity);
  std::sort(named_.begin(), named_.end());
  named_.erase(std::unique(named_.begin(), named_.end()), named_.end());
  if (named_.size() > rule_.max_entities) {
    ++counts_.windows_left_out;
    return;
  }
  for (const Member* member = begin; member != end; ++member) {
    units_[member->mention] = member->unit;
  }
  for (std::size_t i = 0; i < named_.size(); ++i) {
    ++graph_.entities.state(named_[i]).windows;
    for (std::size_t j = i + 1; j < named_.size(); ++j) {
      pairings_.push_back({named_[i], named_[j], begin, end});
    }
    if (pairings_.size() >= kMostPairings) CountPairings();
  }
}

void Intake::AddMentions() {
  const std::vector<std::uint32_t> order = OrderByKey(places_.size(), [this](std::uint32_t i) {
    return std::array{places_[i].begin, -places_[i].end, entities_[i]};
  });
  for (const std::uint32_t i : order) AddMention(i);
}

std::string_view Intake::WhyOf(const extract::Mention& mention, EntityNumber entity) {
  if (mention.antecedent.size() == 0) {
    if (!extraction_->IsByDictionary(mention)) return mention.why;
    return graph_.entities.Why(entity);
  }
  const Stretch place = PlaceOf(mention.antecedent);
  why_ = "antecedent " + std::to_string(place.begin) + '-' + std::to_string(place.end);
  return why_;
}

void Intake::AddMention(std::size_t index) {
  const extract::Mention& mention = extraction_->mentions[index];
  MentionRow row;
  row.document = number_;
  row.place = places_[index];
  row.entity = entities_[index];
  row.kind = extract::MentionKindName(mention.kind);
  row.nested = mention.nested;
  row.confidence = ToPerMille(mention.confidence);
  row.zone = extract::ZoneName(mention.zone);
  row.sentence = mention.sentence;
  row.paragraph = mention.block;
  row.unit = units_[index];
  row.why = WhyOf(mention, row.entity);
  writer_.AddMention(row);
  if (row.entity != 0) {
    ++counts_.mentions;
    CountMention(graph_.entities.state(row.entity));
    return;
  }
  ++counts_.undecided;
  std::int64_t position = 0;
  for (const extract::Candidate& candidate : mention.candidates) {
    writer_.AddCandidate(row, ++position, extraction_->EntityId(candidate.entity),
                         ToPerMille(candidate.score));
  }
}

void Intake::CountMention(EntityState& entity) {
  ++entity.mentions;
  if (entity.last_document == static_cast<std::uint32_t>(number_)) return;
  entity.last_document = static_cast<std::uint32_t>(number_);
  ++entity.documents;
  graph_.calendar.Widen(entity.seen, date_);
}

// Counts the document for a relation, once.
void Intake::Touch(RelationState& relation) const {
  if (relation.last_document == static_cast<std::uint32_t>(number_)) return;
  relation.last_document = static_cast<std::uint32_t>(number_);
  ++relation.documents;
}

// Takes in the date of a statement, `FIRST` or the interval `FIRST/LAST`.
void Intake::Widen(SeenDates& seen, const std::string& date) const {
  Calendar& calendar = graph_.calendar;
  const std::size_t slash = std::min(date.find('/'), date.size());
  calendar.Widen(seen, calendar.Number(date.substr(0, slash)));
  if (slash < date.size()) calendar.Widen(seen, calendar.Number(date.substr(slash + 1)));
}

// Each relation lies somewhere else in memory, so it is asked for some steps before it is needed.
void Intake::CountPairings() {
  constexpr std::size_t kAhead = 8;
  const auto fetch = [this](std::size_t i, int step) {
    if (i >= pairings_.size()) return;
    graph_.relations.Prefetch(pairings_[i].left, RelationTable::kCoOccurrence, pairings_[i].right,
                              step);
  };
  for (std::size_t i = 0; i < pairings_.size(); ++i) {
    fetch(i + 2 * kAhead, 0);
    fetch(i + kAhead, 1);
    Count(pairings_[i]);
  }
  pairings_.clear();
}

void Intake::Count(const Pairing& pairing) {
  RelationTable& relations = graph_.relations;
  const auto [left, right, begin, end] = pairing;
  const std::uint32_t index = relations.Index(left, RelationTable::kCoOccurrence, right);
  if (relations.is_new(index)) {
    lefts_.clear();
    rights_.clear();
    for (const Member* member = begin; member != end; ++member) {
      if (member->entity == left) lefts_.push_back(member->named);
      if (member->entity == right) rights_.push_back(member->named);
    }
    AddFirstPlace(index, ClosestPair(lefts_, rights_));
  }
  RelationState& relation = relations.state(index);
  relation.confidence = 1000;
  ++relation.mentions;
  ++relation.sentences;
  Touch(relation);
  graph_.calendar.Widen(relation.seen, date_);
}

void Intake::AddFirstPlace(std::uint32_t relation, const NamedPair& pair) {
  std::optional<Stretch> sentence;
  if (pair.first.sentence == pair.second.sentence) {
    const auto number = static_cast<std::size_t>(pair.first.sentence);
    if (number < extraction_->sentences.size()) sentence = PlaceOf(extraction_->sentences[number]);
  }
  const Stretch place = QuoteOf(pair, sentence);
  EvidenceState evidence;
  evidence.relation = relation;
  evidence.document = static_cast<std::uint32_t>(number_);
  evidence.begin = static_cast<std::uint32_t>(place.begin);
  evidence.end = static_cast<std::uint32_t>(place.end);
  evidence.rule = graph_.relations.texts().Number(kCoOccurs);
  graph_.relations.AddEvidence(evidence);
}

void Intake::AddStatements() {
  for (const extract::Statement& statement : extraction_->statements) {
    // Co-occurrence is counted, never stated.
    if (statement.modality == extract::Modality::kNegated || statement.evidence.empty() ||
        statement.subject == statement.object || statement.predicate == kCoOccurs) {
      continue;
    }
    AddStatement(statement);
  }
  CountStatementSentences();
}

void Intake::AddStatement(const extract::Statement& statement) {
  const EntityNumber subject = graph_.entities.Number(*extraction_, statement.subject);
  const EntityNumber object = graph_.entities.Number(*extraction_, statement.object);
  if (subject == object) return;
  RelationTable& relations = graph_.relations;
  EvidenceState evidence;
  evidence.relation =
      relations.Index(subject, relations.predicates().Number(statement.predicate), object);
  evidence.document = static_cast<std::uint32_t>(number_);
  evidence.rule = relations.texts().Number(statement.rule);
  evidence.date = relations.texts().Number(statement.date);
  evidence.confidence = static_cast<std::int16_t>(ToPerMille(statement.confidence));
  evidence.modality = statement.modality;
  for (const extract::Span& span : statement.evidence) {
    const Stretch place = PlaceOf(span);
    evidence.begin = static_cast<std::uint32_t>(place.begin);
    evidence.end = static_cast<std::uint32_t>(place.end);
    relations.AddEvidence(evidence);
    evidence.continues = true;
    proofs_.push_back((std::uint64_t{evidence.relation} << 32U) | SentenceAt(span.begin));
  }
  RelationState& relation = relations.state(evidence.relation);
  ++relation.mentions;
  relation.confidence = std::max<PerMille>(relation.confidence, evidence.confidence);
  Touch(relation);
  if (statement.date.empty()) return graph_.calendar.Widen(relation.seen, date_);
  // The ends live at least as long as what is said of them: timelines hide edges without nodes.
  for (SeenDates* seen : {&relation.seen, &graph_.entities.state(subject).seen,
                          &graph_.entities.state(object).seen}) {
    Widen(*seen, statement.date);
  }
}

void Intake::AddQuantities() {
  const std::vector<extract::Quantity>& quantities = extraction_->quantities;
  std::vector<QuantityRow> rows(quantities.size());
  std::vector<std::string> counted(quantities.size());  // what rows only view
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    const extract::Quantity& quantity = quantities[i];
    if (quantity.of.size() > 0) counted[i] = extraction_->Surface(quantity.of);
    rows[i].document = number_;
    rows[i].place = PlaceOf(quantity.span);
    rows[i].value = quantity.value;
    rows[i].approximate = quantity.approximate;
    rows[i].unit = quantity.unit;
    rows[i].of = counted[i];
    if (quantity.entity == extract::kNoEntity) continue;
    rows[i].entity = graph_.entities.Number(*extraction_, quantity.entity);
    graph_.quantities.Add(rows[i].entity, extraction_->Surface(quantity.span) + counted[i]);
  }
  const auto key = [&](std::uint32_t i) { return KeyOf(rows[i].place); };
  for (const std::uint32_t i : OrderByKey(rows.size(), key)) writer_.AddQuantity(rows[i]);
}

void Intake::AddTimes() {
  const std::vector<extract::TemporalExpression>& dates = extraction_->dates;
  std::vector<Stretch> places;
  places.reserve(dates.size());
  for (const extract::TemporalExpression& date : dates) places.push_back(PlaceOf(date.span));
  const auto key = [&](std::uint32_t i) { return KeyOf(places[i]); };
  for (const std::uint32_t i : OrderByKey(dates.size(), key)) {
    writer_.AddTime(number_, places[i], dates[i].from, dates[i].to);
  }
}

void Intake::CountStatementSentences() {
  std::sort(proofs_.begin(), proofs_.end());
  proofs_.erase(std::unique(proofs_.begin(), proofs_.end()), proofs_.end());
  for (const std::uint64_t proof : proofs_) {
    ++graph_.relations.state(static_cast<std::uint32_t>(proof >> 32U)).sentences;
  }
}

// The number of the last sentence that begins at or before a byte. Sentences of a caption may lie
// between those of the paragraph around it; the one that begins nearest is meant then.
std::uint32_t Intake::SentenceAt(std::size_t byte) {
  if (sentence_begins_.empty()) {
    for (std::uint32_t i = 0; i < extraction_->sentences.size(); ++i) {
      sentence_begins_.emplace_back(extraction_->sentences[i].begin, i);
    }
    std::sort(sentence_begins_.begin(), sentence_begins_.end());
  }
  constexpr std::uint32_t kLast = std::numeric_limits<std::uint32_t>::max();
  const auto after =
      std::upper_bound(sentence_begins_.begin(), sentence_begins_.end(), std::pair{byte, kLast});
  return after == sentence_begins_.begin() ? 0 : std::prev(after)->second;
}

}  // namespace zhitu::graph
