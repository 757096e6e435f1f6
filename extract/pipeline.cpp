// Threads take stretches of files by number and hand over what they gave in pieces, so that many
// small files cost few locks and one large file is handed over before the next is read; the calling
// thread takes the pieces in order and, while the next one is not there, reads files itself. So no
// more threads run than were asked for. None runs further ahead of the consumer than the window, so
// memory does not grow with the corpus. What was consumed goes back to the thread that made it: an
// allocator that gives each thread memory of its own makes others wait who give it back.
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

// Texts of so many bytes are read at a time, and so many documents extracted.
constexpr std::size_t kMostBytes = std::size_t{256} * 1024;
constexpr std::size_t kMostDocuments = 64;

// What some files in a row gave; the one that failed comes after them.
struct Results {
  std::vector<FileResult> files;
  std::exception_ptr failure;
};

// Documents that wait to be extracted together, and the files they are of. A batch may hold some
// documents of a file only, or those of several files.
class Batch {
 public:
  Batch(const Extractor& extractor, std::vector<FileResult>& files)
      : extractor_(extractor), files_(files) {}

  // Of the last file.
  void Add(Document document) {
    bytes_ += document.text.size();
    documents_.push_back(std::move(document));
    of_.push_back(files_.size() - 1);
    if (bytes_ >= kMostBytes || documents_.size() == kMostDocuments) Extract();
  }
  void Extract() {
    std::vector<Extraction> extractions = extractor_.Extract(std::exchange(documents_, {}));
    for (std::size_t i = 0; i < extractions.size(); ++i) {
      files_[of_[i]].extractions.push_back(std::move(extractions[i]));
    }
    of_.clear();
    bytes_ = 0;
  }
  // True once extracting has failed; what waited then is lost.
  bool failed() const { return documents_.size() < of_.size(); }
  // How many files, from the first, have all of their documents extracted.
  std::size_t Whole() const { return of_.empty() ? files_.size() : of_.front(); }

 private:
  const Extractor& extractor_;
  std::vector<FileResult>& files_;
  std::vector<Document> documents_;
  std::vector<std::size_t> of_;  // by document: its file
  std::size_t bytes_ = 0;
};

// Reads files and extracts what they hold. Threads may share it for different files.
class FileReader {
 public:
  FileReader(const Extractor& extractor, PipelineInput input, const PipelineOptions& options)
      : extractor_(extractor), input_(std::move(input)), options_(options) {}

  std::size_t size() const { return input_.files.size(); }

  // Reads files from `first` on until they have `kMostBytes`, at least one and none behind `last`.
  Results Run(std::size_t first, std::size_t last) {
    Results results;
    Batch batch(extractor_, results.files);
    std::size_t bytes = 0;
    try {
      for (std::size_t number = first; number < last && bytes < kMostBytes; ++number) {
        FileContent content = Read(number, results.files);
        for (SourceText& text : content.texts) Split(std::move(text), results.files, batch);
        bytes += results.files.back().bytes;
      }
      batch.Extract();
    } catch (...) {
      results.failure = std::current_exception();
    }
    if (results.failure) Finish(results, batch);
    return results;
  }

 private:
  // The texts of a file, for which a result is added once nothing more can be wrong with it.
  FileContent Read(std::size_t number, std::vector<FileResult>& files) {
    FileResult result;
    result.file = &input_.files[number];
    FileContent content;
    try {
      content = Content(number);
    } catch (const IoError& error) {
      if (options_.fail_on_error) throw;
      result.skipped.push_back({{result.file->name, 0, 0}, error.what()});
      files.push_back(std::move(result));
      return {};
    }
    result.skipped = std::move(content.skipped);
    result.warnings = std::move(content.warnings);
    if (options_.fail_on_error && !result.skipped.empty()) throw InputError(result.skipped);
    files.push_back(std::move(result));
    return content;
  }

  FileContent Content(std::size_t number) {
    if (number < input_.read.size()) return std::move(input_.read[number]);
    return ReadCorpusFile(input_.files[number], options_.fields);
  }

  void Split(SourceText text, std::vector<FileResult>& files, Batch& batch) const {
    files.back().bytes += text.text.size();
    for (Document& document : extractor_.Split(std::move(text))) {
      if (options_.meta != nullptr) options_.meta->Apply(document);
      batch.Add(std::move(document));
    }
  }

  // What was read before a fault is extracted all the same; a file that is not whole is left out.
  static void Finish(Results& results, Batch& batch) {
    try {
      if (!batch.failed()) batch.Extract();
    } catch (...) {
      results.failure = std::current_exception();
    }
    results.files.resize(batch.Whole());
  }

  const Extractor& extractor_;
  PipelineInput input_;
  const PipelineOptions& options_;
};

std::size_t BytesOf(const Results& results) {
  std::size_t bytes = 0;
  for (const FileResult& file : results.files) bytes += file.bytes;
  return bytes;
}

// Returns how many files there were.
std::size_t Consume(Results& results, const std::function<void(FileResult&&)>& consume) {
  for (FileResult& file : results.files) consume(std::move(file));
  if (results.failure) std::rethrow_exception(results.failure);
  return results.files.size();
}

class Pipeline {
 public:
  Pipeline(FileReader& reader, std::size_t jobs)
      : reader_(reader), jobs_(jobs), window_(jobs * 4 * kStretch), consumed_pieces_(jobs) {}
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  ~Pipeline() {
    Stop();
    for (std::thread& thread : threads_) thread.join();
  }

  void Run(const std::function<void(FileResult&&)>& consume) {
    const std::size_t stretches = (reader_.size() + kStretch - 1) / kStretch;
    for (std::size_t i = 1; i < std::min(jobs_, stretches); ++i)
      threads_.emplace_back([this, i] { Work(i); });
    for (std::size_t number = 0; number < reader_.size();) {
      Piece piece = Wait(number);
      number += Consume(piece.results, consume);
      if (piece.maker != kCaller && BytesOf(piece.results) < kMostBytes) GiveBack(std::move(piece));
    }
  }

 private:
  static constexpr std::size_t kStretch = 16;  // files that a thread takes at once
  static constexpr std::size_t kHelp = 4;      // and the caller, who is soon asked for
  static constexpr std::size_t kCaller = 0;    // the caller's number as a thread

  struct Piece {
    std::size_t maker = kCaller;
    Results results;
  };

  void Work(std::size_t thread) {
    std::unique_lock lock(mutex_);
    while (true) {
      room_.wait(lock, [this] { return stopped_ || next_ == reader_.size() || HasRoom(); });
      if (stopped_ || next_ == reader_.size()) return;
      RunNext(thread, kStretch, lock);
    }
  }

  bool HasRoom() const { return next_ < reader_.size() && next_ < consumed_ + window_; }

  void RunNext(std::size_t thread, std::size_t files, std::unique_lock<std::mutex>& lock) {
    const std::size_t first = next_;
    next_ = std::min(first + files, reader_.size());
    const std::size_t last = next_;
    std::vector<Piece> consumed = std::exchange(consumed_pieces_[thread], {});
    lock.unlock();
    consumed.clear();
    RunStretch(thread, first, last);
    lock.lock();
  }

  void RunStretch(std::size_t thread, std::size_t first, std::size_t last) {
    while (first < last) {
      Piece piece{thread, reader_.Run(first, last)};
      const std::size_t begin = std::exchange(first, first + piece.results.files.size());
      if (piece.results.failure) first = last;
      HandOver(begin, std::move(piece));
    }
  }

  void HandOver(std::size_t first, Piece piece) {
    const std::lock_guard lock(mutex_);
    done_.insert({first, std::move(piece)});
    if (first == awaited_) ready_.notify_one();
  }

  Piece Wait(std::size_t number) {
    std::unique_lock lock(mutex_);
    awaited_ = number;
    while (!done_.contains(number)) {
      if (HasRoom()) {
        RunNext(kCaller, kHelp, lock);
      } else {
        ready_.wait(lock);
      }
    }
    Piece piece = std::move(done_.extract(number).mapped());
    consumed_ = number + piece.results.files.size();
    lock.unlock();
    room_.notify_all();
    return piece;
  }

  void GiveBack(Piece piece) {
    const std::lock_guard lock(mutex_);
    consumed_pieces_[piece.maker].push_back(std::move(piece));
  }

  void Stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    room_.notify_all();
  }

  FileReader& reader_;
  const std::size_t jobs_;
  const std::size_t window_;  // files that may be ahead of the consumer
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable ready_;
  std::map<std::size_t, Piece> done_;                // by number of the first file
  std::vector<std::vector<Piece>> consumed_pieces_;  // by thread that made them
  std::size_t next_ = 0;
  std::size_t consumed_ = 0;
  std::size_t awaited_ = 0;  // the piece that the consumer needs next
  bool stopped_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace

void RunPipeline(const Extractor& extractor, PipelineInput input, const PipelineOptions& options,
                 const std::function<void(FileResult&&)>& consume) {
  FileReader reader(extractor, std::move(input), options);
  if (options.jobs > 1) return Pipeline(reader, options.jobs).Run(consume);
  for (std::size_t number = 0; number < reader.size();) {
    Results results = reader.Run(number, std::min(number + kMostDocuments, reader.size()));
    number += Consume(results, consume);
  }
}

}  // namespace zhitu::extract
