#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/name_context.h"

namespace zhitu::extract {

/// A head with what stands before it, as often as a corpus holds it.
struct CountedHead {
  HeadContext context;        ///< What is the same everywhere.
  std::size_t count = 0;      ///< Places.
  std::size_t documents = 0;  ///< Documents that hold it.
};

/// The same of what is a name as it stands.
struct CountedWhole {
  WholeContext context;       ///< The first of the highest score, with all aliases.
  std::string folded;         ///< Its name.
  std::size_t count = 0;      ///< Places.
  std::size_t documents = 0;  ///< Documents that hold it.
};

/// Counts the contexts of names in a corpus, in memory that does not grow with it: where the table
/// is full, the rarest contexts are forgotten, those of one place first (after Manku and Motwani
/// 2002, lossy counting, but only when memory asks for it). One thread.
class ContextTable {
 public:
  /// @param most  contexts that are kept, of each kind.
  explicit ContextTable(std::size_t most = kMost) : most_(most) {}

  /// Contexts of each kind that are kept by default, some 200 bytes each.
  static constexpr std::size_t kMost = 2'000'000;

  /// Adds those of the next document. O(contexts) in the mean.
  void Add(const NameContexts& contexts);
  /// The heads, by word, then by what stands before it read backwards; done once.
  std::vector<CountedHead> TakeHeads();
  /// What is whole, by folded name and type; done once.
  std::vector<CountedWhole> TakeWhole();
  /// How often a head stands for a name by itself.
  std::size_t Alone(std::string_view word) const;
  /// Documents added so far.
  std::size_t documents() const noexcept { return documents_; }

 private:
  template <typename Map>
  void Prune(Map& map, std::size_t& rarest) const;
  void AddHead(const HeadContext& context);
  void AddWhole(const WholeContext& context);

  struct Head {
    CountedHead counted;
    std::size_t last_document = 0;
  };
  struct Whole {
    CountedWhole counted;
    std::size_t last_document = 0;
  };

  std::size_t most_;
  std::size_t documents_ = 0;
  std::size_t rarest_head_ = 0;  // contexts of so few places were forgotten
  std::size_t rarest_whole_ = 0;
  std::unordered_map<std::string, Head> heads_;
  std::unordered_map<std::string, Whole> whole_;
  std::unordered_map<std::string, std::size_t> alone_;
};

}  // namespace zhitu::extract
