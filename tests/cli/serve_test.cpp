#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "tests/support/program.h"

namespace zhitu {
namespace {

struct ServeCase {
  const char* name;
  std::vector<std::string> arguments;
  int exit_code;
  std::string err;
};
void PrintTo(const ServeCase& c, std::ostream* out) { *out << c.name; }
class ServeRefuses : public testing::TestWithParam<ServeCase> {};

TEST_P(ServeRefuses, WithMessageAndExitCode) {
  const Program program;
  program.Build();
  std::vector<std::string> arguments = {"serve"};
  arguments.insert(arguments.end(), GetParam().arguments.begin(), GetParam().arguments.end());
  const ProcessResult result = program.Run(arguments);
  EXPECT_EQ(result.exit_code, GetParam().exit_code);
  EXPECT_EQ(result.err, GetParam().err);
  EXPECT_EQ(result.out, "");
}

const ServeCase kRefused[] = {
    {"HostName",
     {"g.zhitu", "--port", "0", "--host", "example.org"},
     2,
     "zhitu: error: --host: 'example.org' is no IP address; expected one such as 192.168.0.7\n"},
    {"NoGraph",
     {"corpus/a.txt", "--port", "0"},
     3,
     "zhitu: error: corpus/a.txt: not a graph file; expected a file written by `zhitu build`\n"},
};
INSTANTIATE_TEST_SUITE_P(Faults, ServeRefuses, testing::ValuesIn(kRefused),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(ServeCommand, NeedsAFileAndAPort) {
  const Program program;
  EXPECT_EQ(program.Run({"serve", "none.zhitu"}).exit_code, 4);
  EXPECT_EQ(program.Run({"serve"}).exit_code, 2);
  EXPECT_EQ(program.Run({"serve", "g.zhitu", "--port", "65536"}).exit_code, 2);
}

TEST(ServeCommand, NeedsAFreePort) {
  const Program program;
  program.Build();
  const int taken = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const plain = reinterpret_cast<sockaddr*>(&address);
  ASSERT_EQ(::bind(taken, plain, size), 0);  // at any port that is free
  ASSERT_EQ(::listen(taken, 1), 0);
  ASSERT_EQ(::getsockname(taken, plain, &size), 0);
  const std::string port = std::to_string(ntohs(address.sin_port));
  const ProcessResult result = program.Run({"serve", "g.zhitu", "--port", port});
  ::close(taken);
  EXPECT_EQ(result.exit_code, 4);
  EXPECT_EQ(result.err, "zhitu: error: 127.0.0.1:" + port +
                            ": cannot be listened at: the port is in use; choose another with "
                            "--port, or 0 for any\n");
}

class ServeEnds : public testing::TestWithParam<int> {};

TEST_P(ServeEnds, BySignalAndSaysSo) {
  const Program program;
  program.Build();
  Process process = program.Start({"serve", "g.zhitu", "--port", "0", "--jobs", "2"}, {});
  std::this_thread::sleep_for(std::chrono::seconds(2));  // it listens by then, or says nothing
  process.Signal(GetParam());
  const ProcessResult result = process.Wait();
  EXPECT_EQ(result.exit_code, 130);
  EXPECT_TRUE(result.err.starts_with("zhitu: g.zhitu: ")) << result.err;
  EXPECT_NE(result.err.find(" at http://127.0.0.1:"), std::string::npos) << result.err;
  EXPECT_TRUE(result.err.ends_with("zhitu: no longer served\n")) << result.err;
  EXPECT_EQ(result.out, "");
}
INSTANTIATE_TEST_SUITE_P(Signals, ServeEnds, testing::Values(SIGINT, SIGTERM));

}  // namespace
}  // namespace zhitu
