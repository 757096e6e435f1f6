#include "extract/compiled_dictionary.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <functional>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "extract/compiled_dictionary_impl.h"
#include "extract/dictionary.h"
#include "extract/error.h"
#include "extract/utf8.h"
#include "tests/support/brute_force_matcher.h"
#include "tests/support/compiled_bytes.h"
#include "tests/support/temp_folder.h"

namespace zhitu::extract {

namespace {

namespace fs = std::filesystem;

constexpr char kDictionary[] =
    "name,type,id,aliases,parent,context,case,boundary,note\n"
    "翰林社区,community,,翰林|hànlín,枫杨办事处,社区|街道,fold,auto,x\n"
    "枫杨办事处,office,o:1,,郑州高新区,,fold,auto,\n"
    "郑州高新区,place,,高新区|鄭州高新區,,,fold,auto,y\n"
    "双桥社区,community,,双桥,,,fold,auto,\n"
    "双桥办事处,office,,双桥,,河,fold,auto,\n"
    "IT,program,,𠮷𠮷,,,exact,word,\n"
    "迎春专属网格工作站和它的很多居民,facility,,迎春专属网格工作站和它的很多朋友,,,fold,none,\n"
    "金,place,,,,,fold,auto,\n"
    "金水路,ignore,,,,,fold,auto,\n";

constexpr char kText[] =
    "郑州高新区枫杨办事处翰林社区，鄭州高新區的双桥。IT it 𠮷𠮷𠮷 hànlín 金水路的金。\n"
    "迎春专属网格工作站和它的很多朋友，迎春专属网格工作站和它的很多";

Gazetteer Load(const std::vector<std::string>& paths, bool strict = false) {
  std::vector<Problem> warnings;
  return LoadDictionaries(paths, strict, warnings);
}

std::string Message(const std::function<void()>& act) {
  try {
    act();
  } catch (const InputError& error) {
    return Describe(error.problems().front());
  }
  return "no error";
}

std::string Sample() {
  const TempFolder folder;
  const std::string path = folder.Write("names.csv", kDictionary);
  return Compile(Load({path}), folder / "names.zdict");
}

// All answers about entities, the same for the built and the loaded one.
void ExpectSameEntities(const Gazetteer& loaded, const Gazetteer& built) {
  ASSERT_EQ(loaded.size(), built.size());
  EXPECT_EQ(loaded.surfaces(), built.surfaces());
  EXPECT_EQ(loaded.types(), built.types());
  EXPECT_EQ(loaded.files(), built.files());
  for (EntityIndex i = 0; i < built.size(); ++i) {
    const Entity a = loaded.Details(i);
    const Entity b = built.Details(i);
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.name, b.name);
    EXPECT_EQ(a.type, b.type);
    EXPECT_EQ(a.aliases, b.aliases);
    EXPECT_EQ(a.context, b.context);
    EXPECT_EQ(a.attributes, b.attributes);
    EXPECT_EQ(a.parent, b.parent);
    EXPECT_EQ(a.why, b.why);
    std::vector<std::string> forms = b.aliases;
    forms.push_back(b.name);
    for (const std::string& form : forms) {
      EXPECT_EQ(loaded.Readings(FoldName(form)), built.Readings(FoldName(form))) << form;
    }
  }
}

std::string Show(const std::vector<Match>& matches) {
  std::string shown;
  for (const Match& match : matches) {
    shown += ' ' + std::to_string(match.span.begin) + '-' + std::to_string(match.span.end);
    if (match.nested) shown += '^';
    for (const EntityIndex entity : match.readings) shown += 'e' + std::to_string(entity);
  }
  return shown;
}

void ExpectSameMatches(const Gazetteer& loaded, const Gazetteer& built, const std::string& text) {
  EXPECT_EQ(Show(FindWhole(loaded, text)), Show(FindWhole(built, text))) << text;
  EXPECT_EQ(FindOuter(loaded, text), FindOuter(built, text)) << text;
}

TEST(CompiledDictionary, AnswersAsTheDictionary) {
  const TempFolder folder;
  const Gazetteer built = Load({folder.Write("names.csv", kDictionary)});
  const Gazetteer loaded = LoadBytes(Compile(built));
  ExpectSameEntities(loaded, built);
  ExpectSameMatches(loaded, built, kText);
  EXPECT_EQ(FindOuter(loaded, kText).size(), 10U);
}

TEST(CompiledDictionary, AnswersAsTheExample) {
  const Gazetteer built = Load({ZHITU_EXAMPLES "/zhengzhou/dictionary.csv"}, true);
  const Gazetteer loaded = LoadBytes(Compile(built));
  ExpectSameEntities(loaded, built);
  std::string all;
  for (EntityIndex i = 0; i < built.size(); ++i) all.append(built.entity(i).name).append("和");
  ExpectSameMatches(loaded, built, all);
}

TEST(CompiledDictionary, IsMappedFromAFile) {
  const TempFolder folder;
  const Gazetteer built = Load({folder.Write("names.csv", kDictionary)});
  const std::string path = folder.Write("names.zdict", Compile(built, folder / "names.zdict"));
  const Gazetteer loaded = Load({path}, true);
  fs::remove(path);  // what is mapped stays
  ExpectSameEntities(loaded, built);
  ExpectSameMatches(loaded, built, kText);
  EXPECT_EQ(loaded.sources(), built.sources());
}

TEST(CompiledDictionary, HoldsTheEmptyOne) {
  const Gazetteer loaded = LoadBytes(Compile(Load({})));
  EXPECT_EQ(loaded.size(), 0U);
  EXPECT_TRUE(FindWhole(loaded, kText).empty());
  EXPECT_TRUE(FindOuter(loaded, kText).empty());
}

TEST(CompiledDictionary, IsTheSameForTheSameInput) { EXPECT_EQ(Sample(), Sample()); }

TEST(CompiledDictionary, CompiledFromALoadedOneIsTheSame) {
  const TempFolder folder;
  const std::string path = folder / "names.zdict";
  folder.Write("names.zdict", Compile(Load({folder.Write("names.csv", kDictionary)}), path));
  EXPECT_EQ(Compile(Load({path}), path), folder.Read("names.zdict"));
}

using Alphabet = std::vector<std::string>;

std::string RandomText(std::mt19937& random, const Alphabet& alphabet, std::size_t letters) {
  std::string text;
  for (; letters > 0; --letters) text += alphabet[random() % alphabet.size()];
  return text;
}

TEST(CompiledDictionary, AnswersAsRandomDictionaries) {
  const Alphabet letters = {"a", "B", "é", "ß", "国", "國", "金", "水", "𠮷", "한", "—", " ", "１"};
  std::mt19937 random(20240917);
  for (int round = 0; round < 300 && !testing::Test::HasFailure(); ++round) {
    std::vector<PlainName> names;
    for (EntityIndex entity = 0; entity < 40; ++entity) {
      const SurfaceRule rule{static_cast<SurfaceRule::Boundary>(random() % 3), random() % 4 == 0};
      for (std::size_t i = 1 + random() % 3; i > 0; --i) {
        names.push_back({RandomText(random, letters, 1 + random() % 9), entity, rule});
      }
    }
    names.push_back({RandomText(random, letters, 2), kNoEntity, {}});
    const Gazetteer built = BuildGazetteer(names);
    const Gazetteer loaded = LoadBytes(Compile(built));
    ExpectSameEntities(loaded, built);
    for (int i = 0; i < 5; ++i) {
      ExpectSameMatches(loaded, built, RandomText(random, letters, random() % 200));
    }
  }
}

// So many characters that the rarest take two units.
TEST(CompiledDictionary, AnswersWithMoreCharactersThanUnits) {
  std::vector<PlainName> names;
  std::string text;
  for (char32_t c = 0x20000; c < 0x2A6D0; ++c) {  // CJK ideographs, extension B
    AppendUtf8(c, text);
    names.push_back({text.substr(text.size() - 4), static_cast<EntityIndex>(names.size())});
  }
  for (char32_t c = 0x3400; c < 0x9F00; ++c) {
    const std::size_t begin = text.size();
    AppendUtf8(c, text);
    names.push_back({text.substr(begin) + "金", static_cast<EntityIndex>(names.size())});
    text += "金";
  }
  const Gazetteer built = BuildGazetteer(names);
  const Gazetteer loaded = LoadBytes(Compile(built));
  EXPECT_EQ(FindOuter(loaded, text), FindOuter(built, text));
  EXPECT_EQ(FindOuter(loaded, text).size(), names.size());
}

// What is wrong with a file, and what is said of it.
struct BadCase {
  const char* name;
  std::function<void(std::string&)> spoil;
  const char* message;
};
void PrintTo(const BadCase& c, std::ostream* out) { *out << c.name; }

class BadCompiledDictionary : public testing::TestWithParam<BadCase> {};

TEST_P(BadCompiledDictionary, IsRefused) {
  std::string bytes = Sample();
  GetParam().spoil(bytes);
  EXPECT_EQ(Message([&] { LoadBytes(bytes); }), std::string("names.zdict: ") + GetParam().message);
}

// Changes the head and makes its hash fit.
std::function<void(std::string&)> Head(const std::function<void(CompiledHead&)>& change) {
  return [change](std::string& bytes) {
    CompiledHead head;
    std::memcpy(&head, bytes.data(), sizeof head);
    change(head);
    std::memcpy(bytes.data(), &head, sizeof head);
    bytes = WithRightHashes(std::move(bytes));
  };
}

constexpr char kForeign[] =
    "not a compiled dictionary; expected a file written by `zhitu dict compile`";
constexpr char kDamaged[] = "is damaged; expected it as it was written: compile it again";

const BadCase kBadFiles[] = {
    {"Empty", [](std::string& bytes) { bytes.clear(); }, kForeign},
    {"Csv", [](std::string& bytes) { bytes = kDictionary; }, kForeign},
    {"LineEndsConverted", [](std::string& bytes) { bytes.erase(5, 1); }, kForeign},
    {"CutInMagic", [](std::string& bytes) { bytes.resize(7); }, kForeign},
    {"CutInHead", [](std::string& bytes) { bytes.resize(100); },
     "is cut off: has 100 bytes; expected 856"},
    {"OtherByteOrder", [](std::string& bytes) { std::swap(bytes[8], bytes[11]); },
     "has another byte order; expected one compiled on this kind of machine"},
    {"OtherVersion", [](std::string& bytes) { bytes[12] = 2; },
     "has layout 2; expected 1: compile it again with this zhitu"},
    {"OtherFingerprint", Head([](CompiledHead& head) { ++head.fingerprint; }),
     "was compiled by another version of zhitu; expected this one: zhitu dict compile names.csv -o "
     "names.zdict"},
    {"SpoiledHash", [](std::string& bytes) { bytes[16] ^= 1; }, kDamaged},
    {"SpoiledHead", [](std::string& bytes) { bytes[sizeof(CompiledHead) - 1] ^= 1; }, kDamaged},
    {"SpoiledLastByte", [](std::string& bytes) { bytes.back() ^= 1; }, kDamaged},
};
INSTANTIATE_TEST_SUITE_P(Damage, BadCompiledDictionary, testing::ValuesIn(kBadFiles),
                         [](const auto& c) { return std::string(c.param.name); });

const BadCase kBadSections[] = {
    {"Misaligned", Head([](CompiledHead& head) { ++head.sections[2].begin; }), kDamaged},
    {"BeyondTheEnd", Head([](CompiledHead& head) { head.sections[15].size = 1U << 30U; }),
     kDamaged},
    {"PastAllNumbers", Head([](CompiledHead& head) { head.sections[3].size = ~std::uint64_t{0}; }),
     kDamaged},
    {"BeginsPastAllNumbers",
     Head([](CompiledHead& head) { head.sections[3].begin = ~std::uint64_t{63}; }), kDamaged},
    {"PartOfAnElement", Head([](CompiledHead& head) { --head.sections[2].size; }), kDamaged},
    {"Overlapping",
     Head([](CompiledHead& head) { head.sections[3].begin = head.sections[2].begin; }), kDamaged},
    {"EndsEarly", Head([](CompiledHead& head) { head.sections[15].size = 0; }), kDamaged},
    {"TooManyNames", Head([](CompiledHead& head) { head.names = std::uint64_t{1} << 40U; }),
     kDamaged},
    {"LongestPastAllNumbers", Head([](CompiledHead& head) { head.longest = ~std::uint64_t{0}; }),
     kDamaged},
};
INSTANTIATE_TEST_SUITE_P(Sections, BadCompiledDictionary, testing::ValuesIn(kBadSections),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(CompiledDictionary, IsRefusedWhereverItIsCut) {
  const std::string bytes = Sample();
  for (std::size_t size = 0; size < bytes.size(); size += size < 1000 ? 1 : 61) {
    EXPECT_NE(Message([&] { LoadBytes(std::string_view(bytes).substr(0, size)); }), "no error")
        << size;
  }
}

TEST(CompiledDictionary, IsRefusedWhicheverByteIsSpoiled) {
  std::string bytes = Sample();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char good = bytes[i];
    bytes[i] = static_cast<char>(good ^ (1 << (i % 8)));
    EXPECT_NE(Message([&] { LoadBytes(bytes); }), "no error") << i;
    bytes[i] = good;
  }
}

TEST(CompiledDictionary, IsRefusedWithBytesBehindIt) {
  const std::string bytes = Sample();
  EXPECT_EQ(Message([&] { LoadBytes(bytes + '\n'); }),
            "names.zdict: has " + std::to_string(bytes.size() + 1) + " bytes; expected " +
                std::to_string(bytes.size()));
}

// Forged: bytes changed here and there, with hashes that fit. It is refused, or searched without
// harm; the sanitizers watch.
TEST(CompiledDictionary, DoesNoHarmIfForged) {
  const std::string bytes = Sample();
  std::mt19937 random(7);
  int loaded = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string forged = bytes;
    for (std::size_t i = 1 + random() % 3; i > 0; --i) {
      const std::size_t at =
          sizeof(CompiledHead) + random() % (bytes.size() - sizeof(CompiledHead));
      forged[at] = static_cast<char>(random() % 4 == 0 ? 0xFF : random());
    }
    try {
      const Gazetteer gazetteer = LoadBytes(WithRightHashes(std::move(forged)));
      ++loaded;
      FindWhole(gazetteer, kText);
      FindOuter(gazetteer, kText);
      for (EntityIndex i = 0; i < gazetteer.size(); ++i) {
        const Entity entity = gazetteer.Details(i);
        EXPECT_EQ(WellFormedPrefix(entity.id), entity.id.size());
        EXPECT_TRUE(entity.parent == kNoEntity || entity.parent < gazetteer.size());
      }
    } catch (const InputError&) {
    }
  }
  EXPECT_GT(loaded, 100);
}

// A dictionary, compiled, and what may happen to it later.
class StaleDictionary : public testing::Test {
 protected:
  StaleDictionary() {
    const std::string source = folder_.Write("lists/na mes.csv", kDictionary);
    folder_.Write("names.zdict", Compile(Load({source}), path_));
  }
  // Seconds by which the source is newer than the compiled one.
  void SetAge(int seconds) {
    fs::last_write_time(folder_ / "lists/na mes.csv",
                        fs::last_write_time(path_) + std::chrono::seconds(seconds));
  }
  std::string Refusal() {
    return Message([&] { Load({path_}); });
  }

  TempFolder folder_;
  std::string path_ = folder_ / "names.zdict";
};

TEST_F(StaleDictionary, IsRefusedIfASourceHasChanged) {
  std::string changed = kDictionary;
  changed[changed.size() - 2] = ';';
  folder_.Write("lists/na mes.csv", changed);
  SetAge(1);
  const std::string source = folder_.path() + "/lists/na mes.csv";
  EXPECT_EQ(Refusal(), path_ + ": was compiled from another version of " + source +
                           "; expected the present one: zhitu dict compile '" + source + "' -o " +
                           path_);
}

TEST_F(StaleDictionary, IsRefusedIfASourceHasAnotherSize) {
  folder_.Write("lists/na mes.csv", "name,type\na,office\n");
  SetAge(-100);
  EXPECT_NE(Refusal(), "no error");
}

TEST_F(StaleDictionary, IsUsedIfASourceIsNewerButTheSame) {
  SetAge(100);
  EXPECT_EQ(Refusal(), "no error");
}

TEST_F(StaleDictionary, IsUsedWithoutItsSources) {
  fs::remove_all(folder_ / "lists");
  EXPECT_EQ(Refusal(), "no error");
}

TEST_F(StaleDictionary, LooksForItsSourcesFromItsOwnFolder) {
  fs::rename(folder_ / "lists", folder_ / "old");
  fs::create_directory(folder_ / "moved");
  fs::rename(path_, folder_ / "moved/names.zdict");
  folder_.Write("moved/lists/na mes.csv", "name,type\na,office\n");
  EXPECT_NE(Message([&] { Load({folder_ / "moved/names.zdict"}); }), "no error");
}

TEST(CompiledDictionary, StandsAlone) {
  const TempFolder folder;
  const std::string csv = folder.Write("names.csv", kDictionary);
  const std::string path = folder.Write("names.zdict", Compile(Load({csv}), folder / "x"));
  EXPECT_THROW(Load({csv, path}), UsageError);
  EXPECT_THROW(Load({path, path}), UsageError);
}

TEST(CompiledDictionary, IsKnownByItsBytesToo) {
  const TempFolder folder;
  const std::string csv = folder.Write("names.csv", kDictionary);
  const std::string path = folder.Write("names", Compile(Load({csv}), folder / "names"));
  EXPECT_TRUE(HoldsCompiledDictionary(path));
  EXPECT_FALSE(HoldsCompiledDictionary(csv));
  EXPECT_FALSE(IsCompiledDictionary(csv));
  EXPECT_TRUE(IsCompiledDictionary(folder / "none.zdict"));
  EXPECT_EQ(Load({path}).size(), 8U);
}

TEST(CompiledDictionary, IsMissed) {
  const TempFolder folder;
  EXPECT_THROW(Load({folder / "none.zdict"}), IoError);
  fs::create_directory(folder / "folder.zdict");
  EXPECT_THROW(Load({folder / "folder.zdict"}), IoError);
}

TEST(CompiledDictionary, KeepsToKnownTypesIfStrict) {
  const TempFolder folder;
  const std::string csv = folder.Write("names.csv", "name,type\na,shop\n");
  const std::string path =
      folder.Write("names.zdict", Compile(Load({csv}), folder / "names.zdict"));
  EXPECT_EQ(Load({path}).size(), 1U);
  EXPECT_EQ(Message([&] { Load({path}, true); }),
            path + ": type 'shop' is not one of the known types");
}

}  // namespace
}  // namespace zhitu::extract
