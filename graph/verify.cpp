#include "graph/verify.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "extract/error.h"
#include "extract/utf8.h"
#include "graph/quote_search.h"
#include "graph/source_finder.h"
#include "graph/stored_text.h"
#include "graph/verify_dictionary.h"

namespace zhitu::graph {
namespace {

constexpr std::int64_t kMostShown = 200;  // code points of a quote in a report

// Texts are kept with U+FFFD for U+0000.
std::string AsStored(std::string text) {
  for (std::size_t at = text.find('\0'); at != std::string::npos; at = text.find('\0', at)) {
    text.replace(at, 1, "\xEF\xBF\xBD");
  }
  return text;
}

// A text of a source as it is now.
struct PresentText {
  PresentText(std::string now, std::int64_t line, bool record)
      : text(std::move(now), 0, line, record),
        length(static_cast<std::int64_t>(extract::CountCodePoints(text.text()))),
        search(text.text()) {}

  StoredText text;
  std::int64_t length;  // in code points
  QuoteSearch search;
};

// One source file as it is now. A plain file has one text, under the empty name.
class PresentFile {
 public:
  explicit PresentFile(extract::FileContent content) {
    for (extract::SourceText& source : content.texts) {
      const std::string name = source.record ? source.name : std::string();
      texts_.emplace(name, std::make_unique<PresentText>(AsStored(std::move(source.text)),
                                                         static_cast<std::int64_t>(source.line),
                                                         source.record));
    }
  }

  // The text a document came from; null if it is gone.
  PresentText* TextOf(const DocumentRecord& document) const {
    const auto found = texts_.find(document.record ? document.id : std::string());
    return found == texts_.end() ? nullptr : found->second.get();
  }

 private:
  std::map<std::string, std::unique_ptr<PresentText>> texts_;
};

// Compares the documents one by one.
class Verifier {
 public:
  Verifier(const Store& store, const SourceFinder& sources, Verification& result)
      : store_(store), sources_(sources), result_(result) {
    store.ForEachEvidencePlace([&](const QuotedPlace& place) {
      (place.document == 0 ? dictionary_lines_ : evidence_).push_back(place);
    });
    std::stable_sort(
        evidence_.begin(), evidence_.end(),
        [](const QuotedPlace& a, const QuotedPlace& b) { return a.document < b.document; });
  }

  const std::vector<QuotedPlace>& dictionary_lines() const { return dictionary_lines_; }

  void Check(const DocumentRecord& document);

 private:
  void Open(const std::string& file);
  std::vector<QuotedPlace> PlacesIn(std::int64_t document);
  void Compare(const DocumentRecord& document, const StoredText& then, PresentText& now,
               const QuotedPlace& place);
  void Report(const DocumentRecord& document, const StoredText& then, const QuotedPlace& place,
              Finding finding, std::string found);

  const Store& store_;
  const SourceFinder& sources_;
  Verification& result_;
  std::vector<QuotedPlace> evidence_;  // by document
  std::vector<QuotedPlace> dictionary_lines_;
  std::size_t next_ = 0;  // in evidence_: the documents come in order too
  std::string file_;
  bool opened_ = false;
  std::unique_ptr<PresentFile> present_;  // null if the source is not there
};

// Reads a source, unless it is the one at hand.
void Verifier::Open(const std::string& file) {
  if (opened_ && file == file_) return;
  file_ = file;
  opened_ = true;
  present_.reset();
  try {
    if (const auto path = sources_.Find(file)) {
      present_ = std::make_unique<PresentFile>(sources_.Read(*path, file));
    }
  } catch (const extract::IoError&) {
    present_.reset();  // It is there, but cannot be read: told as missing below.
  }
  std::vector<std::string>& missing = result_.missing_sources;
  if (present_ || std::find(missing.begin(), missing.end(), file) != missing.end()) return;
  missing.push_back(file);
}

// Mentions and evidence of a document, by place.
std::vector<QuotedPlace> Verifier::PlacesIn(std::int64_t document) {
  std::vector<QuotedPlace> places = store_.MentionPlaces(document);
  while (next_ < evidence_.size() && evidence_[next_].document < document) ++next_;
  while (next_ < evidence_.size() && evidence_[next_].document == document) {
    places.push_back(evidence_[next_++]);
  }
  std::stable_sort(places.begin(), places.end(), [](const QuotedPlace& a, const QuotedPlace& b) {
    return a.place.begin < b.place.begin;
  });
  return places;
}

void Verifier::Check(const DocumentRecord& document) {
  const std::vector<QuotedPlace> places = PlacesIn(document.number);
  Open(document.file);
  if (!present_) return;
  ++result_.documents;
  result_.checked += static_cast<std::int64_t>(places.size());
  PresentText* const now = present_->TextOf(document);
  const StoredText then(document.text, document.begin, document.line, document.record);
  if (now != nullptr) {
    // Most often nothing has changed, and then no quote needs a look of its own.
    const Stretch whole{document.begin, document.end};
    if (now->text.Bytes(whole).In(now->text.text()) == then.text()) return;
  }
  for (const QuotedPlace& place : places) {
    if (now == nullptr) {
      Report(document, then, place, Finding::kMissing, "");
    } else {
      Compare(document, then, *now, place);
    }
  }
}

void Verifier::Compare(const DocumentRecord& document, const StoredText& then, PresentText& now,
                       const QuotedPlace& place) {
  const std::string_view words = then.Bytes(place.place).In(then.text());
  const extract::Span there = now.text.Bytes(place.place);
  if (there.In(now.text.text()) == words) return;
  if (const auto byte = now.search.Nearest(words, there.begin)) {
    const std::int64_t begin = now.text.Place({*byte, *byte}).begin;
    const extract::LineColumn position = now.text.Position(begin);
    Report(document, then, place, Finding::kMoved,
           std::to_string(position.line) + ":" + std::to_string(position.column));
  } else if (place.place.end > now.length) {
    Report(document, then, place, Finding::kMissing, "");
  } else {
    const std::int64_t end = std::min(place.place.end, place.place.begin + kMostShown);
    Report(document, then, place, Finding::kChanged, now.text.Quote({place.place.begin, end}));
  }
}

void Verifier::Report(const DocumentRecord& document, const StoredText& then,
                      const QuotedPlace& place, Finding finding, std::string found) {
  Discrepancy discrepancy;
  discrepancy.finding = finding;
  const extract::LineColumn position = then.Position(place.place.begin);
  EvidenceRecord& evidence = discrepancy.evidence;
  evidence.document = document.id;
  evidence.file = document.file;
  evidence.line = static_cast<std::int64_t>(position.line);
  evidence.column = static_cast<std::int64_t>(position.column);
  evidence.begin = place.place.begin;
  evidence.end = place.place.end;
  evidence.quote = then.Quote(place.place);
  if (place.relation != 0) {
    discrepancy.relation = RelationText(store_, place.relation);
  } else if (place.entity != 0) {
    discrepancy.relation = store_.EntityId(place.entity);
  }
  discrepancy.found = std::move(found);
  result_.discrepancies.push_back(std::move(discrepancy));
}

}  // namespace

Verification Verify(const Store& store, const std::string& graph_path, const std::string& root,
                    const ImportReader& reader) {
  Verification result;
  const SourceFinder sources(store, graph_path, root);
  Verifier verifier(store, sources, result);
  store.ForEachDocument(true, [&](const DocumentRecord& document) { verifier.Check(document); });
  VerifyDictionaries(store, sources, verifier.dictionary_lines(), reader, result);
  return result;
}

}  // namespace zhitu::graph
