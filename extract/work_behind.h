#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

namespace zhitu::extract {

/// Works on pieces one after the other, on a thread of its own if wanted: the caller makes the next
/// pieces meanwhile, such as the bytes to be written next. Five pieces are in memory at most:
/// waking a thread takes long, so neither waits for the other at each piece. For one calling
/// thread.
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
    added_.notify_one();
    thread_.join();
  }

  /// True if `Take` need not wait.
  bool HasRoom() {
    const std::lock_guard lock(mutex_);
    return taken_ - done_ < kPieces;
  }
  /// Takes a piece and gives back one that is done, as `work` left it, so that its memory is used
  /// again; at first an empty one. Waits while too many are not done.
  /// @throws what the work has thrown at a piece; nothing may be added after.
  void Take(Piece& piece) {
    if (!has_thread_) return work_(piece);
    std::unique_lock lock(mutex_);
    if (failure_ || taken_ - done_ == kPieces) WaitUntilLeft(kPieces / 2, lock);
    std::swap(pieces_[taken_++ % kPieces], piece);
    lock.unlock();
    added_.notify_one();
    if (!thread_.joinable()) thread_ = std::thread([this] { Run(); });
  }
  /// Waits until all is done. @throws as `Take`.
  void Finish() {
    std::unique_lock lock(mutex_);
    WaitUntilLeft(0, lock);
  }

 private:
  static constexpr std::size_t kPieces = 4;  // that are taken and not done

  void WaitUntilLeft(std::size_t pieces, std::unique_lock<std::mutex>& lock) {
    awaited_ = taken_ - pieces;
    done_enough_.wait(lock, [this] { return done_ >= awaited_ || failure_; });
    if (failure_) std::rethrow_exception(failure_);
  }

  void Run() {
    std::unique_lock lock(mutex_);
    while (true) {
      added_.wait(lock, [this] { return taken_ > done_ || stopped_; });
      if (stopped_) return;
      Piece& piece = pieces_[done_ % kPieces];
      lock.unlock();  // nobody else touches the piece before it is done
      std::exception_ptr failure;
      try {
        work_(piece);
      } catch (...) {
        failure = std::current_exception();
      }
      lock.lock();
      failure_ = failure;
      // Woken at each piece, the other would do nothing but go to sleep again.
      if (++done_ == awaited_ || failure) done_enough_.notify_one();
      if (failure) return;
    }
  }

  Work work_;
  bool has_thread_;
  std::mutex mutex_;
  std::condition_variable added_;
  std::condition_variable done_enough_;
  std::array<Piece, kPieces> pieces_{};  // a ring
  std::size_t taken_ = 0;
  std::size_t done_ = 0;
  std::size_t awaited_ = 0;  // pieces to be done before the caller goes on
  bool stopped_ = false;
  std::exception_ptr failure_;
  std::thread thread_;  // from the first piece on
};

}  // namespace zhitu::extract
