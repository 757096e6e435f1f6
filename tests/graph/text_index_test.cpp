#include "graph/text_index.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <random>
#include <set>

#include "tests/support/temp_folder.h"
#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

// Writes texts with their numbers, and reads them back in the order of the tree.
std::string WriteIndex(const std::vector<std::string>& texts, TextIndex::Key key, bool& unique) {
  const TempFolder folder;
  const std::string path = folder / "x.db";
  const std::string columns = key == TextIndex::Key::kRowid ? "text, a" : "text, a, b";
  Change(path, "CREATE TABLE x (" + columns + ", PRIMARY KEY (" + columns + ")) WITHOUT ROWID");
  const auto root = std::stoul(Query(path, "SELECT rootpage FROM sqlite_schema"));
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
  BulkFile file(descriptor, path);
  BulkTree tree(file, BulkTree::Kind::kIndex, static_cast<std::uint32_t>(root));
  Record record(path);
  TextIndex index(key);
  std::int64_t number = 0;
  for (const std::string& text : texts) {
    ++number;
    index.Add(text, {number / 3, number});
  }
  unique = index.Write(tree, record);
  tree.Finish();
  file.Finish();
  ::close(descriptor);
  EXPECT_EQ(Query(path, "PRAGMA integrity_check"), "ok\n");
  return Query(path, "SELECT hex(text)" + columns.substr(4) + " FROM x");
}

// Texts over an alphabet so small that many share their beginnings, and are longer than a prefix.
TEST(TextIndexTwin, IsInTheOrderOfTheBytes) {
  std::mt19937 random(2);
  for (std::size_t size : {0U, 1U, 10U, 400U, 3000U}) {
    std::vector<std::string> texts(size);
    for (std::string& text : texts) {
      for (std::size_t i = random() % 12; i > 0; --i) text += random() % 2 == 0 ? '\x01' : '\xFF';
    }
    bool unique = false;
    const std::string written = WriteIndex(texts, TextIndex::Key::kTwoNumbers, unique);
    std::vector<std::pair<std::string, std::int64_t>> slow;
    for (std::size_t i = 0; i < size; ++i) slow.emplace_back(texts[i], i + 1);
    std::sort(slow.begin(), slow.end());
    std::string expected;
    for (const auto& [text, number] : slow) {
      for (const char c : text) expected += c == '\x01' ? "01" : "FF";
      expected += "|" + std::to_string(number / 3) + "|" + std::to_string(number) + "\n";
    }
    EXPECT_EQ(written, expected);
    EXPECT_EQ(unique, std::set<std::string>(texts.begin(), texts.end()).size() == size);
  }
}

TEST(TextIndex, KeepsNulAsReplacementCharacter) {
  bool unique = true;
  EXPECT_EQ(
      WriteIndex({"b", std::string(1, '\0'), "\xEF\xBF\xBD", "a"}, TextIndex::Key::kRowid, unique),
      "61|1\n62|0\nEFBFBD|0\nEFBFBD|1\n");
  EXPECT_FALSE(unique);
}

}  // namespace
}  // namespace zhitu::graph
