#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace zhitu::extract {

/// Calls `work(part)` once for each part from 0 to `parts` - 1, on several threads, the caller's
/// among them; which thread takes which part is not fixed, so a part must not look at another.
///
/// @param threads  at least 1; no more are used than there are parts.
/// @throws what `work` throws, the first of it, once all threads have ended; parts may be left out
///         then.
template <typename Work>
void ForEachPart(std::size_t parts, std::size_t threads, const Work& work) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr failure;
  const auto run = [&] {
    try {
      for (std::size_t part = next++; part < parts; part = next++) work(part);
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
      next = parts;
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min(threads, parts); ++i) others.emplace_back(run);
    run();
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace zhitu::extract
