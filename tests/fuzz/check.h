#pragma once

#include <cstdio>
#include <cstdlib>

namespace zhitu {

// Ends the program where a promise is broken, so that the input is kept.
inline void Check(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", promise);
  std::abort();
}

}  // namespace zhitu
