#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "cli/program.h"

namespace {

// Buffers of some MB come and go with every batch: the allocator keeps them, for clearing new pages
// takes longer than filling them.
void KeepMemory() {
#ifdef __GLIBC__
  constexpr int kMegabyte = 1 << 20;
  mallopt(M_MMAP_THRESHOLD, 32 * kMegabyte);
  mallopt(M_TRIM_THRESHOLD, 64 * kMegabyte);
  mallopt(M_TOP_PAD, kMegabyte);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  KeepMemory();
  return zhitu::cli::RunProgram(argc, argv);
}
