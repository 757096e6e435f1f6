#include "export/loose_json.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "export/loose_number.h"
#include "extract/utf8.h"

namespace zhitu::xport {
namespace {

constexpr std::string_view kMarks = "{}[],:";
constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kEndsWord = " \t\r\n{}[],:\"'/";

bool IsJsonNumber(std::string_view word) {
  if (word.starts_with('-')) word.remove_prefix(1);
  if (word.empty() || word[0] < '0' || word[0] > '9' || word.back() == '.') return false;
  if (word.size() > 1 && word[0] == '0' && word[1] >= '0' && word[1] <= '9') return false;
  return NumberOf(word).has_value() && word.find(".e") == std::string_view::npos;
}

class Scanner {
 public:
  Scanner(std::string_view text, DoctorFindings& findings) : text_(text), findings_(findings) {}

  std::vector<JsonToken> Read() {
    while (SkipSpace()) {
      const char c = text_[at_];
      if (kMarks.find(c) != std::string_view::npos) {
        tokens_.push_back({JsonToken::Kind::kMark, std::string(1, c), at_++});
      } else if (c == '"' || c == '\'') {
        ReadString(c);
      } else {
        ReadWord();
      }
    }
    return std::move(tokens_);
  }

 private:
  bool SkipSpace() {
    while (true) {
      at_ = std::min(text_.find_first_not_of(kSpace, at_), text_.size());
      const std::string_view rest = text_.substr(at_);
      const bool line = rest.starts_with("//") || rest.starts_with('#');
      if (!line && !rest.starts_with("/*")) return at_ < text_.size();
      findings_.Add("json-comment", at_, "a comment stands in the text");
      const std::size_t end = line ? text_.find('\n', at_) : text_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? text_.size() : end + (line ? 1 : 2);
    }
  }

  void ReadString(char quote) {
    JsonToken token{JsonToken::Kind::kString, {}, at_++};
    if (quote == '\'') findings_.Add("json-quote", token.at, "a text stands in single quotes");
    const char ends[] = {quote, '\\', '\0'};
    while (true) {
      const std::size_t end = std::min(text_.find_first_of(ends, at_), text_.size());
      token.text += text_.substr(at_, end - at_);
      at_ = end;
      if (at_ == text_.size()) {
        findings_.Add("json-cut", token.at, "a text is not closed");
        break;
      }
      if (text_[at_++] == quote) break;
      if (at_ < text_.size()) ReadEscape(token.text);
    }
    tokens_.push_back(std::move(token));
  }

  void ReadEscape(std::string& out) {
    const char c = text_[at_++];
    constexpr std::string_view kNames = "nrtbf";
    constexpr std::string_view kMeant = "\n\r\t\b\f";
    const std::size_t name = kNames.find(c);
    if (name != std::string_view::npos) {
      out += kMeant[name];
    } else if (c == 'u') {
      extract::AppendUtf8(ReadCodePoint(), out);
    } else {
      out += c;
    }
  }
  char32_t ReadCodePoint() {
    const std::uint32_t high = ReadHex();
    if (high < 0xD800 || high > 0xDFFF) return high;
    if (high < 0xDC00 && text_.substr(at_).starts_with("\\u")) {
      at_ += 2;
      const std::uint32_t low = ReadHex();
      if (low >= 0xDC00 && low <= 0xDFFF)
        return 0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00);
    }
    findings_.Add("encoding", at_, "half of a character is escaped");
    return 0xFFFD;
  }
  std::uint32_t ReadHex() {
    std::uint32_t number = 0xFFFD;
    const std::string_view digits = text_.substr(at_, 4);
    const auto [stop, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    at_ += static_cast<std::size_t>(stop - digits.data());
    return error == std::errc() ? number : 0xFFFD;
  }

  void ReadWord() {
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_of(kEndsWord, at_), text_.size());
    if (at_ == begin) ++at_;  // a stray /
    const std::string word(text_.substr(begin, at_ - begin));
    if (IsJsonNumber(word) || word == "true" || word == "false" || word == "null") {
      tokens_.push_back({JsonToken::Kind::kLiteral, word, begin});
      return;
    }
    findings_.Add("json-word", begin, "'" + word + "' is no JSON");
    if (word == "True" || word == "False" || word == "None" || word == "undefined") {
      const bool none = word == "None" || word == "undefined";
      tokens_.push_back({JsonToken::Kind::kLiteral,
                         none             ? "null"
                         : word == "True" ? "true"
                                          : "false",
                         begin});
    } else {
      tokens_.push_back({JsonToken::Kind::kString, word, begin});
    }
  }

  std::string_view text_;
  DoctorFindings& findings_;
  std::size_t at_ = 0;
  std::vector<JsonToken> tokens_;
};

}  // namespace

std::vector<JsonToken> ReadJsonTokens(std::string_view text, DoctorFindings& findings) {
  return Scanner(text, findings).Read();
}

}  // namespace zhitu::xport
