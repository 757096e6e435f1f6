#include <fmt/format.h>

#include <charconv>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/corpus_reader.h"
#include "cli/output_check.h"
#include "cli/wording.h"
#include "export/output_file.h"
#include "extract/characters.h"
#include "extract/context_table.h"
#include "extract/entity_types.h"
#include "extract/error.h"
#include "extract/extractor.h"
#include "extract/fold.h"
#include "extract/proposal_counts.h"
#include "extract/proposal_table.h"
#include "extract/suggest_choice.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu dict suggest articles/ -o names.csv
  zhitu dict suggest articles/ -d names.csv --min-count 3 > more.csv    # what names.csv lacks
  zhitu dict suggest news.jsonl --type community,road --min-confidence 0.8 --top 100
  zhitu build articles/ -d names.csv -o news.zhitu                      # after a look at names.csv
)";

constexpr char kNotes[] =
    R"(Proposes a dictionary for texts of which no list of names is there: what ends like a name, stands in
quotes, or has a title beside it. Look at it before you use it: wrong rows cost more than missing ones.
The CSV is a dictionary as it is: name, type, aliases, parent, and count (places), documents, confidence
(0 to 1), found_by and sample as attributes. The most certain rows come first, of equals the most frequent.
The texts are read twice; standard input is kept in memory for that. docs/suggest.md tells the method.
Exit 1 if nothing is found.
)";

constexpr std::size_t kFewDocuments = 100;     // up to so many a name counts that stands once
constexpr std::size_t kManyDocuments = 10000;  // from so many on it must stand three times

struct SuggestOptions {
  CorpusOptions corpus;
  extract::ProposalFilter filter;
  std::size_t min_count = 0;  // 0: by the size of the corpus
  std::string min_confidence = "0.5";
  std::string output;
};

double ConfidenceOf(const std::string& text) {
  double value = -1;
  const char* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, value);
  if (error == std::errc() && end == last && value >= 0 && value <= 1) return value;
  throw extract::UsageError("--min-confidence is '" + extract::Printable(text) +
                            "'; expected a number from 0 to 1");
}

void CheckTypes(const std::vector<std::string>& types) {
  for (const std::string& type : types) {
    if (!extract::IsTypeName(type))
      throw extract::UsageError("--type is '" + extract::Printable(type) +
                                "'; expected small letters, digits and _");
  }
}

std::size_t LeastCount(std::size_t asked, std::size_t documents) {
  if (asked > 0) return asked;
  if (documents <= kFewDocuments) return 1;
  return documents < kManyDocuments ? 2 : 3;
}

bool IsKnown(const extract::Gazetteer& gazetteer, const extract::Proposal& proposal) {
  const std::string folded = extract::FoldName(proposal.name);
  return gazetteer.Ignores(folded) || !gazetteer.Readings(folded).empty();
}

std::vector<extract::Proposal> Propose(const SuggestOptions& options, Session& session,
                                       std::size_t& documents) {
  CorpusOptions corpus = options.corpus;
  corpus.twice = true;
  corpus.extractor.reading = extract::Reading::kContexts;
  corpus.extractor.model.clear();
  CorpusReader reader(corpus, session, options.output);
  extract::ContextTable table;
  TellSkipped(
      reader.Run([&](const extract::Extraction& extraction) { table.Add(extraction.contexts); }),
      session.messages);
  documents = table.documents();
  session.messages.Progress("choosing names");
  std::vector<extract::Proposal> proposals = extract::ChooseNames(table);
  // What is doubtful must not stand in the way of what the rules find.
  std::erase_if(proposals, [&](const extract::Proposal& proposal) {
    return !extract::IsSureEnough(proposal, options.filter.min_confidence) ||
           IsKnown(reader.gazetteer(), proposal);
  });
  const extract::Gazetteer found = extract::GazetteerOf(proposals);
  extract::ExtractorOptions by_name = options.corpus.extractor;
  by_name.reading = extract::Reading::kNames;
  by_name.proposals = &found;
  const extract::Extractor extractor(reader.gazetteer(), by_name);
  extract::ProposalCounts counts(std::move(proposals));
  reader.RunAgain(extractor,
                  [&](const extract::Extraction& extraction) { counts.Add(extraction); });
  return counts.Take();
}

void Summarize(const std::vector<extract::Proposal>& proposals, std::size_t documents,
               Messages& messages) {
  std::map<std::string, std::int64_t> by_type;
  for (const extract::Proposal& proposal : proposals) ++by_type[proposal.type];
  messages.Inform(
      fmt::format("{} in {}", Counted(static_cast<std::int64_t>(proposals.size()), "name", "names"),
                  Counted(static_cast<std::int64_t>(documents), "document", "documents")));
  for (const auto& [type, count] : by_type) messages.More(fmt::format("{}: {}", type, count));
}

ExitCode RunDictSuggest(SuggestOptions options, Session& session) {
  extract::ProposalFilter& filter = options.filter;
  filter.min_confidence = ConfidenceOf(options.min_confidence);
  if (options.corpus.extractor.preset == "none")
    throw extract::UsageError("--preset none knows no names; expected another preset");
  CheckTypes(filter.types);
  if (!options.output.empty()) CheckOutput(options.output, options.corpus.dictionaries);
  std::size_t documents = 0;
  std::vector<extract::Proposal> proposals = Propose(options, session, documents);
  filter.min_count = LeastCount(options.min_count, documents);
  extract::FilterProposals(filter, proposals);
  Summarize(proposals, documents, session.messages);
  if (proposals.empty()) return ExitCode::kNothing;
  const std::string csv = extract::ProposalCsv(proposals);
  if (options.output.empty()) {
    session.out.Write(csv);
  } else {
    xport::OutputFile file(options.output);
    file.Write(csv);
    file.Commit();
  }
  return ExitCode::kDone;
}

}  // namespace

Command DictSuggestCommand() {
  auto options = std::make_shared<SuggestOptions>();
  Command command;
  command.name = "dict suggest";
  command.summary = "Proposes a dictionary of the names that texts hold.";
  command.synopsis =
      "INPUT... [-d DICT]... [-o DICT.csv] [--type T,...] [--min-count N] [--min-confidence C]";
  command.examples = kExamples;
  command.notes = kNotes;
  command.options = CorpusOptionTable(options->corpus);
  const std::vector<Option> own = {
      Text("-o,--output", "DICT.csv", "the dictionary to write (standard output)",
           &options->output),
      TextList("--type", "TYPE", "names of these types", &options->filter.types),
      Number("--min-count", "N", "places where a name stands, at least (1 to 3, by documents)",
             {&options->min_count, 1}),
      Text("--min-confidence", "C", "how sure a name must be, 0 to 1 (0.5)",
           &options->min_confidence),
      Number("--top", "N", "so many names, the most certain", {&options->filter.top, 1}),
  };
  command.options.insert(command.options.end(), own.begin(), own.end());
  command.run = [options](Session& session) { return RunDictSuggest(*options, session); };
  return command;
}

}  // namespace zhitu::cli
