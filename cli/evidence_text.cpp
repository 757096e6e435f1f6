#include "cli/evidence_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "cli/entity_lookup.h"
#include "cli/style.h"
#include "extract/characters.h"
#include "extract/span.h"
#include "extract/utf8.h"

namespace zhitu::cli {
namespace {

// A quote may be a whole document where co-occurrence is counted by document.
constexpr std::size_t kMostQuoteCodePoints = 160;
constexpr std::size_t kContextCodePoints = 30;

// Places of the names in the quote, from left to right, the longest at each place.
std::vector<extract::Span> FindNames(const std::string& quote,
                                     const std::vector<std::string>& names) {
  std::vector<extract::Span> found;
  for (std::size_t at = 0; at < quote.size();) {
    std::size_t longest = 0;
    for (const std::string& name : names) {
      if (name.size() > longest && quote.compare(at, name.size(), name) == 0) longest = name.size();
    }
    if (longest > 0) {
      found.push_back({at, at + longest});
      at += longest;
    } else {
      extract::NextCodePoint(quote, at);
    }
  }
  return found;
}

// The part of a long text that is shown: around the names, else the beginning.
extract::Span ShownPart(std::string_view quote, const std::vector<extract::Span>& names) {
  const extract::OffsetIndex index(quote);
  const std::size_t all = index.CodePoints(quote.size());
  if (all <= kMostQuoteCodePoints) return {0, quote.size()};
  const std::size_t first = names.empty() ? 0 : index.CodePoints(names.front().begin);
  const std::size_t begin = first > kContextCodePoints ? first - kContextCodePoints : 0;
  return {index.Byte(begin), index.Byte(std::min(all, begin + kMostQuoteCodePoints))};
}

std::string Marked(std::string_view name, const Session& session) {
  const std::string text = extract::Printable(name);
  return session.out_in_colour ? Bold(text, session) : "[" + text + "]";
}

std::string DocumentOf(const graph::EvidenceRecord& evidence) {
  return evidence.document.empty() ? evidence.file : evidence.document;
}

// A dictionary line is quoted from its beginning.
std::int64_t ColumnOf(const graph::EvidenceRecord& evidence) {
  return std::max<std::int64_t>(evidence.column, 1);
}

}  // namespace

std::string PlaceText(const graph::EvidenceRecord& evidence) {
  std::string place = extract::Printable(evidence.file);
  if (evidence.line > 0) place += fmt::format(":{}", evidence.line);
  if (evidence.column > 0) place += fmt::format(":{}", evidence.column);
  return place;
}

std::string MarkedQuote(const std::string& quote, const std::vector<std::string>& names,
                        const Session& session) {
  return MarkedQuote(quote, FindNames(quote, names), session);
}

std::string MarkedQuote(std::string_view quote, const std::vector<extract::Span>& named,
                        const Session& session) {
  const extract::Span part = ShownPart(quote, named);
  std::string out = part.begin > 0 ? "…" : "";
  std::size_t done = part.begin;
  for (const extract::Span& name : named) {
    if (!part.Covers(name)) continue;
    out += extract::Printable(quote.substr(done, name.begin - done));
    out += Marked(name.In(quote), session);
    done = name.end;
  }
  out += extract::Printable(quote.substr(done, part.end - done));
  return part.end < quote.size() ? out + "…" : out;
}

std::string EvidenceLine(const graph::EvidenceRecord& evidence,
                         const std::vector<std::string>& names, const Session& session) {
  std::string rule = extract::Printable(evidence.rule);
  if (!evidence.modality.empty()) rule += ", " + extract::Printable(evidence.modality);
  const std::string quote = evidence.document.empty()
                                ? MarkedQuote(evidence.quote, names, session)
                                : MarkedQuote(evidence.quote, evidence.named, session);
  return Faint(PlaceText(evidence), session) + "  “" + quote + "”  " + Faint(rule, session);
}

std::vector<std::string> NamesOf(const graph::EntityRecord& entity) {
  std::vector<std::string> names = entity.aliases;
  names.push_back(entity.name);
  std::erase(names, "");
  return names;
}

std::string StepText(const graph::Step& step) {
  const std::string from = extract::Printable(LabelOf(step.from));
  const std::string to = extract::Printable(LabelOf(step.to));
  const std::string predicate = extract::Printable(step.relation.predicate);
  if (step.relation.symmetric()) return from + " -" + predicate + "- " + to;
  if (step.relation.subject == step.from.number) return from + " -" + predicate + "-> " + to;
  return from + " <-" + predicate + "- " + to;
}

std::vector<std::string> StepEvidence(const graph::Store& store, const graph::Step& step,
                                      const Session& session) {
  std::vector<std::string> names = NamesOf(step.from);
  for (std::string& name : NamesOf(step.to)) names.push_back(std::move(name));
  std::vector<std::string> lines;
  for (const graph::EvidenceRecord& evidence : store.Evidence(step.relation, kMostEvidence)) {
    lines.push_back(EvidenceLine(evidence, names, session));
  }
  return lines;
}

void AddEvidence(const graph::EvidenceRecord& evidence, xport::JsonText& json) {
  json.StartObject();
  json.Key("document");
  json.String(DocumentOf(evidence));
  json.Key("line");
  json.Integer(evidence.line);
  json.Key("column");
  json.Integer(ColumnOf(evidence));
  json.Key("quote");
  json.String(evidence.quote);
  json.Key("rule");
  json.String(evidence.rule);
  json.EndObject();
}

std::vector<std::string> EvidenceCells(const std::vector<graph::EvidenceRecord>& evidence) {
  if (evidence.empty()) return {"", "", "", "", ""};
  const graph::EvidenceRecord& first = evidence.front();
  return {DocumentOf(first), std::to_string(first.line), std::to_string(ColumnOf(first)),
          first.quote, first.rule};
}

void PrintJson(const xport::JsonText& json, Session& session) {
  const std::string_view text = json.text();
  std::string safe;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = extract::NextCodePoint(text, at);
    const std::string_view bytes = text.substr(begin, at - begin);
    const bool plain = c < 0x7F || extract::Printable(bytes) == bytes;
    safe += plain ? std::string(bytes) : fmt::format("\\u{:04x}", static_cast<unsigned>(c));
  }
  session.out.Write(safe + "\n");
}

}  // namespace zhitu::cli
