#include "extract/numeral.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kLongest = 32;  // digits, or characters
constexpr double kLargest = 1e15;     // beyond, digits are a code and no number
constexpr double kGroup = 1e4;  // scales from here on multiply all smaller that stands before them
constexpr double kTen = 10;
constexpr std::size_t kExactDigits = 15;  // that a double holds
constexpr std::size_t kUsual = 64;        // numbers that most texts do not reach

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

class Reader {
 public:
  Reader(std::string_view text, std::size_t at, const QuantityRules& rules)
      : text_(text), at_(at), rules_(rules) {}

  std::optional<Numeral> Run() {
    const bool digits = at_ < text_.size() && IsDigit(text_[at_]);
    if (!digits && (!MayBegin(Peek()) || BehindNumeral())) return std::nullopt;
    if (!(digits ? ReadDigits() : ReadCharacters())) return std::nullopt;
    if (!std::isfinite(value_) || value_ > kLargest) return std::nullopt;
    return Numeral{value_, approximate_, digits, at_};
  }

 private:
  char32_t Peek() const {
    if (at_ >= text_.size()) return 0;
    std::size_t at = at_;
    return NextCodePoint(text_, at);
  }
  void Skip() { NextCodePoint(text_, at_); }
  bool Take(const CharacterSet& characters) {
    if (at_ >= text_.size() || !characters.Has(Peek())) return false;
    Skip();
    return true;
  }

  bool MayBegin(char32_t c) const {
    return rules_.digits.Has(c) || rules_.scales.Has(c) || rules_.several.Has(c);
  }
  // A digit or scale stands directly before: what follows is the rest of another number.
  bool BehindNumeral() const {
    if (at_ == 0) return false;
    if (IsDigit(text_[at_ - 1])) return true;
    std::size_t before = at_ - 1;
    while (before > 0 && !IsLeadByte(text_[before])) --before;
    const char32_t c = NextCodePoint(text_, before);
    return rules_.digits.Has(c) || rules_.scales.Has(c);
  }

  // 1203, 1,203, 1.9, 1亿2000万; then 余, 余万.
  bool ReadDigits() {
    double scale = std::numeric_limits<double>::infinity();
    do {
      const std::optional<double> number = TakeNumber();
      if (!number) return false;
      if (!GoesOn()) {  // as most do not
        value_ += *number;
        return true;
      }
      const double before = scale;
      scale = TakeScales();
      if (scale >= before) return false;
      value_ += *number * scale;
    } while (scale > 1 && at_ < text_.size() && IsDigit(text_[at_]));
    approximate_ = Take(rules_.more) || Take(rules_.several);
    value_ *= TakeScales();
    return true;
  }

  // What belongs to a number may follow digits here.
  bool GoesOn() const {
    const char32_t c = Peek();
    return rules_.scales.Has(c) || rules_.more.Has(c) || rules_.several.Has(c);
  }

  // Digits with points and commas; nothing if they are too many. Most are digits alone, few enough
  // to be added up.
  std::optional<double> TakeNumber() {
    const std::size_t begin = at_;
    std::uint64_t whole = 0;
    for (; at_ < text_.size() && IsDigit(text_[at_]) && at_ - begin < kExactDigits; ++at_) {
      whole = whole * 10 + static_cast<std::uint64_t>(text_[at_] - '0');
    }
    const bool ends = at_ == text_.size() || !(IsDigit(text_[at_]) || IsPoint() || IsGroupComma());
    if (ends) return static_cast<double>(whole);
    at_ = begin;
    return TakeLongNumber();
  }

  std::optional<double> TakeLongNumber() {
    std::string number;
    while (at_ < text_.size() && number.size() <= kLongest) {
      if (IsDigit(text_[at_]) || IsPoint()) {
        number += text_[at_++];
      } else if (IsGroupComma()) {
        ++at_;
      } else {
        break;
      }
    }
    if (number.size() > kLongest) return std::nullopt;
    double value = 0;
    std::from_chars(number.data(), number.data() + number.size(), value);
    return value;
  }

  bool IsPoint() const {
    return text_[at_] == '.' && at_ + 1 < text_.size() && IsDigit(text_[at_ + 1]);
  }
  // A comma between groups of three digits.
  bool IsGroupComma() const {
    if (text_[at_] != ',' || at_ + 3 >= text_.size()) return false;
    const std::string_view group = text_.substr(at_ + 1, 3);
    const bool more = at_ + 4 < text_.size() && IsDigit(text_[at_ + 4]);
    return std::all_of(group.begin(), group.end(), IsDigit) && !more;
  }

  // What the scales that stand here multiply by.
  double TakeScales() {
    double product = 1;
    for (std::size_t taken = 0; taken < kLongest; ++taken) {
      const auto scale = rules_.scales.Find(Peek());
      if (!scale) break;
      product *= *scale;
      Skip();
    }
    return product;
  }

  // 二十, 三百五十, 百余, 十几, 数百.
  bool ReadCharacters() {
    const std::size_t begin = at_;
    bool scaled = false;
    for (std::size_t taken = 0; !bad_ && TakeCharacter(scaled); ++taken) {
      if (taken == kLongest) return false;
    }
    if (at_ == begin || bad_) return false;
    value_ = total_ + section_ + last_.value_or(0);
    const bool more = scaled && (Take(rules_.more) || approximate_);
    approximate_ = approximate_ || more;
    if (more) value_ *= TakeScales();
    if (starts_with_scale_ && !more) return false;
    return value_ != 1;
  }

  // One character of the number; false if there is none.
  bool TakeCharacter(bool& scaled) {
    const char32_t c = Peek();
    if (const auto digit = rules_.digits.Find(c)) {
      bad_ = bad_ || (last_ && *last_ != 0);
      last_ = digit;
    } else if (const auto scale = rules_.scales.Find(c)) {
      // 十 stands for itself: 十五.
      if (!scaled && !last_) starts_with_scale_ = *scale > kTen;
      TakeScale(*scale);
      scaled = true;
    } else if (c != 0 && rules_.several.Has(c)) {
      // 几十 is some tens; 十几 some more than ten.
      if (last_) return false;
      approximate_ = true;
      if (!scaled) last_ = 1;
      scaled = true;
    } else {
      return false;
    }
    Skip();
    return true;
  }

  void TakeScale(double scale) {
    if (scale >= kGroup) {
      // In 两亿三千万 two 亿 are no 万; in 五万亿 all is multiplied.
      const double whole = total_ < scale ? 0 : total_;
      const double before = total_ - whole + section_ + last_.value_or(0);
      total_ = whole + (before == 0 ? 1 : before) * scale;
      section_ = 0;
    } else {
      section_ += last_.value_or(1) * scale;
    }
    last_.reset();
  }

  std::string_view text_;
  std::size_t at_;
  const QuantityRules& rules_;
  double value_ = 0;
  bool approximate_ = false;
  bool bad_ = false;
  bool starts_with_scale_ = false;
  double total_ = 0;
  double section_ = 0;
  std::optional<double> last_;  // a digit that waits for its scale
};

}  // namespace

std::optional<Numeral> ReadNumeral(std::string_view text, std::size_t at,
                                   const QuantityRules& rules) {
  return Reader(text, at, rules).Run();
}

NumeralFinder::NumeralFinder(const WordFinder& words, std::string_view text,
                             const QuantityRules& rules)
    : text_(text), rules_(rules) {
  starts_.reserve(kUsual);
  words.Scan(rules.starts,
             [&](std::size_t at) { starts_.push_back({at, ReadNumeral(text, at, rules)}); });
}

std::optional<Numeral> NumeralFinder::At(std::size_t at) const {
  const auto start =
      std::lower_bound(starts_.begin(), starts_.end(), at,
                       [](const Start& one, std::size_t place) { return one.at < place; });
  const bool known = start != starts_.end() && start->at == at;
  return known ? start->numeral : ReadNumeral(text_, at, rules_);
}

}  // namespace zhitu::extract
