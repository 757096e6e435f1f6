#include "serve/access.h"

#include <gtest/gtest.h>

namespace zhitu::serve {
namespace {

struct HostCase {
  const char* host;
  bool allowed;
};
void PrintTo(const HostCase& c, std::ostream* out) { *out << c.host; }
class AccessHost : public testing::TestWithParam<HostCase> {};

TEST_P(AccessHost, IsOneOfThisMachine) {
  EXPECT_EQ(Access("192.168.0.7").AllowsHost(GetParam().host), GetParam().allowed);
}

const HostCase kHosts[] = {
    {"localhost", true},
    {"LOCALHOST:80", true},
    {"127.0.0.1:8765", true},
    {"[::1]:8765", true},
    {"[::1]", true},
    {"192.168.0.7:1", true},
    {"", false},
    {"evil.example", false},
    {"localhost.evil.example", false},
    {"127.0.0.1.nip.io", false},
    {"localhost:", false},
    {"localhost:80:80", false},
    {"localhost:80a", false},
    {"localhost:800000", false},
    {"[::1", false},
    {"[::1]evil", false},
    {"::1", false},
    {"127.0.0.2", false},
    {"localhost@evil", false},
    {":80", false},
    {"192.168.0.70", false},
};
INSTANTIATE_TEST_SUITE_P(Hosts, AccessHost, testing::ValuesIn(kHosts));

TEST(Access, TakesAnIpV6AddressInBrackets) {
  EXPECT_TRUE(Access("fd00::7").AllowsHost("[fd00::7]:8765"));
  EXPECT_FALSE(Access("").AllowsHost("[]"));
}

TEST(Access, TakesOnlyTheServersOwnOrigin) {
  EXPECT_TRUE(Access::AllowsOrigin("http://localhost:8765", "localhost:8765"));
  EXPECT_FALSE(Access::AllowsOrigin("http://localhost:8766", "localhost:8765"));
  EXPECT_FALSE(Access::AllowsOrigin("https://localhost:8765", "localhost:8765"));
  EXPECT_FALSE(Access::AllowsOrigin("http://127.0.0.1:8765", "localhost:8765"));
  EXPECT_FALSE(Access::AllowsOrigin("null", "localhost:8765"));
}

}  // namespace
}  // namespace zhitu::serve
