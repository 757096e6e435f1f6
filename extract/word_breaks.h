#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace zhitu::extract {

/// Where words begin and end by ICU's segmentation (UAX 29, with its dictionary for Chinese and
/// Japanese). Keeps ICU's iterator between calls: one thread each.
class WordBreaks {
 public:
  WordBreaks();
  ~WordBreaks();
  WordBreaks(const WordBreaks&) = delete;
  WordBreaks& operator=(const WordBreaks&) = delete;

  /// Bytes of `text` (valid UTF-8) at which words begin or end, sorted; 0 and the size are among
  /// them. Valid until the next call. O(n).
  const std::vector<std::size_t>& Find(std::string_view text);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace zhitu::extract
