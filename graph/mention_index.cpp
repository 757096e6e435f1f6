// A sort in runs and their merge (Knuth, The Art of Computer Programming 3, 5.4). Mentions come in
// the order of document and place, so within an entity they are in order already: a run is sorted
// by counting, and of runs the earlier one has the smaller places.
#include "graph/mention_index.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <functional>
#include <queue>
#include <system_error>
#include <utility>

#include "extract/characters.h"
#include "extract/error.h"
#include "graph/counting_sort.h"
#include "graph/raw_file.h"

namespace zhitu::graph {
namespace {

constexpr std::size_t kBlock = 1024;  // entries that are written or read at once

std::string_view RowOf(const MentionIndex::Entry& entry, Record& record) {
  record.Clear().Integer(entry.entity).Integer(entry.document);
  return record.Integer(entry.begin).Integer(entry.end).Bytes();
}

}  // namespace

// Reads a run of the file, some entries at a time.
class MentionIndex::RunReader {
 public:
  RunReader(int descriptor, std::uint64_t begin, std::size_t entries)
      : descriptor_(descriptor), at_(begin), left_(entries) {}

  // False at the end of the run; else `entry` is the current one.
  bool Read(const std::string& shown) {
    if (next_ == block_.size() && !Fill(shown)) return false;
    entry_ = block_[next_++];
    return true;
  }
  const Entry& entry() const { return entry_; }

 private:
  bool Fill(const std::string& shown) {
    if (left_ == 0) return false;
    block_.resize(std::min(left_, kBlock));
    ReadAt(descriptor_, at_, reinterpret_cast<char*>(block_.data()), block_.size() * sizeof(Entry),
           shown);
    at_ += block_.size() * sizeof(Entry);
    left_ -= block_.size();
    next_ = 0;
    return true;
  }

  int descriptor_;
  std::uint64_t at_;
  std::size_t left_;
  std::vector<Entry> block_;
  std::size_t next_ = 0;
  Entry entry_;
};

MentionIndex::MentionIndex(std::string beside, std::string shown, std::size_t run)
    : beside_(std::move(beside)), shown_(std::move(shown)), run_(run) {}

MentionIndex::~MentionIndex() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void MentionIndex::Add(const Entry& entry) {
  if (entries_.size() == run_) Spill();
  entries_.push_back(entry);
}

// Visits the run that is open, by entity.
template <typename Visit>
void MentionIndex::ForEach(const Visit& visit) const {
  std::uint32_t last = 0;
  for (const Entry& entry : entries_) last = std::max(last, entry.entity);
  std::vector<std::uint32_t> order = FirstNumbers(entries_.size());
  CountingSort(order, std::size_t{last} + 1,
               [this](std::uint32_t i) { return entries_[i].entity; });
  constexpr std::size_t kAhead = 16;  // each entry lies somewhere else in memory
  for (std::size_t i = 0; i < order.size(); ++i) {
    __builtin_prefetch(&entries_[order[std::min(i + kAhead, order.size() - 1)]]);
    visit(entries_[order[i]]);
  }
}

void MentionIndex::Spill() {
  if (descriptor_ < 0) {
    const std::string path = beside_ + ".runs";
    descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor_ < 0) {
      throw extract::IoError(extract::Printable(shown_) +
                             ": cannot be written: " + std::generic_category().message(errno));
    }
    ::unlink(path.c_str());  // it is gone with the descriptor, whatever happens
  }
  std::vector<Entry> block;
  block.reserve(kBlock);
  const auto write = [&] {
    const std::size_t bytes = block.size() * sizeof(Entry);
    WriteAt(descriptor_, spilled_bytes_, {reinterpret_cast<const char*>(block.data()), bytes},
            shown_);
    spilled_bytes_ += bytes;
    block.clear();
  };
  ForEach([&](const Entry& entry) {
    block.push_back(entry);
    if (block.size() == kBlock) write();
  });
  write();
  spilled_.push_back(entries_.size());
  entries_.clear();
}

void MentionIndex::Sort() {
  is_sorted_ = true;
  if (!spilled_.empty()) {
    Spill();
  } else {
    Record record(shown_);
    sizes_.reserve(entries_.size());
    ForEach([&](const Entry& entry) {
      const std::string_view row = RowOf(entry, record);
      rows_ += row;
      sizes_.push_back(static_cast<std::uint8_t>(row.size()));
    });
  }
  entries_ = {};
}

void MentionIndex::Write(BulkTree& tree, Record& record) {
  if (!is_sorted_) Sort();
  if (!spilled_.empty()) WriteMerged(tree, record);
  std::string_view rest = rows_;
  for (const std::size_t size : sizes_) {
    tree.AddKey(rest.substr(0, size));
    rest.remove_prefix(size);
  }
  rows_ = {};
  sizes_ = {};
}

void MentionIndex::WriteMerged(BulkTree& tree, Record& record) {
  using Place = std::pair<std::uint32_t, std::size_t>;  // entity, number of the run
  std::priority_queue<Place, std::vector<Place>, std::greater<>> next;
  std::vector<RunReader> runs;
  std::uint64_t begin = 0;
  for (const std::size_t entries : spilled_) {
    runs.emplace_back(descriptor_, begin, entries);
    begin += entries * sizeof(Entry);
    if (runs.back().Read(shown_)) next.emplace(runs.back().entry().entity, runs.size() - 1);
  }
  while (!next.empty()) {
    const auto [entity, number] = next.top();
    next.pop();
    RunReader& run = runs[number];
    bool more = true;
    while (more && run.entry().entity == entity) {
      tree.AddKey(RowOf(run.entry(), record));
      more = run.Read(shown_);
    }
    if (more) next.emplace(run.entry().entity, number);
  }
}

}  // namespace zhitu::graph
