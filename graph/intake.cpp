#include "graph/intake.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <string>

#include "extract/characters.h"
#include "extract/error.h"
#include "extract/utf8.h"

namespace zhitu::graph {
namespace {

// Distinct entities, sorted.
template <typename Member>
std::vector<EntityNumber> EntitiesOf(const Member* begin, const Member* end) {
  std::vector<EntityNumber> entities;
  for (const Member* member = begin; member != end; ++member) entities.push_back(member->entity);
  std::sort(entities.begin(), entities.end());
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
  return entities;
}

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

}  // namespace

Intake::Intake(const extract::Extraction& extraction, std::int64_t number, const PairingRule& rule,
               GrowingGraph& graph, StoreWriter& writer, StoreCounts& counts)
    : extraction_(extraction),
      number_(number),
      rule_(rule),
      graph_(graph),
      writer_(writer),
      counts_(counts),
      code_points_(extraction.document.text) {
  const extract::Document& document = extraction.document;
  constexpr std::size_t kMost = std::numeric_limits<std::uint32_t>::max();
  if (document.text.size() > kMost || document.begin_code_point > kMost - document.text.size()) {
    throw extract::LimitError(extract::Printable(document.file) +
                              ": the text is too long for a graph file; at most 4 GiB");
  }
}

void Intake::Run() {
  AddDocument();
  NumberMentions();
  FormUnits();
  AddMentions();
  PairUnits();
  AddStatements();
  AddQuantities();
  AddTimes();
}

Stretch Intake::PlaceOf(const extract::Span& span) {
  const std::size_t first = extraction_.document.begin_code_point;
  const std::size_t begin = code_points_.At(span.begin);
  return {static_cast<std::int64_t>(first + begin),
          static_cast<std::int64_t>(first + code_points_.At(span.end))};
}

void Intake::AddDocument() {
  const extract::Document& document = extraction_.document;
  DocumentRow row;
  row.number = number_;
  row.id = document.id;
  row.file = document.file;
  row.title = document.title;
  row.date = document.date;
  row.source = document.source;
  row.place.begin = static_cast<std::int64_t>(document.begin_code_point);
  row.place.end =
      row.place.begin + static_cast<std::int64_t>(extract::CountCodePoints(document.text));
  row.line = static_cast<std::int64_t>(document.begin_line);
  row.record = document.record;
  row.paragraphs = static_cast<std::int64_t>(document.blocks.size());
  row.text = document.text;
  writer_.AddDocument(row);
  for (std::size_t i = 0; i < extraction_.sentences.size(); ++i) {
    writer_.AddSentence(number_, static_cast<std::int64_t>(i), PlaceOf(extraction_.sentences[i]));
  }
  date_ = graph_.calendar.Number(document.date);
  graph_.entities.DocumentNumber(extraction_);
  ++counts_.documents;
}

void Intake::NumberMentions() {
  for (const extract::Mention& mention : extraction_.mentions) {
    const bool decided = mention.entity != extract::kNoEntity;
    places_.push_back(PlaceOf(mention.span));
    entities_.push_back(decided ? graph_.entities.Number(extraction_, mention.entity) : 0);
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

// Finds the windows that pair: those with not too many entities.
void Intake::FormUnits() {
  std::vector<Member> all;
  for (std::size_t i = 0; i < extraction_.mentions.size(); ++i) {
    const extract::Mention& mention = extraction_.mentions[i];
    const EntityNumber entity = entities_[i];
    if (entity == 0 || mention.nested || graph_.entities.state(entity).document) continue;
    all.push_back({i, UnitOf(mention), entity, {places_[i], mention.sentence}});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Member& a, const Member& b) { return a.unit < b.unit; });
  units_.assign(extraction_.mentions.size(), -1);
  ForEachUnit(all, [&](const Member* begin, const Member* end) {
    if (EntitiesOf(begin, end).size() > rule_.max_entities) {
      ++counts_.windows_left_out;
      return;
    }
    for (const Member* member = begin; member != end; ++member) {
      units_[member->mention] = member->unit;
      members_.push_back(*member);
    }
  });
  switch (rule_.window) {
    case Window::kSentence:
      counts_.windows += static_cast<std::int64_t>(extraction_.sentences.size());
      break;
    case Window::kParagraph:
      counts_.windows += static_cast<std::int64_t>(extraction_.document.blocks.size());
      break;
    case Window::kDocument:
      ++counts_.windows;
  }
}

void Intake::AddMentions() {
  for (std::size_t i = 0; i < extraction_.mentions.size(); ++i) AddMention(i);
}

std::string Intake::WhyOf(const extract::Mention& mention) {
  if (mention.antecedent.size() == 0) return extraction_.Why(mention);
  const Stretch place = PlaceOf(mention.antecedent);
  return "antecedent " + std::to_string(place.begin) + '-' + std::to_string(place.end);
}

void Intake::AddMention(std::size_t index) {
  const extract::Mention& mention = extraction_.mentions[index];
  const std::string why = WhyOf(mention);  // the row only views it
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
  row.why = why;
  if (!writer_.AddMention(row)) return;
  if (row.entity != 0) {
    ++counts_.mentions;
    CountMention(graph_.entities.state(row.entity));
    return;
  }
  ++counts_.undecided;
  std::int64_t position = 0;
  for (const extract::Candidate& candidate : mention.candidates) {
    writer_.AddCandidate(row, ++position, extraction_.EntityId(candidate.entity),
                         ToPerMille(candidate.score));
  }
}

void Intake::CountMention(EntityState& entity) {
  ++entity.mentions;
  if (entity.last_document == number_) return;
  entity.last_document = number_;
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

void Intake::PairUnits() {
  ForEachUnit(members_, [&](const Member* begin, const Member* end) { PairUnit(begin, end); });
}

void Intake::PairUnit(const Member* begin, const Member* end) {
  const std::vector<EntityNumber> entities = EntitiesOf(begin, end);
  for (std::size_t i = 0; i < entities.size(); ++i) {
    ++graph_.entities.state(entities[i]).windows;
    for (std::size_t j = i + 1; j < entities.size(); ++j) {
      Pair(entities[i], entities[j], begin, end);
    }
  }
}

void Intake::Pair(EntityNumber left, EntityNumber right, const Member* begin, const Member* end) {
  RelationTable& relations = graph_.relations;
  const std::uint32_t index = relations.Index(left, RelationTable::kCoOccurrence, right);
  if (relations.is_new(index)) {
    std::vector<Named> lefts;
    std::vector<Named> rights;
    for (const Member* member = begin; member != end; ++member) {
      if (member->entity == left) lefts.push_back(member->named);
      if (member->entity == right) rights.push_back(member->named);
    }
    AddFirstPlace(index, ClosestPair(lefts, rights));
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
    if (number < extraction_.sentences.size()) sentence = PlaceOf(extraction_.sentences[number]);
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
  for (const extract::Statement& statement : extraction_.statements) {
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
  const EntityNumber subject = graph_.entities.Number(extraction_, statement.subject);
  const EntityNumber object = graph_.entities.Number(extraction_, statement.object);
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
  for (const extract::Quantity& quantity : extraction_.quantities) {
    const std::string of =
        quantity.of.size() == 0 ? std::string() : extraction_.Surface(quantity.of);
    QuantityRow row;
    row.document = number_;
    row.place = PlaceOf(quantity.span);
    row.value = quantity.value;
    row.approximate = quantity.approximate;
    row.unit = quantity.unit;
    row.of = of;
    if (quantity.entity != extract::kNoEntity) {
      row.entity = graph_.entities.Number(extraction_, quantity.entity);
      graph_.quantities.Add(row.entity, extraction_.Surface(quantity.span) + of);
    }
    writer_.AddQuantity(row);
  }
}

void Intake::AddTimes() {
  for (const extract::TemporalExpression& date : extraction_.dates)
    writer_.AddTime(number_, PlaceOf(date.span), date.from, date.to);
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
    for (std::uint32_t i = 0; i < extraction_.sentences.size(); ++i) {
      sentence_begins_.emplace_back(extraction_.sentences[i].begin, i);
    }
    std::sort(sentence_begins_.begin(), sentence_begins_.end());
  }
  constexpr std::uint32_t kLast = std::numeric_limits<std::uint32_t>::max();
  const auto after =
      std::upper_bound(sentence_begins_.begin(), sentence_begins_.end(), std::pair{byte, kLast});
  return after == sentence_begins_.begin() ? 0 : std::prev(after)->second;
}

}  // namespace zhitu::graph
