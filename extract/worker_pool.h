#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace zhitu::extract {

/// Keeps what works with one model and has memory of its own, so that each document need not make
/// one. A worker is made from the model, which must stay where it is. Threads may share the pool.
template <typename Worker, typename Model>
class WorkerPool {
 public:
  /// Gives a worker back to its pool.
  struct Return {
    const WorkerPool* pool = nullptr;  ///< Where it came from.
    /// Gives it back.
    void operator()(Worker* worker) const {
      std::unique_ptr<Worker> back(worker);
      const std::lock_guard lock(pool->mutex_);
      pool->idle_.push_back(std::move(back));
    }
  };
  /// A worker for one thread, until it is destroyed; the pool must live as long.
  using Loan = std::unique_ptr<Worker, Return>;

  /// Owns the model.
  explicit WorkerPool(Model model) : model_(std::move(model)) {}
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;
  ~WorkerPool() = default;

  /// The model of all its workers.
  const Model& model() const { return model_; }
  /// Lends a worker; makes one if all are lent.
  Loan Borrow() const {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return {new Worker(model_), {this}};
    Loan loan(idle_.back().release(), {this});
    idle_.pop_back();
    return loan;
  }

 private:
  Model model_;
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<Worker>> idle_;
};

}  // namespace zhitu::extract
