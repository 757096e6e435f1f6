#include "extract/document_pairs.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "extract/error.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMaxProblems = 20;

void ThrowIfAny(std::vector<Problem> problems) {
  if (problems.empty()) return;
  if (problems.size() > kMaxProblems) problems.resize(kMaxProblems);
  throw InputError(std::move(problems));
}

std::string Quoted(const std::string& words) { return '"' + words + '"'; }

bool HaveDistinctIds(const AnnotationFile& file) {
  std::set<std::string_view> ids;
  return std::all_of(file.documents.begin(), file.documents.end(), [&](const auto& document) {
    return !document.id.empty() && ids.insert(document.id).second;
  });
}

void Unpaired(const AnnotationFile& file, const AnnotatedDocument& document,
              const AnnotationFile& other, std::vector<Problem>& problems) {
  const std::string name = document.id.empty() ? "this document" : Quoted(document.id);
  problems.push_back({{file.file, document.line, 0},
                      name + " has no partner in " + other.file + ", which holds " +
                          std::to_string(other.documents.size()) + " documents"});
}

std::vector<DocumentPair> PairById(const AnnotationFile& gold, const AnnotationFile& predictions) {
  std::vector<Problem> problems;
  std::map<std::string_view, const AnnotatedDocument*> by_id;
  for (const AnnotatedDocument& document : predictions.documents) by_id[document.id] = &document;
  std::vector<DocumentPair> pairs;
  for (const AnnotatedDocument& document : gold.documents) {
    const auto partner = by_id.find(document.id);
    if (partner == by_id.end()) {
      Unpaired(gold, document, predictions, problems);
      continue;
    }
    pairs.push_back({&document, partner->second});
    by_id.erase(partner);
  }
  for (const AnnotatedDocument& document : predictions.documents) {
    if (by_id.contains(document.id)) Unpaired(predictions, document, gold, problems);
  }
  ThrowIfAny(std::move(problems));
  return pairs;
}

std::vector<DocumentPair> PairByOrder(const AnnotationFile& gold,
                                      const AnnotationFile& predictions) {
  std::vector<Problem> problems;
  std::vector<DocumentPair> pairs;
  const std::size_t both = std::min(gold.documents.size(), predictions.documents.size());
  pairs.reserve(both);
  for (std::size_t i = 0; i < both; ++i) {
    pairs.push_back({&gold.documents[i], &predictions.documents[i]});
  }
  for (std::size_t i = both; i < gold.documents.size(); ++i) {
    Unpaired(gold, gold.documents[i], predictions, problems);
  }
  for (std::size_t i = both; i < predictions.documents.size(); ++i) {
    Unpaired(predictions, predictions.documents[i], gold, problems);
  }
  ThrowIfAny(std::move(problems));
  return pairs;
}

// What is wrong with the first mention that does not fit the text; empty where all fit.
std::string Misfit(const AnnotatedDocument& predicted, const std::string& text) {
  const OffsetIndex offsets(text);
  const std::size_t length = offsets.CodePoints(text.size());
  for (const AnnotatedMention& mention : predicted.mentions) {
    const std::string place =
        "mention " + std::to_string(mention.begin) + "-" + std::to_string(mention.end);
    if (mention.end > length) {
      return place + " reaches out of gold's text, which has " + std::to_string(length) +
             " code points";
    }
    if (mention.text.empty()) continue;
    const std::size_t begin = offsets.Byte(mention.begin);
    const std::string surface = text.substr(begin, offsets.Byte(mention.end) - begin);
    if (WithoutSpace(surface) != WithoutSpace(mention.text)) {
      return place + " is " + Quoted(mention.text) + ", but gold's text there is " +
             Quoted(surface);
    }
  }
  return {};
}

void CheckTexts(const std::vector<DocumentPair>& pairs, const std::string& file) {
  std::vector<Problem> problems;
  for (const auto& [gold, predicted] : pairs) {
    if (gold->format == AnnotationFormat::kExtract) continue;
    std::string misfit = Misfit(*predicted, gold->text);
    if (!misfit.empty()) problems.push_back({{file, predicted->line, 0}, std::move(misfit)});
  }
  ThrowIfAny(std::move(problems));
}

}  // namespace

std::string WithoutSpace(std::string_view text) {
  std::string result;
  std::copy_if(text.begin(), text.end(), std::back_inserter(result), [](char byte) {
    return std::string_view(" \t\n\v\f\r").find(byte) == std::string_view::npos;
  });
  return result;
}

std::vector<DocumentPair> PairDocuments(const AnnotationFile& gold,
                                        const AnnotationFile& predictions) {
  std::vector<DocumentPair> pairs =
      HaveDistinctIds(gold) ? PairById(gold, predictions) : PairByOrder(gold, predictions);
  CheckTexts(pairs, predictions.file);
  return pairs;
}

}  // namespace zhitu::extract
