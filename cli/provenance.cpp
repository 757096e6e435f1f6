#include "cli/provenance.h"

#include <zhitu_version.h>

#include <filesystem>
#include <system_error>

#include "extract/corpus.h"
#include "extract/hash.h"
#include "extract/relative_path.h"
#include "extract/utf8.h"

namespace zhitu::cli {
namespace {

namespace fs = std::filesystem;

// The folder in which a file is looked for, and what stands before its path there in document
// names.
struct Root {
  fs::path folder;
  std::string prefix;
};

Root RootOf(const std::string& input, bool several) {
  std::error_code error;
  const fs::path path(input);
  const bool folder = fs::is_directory(path, error);
  if (!several) return {folder ? path : path.parent_path(), ""};
  std::string prefix = input;
  while (prefix.size() > 1 && prefix.ends_with('/')) prefix.pop_back();
  if (folder) return {path, prefix + '/'};
  const std::string name = path.filename().string();
  return {path.parent_path(), prefix.substr(0, prefix.size() - name.size())};
}

// Those that are not the usual ones: with them records are found again.
void AddFields(const extract::RecordFields& fields, std::map<std::string, std::string>& meta) {
  const extract::RecordFields usual;
  const auto add = [&meta](const char* key, const std::string& name,
                           const std::string& usual_name) {
    if (name != usual_name) meta[key] = extract::DecodeUtf8(name).text;
  };
  add("text_field", fields.text, usual.text);
  add("id_field", fields.id, usual.id);
  add("title_field", fields.title, usual.title);
  add("date_field", fields.date, usual.date);
  add("source_field", fields.source, usual.source);
}

// `dictionary.N.path`: where the file lies that evidence names by line.
void AddPath(std::size_t number, const std::string& path, const std::string& folder,
             std::map<std::string, std::string>& meta) {
  const std::string key = "dictionary." + std::to_string(number) + ".path";
  meta[key] = extract::DecodeUtf8(extract::RelativePath(path, folder)).text;
}

}  // namespace

std::map<std::string, std::string> Provenance(const CorpusOptions& options,
                                              const CorpusReader& reader,
                                              const std::string& output) {
  std::map<std::string, std::string> meta;
  meta["version"] = kVersion;
  meta["preset"] = options.extractor.preset;
  AddFields(options.fields, meta);
  if (!options.meta.empty()) {
    meta["document_meta"] = extract::DecodeUtf8(fs::path(options.meta).filename().string()).text;
    meta["document_meta.hash"] = extract::HashHex(extract::ReadBytes(options.meta));
  }
  if (const std::string& hash = reader.extractor().model_hash(); !hash.empty()) {
    meta["model"] = extract::DecodeUtf8(fs::path(options.extractor.model).filename().string()).text;
    meta["model.hash"] = hash;
  }
  std::size_t number = 0;
  for (const auto& [name, hash] : reader.extractor().sources()) {
    const std::string key = "rules." + std::to_string(++number);
    meta[key] = name;
    meta[key + ".hash"] = hash;
  }
  const std::string folder = fs::path(output).parent_path().string();
  number = 0;
  for (const extract::DictionarySource& source : reader.gazetteer().sources()) {
    AddPath(++number, source.path, folder, meta);
  }
  number = 0;
  for (const std::string& input : options.inputs) {
    if (input == "-") continue;
    const Root root = RootOf(input, options.inputs.size() > 1);
    const std::string key = "root." + std::to_string(++number);
    meta[key] = extract::DecodeUtf8(extract::RelativeFolder(root.folder.string(), folder)).text;
    meta[key + ".prefix"] = extract::DecodeUtf8(root.prefix).text;
  }
  return meta;
}

std::map<std::string, std::string> ImportProvenance(const std::vector<std::string>& files,
                                                    const std::string& format,
                                                    const std::string& output) {
  std::map<std::string, std::string> meta;
  meta["version"] = kVersion;
  meta["import"] = format;
  const std::string folder = fs::path(output).parent_path().string();
  std::size_t number = 0;
  for (const std::string& file : files) AddPath(++number, file, folder, meta);
  return meta;
}

}  // namespace zhitu::cli
