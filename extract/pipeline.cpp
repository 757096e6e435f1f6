// Threads take files by number; the calling thread takes results by number. No thread runs further
// ahead of the consumer than the window, so memory does not grow with the corpus.
#include "extract/pipeline.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace zhitu::extract {
namespace {

FileResult RunFile(const Extractor& extractor, const CorpusFile& file,
                   const PipelineOptions& options) {
  FileResult result;
  result.file = &file;
  FileContent content;
  try {
    content = ReadCorpusFile(file, options.fields);
  } catch (const IoError& error) {
    if (options.fail_on_error) throw;
    result.skipped.push_back({{file.name, 0, 0}, error.what()});
    return result;
  }
  result.skipped = std::move(content.skipped);
  result.warnings = std::move(content.warnings);
  if (options.fail_on_error && !result.skipped.empty()) throw InputError(result.skipped);
  for (SourceText& text : content.texts) {
    result.bytes += text.text.size();
    for (Document& document : extractor.Split(std::move(text))) {
      if (options.meta != nullptr) options.meta->Apply(document);
      result.extractions.push_back(extractor.Extract(std::move(document)));
    }
  }
  return result;
}

class Pipeline {
 public:
  Pipeline(const Extractor& extractor, const std::vector<CorpusFile>& files,
           const PipelineOptions& options)
      : extractor_(extractor), files_(files), options_(options), window_(options.jobs * 4) {}
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  ~Pipeline() {
    Stop();
    for (std::thread& thread : threads_) thread.join();
  }

  void Run(const std::function<void(FileResult&&)>& consume) {
    for (std::size_t i = 0; i < std::min(options_.jobs, files_.size()); ++i)
      threads_.emplace_back([this] { Work(); });
    for (std::size_t number = 0; number < files_.size(); ++number) consume(Wait(number));
  }

 private:
  void Work() {
    std::unique_lock lock(mutex_);
    while (true) {
      room_.wait(lock, [this] {
        return stopped_ || next_ == files_.size() || next_ < consumed_ + window_;
      });
      if (stopped_ || next_ == files_.size()) return;
      const std::size_t number = next_++;
      lock.unlock();
      Outcome outcome;
      try {
        outcome.result = RunFile(extractor_, files_[number], options_);
      } catch (...) {
        outcome.failure = std::current_exception();
      }
      lock.lock();
      done_.insert({number, std::move(outcome)});
      ready_.notify_one();
    }
  }

  FileResult Wait(std::size_t number) {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return done_.contains(number); });
    Outcome outcome = std::move(done_.extract(number).mapped());
    consumed_ = number + 1;
    lock.unlock();
    room_.notify_all();
    if (outcome.failure) std::rethrow_exception(outcome.failure);
    return std::move(outcome.result);
  }

  void Stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    room_.notify_all();
  }

  struct Outcome {
    FileResult result;
    std::exception_ptr failure;
  };

  const Extractor& extractor_;
  const std::vector<CorpusFile>& files_;
  const PipelineOptions& options_;
  const std::size_t window_;  // files that may be ahead of the consumer
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable ready_;
  std::map<std::size_t, Outcome> done_;
  std::size_t next_ = 0;
  std::size_t consumed_ = 0;
  bool stopped_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace

void RunPipeline(const Extractor& extractor, const std::vector<CorpusFile>& files,
                 const PipelineOptions& options, const std::function<void(FileResult&&)>& consume) {
  if (options.jobs <= 1) {
    for (const CorpusFile& file : files) consume(RunFile(extractor, file, options));
    return;
  }
  Pipeline(extractor, files, options).Run(consume);
}

}  // namespace zhitu::extract
