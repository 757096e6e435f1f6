#include "tests/support/program.h"

#include <stdexcept>

namespace zhitu {
namespace {

std::vector<std::string> WithProgram(const std::vector<std::string>& arguments) {
  std::vector<std::string> all = {ZHITU_BINARY};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return all;
}

}  // namespace

Program::Program() {
  folder_.Write("corpus/a.txt", "郑州高新区枫杨办事处在国槐街。\n翰林社区在枫杨办事处。\n");
  folder_.Write("corpus/b.txt", "翰林社区在国槐街。\n双桥社区和双桥办事处。\n");
  folder_.Write("names.csv",
                "name,type,aliases,parent\n"
                "翰林社区,community,翰林,枫杨办事处\n"
                "枫杨办事处,office,,郑州高新区\n"
                "郑州高新区,place,,\n"
                "国槐街,road,,\n"
                "双桥社区,community,双桥,\n"
                "双桥办事处,office,双桥,\n"
                "长椿路,road,,\n");
}

ProcessResult Program::Run(const std::vector<std::string>& arguments,
                           ProcessOptions options) const {
  return Start(arguments, std::move(options)).Wait();
}

Process Program::Start(const std::vector<std::string>& arguments, ProcessOptions options) const {
  if (options.folder.empty()) options.folder = folder_.path();
  return {WithProgram(arguments), options};
}

void Program::Build(const std::vector<std::string>& more) const {
  std::vector<std::string> arguments = {"build",    "corpus", "-d", "names.csv",
                                        "--preset", "none",   "-o", "g.zhitu"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const ProcessResult result = Run(arguments);
  if (result.exit_code != 0) throw std::runtime_error("zhitu build failed: " + result.err);
}

}  // namespace zhitu
