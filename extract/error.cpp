#include "extract/error.h"

#include <utility>

#include "extract/characters.h"

namespace zhitu::extract {
namespace {

std::string DescribeAll(const std::vector<Problem>& problems) {
  if (problems.empty()) throw std::invalid_argument("InputError: no problem given");
  std::string all;
  for (const Problem& problem : problems) {
    if (!all.empty()) all += '\n';
    all += Describe(problem);
  }
  return all;
}

}  // namespace

std::string Describe(const Problem& problem) {
  std::string text = Printable(problem.where.file);
  if (problem.where.line > 0) text += ':' + std::to_string(problem.where.line);
  if (problem.where.line > 0 && problem.where.column > 0) {
    text += ':' + std::to_string(problem.where.column);
  }
  return text + ": " + Printable(problem.what);
}

InputError::InputError(std::vector<Problem> problems)
    : std::runtime_error(DescribeAll(problems)), problems_(std::move(problems)) {}

InputError::InputError(SourcePosition where, std::string what)
    : InputError(std::vector<Problem>{{std::move(where), std::move(what)}}) {}

}  // namespace zhitu::extract
