#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

namespace zhitu::extract {

/// Works on pieces one after the other, on a thread of its own if wanted: the caller makes the next
/// piece meanwhile, such as the bytes to be written next. Two pieces are in memory at most. For one
/// calling thread.
template <typename Piece>
class WorkBehind {
 public:
  /// Works on one piece; called in the order of the pieces, by one thread at a time.
  using Work = std::function<void(Piece&)>;

  /// @param work        what is done with a piece.
  /// @param has_thread  false: `Take` itself does it.
  WorkBehind(Work work, bool has_thread) : work_(std::move(work)), has_thread_(has_thread) {}
  WorkBehind(const WorkBehind&) = delete;
  WorkBehind& operator=(const WorkBehind&) = delete;
  /// Ends the thread. Without `Finish` before, pieces may be left undone.
  ~WorkBehind() {
    if (!thread_.joinable()) return;
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    changed_.notify_one();
    thread_.join();
  }

  /// Takes a piece and gives back one that is done, as `work` left it, so that its memory is used
  /// again; at first an empty one. Waits for the piece before.
  /// @throws what the work has thrown at a piece; nothing may be added after.
  void Take(Piece& piece) {
    if (!has_thread_) return work_(piece);
    std::unique_lock lock(mutex_);
    WaitUntilDone(lock);
    std::swap(waiting_, piece);
    is_waiting_ = true;
    lock.unlock();
    changed_.notify_one();
    if (!thread_.joinable()) thread_ = std::thread([this] { Run(); });
  }
  /// Waits until all is done. @throws as `Take`.
  void Finish() {
    std::unique_lock lock(mutex_);
    WaitUntilDone(lock);
  }

 private:
  void WaitUntilDone(std::unique_lock<std::mutex>& lock) {
    changed_.wait(lock, [this] { return !is_waiting_; });
    if (failure_) std::rethrow_exception(failure_);
  }

  void Run() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return is_waiting_ || stopped_; });
      if (stopped_) return;
      lock.unlock();  // nobody else touches the piece before it is done
      std::exception_ptr failure;
      try {
        work_(waiting_);
      } catch (...) {
        failure = std::current_exception();
      }
      lock.lock();
      failure_ = failure;
      is_waiting_ = false;
      changed_.notify_one();
      if (failure) return;
    }
  }

  Work work_;
  bool has_thread_;
  std::mutex mutex_;
  std::condition_variable changed_;
  Piece waiting_{};  // the piece that the thread is to do or does
  bool is_waiting_ = false;
  bool stopped_ = false;
  std::exception_ptr failure_;
  std::thread thread_;  // from the first piece on
};

}  // namespace zhitu::extract
