#include "export/loose_xml.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "export/loose_text.h"
#include "export/portable_names.h"
#include "extract/utf8.h"

namespace zhitu::xport {
namespace {

constexpr std::size_t kDeepest = 100;
constexpr std::size_t kLongestEntity = 32;
constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kEndsName = " \t\r\n=/><\"'";

struct Entity {
  std::string_view name;
  std::string_view text;
};
constexpr std::array<Entity, 5> kEntities = {
    {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}}};
// Those of HTML that people write.
constexpr std::array<Entity, 8> kForeign = {{{"nbsp", "\u00A0"},
                                             {"copy", "\u00A9"},
                                             {"middot", "\u00B7"},
                                             {"times", "\u00D7"},
                                             {"ndash", "\u2013"},
                                             {"mdash", "\u2014"},
                                             {"hellip", "\u2026"},
                                             {"bull", "\u2022"}}};

bool BeginsName(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string_view WithoutPrefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view PrefixOf(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

class Scanner {
 public:
  Scanner(std::string_view text, DoctorFindings& findings, XmlHandler& handler)
      : text_(text), findings_(findings), handler_(handler) {}

  void Read() {
    ReadDeclaration();
    while (at_ < text_.size()) {
      if (text_[at_] == '<' && ReadMarkup()) continue;
      ReadText();
    }
    while (!open_.empty()) CloseUnclosed("the file ends");
  }

 private:
  bool StartsWith(std::string_view what) const { return text_.substr(at_).starts_with(what); }

  void ReadDeclaration() {
    const std::size_t begin = std::min(text_.find_first_not_of(kSpace), text_.size());
    if (!text_.substr(begin).starts_with("<?xml ")) {
      findings_.Add("xml-declaration", 0, "there is no XML declaration");
      return;
    }
    if (begin > 0) findings_.Add("text-outside", 0, "blanks stand before the XML declaration");
    const std::string declaration = LowerAscii(text_.substr(begin, text_.find('>') - begin));
    const bool other = declaration.find("encoding") != std::string::npos &&
                       declaration.find("utf-8") == std::string::npos &&
                       declaration.find("utf8") == std::string::npos;
    if (other && !findings_.counts().contains("encoding")) {
      findings_.Add("encoding", begin, "the XML declaration names another encoding than UTF-8");
    }
  }

  // What begins at `<`; false if it is no markup.
  bool ReadMarkup() {
    if (StartsWith("<!--")) return Skip("-->", "a comment");
    if (StartsWith("<?")) return Skip("?>", "an instruction");
    if (StartsWith("<![CDATA[")) return ReadCdata();
    if (StartsWith("<!")) return SkipDoctype();
    if (StartsWith("</")) return ReadClosing();
    if (at_ + 1 < text_.size() && BeginsName(text_[at_ + 1])) return ReadOpening();
    return false;
  }

  bool Skip(std::string_view end, std::string_view what) {
    const std::size_t found = text_.find(end, at_);
    if (found == std::string_view::npos) {
      findings_.Add("tag-unclosed", at_, std::string(what) + " does not end");
    }
    at_ = found == std::string_view::npos ? text_.size() : found + end.size();
    return true;
  }

  bool ReadCdata() {
    constexpr std::size_t kOpening = 9;
    const std::size_t begin = at_ + kOpening;
    Skip("]]>", "a CDATA section");
    const std::size_t end = text_.substr(0, at_).ends_with("]]>") ? at_ - 3 : at_;
    if (!open_.empty() && end > begin) handler_.Text(text_.substr(begin, end - begin));
    return true;
  }

  bool SkipDoctype() {
    const std::size_t end = text_.find_first_of("[>", at_);
    if (end != std::string_view::npos && text_[end] == '[') {
      const std::size_t close = text_.find(']', end);
      if (close != std::string_view::npos) at_ = close;
    }
    return Skip(">", "a declaration");
  }

  bool ReadClosing() {
    const std::size_t begin = at_;
    at_ += 2;
    const std::string_view name = ReadName();
    const std::size_t end = text_.find_first_of("<>", at_);
    if (end == std::string_view::npos) {
      at_ = text_.size();
      return true;  // the file ends here, which is told of the element
    }
    at_ = text_[end] == '>' ? end + 1 : end;
    if (std::ranges::find(open_, name, &Open::name) == open_.end()) {
      findings_.Add("tag-unopened", begin, "</" + std::string(name) + "> closes nothing");
      return true;
    }
    while (open_.back().name != name) CloseUnclosed("</" + std::string(name) + "> comes");
    End();
    return true;
  }

  void CloseUnclosed(const std::string& where) {
    findings_.Add("tag-unclosed", open_.back().at,
                  "<" + std::string(open_.back().name) + "> is not closed where " + where);
    End();
  }

  void End() {
    const std::string_view name = open_.back().name;
    open_.pop_back();
    while (!declared_.empty() && declared_.back().first > open_.size()) {
      prefixes_.erase(prefixes_.find(declared_.back().second));
      declared_.pop_back();
    }
    handler_.End(WithoutPrefix(name));
  }

  std::string_view ReadName() {
    const std::size_t end = std::min(text_.find_first_of(kEndsName, at_), text_.size());
    return text_.substr(std::exchange(at_, end), end - at_);
  }

  void SkipSpace() { at_ = std::min(text_.find_first_not_of(kSpace, at_), text_.size()); }

  bool ReadOpening() {
    const std::size_t begin = at_++;
    const std::string_view name = ReadName();
    attributes_.clear();
    names_.clear();
    bool closed = false;
    while (true) {
      SkipSpace();
      if (at_ == text_.size()) {
        findings_.Add("tag-unclosed", begin, "the file ends inside <" + std::string(name));
        return true;
      }
      if (text_[at_] == '<') {
        findings_.Add("attribute-broken", begin, "<" + std::string(name) + " has no >");
        break;
      }
      if (text_[at_] == '>') {
        ++at_;
        break;
      }
      closed = text_[at_] == '/';
      if (closed) {
        ++at_;
      } else {
        ReadAttribute();
      }
    }
    Start(name, begin, closed);
    return true;
  }

  void ReadAttribute() {
    const std::size_t begin = at_;
    const std::string_view name = ReadName();
    if (name.empty()) {
      findings_.Add("attribute-broken", begin, "a stray quote or = stands in an element");
      ++at_;
      return;
    }
    SkipSpace();
    std::string value;
    if (at_ < text_.size() && text_[at_] == '=') {
      ++at_;
      SkipSpace();
      value = ReadValue(name);
    } else {
      findings_.Add("attribute-broken", begin, std::string(name) + " has no value");
    }
    // Prefixes are for namespaces: two attributes may differ by them alone.
    if (names_.insert(WithoutPrefix(name)).second) {
      attributes_.push_back({name, std::move(value), begin});
    } else if (name == WithoutPrefix(name)) {
      findings_.Add("attribute-broken", begin, std::string(name) + " stands twice");
    }
  }

  std::string ReadValue(std::string_view name) {
    const char quote = at_ < text_.size() ? text_[at_] : ' ';
    std::size_t end = 0;
    if (quote == '"' || quote == '\'') {
      end = text_.find(quote, ++at_);
    } else {
      findings_.Add("attribute-broken", at_,
                    "the value of " + std::string(name) + " has no quotes");
      end = text_.find_first_of(" \t\r\n>", at_);
    }
    end = std::min(end, text_.size());
    const std::size_t begin = std::exchange(at_, end);
    if (at_ < text_.size() && text_[at_] == quote) ++at_;
    const std::string_view raw = text_.substr(begin, end - begin);
    if (raw.find('<') != std::string_view::npos) {
      findings_.Add("bare-character", begin + raw.find('<'), "a bare < stands in a value");
    }
    std::string value(raw);
    for (char& c : value) {
      if (c == '\t' || c == '\r' || c == '\n') c = ' ';
    }
    return Resolved(value, begin);
  }

  void Start(std::string_view name, std::size_t begin, bool closed) {
    if (open_.size() == kDeepest) {
      findings_.Refuse(begin, "elements are nested deeper than 100 levels; expected a graph file");
    }
    if (open_.empty() && std::exchange(has_root_, true)) {
      findings_.Add("text-outside", begin, "a second element stands at the top");
    }
    open_.push_back({name, begin});
    CheckPrefixes(name, begin);
    views_.clear();
    for (const Attribute& attribute : attributes_) {
      // What declares the namespace of the element itself is told as if it had no prefix.
      const bool own = PrefixOf(attribute.name) == "xmlns" && !PrefixOf(name).empty() &&
                       WithoutPrefix(attribute.name) == PrefixOf(name);
      views_.emplace_back(own ? "xmlns" : WithoutPrefix(attribute.name), attribute.value);
    }
    handler_.Start(WithoutPrefix(name), views_, begin);
    if (closed) End();
  }

  // A prefix may be declared by the element that has it, or one around it.
  void CheckPrefixes(std::string_view name, std::size_t begin) {
    for (const Attribute& attribute : attributes_) {
      if (PrefixOf(attribute.name) != "xmlns") continue;
      prefixes_.insert(WithoutPrefix(attribute.name));
      declared_.emplace_back(open_.size(), WithoutPrefix(attribute.name));
    }
    CheckPrefix(name, begin);
    for (const Attribute& attribute : attributes_) CheckPrefix(attribute.name, attribute.at);
  }
  // Each prefix is told once.
  void CheckPrefix(std::string_view name, std::size_t at) {
    const std::string_view prefix = PrefixOf(name);
    if (prefix.empty() || prefix == "xml" || prefix == "xmlns") return;
    if (prefixes_.contains(prefix) || !told_.insert(prefix).second) return;
    findings_.Add("prefix-undeclared", at,
                  "the prefix of " + std::string(name) + " is not declared");
  }

  void ReadText() {
    const std::size_t begin = at_;
    if (text_[at_] == '<') {
      findings_.Add("bare-character", at_, "a bare < stands in the text");
      ++at_;
    }
    at_ = std::min(text_.find('<', at_), text_.size());
    const std::string_view raw = text_.substr(begin, at_ - begin);
    if (!open_.empty()) {
      handler_.Text(Resolved(raw, begin));
    } else if (const std::size_t first = raw.find_first_not_of(kSpace); first < raw.size()) {
      findings_.Add("text-outside", begin + first, "text stands outside of the elements");
    }
  }

  // The text with its entities as characters.
  std::string Resolved(std::string_view raw, std::size_t begin) {
    std::string out;
    for (std::size_t i = 0; i < raw.size();) {
      const std::size_t and_sign = std::min(raw.find('&', i), raw.size());
      out += raw.substr(i, and_sign - i);
      i = and_sign;
      if (i < raw.size()) i += AppendEntity(raw.substr(i), begin + i, out);
    }
    return out;
  }

  // Appends what begins with `&`. @return its length.
  std::size_t AppendEntity(std::string_view raw, std::size_t at, std::string& out) {
    const std::size_t end = raw.substr(0, kLongestEntity).find(';');
    const std::string_view name = end == std::string_view::npos ? "" : raw.substr(1, end - 1);
    if (name.size() > 1 && name[0] == '#' && AppendNumbered(name.substr(1), at, out)) {
      return end + 1;
    }
    const auto* const known = std::ranges::find(kEntities, name, &Entity::name);
    if (known != kEntities.end()) {
      out += known->text;
      return end + 1;
    }
    if (name.empty() || !std::ranges::all_of(name, BeginsName)) {
      findings_.Add("bare-character", at, "a bare & stands in the text");
      out += '&';
      return 1;
    }
    const auto* const foreign = std::ranges::find(kForeign, name, &Entity::name);
    findings_.Add("entity-unknown", at, "&" + std::string(name) + "; is no entity of XML");
    out += foreign != kForeign.end() ? foreign->text : raw.substr(0, end + 1);
    return end + 1;
  }

  bool AppendNumbered(std::string_view digits, std::size_t at, std::string& out) {
    const bool hex = digits.front() == 'x';
    if (hex) digits.remove_prefix(1);
    std::uint32_t number = 0;
    const auto [stop, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number, hex ? 16 : 10);
    if (stop != digits.data() + digits.size() || error != std::errc()) return false;
    const bool surrogate = number >= 0xD800 && number <= 0xDFFF;
    if (number > 0x10FFFF || surrogate || IsForbiddenInXml(number)) {
      findings_.Add("control-character", at, "a reference to a character XML cannot hold");
      number = 0xFFFD;
    }
    extract::AppendUtf8(number, out);
    return true;
  }

  struct Open {
    std::string_view name;
    std::size_t at;
  };
  struct Attribute {
    std::string_view name;
    std::string value;
    std::size_t at;
  };

  std::string_view text_;
  DoctorFindings& findings_;
  XmlHandler& handler_;
  std::size_t at_ = 0;
  bool has_root_ = false;
  std::vector<Open> open_;
  std::vector<Attribute> attributes_;
  std::set<std::string_view> names_;  // of the attributes, without prefixes
  std::vector<std::pair<std::string_view, std::string_view>> views_;
  std::multiset<std::string_view> prefixes_;                        // that are declared here
  std::vector<std::pair<std::size_t, std::string_view>> declared_;  // and how deep
  std::set<std::string_view> told_;                                 // prefixes
};

}  // namespace

void ReadLooseXml(std::string_view text, DoctorFindings& findings, XmlHandler& handler) {
  Scanner(text, findings, handler).Read();
}

}  // namespace zhitu::xport
