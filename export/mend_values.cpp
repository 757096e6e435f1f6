#include "export/mend_values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "export/loose_number.h"
#include "export/number_text.h"
#include "export/portable_names.h"

namespace zhitu::xport {
namespace {

constexpr double kLargestFloat = 3e38;
constexpr double kSmallestWeight = 1e-30;
constexpr std::array<std::string_view, 6> kTypes = {"string", "int",    "long",
                                                    "float",  "double", "boolean"};

bool In(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// The type all programs know that holds what another type holds.
std::string PortableType(const std::string& type) {
  if (In(type, {"byte", "short", "integer"})) return "int";
  if (In(type, {"bool"})) return "boolean";
  if (In(type, {"real", "number"})) return "double";
  return "string";
}

bool IsTypeOfGephi(const std::string& type) {
  return type.starts_with("list") ||
         In(type, {"byte", "short", "char", "character", "bigdecimal", "biginteger"});
}

class ValueMender {
 public:
  ValueMender(LooseGraph::Part& part, const MendRules& rules, DoctorFindings& findings)
      : part_(part), rules_(rules), findings_(findings) {}

  void Mend() {
    const std::size_t keys = part_.keys.size();
    fits_.assign(keys, true);
    for (std::size_t key = 0; key < keys; ++key) MendType(key);
    for (LooseElement& element : part_.elements) MendElement(element, keys);
    for (std::size_t key = 0; key < keys; ++key) {
      if (!fits_[key]) part_.keys[key].type = "string";
    }
  }

 private:
  static bool IsNumberColumn(const LooseKey& key) {
    return !key.role.empty() && key.role != "label" && key.role != "color";
  }

  void MendType(std::size_t number) {
    LooseKey& key = part_.keys[number];
    const std::string given = key.type;
    if (rules_.typed) TellType(key);
    if (IsNumberColumn(key)) {
      key.type = In(key.role, {"r", "g", "b"}) ? "int" : "double";
    } else if (!key.role.empty() || given.empty()) {
      key.type = "string";
    } else if (std::ranges::find(kTypes, given) == kTypes.end()) {
      key.type = PortableType(LowerAscii(given));
    }
  }
  void TellType(const LooseKey& key) {
    const std::string lower = LowerAscii(key.type);
    if (key.type.empty()) {
      findings_.Add("type-missing", key.at, "column '" + key.name + "' has no type");
    } else if (IsTypeOfGephi(lower)) {
      findings_.Add("type-of-gephi", key.at,
                    "column '" + key.name + "' is of type '" + key.type + "'");
    } else if (std::ranges::find(kTypes, key.type) == kTypes.end()) {
      findings_.Add("type-unknown", key.at,
                    "column '" + key.name + "' is of type '" + key.type + "'");
    }
  }

  void MendElement(LooseElement& element, std::size_t keys) {
    std::vector<LooseValue> given;
    std::erase_if(element.values, [&](LooseValue& value) {
      if (value.key >= keys) return false;  // kept as given just now
      const LooseValue before = value;
      const bool keep = MendValue(value);
      const LooseKey& key = part_.keys[value.key];
      const bool special = !key.role.empty() && key.role != "label";
      if (special && (!keep || lossy_)) given.push_back(before);
      return !keep;
    });
    for (const LooseValue& value : given) KeepAsGiven(element, value);
  }
  void KeepAsGiven(LooseElement& element, const LooseValue& value) {
    const std::string name = part_.keys[value.key].name + "_as_given";
    const std::size_t key = KeyNamedOrNew(part_, name, "string");
    if (ValueOf(element, key) == nullptr) element.values.push_back({key, value.text, value.at});
  }

  // False if the value cannot stay. `lossy_` says whether it says less than before.
  bool MendValue(LooseValue& value) {
    lossy_ = false;
    const LooseKey& key = part_.keys[value.key];
    if (key.role == "weight") return MendWeight(value);
    if (In(key.role, {"r", "g", "b"})) return MendShade(value);
    if (key.role == "color") return MendColour(value);
    if (IsNumberColumn(key)) return MendPosition(value);
    if (key.type == "string") return TellText(value);
    if (value.text.empty() || key.type.empty()) return !value.text.empty() || TellEmpty(value);
    if (key.type == "boolean") return MendBoolean(value);
    if (In(key.type, {"int", "long"})) return MendWhole(value);
    return MendDouble(value);
  }

  bool TellText(const LooseValue& value) {
    if (rules_.typed && value.text.find("INF") != std::string::npos &&
        part_.keys[value.key].role != "label") {
      findings_.Add("inf-in-text", value.at, Named(value));
    }
    return true;
  }
  bool TellEmpty(const LooseValue& value) {
    if (rules_.typed) findings_.Add("value-type", value.at, Named(value));
    return !rules_.typed;
  }
  std::string Named(const LooseValue& value) const {
    return part_.keys[value.key].name + " is '" + value.text + "'";
  }
  void TellMisfit(const LooseValue& value) {
    fits_[value.key] = false;
    findings_.Add("value-type", value.at,
                  Named(value) + " in a column of type " + part_.keys[value.key].type);
  }

  bool MendBoolean(LooseValue& value) {
    const std::string lower = LowerAscii(value.text);
    if (value.text == "1" || value.text == "0") {
      findings_.Add("boolean-number", value.at, Named(value));
      value.text = value.text == "1" ? "true" : "false";
    } else if (lower != "true" && lower != "false") {
      fits_[value.key] = false;
      findings_.Add("boolean", value.at, Named(value));
    } else {
      value.text = lower;
    }
    return true;
  }
  bool MendWhole(LooseValue& value) {
    LooseKey& key = part_.keys[value.key];
    if (FitsWhole(value.text, key.type == "int")) return true;
    const std::string whole = WholeOf(value.text);
    if (whole.empty()) {
      TellMisfit(value);
      return true;
    }
    findings_.Add("value-type", value.at, Named(value) + " in a column of type " + key.type);
    value.text = whole;
    if (!FitsWhole(whole, key.type == "int")) key.type = "long";
    return true;
  }
  bool MendDouble(LooseValue& value) {
    const std::string spelled = SpelledInfinity(value.text);
    if (!spelled.empty() && spelled != value.text) {
      findings_.Add("infinity", value.at, Named(value));
      value.text = spelled;
    } else if (spelled.empty() && !NumberOf(value.text)) {
      TellMisfit(value);
    }
    return true;
  }

  bool MendWeight(LooseValue& value) {
    const std::optional<double> number = NumberOf(value.text);
    lossy_ = true;
    if (number && *number == 0) {
      findings_.Add("weight-zero", value.at, Named(value) + ", written as 0.000001");
      value.text = "0.000001";
    } else if (number && -*number >= kSmallestWeight && -*number <= kLargestFloat) {
      findings_.Add("weight-negative", value.at, Named(value) + ", written without the sign");
      value.text = WeightText(-*number);
    } else if (!number || *number > kLargestFloat || *number < kSmallestWeight) {
      findings_.Add("weight", value.at, Named(value) + ", written as 1");
      value.text = "1";
    } else {
      lossy_ = false;
    }
    return true;
  }
  bool MendPosition(LooseValue& value) {
    const std::optional<double> number = NumberOf(value.text);
    const bool size = part_.keys[value.key].role == "size";
    if (number && std::abs(*number) <= kLargestFloat && (!size || *number >= 0)) return true;
    findings_.Add("position", value.at, Named(value));
    return false;
  }
  bool MendShade(LooseValue& value) {
    constexpr double kMost = 255;
    const std::optional<double> number = NumberOf(value.text);
    if (number && *number >= 0 && *number <= kMost && FitsWhole(value.text, true)) return true;
    findings_.Add("colour", value.at, Named(value));
    lossy_ = true;
    if (!number) return false;
    value.text = NumberText(std::round(std::clamp(*number, 0.0, kMost)));
    return true;
  }
  bool MendColour(LooseValue& value) {
    if (IsColour(value.text)) return true;
    findings_.Add("colour", value.at, Named(value));
    lossy_ = true;
    value.text = ColourOf(value.text);
    return !value.text.empty();
  }

  LooseGraph::Part& part_;
  const MendRules& rules_;
  DoctorFindings& findings_;
  std::vector<bool> fits_;
  bool lossy_ = false;
};

}  // namespace

void MendValues(LooseGraph& graph, const MendRules& rules, DoctorFindings& findings) {
  ValueMender(graph.nodes, rules, findings).Mend();
  ValueMender(graph.edges, rules, findings).Mend();
}

}  // namespace zhitu::xport
