// Writes the table by which names are folded (extract/fold.cpp), as C++ text on standard output.
//
// For every code point: Unicode NFKC_Casefold, then decomposed (NFKD), then Traditional to
// Simplified, then one form for all quotation marks, dashes and middle dots. Made at build time,
// since ICU's transliterator is slow to start.
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace {

constexpr UChar32 kCodePoints = 0x110000;
constexpr std::size_t kPage = 256;

void Check(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) {
    std::fprintf(stderr, "make_fold_table: %s: %s\n", what, u_errorName(status));
    std::exit(EXIT_FAILURE);
  }
}

// Variants that Unicode keeps apart and printers do not. The key is the form all others take.
const std::map<UChar32, std::u32string> kVariants = {
    {U'"',
     U"'\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u2032\u2033\u2035\u2036\u00AB\u00BB\u2039"
     U"\u203A"
     U"\u300C\u300D\u300E\u300F\u301D\u301E\u301F\uFF02\uFF07\uFE41\uFE42\uFE43\uFE44\uFF62\uFF63"},
    {U'-', U"\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D\u2500\u2501"},
    {U'\u00B7', U"\u2022\u2027\u2219\u22C5\u30FB\uFF65\u0387\u16EB"},
    {U'~', U"\u223C\u301C\uFF5E"}};

std::map<UChar32, UChar32> VariantForms() {
  std::map<UChar32, UChar32> forms;
  for (const auto& [form, variants] : kVariants) {
    for (const char32_t variant : variants) forms[static_cast<UChar32>(variant)] = form;
  }
  return forms;
}

class Table {
 public:
  Table() : variants_(VariantForms()) {
    UErrorCode status = U_ZERO_ERROR;
    casefold_ = icu::Normalizer2::getNFKCCasefoldInstance(status);
    Check(status, "NFKC_Casefold");
    decompose_ = icu::Normalizer2::getInstance(nullptr, "nfkc", UNORM2_DECOMPOSE, status);
    Check(status, "NFKD");
    UParseError where{};
    simplify_.reset(icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD,
                                                        where, status));
    Check(status, "Traditional-Simplified");
  }

  std::string Fold(UChar32 code_point) const {
    if (const auto found = variants_.find(code_point); found != variants_.end()) {
      return Utf8(icu::UnicodeString(found->second));
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString folded =
        decompose_->normalize(casefold_->normalize(icu::UnicodeString(code_point), status), status);
    Check(status, "normalize");
    icu::UnicodeString out;
    for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
      out.append(Simplify(folded.char32At(i)));
    }
    return Utf8(out);
  }

  static std::string Utf8(const icu::UnicodeString& text) {
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
  }

 private:
  icu::UnicodeString Simplify(UChar32 code_point) const {
    UErrorCode status = U_ZERO_ERROR;
    const bool han = uscript_getScript(code_point, &status) == USCRIPT_HAN;
    Check(status, "script");
    if (han) return SimplifyHan(code_point);
    const auto variant = variants_.find(code_point);
    return icu::UnicodeString(variant == variants_.end() ? code_point : variant->second);
  }

  // To the end: ICU makes 苧 of 薴, 苎 of 苧, and 苧 of 苎 again. Of such a pair the smaller is
  // taken.
  icu::UnicodeString SimplifyHan(UChar32 code_point) const {
    icu::UnicodeString text(code_point);
    while (true) {
      icu::UnicodeString next = text;
      simplify_->transliterate(next);
      icu::UnicodeString after = next;
      simplify_->transliterate(after);
      if (after == text) return text < next ? text : next;
      text = next;
    }
  }

  std::map<UChar32, UChar32> variants_;
  const icu::Normalizer2* casefold_ = nullptr;
  const icu::Normalizer2* decompose_ = nullptr;
  std::unique_ptr<icu::Transliterator> simplify_;
};

void PrintNumbers(const char* declaration, const std::vector<std::uint32_t>& numbers) {
  std::printf("constexpr %s = {", declaration);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    std::printf("%s%u,", i % 16 == 0 ? "\n" : "", numbers[i]);
  }
  std::printf("\n};\n");
}

// Fowler, Noll and Vo's hash (FNV-1a, 64 bits) of numbers one after the other.
class Fingerprint {
 public:
  void Add(const std::vector<std::uint32_t>& numbers) {
    for (const std::uint32_t number : numbers) {
      for (unsigned shift = 0; shift < 32; shift += 8) AddByte((number >> shift) & 0xFFU);
    }
  }
  void Add(const std::string& text) {
    for (const char byte : text) AddByte(static_cast<unsigned char>(byte));
  }
  std::uint64_t value() const { return value_; }

 private:
  void AddByte(std::uint32_t byte) { value_ = (value_ ^ byte) * 0x100000001B3ULL; }
  std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

}  // namespace

// An entry is 0 where the code point stays as it is, else 1 + 2 * length + 256 * offset into the
// pool of bytes.
int main() {
  const Table table;
  std::string pool;
  std::vector<std::uint32_t> pages;
  std::vector<std::uint32_t> entries(kPage, 0);  // page 0: nothing changes
  for (UChar32 first = 0; first < kCodePoints; first += static_cast<UChar32>(kPage)) {
    std::vector<std::uint32_t> page(kPage, 0);
    bool changes = false;
    for (std::size_t i = 0; i < kPage; ++i) {
      const UChar32 code_point = first + static_cast<UChar32>(i);
      if (U_IS_SURROGATE(code_point)) continue;
      const std::string folded = table.Fold(code_point);
      if (folded == Table::Utf8(icu::UnicodeString(code_point))) continue;
      page[i] = static_cast<std::uint32_t>(1 + 2 * folded.size() + 256 * pool.size());
      pool += folded;
      changes = true;
    }
    pages.push_back(changes ? static_cast<std::uint32_t>(entries.size() / kPage) : 0);
    if (changes) entries.insert(entries.end(), page.begin(), page.end());
  }
  std::vector<std::uint32_t> bytes;
  for (const char byte : pool) bytes.push_back(static_cast<unsigned char>(byte));
  PrintNumbers("std::uint16_t kFoldPages[]", pages);
  PrintNumbers("std::uint32_t kFoldEntries[]", entries);
  PrintNumbers("unsigned char kFoldPool[]", bytes);
  Fingerprint fingerprint;
  fingerprint.Add(pages);
  fingerprint.Add(entries);
  fingerprint.Add(bytes);
  fingerprint.Add(U_UNICODE_VERSION);  // also says what is white space, Han or a combining mark
  std::printf("constexpr std::uint64_t kFoldFingerprint = %lluULL;\n",
              static_cast<unsigned long long>(fingerprint.value()));
  return std::fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
