#include "extract/dictionary.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "extract/characters.h"
#include "extract/compiled_dictionary.h"
#include "extract/corpus.h"
#include "extract/dictionary_row.h"
#include "extract/encoding.h"
#include "extract/entity_types.h"
#include "extract/gazetteer_builder.h"
#include "extract/hash.h"
#include "extract/parents.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kLongestName = 1000;  // code points

bool HasControl(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

std::vector<std::string> Items(const DictionaryValue& value) {
  return value.is_list ? value.list : SplitBars(value.text);
}

// Turns checked rows into entities of one gazetteer, over all files.
class Loader {
 public:
  Loader(bool strict, std::vector<Problem>& warnings, VisitRow visit = {})
      : strict_(strict), warnings_(warnings), visit_(std::move(visit)) {}

  void AddFile(const std::string& path) {
    path_ = path;
    paths_.push_back(path);
    std::string bytes = ReadBytes(path);
    std::vector<Problem> faults = Utf8Problems(path, bytes);
    if (!faults.empty()) {
      problems_.insert(problems_.end(), faults.begin(), faults.end());
      return;
    }
    file_ = builder_.AddFile(std::filesystem::path(path).filename().string(), HashHex(bytes),
                             {path, bytes.size()});
    paths_of_files_.push_back(path);
    const std::string text = DecodeUtf8(std::move(bytes)).text;
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
      Report({1, 1}, "file is empty; expected a header with name and type");
      return;
    }
    AddRows(text);
  }

  Gazetteer Finish() {
    std::vector<Problem> faults = Faults();
    if (faults.empty()) return builder_.Build();
    throw InputError(std::move(faults));
  }

  // Every fault of the files so far, as one reads.
  std::vector<Problem> Faults() {
    parents_.Resolve(builder_, problems_);
    SortProblems();
    return std::move(problems_);
  }

 private:
  // What a row says, field by field; reports what is wrong with it.
  struct Fields {
    Entity entity;
    SurfaceRule rule;
    std::optional<DictionaryValue> parent;
  };

  void AddRows(std::string_view text) {
    std::vector<Problem> faults;  // of what is no row
    ReadDictionaryRows(path_, text, faults, [this](const DictionaryRow& row) { AddRow(row); });
    problems_.insert(problems_.end(), faults.begin(), faults.end());
  }

  void AddRow(const DictionaryRow& row) {
    if (visit_) visit_(paths_.size() - 1, row);
    const std::size_t before = problems_.size();
    Fields fields;
    for (const DictionaryValue& value : row.values) TakeValue(value, fields);
    CheckName(row, fields.entity);
    CheckType(row, fields.entity.type);
    if (fields.entity.id.empty()) fields.entity.id = fields.entity.type + ':' + fields.entity.name;
    if (problems_.size() != before) {
      parents_.AddFaulty(fields.entity.name);
      return;
    }
    if (fields.entity.type == kIgnore) {
      Ignore(fields);
      return;
    }
    if (!IsNewId(row, fields.entity.id)) return;
    const EntityIndex index =
        builder_.Add(fields.entity, fields.rule, file_, static_cast<std::uint32_t>(row.where.line));
    if (fields.parent) {
      parents_.AddChild(index, std::string(fields.parent->text),
                        {path_, fields.parent->where.line, fields.parent->where.column});
    }
  }

  void TakeValue(const DictionaryValue& value, Fields& fields) {
    const bool takes_list = value.key == "aliases" || value.key == "context";
    if (value.is_list && !takes_list) {
      Report(value.where, "value of '" + std::string(value.key) + "' is a list; expected a text");
      return;
    }
    if (value.key == "name") {
      fields.entity.name = value.text;
    } else if (value.key == "type") {
      fields.entity.type = value.text;
    } else if (value.key == "id") {
      fields.entity.id = value.text;
      CheckId(value);
    } else if (value.key == "aliases") {
      fields.entity.aliases = Items(value);
      for (const std::string& alias : fields.entity.aliases) CheckText(value.where, "alias", alias);
    } else if (value.key == "context") {
      fields.entity.context = Items(value);
    } else if (value.key == "parent") {
      fields.parent = value;
    } else if (value.key == "case") {
      TakeCase(value, fields.rule);
    } else if (value.key == "boundary") {
      TakeBoundary(value, fields.rule);
    } else {
      fields.entity.attributes.emplace_back(value.key, value.text);
    }
  }

  void CheckId(const DictionaryValue& value) {
    CheckText(value.where, "id", value.text);
    if (value.text.starts_with(std::string(kDocument) + ':')) {
      Report(value.where, "id '" + std::string(value.text) +
                              "' begins like that of a document of the corpus; " +
                              "expected another id");
    }
  }

  void TakeCase(const DictionaryValue& value, SurfaceRule& rule) {
    rule.exact_case = value.text == "exact";
    if (value.text != "exact" && value.text != "fold") {
      Report(value.where, "case is '" + std::string(value.text) + "'; expected fold or exact");
    }
  }

  void TakeBoundary(const DictionaryValue& value, SurfaceRule& rule) {
    if (value.text == "word") {
      rule.boundary = SurfaceRule::Boundary::kWord;
    } else if (value.text == "none") {
      rule.boundary = SurfaceRule::Boundary::kNone;
    } else if (value.text != "auto") {
      Report(value.where,
             "boundary is '" + std::string(value.text) + "'; expected auto, word or none");
    }
  }

  void CheckText(const LineColumn& where, const std::string& what, std::string_view text) {
    if (HasControl(text))
      Report(where, what + " holds a control character; expected plain text on one line");
    if (CountCodePoints(text) > kLongestName) {
      Report(where, what + " has " + std::to_string(CountCodePoints(text)) +
                        " characters; expected at most " + std::to_string(kLongestName));
    }
  }

  void CheckName(const DictionaryRow& row, const Entity& entity) {
    const LineColumn where = PlaceOf(row, "name");
    if (entity.name.empty()) {
      Report(where, "name is empty; expected the entity's name");
    } else if (FoldsToNothing(entity.name)) {
      Report(where, "name has no visible character; expected the entity's name");
    } else {
      CheckText(where, "name", entity.name);
    }
  }

  void CheckType(const DictionaryRow& row, const std::string& type) {
    const LineColumn where = PlaceOf(row, "type");
    if (type.empty()) {
      Report(where, "type is empty; expected one of office community person ... or your own");
    } else if (!IsTypeName(type)) {
      Report(where, DescribeTypeFault(type));
    } else if (type == kDocument) {
      Report(where, "type 'document' is for the documents of the corpus; expected another type");
    } else if (type != kIgnore) {
      CheckKnownType(where, type);
    }
  }

  void CheckKnownType(const LineColumn& where, const std::string& type) {
    if (StateOfType(type) == TypeState::kKnown) return;
    if (strict_) {
      Report(where, DescribeTypeFault(type));
    } else if (warned_types_.insert(type).second) {
      warnings_.push_back({{path_, where.line, where.column}, DescribeTypeFault(type)});
    }
  }

  bool IsNewId(const DictionaryRow& row, const std::string& id) {
    const EntityIndex known = builder_.FindId(id);
    if (known == kNoEntity) return true;
    const GazetteerBuilder::Names first = builder_.NamesOf(known);
    const std::string place = first.file == file_ ? "line " : paths_of_files_[first.file] + ':';
    Report(row.where, "id '" + id + "' is already that of " + place + std::to_string(first.line) +
                          "; expected each id once");
    return false;
  }

  void Ignore(const Fields& fields) {
    builder_.Ignore(fields.entity.name, fields.rule);
    for (const std::string& alias : fields.entity.aliases) builder_.Ignore(alias, fields.rule);
  }

  // By file, line and column, as one reads.
  void SortProblems() {
    std::unordered_map<std::string, std::size_t> files;
    for (std::size_t i = 0; i < paths_.size(); ++i) files.emplace(paths_[i], i);
    const auto key = [&](const Problem& problem) {
      return std::tuple(files[problem.where.file], problem.where.line, problem.where.column);
    };
    std::stable_sort(problems_.begin(), problems_.end(),
                     [&](const Problem& a, const Problem& b) { return key(a) < key(b); });
  }

  LineColumn PlaceOf(const DictionaryRow& row, std::string_view key) const {
    for (const DictionaryValue& value : row.values) {
      if (value.key == key) return value.where;
    }
    return row.where;
  }

  void Report(const LineColumn& where, std::string what) {
    problems_.push_back({{path_, where.line, where.column}, std::move(what)});
  }

  bool strict_;
  std::vector<Problem>& warnings_;
  VisitRow visit_;
  std::string path_;
  std::vector<std::string> paths_;
  std::uint32_t file_ = 0;
  GazetteerBuilder builder_;
  ParentLinks parents_;
  std::vector<std::string> paths_of_files_;  // by number in the builder
  std::unordered_set<std::string> warned_types_;
  std::vector<Problem> problems_;
};

// Its warnings were told when it was compiled.
Gazetteer LoadCompiled(const std::string& path, bool strict) {
  Gazetteer gazetteer = LoadCompiledDictionary(path);
  if (!strict) return gazetteer;
  const auto& known = KnownTypes();
  for (const std::string& type : gazetteer.types()) {
    if (std::binary_search(known.begin(), known.end(), type)) continue;
    throw InputError({path, 0, 0}, "type '" + type + "' is not one of the known types");
  }
  return gazetteer;
}

}  // namespace

Gazetteer LoadDictionaries(const std::vector<std::string>& paths, bool strict,
                           std::vector<Problem>& warnings) {
  for (const std::string& path : paths) {
    if (!IsCompiledDictionary(path)) continue;
    if (paths.size() > 1) {
      throw UsageError(Printable(path) +
                       ": a compiled dictionary beside others; expected it alone, so compile them "
                       "together: zhitu dict compile");
    }
    return LoadCompiled(path, strict);
  }
  Loader loader(strict, warnings);
  for (const std::string& path : paths) loader.AddFile(path);
  return loader.Finish();
}

DictionaryCheck CheckDictionaries(const std::vector<std::string>& paths, bool strict,
                                  const VisitRow& visit) {
  DictionaryCheck check;
  Loader loader(strict, check.warnings, visit);
  for (const std::string& path : paths) {
    if (IsCompiledDictionary(path)) {
      throw UsageError(Printable(path) + ": is compiled already; expected .csv, .tsv or .jsonl");
    }
    loader.AddFile(path);
  }
  check.faults = loader.Faults();
  return check;
}

}  // namespace zhitu::extract
