#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "export/doctor.h"
#include "extract/error.h"
#include "tests/fuzz/check.h"

namespace zhitu {
namespace {

constexpr std::array<const char*, 4> kFiles = {"g.csv", "g.graphml", "g.gexf", "g.json"};

// The first byte chooses the format: the letters a to d.
void CheckDoctor(std::string_view input) {
  const auto chosen = static_cast<unsigned char>(input.empty() ? 'a' : input.front());
  std::vector<xport::DoctorFile> files = {
      {kFiles[chosen % 97 % kFiles.size()], std::string(input.substr(input.empty() ? 0 : 1))}};
  try {
    xport::DoctorFindings findings;
    files[0].bytes = xport::ExamineGraph(files, findings).at(0);
  } catch (const extract::LimitError&) {
    return;
  } catch (const extract::InputError& error) {
    Check(!error.problems().empty(), "a fault has a place");
    return;
  }
  xport::DoctorFindings again;
  const std::vector<std::string> mended = xport::ExamineGraph(files, again);
  Check(!again.any(), "what was mended has no findings");
  Check(mended.at(0) == files[0].bytes, "mending what was mended changes nothing");
}

}  // namespace
}  // namespace zhitu

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  zhitu::CheckDoctor({reinterpret_cast<const char*>(data), size});
  return 0;
}
