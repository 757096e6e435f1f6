#include "graph/write_behind.h"

#include <utility>

namespace zhitu::graph {

WriteBehind::WriteBehind(Writer write, bool has_thread)
    : write_(std::move(write)), has_thread_(has_thread) {}

WriteBehind::~WriteBehind() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void WriteBehind::Take(std::string& piece) {
  if (!has_thread_) {
    write_(piece);
    piece.clear();
    return;
  }
  if (!thread_.joinable()) {
    waiting_.reserve(piece.capacity());
    thread_ = std::thread([this] { Work(); });
  }
  std::unique_lock lock(mutex_);
  WaitUntilWritten(lock);
  waiting_.swap(piece);
  is_waiting_ = true;
  lock.unlock();
  changed_.notify_one();
  piece.clear();
}

void WriteBehind::Finish() {
  std::unique_lock lock(mutex_);
  WaitUntilWritten(lock);
}

void WriteBehind::WaitUntilWritten(std::unique_lock<std::mutex>& lock) {
  changed_.wait(lock, [this] { return !is_waiting_; });
  if (failure_) std::rethrow_exception(failure_);
}

void WriteBehind::Work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return is_waiting_ || stopped_; });
    if (stopped_) return;
    lock.unlock();  // nobody touches the piece before it is written
    std::exception_ptr failure;
    try {
      write_(waiting_);
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

}  // namespace zhitu::graph
