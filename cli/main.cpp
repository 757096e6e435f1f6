#include <new>

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

// An allocator that is written in C cannot throw where there is no memory left, and would end the
// program; it asks for this first.
void ThrowBadAlloc() { throw std::bad_alloc(); }

}  // namespace

int main(int argc, char** argv) {
  KeepMemory();
  std::set_new_handler(ThrowBadAlloc);
  return zhitu::cli::RunProgram(argc, argv);
}
