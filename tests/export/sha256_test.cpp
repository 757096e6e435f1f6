#include "export/sha256.h"

#include <gtest/gtest.h>

#include <ostream>

namespace zhitu::xport {
namespace {

struct HashCase {
  const char* name;
  std::string bytes;
  const char* expected;
};
void PrintTo(const HashCase& c, std::ostream* out) { *out << c.name; }
class Base64Sha256Of : public testing::TestWithParam<HashCase> {};

TEST_P(Base64Sha256Of, GivesHash) {
  EXPECT_EQ(Base64Sha256(GetParam().bytes), GetParam().expected);
}

// By `printf ... | openssl dgst -sha256 -binary | base64`; the lengths are those around a block.
const HashCase kHashCases[] = {
    {"Empty", "", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},
    {"Abc", "abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="},
    {"Of55Bytes", std::string(55, 'a'), "n0OQ+NMMLdkuyfCVtl4rmumwqSWlJY4kHJ8ekQ9zQxg="},
    {"Of56Bytes", std::string(56, 'a'), "s1Q5pKxvCUi21vnjxq8PX1kM4g8b3nCQ73lwaG7Gc4o="},
    {"Of63Bytes", std::string(63, 'a'), "fT50oF19sVvOStnsBljqmOPwbu7PFrTG//LaRX3cLzQ="},
    {"Of64Bytes", std::string(64, 'a'), "/+BU/nrgy23GXDr5th1SCfQ5hR20PQulmXM33xVGaOs="},
    {"Of119Bytes", std::string(119, 'a'), "MeulHDE6XAgiat8Y1KNZz9/Y0ugWsT9K+VL36mWE3Ps="},
    {"Of120Bytes", std::string(120, 'a'), "Lz0zVDLHC1gK8Ojhs2dKfAINaDql9zqq7f3FWvkEwhw="},
    {"Of1000Bytes", std::string(1000, 'a'), "Qe3s5C1j6Nm/UVqbppMuHCDLyfWl0TRkWttdsblzfqM="},
};
INSTANTIATE_TEST_SUITE_P(Basics, Base64Sha256Of, testing::ValuesIn(kHashCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::xport
