#include "extract/statement_model.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <span>
#include <utility>

namespace zhitu::extract {
namespace {

bool ArePositive(std::span<const float> numbers) {
  return std::all_of(numbers.begin(), numbers.end(),
                     [](float number) { return std::isfinite(number) && number > 0; });
}

// True if all numbers of words are those of words, and the order is strict.
bool AreSignatures(const StatementModel& model) {
  const auto signatures = model.signatures.view();
  const auto fits = [&](const StatementModel::Signature& signature) {
    return signature.subject < model.types.size() && signature.object < model.types.size() &&
           signature.predicate < model.predicates.size();
  };
  return std::all_of(signatures.begin(), signatures.end(), fits) &&
         std::adjacent_find(signatures.begin(), signatures.end(), std::greater_equal<>()) ==
             signatures.end();
}

// True if each row has a predicate at most once, and only those that there are.
bool AreRows(const StatementModel& model) {
  const auto rows = model.rows.view();
  const auto weights = model.weights.view();
  if (rows.size() != model.index.size() + 1 || !std::is_sorted(rows.begin(), rows.end()) ||
      rows.front() != 0 || rows.back() != weights.size()) {
    return false;
  }
  for (std::size_t row = 0; row + 1 < rows.size(); ++row) {
    std::size_t least = 0;  // predicate that may follow
    for (std::uint32_t i = rows[row]; i < rows[row + 1]; ++i) {
      if (weights[i].predicate < least || weights[i].predicate >= model.predicates.size())
        return false;
      least = std::size_t{weights[i].predicate} + 1;
    }
  }
  return true;
}

// True if no look-up reads outside of the arrays.
bool FitsTogether(const StatementModel& model) {
  const auto are_words = [](const std::vector<std::string>& words) {
    return !words.empty() && words.size() <= StatementModel::kMost && AreModelWords(words);
  };
  return are_words(model.predicates) && are_words(model.types) && AreSignatures(model) &&
         model.steps.size() == model.predicates.size() && ArePositive(model.steps.view()) &&
         std::isfinite(model.slope) && std::isfinite(model.offset) &&
         std::isfinite(model.threshold) && AreRows(model);
}

// Numbers as bits, since those of sections have one form each.
std::vector<std::uint32_t> BitsOf(std::span<const float> numbers) {
  std::vector<std::uint32_t> bits;
  for (const float number : numbers) bits.push_back(std::bit_cast<std::uint32_t>(number));
  return bits;
}

}  // namespace

void AppendStatements(const StatementModel& model, std::string& bytes) {
  std::vector<float> numbers = {model.slope, model.offset, model.threshold};
  const auto steps = model.steps.view();
  numbers.insert(numbers.end(), steps.begin(), steps.end());
  AppendSection(model.predicates, bytes);
  AppendSection(model.types, bytes);
  AppendSection(BytesOf(model.signatures.view()), bytes);
  AppendSection(BytesOf(std::span<const std::uint32_t>(BitsOf(numbers))), bytes);
  AppendSection(model.index, bytes);
  AppendSection(BytesOf(model.rows.view()), bytes);
  AppendSection(BytesOf(model.weights.view()), bytes);
}

void ReadStatements(SectionReader& sections, StatementModel& model) {
  constexpr std::size_t kNumbers = 3;  // before the steps
  model.predicates = sections.Words();
  model.types = sections.Words();
  model.signatures = sections.Array<StatementModel::Signature>();
  std::vector<float> numbers;
  const auto bits = sections.Array<std::uint32_t>();
  for (const std::uint32_t number : bits.view()) numbers.push_back(std::bit_cast<float>(number));
  if (numbers.size() < kNumbers) RefuseDamagedModel(sections.path());
  model.slope = numbers[0];
  model.offset = numbers[1];
  model.threshold = numbers[2];
  numbers.erase(numbers.begin(), numbers.begin() + kNumbers);
  model.steps = FlatArray<float>(std::move(numbers));
  model.index = sections.Index();
  model.rows = sections.Array<std::uint32_t>();
  model.weights = sections.Array<StatementModel::Weight>();
  if (!FitsTogether(model)) RefuseDamagedModel(sections.path());
}

}  // namespace zhitu::extract
