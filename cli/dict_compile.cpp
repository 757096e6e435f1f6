#include <fmt/format.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/output_check.h"
#include "cli/wording.h"
#include "export/output_file.h"
#include "extract/compiled_dictionary.h"
#include "extract/dictionary.h"
#include "extract/error.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu dict compile names.csv -o names.zdict
  zhitu extract page.txt -d names.zdict
  zhitu dict compile people.csv offices.tsv places.jsonl -o all.zdict
)";

constexpr char kNotes[] =
    R"(A compiled dictionary is taken into memory as it is, so that a program that reads one page does
not read a million names first. It gives the same answers as the dictionaries it was compiled from.
It is refused once one of these has changed, and by another version of zhitu: compile it again.
Compile your own: of one that a stranger made only what could crash the program is checked.
)";

constexpr double kMegabyte = 1e6;

struct CompileOptions {
  std::vector<std::string> dictionaries;
  std::string output;
};

void RefuseCompiled(const std::vector<std::string>& dictionaries) {
  for (const std::string& path : dictionaries) {
    if (!extract::IsCompiledDictionary(path)) continue;
    throw extract::UsageError(path + ": is compiled already; expected .csv, .tsv or .jsonl");
  }
}

ExitCode RunDictCompile(const CompileOptions& options, Session& session) {
  RefuseCompiled(options.dictionaries);
  CheckDictionaryOutput(options.output, options.dictionaries, session.options.force);
  std::vector<extract::Problem> warnings;
  const extract::Gazetteer gazetteer =
      extract::LoadDictionaries(options.dictionaries, session.options.strict, warnings);
  session.messages.Warn(warnings);
  xport::OutputFile file(options.output);
  std::size_t bytes = 0;
  extract::WriteCompiledDictionary(gazetteer, options.output, [&](std::string_view part) {
    file.Write(part);
    bytes += part.size();
  });
  file.Commit();
  const auto count = [](std::size_t number, std::string_view one, std::string_view several) {
    return Grouped(static_cast<std::int64_t>(number)) + ' ' +
           std::string(number == 1 ? one : several);
  };
  session.messages.Inform(fmt::format(
      "{}: {}, {}, {:.1f} MB", options.output, count(gazetteer.size(), "entity", "entities"),
      count(gazetteer.surfaces(), "form", "forms"), static_cast<double>(bytes) / kMegabyte));
  return ExitCode::kDone;
}

}  // namespace

Command DictCompileCommand() {
  auto options = std::make_shared<CompileOptions>();
  Command command;
  command.name = "dict compile";
  command.summary = "Makes one file of dictionaries that is ready at once.";
  command.synopsis = "DICT... -o FILE.zdict";
  command.examples = kExamples;
  command.notes = kNotes;
  command.options = {
      Arguments("DICT", "dictionaries: .csv, .tsv or .jsonl", &options->dictionaries),
      Required(Text("-o,--output", "FILE", "the compiled dictionary to write", &options->output)),
  };
  command.run = [options](Session& session) { return RunDictCompile(*options, session); };
  return command;
}

}  // namespace zhitu::cli
