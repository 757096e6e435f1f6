// Writes the table of readings of Han characters (export/pinyin.cpp), as C++ text on standard
// output.
//
//   make_pinyin_table FILE
//
// The readings are those of ICU's transliterators for words and for names, and those of FILE: a
// character a line with its readings behind it. Made at build time, since ICU's transliterators are
// slow to start.
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

namespace {

constexpr UChar32 kFirst = 0x3005;
constexpr UChar32 kBehind = 0x32000;

[[noreturn]] void Fail(const std::string& what) {
  std::fprintf(stderr, "make_pinyin_table: %s\n", what.c_str());
  std::exit(EXIT_FAILURE);
}

void Check(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) Fail(std::string(what) + ": " + u_errorName(status));
}

// Gives readings without tones, in ASCII.
class Reader {
 public:
  explicit Reader(const char* id) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    transliterator_.reset(icu::Transliterator::createInstance(id, UTRANS_FORWARD, where, status));
    Check(status, id);
    decompose_ = icu::Normalizer2::getNFDInstance(status);
    Check(status, "NFD");
  }

  // Empty if there is none.
  std::string Read(UChar32 code_point) const {
    icu::UnicodeString text(code_point);
    transliterator_->transliterate(text);
    if (text == icu::UnicodeString(code_point)) return "";
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString letters = decompose_->normalize(text, status);
    Check(status, "normalize");
    std::string reading;
    for (int32_t i = 0; i < letters.length(); ++i) {
      const UChar32 letter = letters.char32At(i);
      if (letter == 0x308 && !reading.empty()) reading.back() = 'v';  // the dots of ü
      if (letter >= 'a' && letter <= 'z') reading += static_cast<char>(letter);
    }
    return reading;
  }

 private:
  std::unique_ptr<icu::Transliterator> transliterator_;
  const icu::Normalizer2* decompose_ = nullptr;
};

using Readings = std::map<UChar32, std::vector<std::string>>;

void Add(UChar32 code_point, const std::string& reading, Readings& readings) {
  std::vector<std::string>& known = readings[code_point];
  if (reading.empty() || std::find(known.begin(), known.end(), reading) != known.end()) return;
  known.push_back(reading);
}

void AddFile(const char* path, Readings& readings) {
  std::ifstream file(path);
  if (!file) Fail(std::string(path) + " cannot be read");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::string character;
    words >> character;
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(character);
    if (text.countChar32() != 1) Fail(std::string(path) + ": " + line);
    for (std::string reading; words >> reading;) Add(text.char32At(0), reading, readings);
  }
}

Readings ReadAll(const char* path) {
  Readings readings;
  const Reader words("Han-Latin");
  const Reader names("Han-Latin/Names");
  for (UChar32 code_point = kFirst; code_point < kBehind; ++code_point) {
    const bool han = u_hasBinaryProperty(code_point, UCHAR_IDEOGRAPHIC) != 0;
    if (!han) continue;
    Add(code_point, words.Read(code_point), readings);
    Add(code_point, names.Read(code_point), readings);
  }
  AddFile(path, readings);
  return readings;
}

template <typename Number>
void PrintNumbers(const char* declaration, const std::vector<Number>& numbers) {
  std::printf("constexpr %s = {", declaration);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    std::printf("%s%lu,", i % 16 == 0 ? "\n" : "", static_cast<unsigned long>(numbers[i]));
  }
  std::printf("\n};\n");
}

}  // namespace

// Characters in order, once for each reading; beside them the numbers of the readings.
int main(int argc, char** argv) {
  if (argc != 2) Fail("expected the file of further readings");
  const Readings readings = ReadAll(argv[1]);
  std::map<std::string, std::uint32_t> syllables;
  for (const auto& [character, all] : readings) {
    for (const std::string& reading : all) syllables.emplace(reading, 0);
  }
  std::printf("constexpr std::string_view kSyllables[] = {");
  std::uint32_t count = 0;
  for (auto& [syllable, number] : syllables) {
    std::printf("%s\"%s\",", count % 12 == 0 ? "\n" : "", syllable.c_str());
    number = count++;
  }
  std::printf("\n};\n");
  std::vector<std::uint32_t> characters;
  std::vector<std::uint32_t> numbers;
  for (const auto& [character, all] : readings) {
    for (const std::string& reading : all) {
      characters.push_back(static_cast<std::uint32_t>(character));
      numbers.push_back(syllables.at(reading));
    }
  }
  PrintNumbers("std::uint32_t kReadCharacters[]", characters);
  PrintNumbers("std::uint16_t kReadSyllables[]", numbers);
  return std::fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
