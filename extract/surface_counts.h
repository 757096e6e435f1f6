#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "extract/extraction.h"

namespace zhitu::extract {

/// How often the surface forms of a dictionary stand in a corpus. One thread.
class SurfaceCounts {
 public:
  /// Of each form so many occurrences at most are looked at for `inside`.
  static constexpr std::size_t kMostLookedAt = 200;

  /// What was found of a form.
  struct Count {
    std::size_t found = 0;      ///< Occurrences that are in no longer name.
    std::size_t looked_at = 0;  ///< Of them: whether they are whole words was seen.
    std::size_t inside = 0;     ///< Of these: begin or end inside a word (ICU's segmentation).
  };

  /// Takes the names of a document in which no preset found references. O(mentions), and a
  /// segmentation of up to 400 bytes for the first occurrences of each form.
  void Add(const Extraction& extraction);
  /// What was found of a form. @param hash  XXH3-64 of the folded form.
  Count Of(std::uint64_t hash) const;

 private:
  std::unordered_map<std::uint64_t, Count> counts_;
};

}  // namespace zhitu::extract
