#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace zhitu::graph {

/// Writes pieces one after the other, on a thread of its own if wanted: the caller makes the next
/// piece meanwhile. Two pieces are in memory at most. For one calling thread.
class WriteBehind {
 public:
  /// Writes one piece; called in the order of the pieces, by one thread at a time.
  using Writer = std::function<void(std::string_view)>;

  /// @param write       what writes a piece.
  /// @param has_thread  false: `Take` itself writes.
  WriteBehind(Writer write, bool has_thread);
  WriteBehind(const WriteBehind&) = delete;
  WriteBehind& operator=(const WriteBehind&) = delete;
  /// Ends the thread. Without `Finish` before, pieces may be left unwritten.
  ~WriteBehind();

  /// Takes a piece and leaves `piece` empty, with memory for another. Waits for the piece before.
  /// @throws what the writer has thrown at a piece; nothing may be added after.
  void Take(std::string& piece);
  /// Waits until all is written. @throws as `Take`.
  void Finish();

 private:
  void Work();
  void WaitUntilWritten(std::unique_lock<std::mutex>& lock);

  Writer write_;
  bool has_thread_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string waiting_;  // the piece that the thread is to write or writes
  bool is_waiting_ = false;
  bool stopped_ = false;
  std::exception_ptr failure_;
  std::thread thread_;  // from the first piece on
};

}  // namespace zhitu::graph
