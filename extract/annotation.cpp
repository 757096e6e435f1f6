#include "extract/annotation.h"

#include <algorithm>
#include <istream>
#include <limits>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "extract/error.h"
#include "extract/json_tree.h"
#include "extract/statement.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMaxProblems = 20;
constexpr std::size_t kMostLocated = 1'000'000;               // places of the surfaces of a text
constexpr std::size_t kMostSearched = std::size_t{1} << 32U;  // surfaces times bytes of a text
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

enum class FileUse { kGold, kPredictions };

std::string Quoted(std::string_view word) { return '"' + std::string(word) + '"'; }

std::string Expected(JsonKind kind) { return "; expected " + std::string(JsonKindName(kind)); }

// The value itself if it is of the kind, which `what` names in messages.
JsonValue Check(const JsonValue& value, std::string_view what, JsonKind kind) {
  if (value.kind() == kind) return value;
  throw value.Error(std::string(what) + " is " + std::string(JsonKindName(value.kind())) +
                    Expected(kind));
}

JsonValue Need(const JsonValue& object, std::string_view key, JsonKind kind) {
  const std::optional<JsonValue> value = object.Find(key);
  if (!value) throw object.Error("no " + Quoted(key) + Expected(kind));
  return Check(*value, Quoted(key), kind);
}

// Where the key is missing or null, nothing.
std::optional<JsonValue> Maybe(const JsonValue& object, std::string_view key, JsonKind kind) {
  const std::optional<JsonValue> value = object.Find(key);
  if (!value || value->kind() == JsonKind::kNull) return std::nullopt;
  return Check(*value, Quoted(key), kind);
}

std::string NeedString(const JsonValue& object, std::string_view key) {
  const JsonValue value = Need(object, key, JsonKind::kString);
  if (value.string().empty()) throw value.Error(Quoted(key) + " is empty");
  return std::string(value.string());
}

std::string MaybeString(const JsonValue& object, std::string_view key) {
  const std::optional<JsonValue> value = Maybe(object, key, JsonKind::kString);
  return value ? std::string(value->string()) : std::string();
}

// The code points a document has: mentions lie inside.
struct Range {
  std::uint64_t begin = 0;
  std::uint64_t end = std::numeric_limits<std::size_t>::max();
};

void SetSpan(const JsonValue& begin, const JsonValue& end, const Range& range,
             AnnotatedMention& mention) {
  const std::string span =
      "span " + std::to_string(begin.number()) + '-' + std::to_string(end.number());
  if (begin.number() >= end.number()) {
    throw begin.Error(span + " is empty; expected begin below end");
  }
  if (begin.number() < range.begin) {
    throw begin.Error(span + " begins before the document, which begins at " +
                      std::to_string(range.begin));
  }
  if (end.number() > range.end) {
    throw end.Error(span + " ends after the document, which ends at " + std::to_string(range.end));
  }
  mention.begin = begin.number();
  mention.end = end.number();
}

MentionKind ReadKind(const JsonValue& object) {
  const JsonValue value = Need(object, "kind", JsonKind::kString);
  for (const MentionKind kind :
       {MentionKind::kName, MentionKind::kNominal, MentionKind::kPronoun}) {
    if (value.string() == MentionKindName(kind)) return kind;
  }
  throw value.Error("kind " + Quoted(value.string()) +
                    "; expected \"name\", \"nominal\" or \"pronoun\"");
}

AnnotatedMention ReadMention(const JsonValue& value, const Range& range) {
  const JsonValue object = Check(value, "mention", JsonKind::kObject);
  AnnotatedMention mention;
  const JsonValue begin = Need(object, "begin", JsonKind::kUnsigned);
  const JsonValue end = Need(object, "end", JsonKind::kUnsigned);
  SetSpan(begin, end, range, mention);
  mention.column = begin.where().column;
  mention.type = NeedString(object, "type");
  mention.kind = ReadKind(object);
  const std::optional<JsonValue> nested = Maybe(object, "nested", JsonKind::kBool);
  mention.nested = nested && nested->boolean();
  mention.entity = MaybeString(object, "entity");
  mention.text = MaybeString(object, "text");
  return mention;
}

AnnotatedStatement ReadStatement(const JsonValue& value) {
  const JsonValue object = Check(value, "statement", JsonKind::kObject);
  AnnotatedStatement statement{NeedString(object, "subject"), NeedString(object, "predicate"),
                               NeedString(object, "object")};
  statement.column = object.where().column;
  statement.negated = MaybeString(object, "modality") == ModalityName(Modality::kNegated);
  if (std::string rule = MaybeString(object, "rule"); !rule.empty())
    statement.rules.push_back(std::move(rule));
  const std::optional<JsonValue> evidence = Maybe(object, "evidence", JsonKind::kArray);
  if (!evidence) return statement;
  const std::vector<JsonValue> spans = evidence->Items();
  if (spans.empty()) return statement;
  const JsonValue first = Check(spans.front(), "evidence", JsonKind::kObject);
  statement.begin = Need(first, "begin", JsonKind::kUnsigned).number();
  statement.end = Need(first, "end", JsonKind::kUnsigned).number();
  return statement;
}

// Each statement once, with the rules of all that say the same and the place of the first.
void MergeStatements(std::vector<AnnotatedStatement>& statements) {
  std::stable_sort(statements.begin(), statements.end());
  std::vector<AnnotatedStatement> merged;
  for (AnnotatedStatement& statement : statements) {
    if (merged.empty() || merged.back() != statement) {
      merged.push_back(std::move(statement));
    } else {
      std::vector<std::string>& rules = merged.back().rules;
      rules.insert(rules.end(), statement.rules.begin(), statement.rules.end());
    }
  }
  for (AnnotatedStatement& statement : merged) {
    std::sort(statement.rules.begin(), statement.rules.end());
    statement.rules.erase(std::unique(statement.rules.begin(), statement.rules.end()),
                          statement.rules.end());
  }
  statements = std::move(merged);
}

AnnotatedDocument ReadExtract(const JsonValue& object) {
  AnnotatedDocument document;
  document.id = NeedString(object, "document");
  Range range;
  if (const auto begin = Maybe(object, "begin", JsonKind::kUnsigned)) range.begin = begin->number();
  if (const auto end = Maybe(object, "end", JsonKind::kUnsigned)) range.end = end->number();
  document.file = MaybeString(object, "file");
  document.begin = range.begin;
  document.end = range.end;
  for (const JsonValue& mention : Need(object, "mentions", JsonKind::kArray).Items()) {
    document.mentions.push_back(ReadMention(mention, range));
  }
  if (const auto statements = Maybe(object, "statements", JsonKind::kArray)) {
    document.has_statements = true;
    for (const JsonValue& statement : statements->Items()) {
      document.statements.push_back(ReadStatement(statement));
    }
  }
  return document;
}

// The elements of an array of three, which stands in the array `key`.
std::vector<JsonValue> NeedThree(const JsonValue& value, std::string_view key,
                                 const std::string& expected) {
  const std::string what = "element of " + Quoted(key);
  std::vector<JsonValue> three = Check(value, what, JsonKind::kArray).Items();
  if (three.size() == 3) return three;
  throw value.Error(what + " has " + std::to_string(three.size()) + " values; expected " +
                    expected);
}

AnnotatedMention ReadSpan(const JsonValue& value, const OffsetIndex& offsets, const Range& range,
                          std::string_view text) {
  const std::vector<JsonValue> triple = NeedThree(value, "ents", "[begin, end, type]");
  AnnotatedMention mention;
  Check(triple[0], "begin", JsonKind::kUnsigned);
  Check(triple[1], "end", JsonKind::kUnsigned);
  SetSpan(triple[0], triple[1], range, mention);
  mention.column = triple[0].where().column;
  mention.type = Check(triple[2], "type", JsonKind::kString).string();
  if (mention.type.empty()) throw triple[2].Error("type is empty");
  const std::size_t begin = offsets.Byte(mention.begin);
  mention.text = text.substr(begin, offsets.Byte(mention.end) - begin);
  return mention;
}

// Marks the mentions that lie inside a longer one. Outer ones come before their inner ones in the
// order used here.
void MarkNested(std::vector<AnnotatedMention>& mentions) {
  std::sort(mentions.begin(), mentions.end(), [](const auto& a, const auto& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  const AnnotatedMention* furthest = nullptr;
  for (AnnotatedMention& mention : mentions) {
    if (furthest == nullptr || mention.end > furthest->end) {
      furthest = &mention;
    } else {
      mention.nested = mention.begin != furthest->begin || mention.end != furthest->end;
    }
  }
}

std::string NeedPredicate(const JsonValue& value) {
  std::string predicate(Check(value, "predicate", JsonKind::kString).string());
  if (predicate.empty()) throw value.Error("predicate is empty");
  return predicate;
}

// The mention that a relation names by its number in the line.
const AnnotatedMention& MentionAt(const JsonValue& number,
                                  const std::vector<AnnotatedMention>& mentions) {
  Check(number, "number of a mention", JsonKind::kUnsigned);
  if (number.number() < mentions.size()) return mentions[number.number()];
  throw number.Error("relation names element " + std::to_string(number.number()) +
                     " of \"ents\", which has " + std::to_string(mentions.size()) +
                     "; expected a smaller number");
}

AnnotatedStatement ReadRelation(const JsonValue& value,
                                const std::vector<AnnotatedMention>& mentions) {
  const std::vector<JsonValue> three =
      NeedThree(value, "relations", "[subject, predicate, object]");
  const AnnotatedMention& subject = MentionAt(three[0], mentions);
  const AnnotatedMention& object = MentionAt(three[2], mentions);
  if (&subject == &object) {
    throw three[2].Error("relation of element " + std::to_string(three[2].number()) +
                         " of \"ents\" to itself; expected another");
  }
  AnnotatedStatement statement{subject.text, NeedPredicate(three[1]), object.text};
  statement.begin = std::min(subject.begin, object.begin);
  statement.end = std::max(subject.end, object.end);
  statement.subject_type = subject.type;
  statement.object_type = object.type;
  statement.column = value.where().column;
  return statement;
}

AnnotatedDocument WithText(const JsonValue& object, AnnotationFormat format) {
  AnnotatedDocument document;
  document.format = format;
  document.id = MaybeString(object, "id");
  if (document.id.empty()) document.id = MaybeString(object, "doc");
  document.text = Need(object, "text", JsonKind::kString).string();
  return document;
}

AnnotatedDocument ReadSpans(const JsonValue& object) {
  AnnotatedDocument document = WithText(object, AnnotationFormat::kSpans);
  const OffsetIndex offsets(document.text);
  const Range range{0, offsets.CodePoints(document.text.size())};
  for (const JsonValue& triple : Need(object, "ents", JsonKind::kArray).Items()) {
    document.mentions.push_back(ReadSpan(triple, offsets, range, document.text));
  }
  if (const auto relations = Maybe(object, "relations", JsonKind::kArray)) {
    document.has_statements = true;
    for (const JsonValue& relation : relations->Items())
      document.statements.push_back(ReadRelation(relation, document.mentions));
  }
  MarkNested(document.mentions);
  return document;
}

// Each place at which the surface stands, as a mention.
void Locate(std::string_view surface, const JsonValue& type, const OffsetIndex& offsets,
            AnnotatedDocument& document) {
  Check(type, "type", JsonKind::kString);
  if (type.string().empty()) throw type.Error("type is empty");
  if (surface.empty()) throw type.Error("type of an empty surface; expected a part of the text");
  AnnotatedMention mention;
  mention.type = type.string();
  mention.text = surface;
  mention.column = type.where().column;
  const std::string_view text = document.text;
  const std::size_t before = document.mentions.size();
  for (std::size_t at = text.find(surface); at != std::string_view::npos;
       at = text.find(surface, at + surface.size())) {
    mention.begin = offsets.CodePoints(at);
    mention.end = offsets.CodePoints(at + surface.size());
    document.mentions.push_back(mention);
    if (document.mentions.size() > kMostLocated) {
      throw LimitError("surfaces stand more than " + std::to_string(kMostLocated) +
                       " times in a text; expected fewer");
    }
  }
  if (document.mentions.size() == before)
    throw type.Error(Quoted(surface) + " is not in the text; expected a part of it");
}

using TypeMap = std::map<std::string_view, std::string_view>;

// The surface that is an end of a triple.
std::string EndOf(const JsonValue& value, std::string_view what, const TypeMap& types,
                  std::string& type) {
  std::string surface(Check(value, what, JsonKind::kString).string());
  const auto known = types.find(surface);
  if (known == types.end()) {
    throw value.Error(std::string(what) + " " + Quoted(surface) +
                      " has no type; expected it in \"types\"");
  }
  type = known->second;
  return surface;
}

AnnotatedStatement ReadTriple(const JsonValue& value, const TypeMap& types) {
  const std::vector<JsonValue> three = NeedThree(value, "triples", "[subject, predicate, object]");
  AnnotatedStatement statement;
  statement.subject = EndOf(three[0], "subject", types, statement.subject_type);
  statement.predicate = NeedPredicate(three[1]);
  statement.object = EndOf(three[2], "object", types, statement.object_type);
  statement.column = value.where().column;
  if (statement.subject != statement.object) return statement;
  throw three[2].Error("triple of " + Quoted(statement.subject) +
                       " with itself; expected another object");
}

AnnotatedDocument ReadTriples(const JsonValue& object) {
  AnnotatedDocument document = WithText(object, AnnotationFormat::kTriples);
  const OffsetIndex offsets(document.text);
  const auto surfaces = Need(object, "types", JsonKind::kObject).Members();
  if (!surfaces.empty() && document.text.size() > kMostSearched / surfaces.size()) {
    throw LimitError(std::to_string(surfaces.size()) + " surfaces in a text of " +
                     std::to_string(document.text.size()) + " bytes; expected fewer");
  }
  TypeMap types;
  for (const auto& [surface, type] : surfaces) {
    if (types.contains(surface)) throw type.Error(Quoted(surface) + " has a type twice");
    Locate(surface, type, offsets, document);
    types.emplace(surface, type.string());
  }
  if (const auto triples = Maybe(object, "triples", JsonKind::kArray)) {
    document.has_statements = true;
    for (const JsonValue& triple : triples->Items())
      document.statements.push_back(ReadTriple(triple, types));
  }
  MarkNested(document.mentions);
  return document;
}

// Which format a line of gold has.
AnnotationFormat FormatOf(const JsonValue& object) {
  if (object.Find("mentions")) return AnnotationFormat::kExtract;
  if (object.Find("ents")) return AnnotationFormat::kSpans;
  if (object.Find("triples") || object.Find("types")) return AnnotationFormat::kTriples;
  return AnnotationFormat::kExtract;
}

AnnotatedDocument ReadAny(const JsonValue& object, FileUse use) {
  if (use == FileUse::kPredictions) return ReadExtract(object);
  switch (FormatOf(object)) {
    case AnnotationFormat::kSpans:
      return ReadSpans(object);
    case AnnotationFormat::kTriples:
      return ReadTriples(object);
    case AnnotationFormat::kExtract:
      break;
  }
  return ReadExtract(object);
}

AnnotatedDocument ReadDocument(std::string line, const SourcePosition& where, FileUse use) {
  const JsonTree tree(std::move(line), where);
  const JsonValue object = Check(tree.root(), "line", JsonKind::kObject);
  AnnotatedDocument document = ReadAny(object, use);
  document.line = where.line;
  document.told = document.statements;
  std::sort(document.mentions.begin(), document.mentions.end());
  MergeStatements(document.statements);
  return document;
}

// The first line of each id of the object of `extract`.
class KnownIds {
 public:
  void Add(const AnnotatedDocument& document, const SourcePosition& where) {
    if (document.format != AnnotationFormat::kExtract) return;
    const auto [known, added] = lines_.emplace(document.id, where.line);
    if (added) return;
    throw InputError(where, "document " + Quoted(document.id) + " stands on line " +
                                std::to_string(known->second) + " too; expected each once");
  }

 private:
  std::map<std::string, std::size_t, std::less<>> lines_;
};

AnnotationFile Read(std::istream& lines, const std::string& file, std::size_t max_line,
                    FileUse use) {
  AnnotationFile result{file, {}};
  KnownIds ids;
  std::vector<Problem> problems;
  SourcePosition where{file, 1, 0};
  std::string line;
  for (; ReadJsonLine(lines, where, max_line, line) && problems.size() < kMaxProblems;
       ++where.line) {
    if (where.line == 1 && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      AnnotatedDocument document = ReadDocument(std::move(line), where, use);
      ids.Add(document, where);
      result.documents.push_back(std::move(document));
    } catch (const InputError& error) {
      problems.push_back(error.problems().front());
    }
  }
  if (!problems.empty()) throw InputError(std::move(problems));
  return result;
}

}  // namespace

AnnotationFile ReadGold(std::istream& lines, const std::string& file, std::size_t max_line) {
  AnnotationFile gold = Read(lines, file, max_line, FileUse::kGold);
  if (gold.documents.empty()) throw InputError({file, 0, 0}, "no document; expected JSON Lines");
  return gold;
}

AnnotationFile ReadPredictions(std::istream& lines, const std::string& file, std::size_t max_line) {
  return Read(lines, file, max_line, FileUse::kPredictions);
}

}  // namespace zhitu::extract
