#include "extract/hash.h"

#include <gtest/gtest.h>

#include <string>

namespace zhitu::extract {
namespace {

TEST(HashHex, GivesXxh3Of128Bits) {
  EXPECT_EQ(HashHex(""), "99aa06d3014798d86001c324468d497f");
  EXPECT_EQ(HashHex("a"), "a96faf705af16834e6c632b61e964e1f");
  EXPECT_EQ(HashHex("abc"), "06b05ab6733a618578af5f94892f3950");
}

TEST(HashHex, TakesEveryByteIntoAccount) {
  const std::string bytes(1000, '\0');
  const std::string hash = HashHex(bytes);
  EXPECT_NE(hash, HashHex(bytes.substr(1)));
  for (std::size_t at = 0; at < bytes.size(); at += 37) {
    std::string other = bytes;
    other[at] = '\x01';
    EXPECT_NE(HashHex(other), hash) << at;
  }
}

}  // namespace
}  // namespace zhitu::extract
