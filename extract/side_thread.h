#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

namespace zhitu::extract {

/// What a task gives that a `SideThread` may run. For one thread; may be moved.
template <typename Result>
class Later {
 public:
  /// Nothing; may only be assigned to.
  Later() = default;
  Later(Later&&) noexcept = default;  ///< Moves.
  /// Moves; waits for what was there.
  Later& operator=(Later&& other) noexcept {
    Later old(std::move(*this));
    task_ = std::move(other.task_);
    result_ = std::move(other.result_);
    return *this;
  }
  /// A task that was not begun is dropped; one that runs is waited for.
  ~Later() {
    if (result_.valid() && !Claim()) result_.wait();
  }

  /// True if `Get` may be called.
  bool valid() const { return result_.valid(); }
  /// The result, once; runs the task here if it was not begun. @throws what the task throws.
  Result Get() {
    if (Claim()) task_->run();
    return result_.get();
  }

 private:
  friend class SideThread;
  // A task is run by whoever claims it first.
  struct Task {
    std::atomic<bool> claimed = false;
    std::packaged_task<Result()> run;
  };

  explicit Later(std::function<Result()> run) : task_(std::make_shared<Task>()) {
    task_->run = std::packaged_task<Result()>(std::move(run));
    result_ = task_->run.get_future();
  }
  bool Claim() { return !task_->claimed.exchange(true); }

  std::shared_ptr<Task> task_;
  std::future<Result> result_;
};

/// One thread beside the caller's that runs tasks in the order given. Tasks it has not come to when
/// their results are asked for run on the thread that asks, so nobody waits for an idle processor.
/// For one calling thread.
class SideThread {
 public:
  /// @param threads  with less than two there is no thread: `Later::Get` runs each task.
  explicit SideThread(std::size_t threads) : exists_(threads > 1) {}
  SideThread(const SideThread&) = delete;
  SideThread& operator=(const SideThread&) = delete;
  /// Ends the thread after the task that it runs.
  ~SideThread();

  /// Takes a task. What it refers to must live as long as the result that comes back.
  template <typename Result>
  Later<Result> Run(std::function<Result()> task) {
    Later<Result> later(std::move(task));
    if (exists_) {
      Add([task = later.task_] {
        if (!task->claimed.exchange(true)) task->run();
      });
    }
    return later;
  }

 private:
  void Add(std::function<void()> task);
  void Work();

  bool exists_;
  std::mutex mutex_;
  std::condition_variable added_;
  std::deque<std::function<void()>> tasks_;
  bool stopped_ = false;
  std::thread thread_;  // from the first task on
};

/// Gives the results of `make(0)`, `make(1)` and so on, in order; a side thread makes the next
/// while the caller works with the one before.
template <typename Result>
class MadeAhead {
 public:
  /// @param side  must live longer. @param make  called for numbers below `count`, by one thread at
  ///              a time; what it refers to must live longer.
  MadeAhead(SideThread& side, std::size_t count, std::function<Result(std::size_t)> make)
      : side_(side), count_(count), make_(std::move(make)) {
    Begin();
  }
  MadeAhead(const MadeAhead&) = delete;
  MadeAhead& operator=(const MadeAhead&) = delete;

  /// The next result, until the next call; there must be one. @throws what `make` throws.
  const Result& Next() {
    Result next = next_.Get();
    spent_ = std::exchange(current_, std::move(next));
    Begin();
    return current_;
  }

 private:
  void Begin() {
    if (begun_ == count_) return;
    next_ = side_.Run<Result>([this, number = begun_++] {
      spent_ = Result();  // by the thread that has made it, which the allocator likes better
      return make_(number);
    });
  }

  SideThread& side_;
  std::size_t count_;
  std::function<Result(std::size_t)> make_;
  std::size_t begun_ = 0;
  Result current_{};
  Result spent_{};      // the one before
  Later<Result> next_;  // the last member, for it uses the others
};

}  // namespace zhitu::extract
