#include "tests/fuzz/dictionary_check.h"

#include <set>
#include <tuple>
#include <vector>

#include "extract/dictionary.h"
#include "extract/entity_types.h"
#include "extract/fold.h"
#include "extract/utf8.h"
#include "tests/fuzz/check.h"
#include "tests/support/temp_folder.h"

namespace zhitu::extract {
namespace {

void CheckProblems(const std::vector<Problem>& problems, const std::string& path) {
  std::tuple<std::size_t, std::size_t> last{0, 0};
  for (const Problem& problem : problems) {
    const SourcePosition& where = problem.where;
    Check(where.file == path && !problem.what.empty(), "a fault has a file and a message");
    Check(last <= std::tuple(where.line, where.column), "faults stand in order");
    last = {where.line, where.column};
    const std::string text = Describe(problem);
    Check(WellFormedPrefix(text) == text.size(), "a message is well formed");
    Check(text.find('\n') == std::string::npos, "a message is one line");
  }
}

void CheckEntities(const Gazetteer& gazetteer) {
  std::set<std::string> ids;
  for (EntityIndex i = 0; i < gazetteer.size(); ++i) {
    const Entity entity = gazetteer.Details(i);
    Check(ids.insert(entity.id).second && !entity.id.empty(), "an id of its own");
    Check(IsTypeName(entity.type) && entity.type != kDocument && entity.type != kIgnore, "a type");
    Check(!FoldName(entity.name).empty(), "a name");
    std::size_t steps = 0;
    for (EntityIndex at = i; at != kNoEntity; at = gazetteer.Details(at).parent) {
      Check(steps++ <= gazetteer.size(), "no circle of parents");
    }
  }
}

void CheckMatches(const Gazetteer& gazetteer, const std::string& text) {
  for (const Match& match :
       gazetteer.Find(FoldBlocks(text, {{Zone::kBody, {{0, text.size()}}}}), text)) {
    Check(match.span.begin < match.span.end && match.span.end <= text.size(), "a span");
    const std::string_view found = match.span.In(text);
    Check(WellFormedPrefix(found) == found.size() && IsLeadByte(found[0]), "whole characters");
    Check(!match.readings.empty() && match.readings.back() < gazetteer.size(), "readings");
  }
}

}  // namespace

void CheckDictionary(const std::string& name, std::string_view bytes) {
  static const TempFolder folder;
  const std::string path = folder.Write(name, bytes);
  std::vector<Problem> warnings;
  try {
    const Gazetteer gazetteer = LoadDictionaries({path}, /*strict=*/false, warnings);
    CheckEntities(gazetteer);
    CheckMatches(gazetteer, DecodeUtf8(std::string(bytes)).text);
  } catch (const InputError& error) {
    CheckProblems(error.problems(), path);
  }
  CheckProblems(warnings, path);
}

}  // namespace zhitu::extract
