#include "extract/dictionary_draft.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/characters.h"
#include "extract/csv.h"
#include "extract/entity_types.h"
#include "extract/fold.h"
#include "extract/hash.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kLongest = 1000;  // code points of a name, as the dictionary allows
constexpr std::size_t kPiece = std::size_t{1} << 18U;
constexpr std::size_t kMostTags = 1000;  // unknown ones that are kept
constexpr std::string_view kHeader = "id,name,type,aliases,parent,boundary\n";

bool HasControl(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

}  // namespace

DictionaryDraft::DictionaryDraft(ListTypes& types, std::function<void(std::string_view)> write)
    : types_(types), write_(std::move(write)), buffer_(kHeader) {}

bool DictionaryDraft::IsFit(const std::string& text, const char* what, const LineColumn& where) {
  if (HasControl(text)) {
    LeaveOut(where, std::string(what) + " holds a control character; expected plain text");
  } else if (TrimmedView(text) != text) {
    LeaveOut(where, std::string(what) + " has white space at its ends; expected none");
  } else if (text.size() > kLongest && CountCodePoints(text) > kLongest) {
    LeaveOut(where, std::string(what) + " has " + std::to_string(CountCodePoints(text)) +
                        " characters; expected at most " + std::to_string(kLongest));
  } else if (FoldName(text).empty()) {
    LeaveOut(where, std::string(what) + " has no visible character; expected a name");
  } else {
    return true;
  }
  return false;
}

bool DictionaryDraft::IsNew(std::string_view id) { return ids_.insert(Hash64(id)).second; }

void DictionaryDraft::CountUnknownTag(const std::string& tag, const LineColumn& where) {
  ++counts_.left_out;
  const std::string shown = tag.empty() ? std::string(ListTypes::kNoTag) : tag;
  if (unknown_tags_.size() >= kMostTags && !unknown_tags_.contains(shown)) return;
  UnknownTag& unknown = unknown_tags_[shown];
  if (unknown.count++ == 0) unknown.first = {path_, where.line, where.column};
}

bool DictionaryDraft::Add(const ListedName& listed, const LineColumn& where) {
  const std::optional<std::string_view> type = types_.TypeOf(listed.tag);
  if (!type) {
    CountUnknownTag(listed.tag, where);
    return false;
  }
  if (!IsFit(listed.name, "name", where)) return false;
  if (!listed.id.empty() && !IsFit(listed.id, "id", where)) return false;
  const std::string id = listed.id.empty() ? std::string(*type) + ':' + listed.name : listed.id;
  if (id.starts_with(std::string(kDocument) + ':')) {
    LeaveOut(where, "id '" + id + "' begins like that of a document; expected another id");
    return false;
  }
  const bool named = *type != kIgnore;
  if (!IsNew(id)) {
    ++counts_.repeated;
    return named;
  }
  std::vector<std::string_view> aliases;
  for (const std::string& alias : listed.aliases) {
    const bool known =
        alias == listed.name || std::find(aliases.begin(), aliases.end(), alias) != aliases.end();
    if (!known && IsFit(alias, "alias", where)) aliases.push_back(alias);
  }
  WriteRow(listed, id, *type, aliases);
  return named;
}

void DictionaryDraft::WriteRow(const ListedName& listed, std::string_view id, std::string_view type,
                               const std::vector<std::string_view>& aliases) {
  buffer_ += CsvEscape(id);
  buffer_ += ',';
  buffer_ += CsvEscape(listed.name);
  buffer_ += ',';
  buffer_ += type;
  buffer_ += ',';
  buffer_ += CsvEscape(JoinBars(aliases));
  buffer_ += ',';
  buffer_ += CsvEscape(listed.parent);
  buffer_ += listed.whole_word ? ",word\n" : ",\n";
  ++counts_.entities;
  counts_.forms += 1 + aliases.size();
  if (buffer_.size() < kPiece) return;
  write_(buffer_);
  buffer_.clear();
}

void DictionaryDraft::LeaveOut(const LineColumn& where, std::string what) {
  ++counts_.left_out;
  if (left_out_.size() < kMostTold) {
    left_out_.push_back({{path_, where.line, where.column}, std::move(what)});
  }
}

void DictionaryDraft::Refuse(const LineColumn& where, std::string what) {
  faults_.push_back({{path_, where.line, where.column}, std::move(what)});
}

void DictionaryDraft::Refuse(std::vector<Problem> faults) {
  std::move(faults.begin(), faults.end(), std::back_inserter(faults_));
}

void DictionaryDraft::Finish() {
  if (!faults_.empty()) throw InputError(std::move(faults_));
  write_(buffer_);
  buffer_.clear();
}

std::string JoinBars(const std::vector<std::string_view>& items) {
  std::string joined;
  for (const std::string_view item : items) {
    if (!joined.empty()) joined += '|';
    for (const char c : item) {
      if (c == '|' || c == '\\') joined += '\\';
      joined += c;
    }
  }
  return joined;
}

}  // namespace zhitu::extract
