#include "extract/dictionary_table.h"

#include <algorithm>
#include <limits>

#include "extract/error.h"
#include "extract/fold.h"
#include "extract/hash.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

const DictionaryValue* ValueOf(const DictionaryRow& row, std::string_view key) {
  const auto found = std::find_if(row.values.begin(), row.values.end(),
                                  [&](const DictionaryValue& value) { return value.key == key; });
  return found == row.values.end() ? nullptr : &*found;
}

}  // namespace

DictionaryTable::Text DictionaryTable::Keep(std::string_view text) {
  if (text.size() > std::numeric_limits<std::uint32_t>::max() - pool_.size()) {
    throw LimitError("the names of the dictionaries have more than 4 GiB");
  }
  const Text kept{static_cast<std::uint32_t>(pool_.size()),
                  static_cast<std::uint32_t>(text.size())};
  pool_ += text;
  return kept;
}

std::uint32_t DictionaryTable::TypeNumber(std::string_view type) {
  const auto known = std::find(types_.begin(), types_.end(), type);
  if (known == types_.end()) {
    types_.emplace_back(type);
    return static_cast<std::uint32_t>(types_.size() - 1);
  }
  return static_cast<std::uint32_t>(known - types_.begin());
}

void DictionaryTable::AddForm(std::string_view text) {
  const std::string folded = FoldName(text);
  Form form;
  form.hash = folded.empty() ? 0 : std::max<std::uint64_t>(Hash64(folded), 1);
  form.folded_size = static_cast<std::uint32_t>(CountCodePoints(folded));
  form.text = Keep(text);
  form.row = static_cast<std::uint32_t>(rows_.size());
  forms_.push_back(form);
}

void DictionaryTable::Add(std::size_t file, const DictionaryRow& source) {
  const DictionaryValue* const name = ValueOf(source, "name");
  const DictionaryValue* const type = ValueOf(source, "type");
  if (name == nullptr || type == nullptr || name->text.empty()) return;
  Row row;
  row.file = static_cast<std::uint32_t>(file);
  row.line = row.alias_line = static_cast<std::uint32_t>(name->where.line);
  row.column = row.alias_column = static_cast<std::uint32_t>(name->where.column);
  row.type = TypeNumber(type->text);
  row.first_form = static_cast<std::uint32_t>(forms_.size());
  AddForm(name->text);
  row.name = forms_.back().text;
  if (const DictionaryValue* const aliases = ValueOf(source, "aliases")) {
    row.alias_line = static_cast<std::uint32_t>(aliases->where.line);
    row.alias_column = static_cast<std::uint32_t>(aliases->where.column);
    for (const std::string& alias : aliases->is_list ? aliases->list : SplitBars(aliases->text)) {
      AddForm(alias);
    }
  }
  row.forms = static_cast<std::uint32_t>(forms_.size()) - row.first_form;
  const DictionaryValue* const id = ValueOf(source, "id");
  row.id = Keep(id != nullptr ? std::string(id->text)
                              : std::string(type->text).append(1, ':').append(name->text));
  if (const DictionaryValue* const parent = ValueOf(source, "parent")) {
    row.parent = Keep(parent->text);
  }
  const DictionaryValue* const letters = ValueOf(source, "case");
  row.exact_case = letters != nullptr && letters->text == "exact";
  rows_.push_back(row);
}

}  // namespace zhitu::extract
