#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "graph/bulk_tree.h"
#include "graph/sqlite_record.h"

namespace zhitu::graph {

/// The index of mentions by entity: (entity, document, begin, end), collected in the order of the
/// texts. However many there are, it holds one run of them in memory; runs before it are sorted and
/// put aside in a file without a name, and merged at the end. One thread.
class MentionIndex {
 public:
  /// One mention.
  struct Entry {
    std::uint32_t entity = 0;    ///< Its number; 0 while undecided.
    std::uint32_t document = 0;  ///< Number of its document.
    std::uint32_t begin = 0;     ///< First code point.
    std::uint32_t end = 0;       ///< One past the last.
  };
  /// Entries of a run: 8 MB.
  static constexpr std::size_t kRun = std::size_t{1} << 19U;

  /// @param beside  a path beside which the file may stand while it is made.
  /// @param shown   name of the graph file in messages.
  /// @param run     entries of a run, at least 1.
  MentionIndex(std::string beside, std::string shown, std::size_t run = kRun);
  MentionIndex(const MentionIndex&) = delete;
  MentionIndex& operator=(const MentionIndex&) = delete;
  ~MentionIndex();

  /// Adds a mention. All others of its entity that were added before must stand before it in the
  /// order of the primary key of `mention`.
  /// @throws extract::IoError  if the disk does not take a run.
  void Add(const Entry& entry);
  /// Sorts what is in memory and makes its rows; nothing may be added after.
  /// @throws extract::IoError  as `Add`.
  void Sort();
  /// Writes all entries by entity and forgets them. Sorts if that was not done. Linear, but for a
  /// factor of log(runs).
  /// @throws extract::IoError, extract::LimitError  as `BulkTree`, or if a run cannot be read back.
  void Write(BulkTree& tree, Record& record);

 private:
  class RunReader;
  void Spill();
  template <typename Visit>
  void ForEach(const Visit& visit) const;
  void WriteMerged(BulkTree& tree, Record& record);

  std::string beside_;
  std::string shown_;
  std::size_t run_;
  std::vector<Entry> entries_;       // of the run that is open
  std::string rows_;                 // of the only run, where nothing was put aside: records
  std::vector<std::uint8_t> sizes_;  // of the records
  bool is_sorted_ = false;
  std::vector<std::size_t> spilled_;  // entries of each run in the file
  std::uint64_t spilled_bytes_ = 0;
  int descriptor_ = -1;
};

}  // namespace zhitu::graph
