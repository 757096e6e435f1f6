#include "graph/unfinished_path.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <climits>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace zhitu::graph {
namespace {

// The temporary names, where a signal handler can read them: no allocation, no locks.
enum class SlotState { kFree, kChanging, kUsed };
struct Slot {
  std::atomic<SlotState> state{SlotState::kFree};
  std::array<char, PATH_MAX> path{};
};
std::array<Slot, 256> unfinished;
static_assert(std::atomic<SlotState>::is_always_lock_free);

}  // namespace

UnfinishedPath::UnfinishedPath(const std::string& path) {
  if (path.size() >= PATH_MAX) return;
  for (std::size_t i = 0; i < unfinished.size(); ++i) {
    Slot& slot = unfinished.at(i);
    SlotState expected = SlotState::kFree;
    if (!slot.state.compare_exchange_strong(expected, SlotState::kChanging)) continue;
    std::memcpy(slot.path.data(), path.c_str(), path.size() + 1);
    slot.state = SlotState::kUsed;
    slot_ = static_cast<int>(i);
    return;
  }
}

UnfinishedPath::UnfinishedPath(UnfinishedPath&& other) noexcept
    : slot_(std::exchange(other.slot_, -1)) {}

UnfinishedPath& UnfinishedPath::operator=(UnfinishedPath&& other) noexcept {
  if (this == &other) return *this;
  Release();
  slot_ = std::exchange(other.slot_, -1);
  return *this;
}

void UnfinishedPath::Release() noexcept {
  if (slot_ >= 0) unfinished[static_cast<std::size_t>(slot_)].state = SlotState::kFree;
  slot_ = -1;
}

std::string TemporaryName(const std::string& folder) {
  static std::atomic<unsigned> counter{0};
  return folder + "/.zhitu-" + std::to_string(::getpid()) + "-g" + std::to_string(counter++) +
         ".tmp";
}

std::string FollowLink(std::string path) {
  std::error_code error;
  if (!std::filesystem::is_symlink(path, error)) return path;
  const std::filesystem::path target = std::filesystem::weakly_canonical(path, error);
  return error ? path : target.string();
}

void RemoveUnfinishedFiles() noexcept {
  for (const bool folders : {false, true}) {
    for (Slot& slot : unfinished) {
      if (slot.state.load() != SlotState::kUsed) continue;
      folders ? ::rmdir(slot.path.data()) : ::unlink(slot.path.data());
    }
  }
}

}  // namespace zhitu::graph
