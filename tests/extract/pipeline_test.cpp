#include "extract/pipeline.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/brute_force_matcher.h"
#include "tests/support/temp_folder.h"

namespace zhitu::extract {
namespace {

// A folder of numbered files that name 甲区 as often as their number says, and what reads them.
class PipelineTest : public testing::TestWithParam<std::size_t> {
 protected:
  void AddFiles(std::size_t count) {
    for (; count > 0; --count) {
      std::string text;
      for (std::size_t i = 0; i < files_.size() % 7; ++i) text += "甲区好。\n\n";
      AddFile("f" + std::to_string(files_.size()) + ".txt", text);
    }
  }
  void AddFile(const std::string& name, const std::string& text) {
    const FileFormat format = name.ends_with(".jsonl") ? FileFormat::kJsonLines : FileFormat::kText;
    files_.push_back({folder_.Write(name, text), name, format});
  }
  void AddMissing(const std::string& name) { files_.push_back({folder_ / name, name}); }

  // Each file as `name:mentions`, with `!` and the problems of what was skipped, or the error; the
  // same if the first files are read before.
  std::string Run(PipelineOptions options) {
    options.jobs = GetParam();
    const std::string shown = RunBy(options, {files_, {}});
    std::size_t rest = 10;
    EXPECT_EQ(RunBy(options, {files_, ReadFirstFiles(files_, {}, [&] { return rest-- > 0; })}),
              shown);
    return shown;
  }
  std::string RunBy(const PipelineOptions& options, PipelineInput input) {
    std::string shown;
    try {
      RunPipeline(extractor_, std::move(input), options, [&](FileResult&& result) {
        std::size_t mentions = 0;
        for (const Extraction& extraction : result.extractions)
          mentions += extraction.mentions.size();
        shown += result.file->name + ':' + std::to_string(mentions);
        for (const Problem& problem : result.skipped) shown += '!' + Cut(Describe(problem));
        shown += ' ';
      });
    } catch (const std::exception& error) {
      shown += "error " + Cut(error.what());
    }
    return shown;
  }

  // A message without the path of the folder.
  std::string Cut(std::string text) const {
    const std::string prefix = folder_.path() + '/';
    for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix))
      text.erase(at, prefix.size());
    return text;
  }

  TempFolder folder_;
  std::vector<CorpusFile> files_;
  Gazetteer gazetteer_ = BuildGazetteer({{"甲区", 0}});
  Extractor extractor_{gazetteer_, {"none", {}}};
};

TEST_P(PipelineTest, NoFiles) { EXPECT_EQ(Run({}), ""); }

TEST_P(PipelineTest, ResultsComeInOrderOfTheFiles) {
  AddFiles(60);
  std::string expected;
  for (std::size_t i = 0; i < 60; ++i)
    expected += "f" + std::to_string(i) + ".txt:" + std::to_string(i % 7) + ' ';
  EXPECT_EQ(Run({}), expected);
}

// Documents are extracted in batches of 64, or of 256 kB of text.
TEST_P(PipelineTest, DocumentsOfABatchGoBackToTheirFiles) {
  std::string records;
  for (int i = 0; i < 150; ++i) records += "{\"text\":\"甲区\"}\n";
  std::string large;
  for (int i = 0; i < 50'000; ++i) large += "甲区。\n";
  AddFile("a.txt", "甲区和甲区");
  AddFile("b.jsonl", records);
  AddFile("c.txt", large);
  AddFile("d.jsonl", records + "[]\n" + records);
  AddMissing("e.txt");
  AddFile("f.txt", "甲区");
  EXPECT_EQ(Run({}),
            "a.txt:2 b.jsonl:150 c.txt:50000 d.jsonl:300!d.jsonl:151:1: not a JSON object; "
            "expected one object a line e.txt:0!e.txt: e.txt: No such file or directory f.txt:1 ");
  PipelineOptions options;
  options.fail_on_error = true;
  EXPECT_EQ(Run(options),
            "a.txt:2 b.jsonl:150 c.txt:50000 error d.jsonl:151:1: not a JSON object; expected one "
            "object a line");
}

TEST_P(PipelineTest, BadFilesAndRecordsAreToldInTheirPlace) {
  AddFile("a.txt", "甲区");
  AddMissing("b.txt");
  AddFile("c.txt", std::string("甲区\0", 7));
  AddFile("d.jsonl", "{\"text\":\"甲区\"}\n[]\n{\"text\":\"甲区和甲区\"}\n");
  AddFile("e.txt", "");
  EXPECT_EQ(Run({}),
            "a.txt:1 b.txt:0!b.txt: b.txt: No such file or directory "
            "c.txt:0!c.txt: holds a NUL byte, so it is no text; expected UTF-8 text "
            "d.jsonl:3!d.jsonl:2:1: not a JSON object; expected one object a line e.txt:0 ");
}

TEST_P(PipelineTest, FailsAtTheFirstBadFile) {
  AddFiles(20);
  AddMissing("b.txt");
  AddFiles(20);
  PipelineOptions options;
  options.fail_on_error = true;
  const std::string shown = Run(options);
  EXPECT_EQ(shown.substr(shown.rfind("f19")), "f19.txt:5 error b.txt: No such file or directory");
}

TEST_P(PipelineTest, FailsAtTheFirstBadRecordEvenIfALaterFileWasReadBefore) {
  AddFile("a.jsonl", "{\"text\":\"甲区\"}\n[]\n");
  AddMissing("b.txt");
  PipelineOptions options;
  options.fail_on_error = true;
  EXPECT_EQ(Run(options), "error a.jsonl:2:1: not a JSON object; expected one object a line");
}

TEST_P(PipelineTest, FailsAtAFileThatIsTooLarge) {
  AddFile("a.txt", "甲区");
  AddFile("b.txt", "");
  std::filesystem::resize_file(folder_ / "b.txt", (std::uintmax_t{1} << 31U) + 1);
  EXPECT_EQ(Run({}), "a.txt:1 error b.txt: larger than 2 GiB; split it into smaller files");
}

TEST_P(PipelineTest, PassesOnWhatTheConsumerThrows) {
  AddFiles(50);
  PipelineOptions options;
  options.jobs = GetParam();
  std::size_t consumed = 0;
  const auto consume = [&](FileResult&&) {
    if (++consumed == 5) throw std::runtime_error("enough");
  };
  EXPECT_THROW(RunPipeline(extractor_, {files_, {}}, options, consume), std::runtime_error);
  EXPECT_EQ(consumed, 5U);
}

TEST_P(PipelineTest, ConsumesOnTheCallingThread) {
  AddFiles(20);
  PipelineOptions options;
  options.jobs = GetParam();
  const std::thread::id caller = std::this_thread::get_id();
  RunPipeline(extractor_, {files_, {}}, options,
              [&](FileResult&&) { EXPECT_EQ(std::this_thread::get_id(), caller); });
}

// The last file is made while the first is consumed: it is found if no thread has come so far.
TEST_P(PipelineTest, ReadsOnlyAFewFilesAhead) {
  AddFiles(1);
  const std::size_t ahead = 64 * GetParam() + 32;  // four stretches a thread, and two more
  for (std::size_t i = 1; i <= ahead; ++i) AddMissing("late" + std::to_string(i) + ".txt");
  PipelineOptions options;
  options.jobs = GetParam();
  std::string shown;
  RunPipeline(extractor_, {files_, {}}, options, [&](FileResult&& result) {
    if (result.file == files_.data()) {
      // Time enough for the threads to run ahead as far as they will.
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      folder_.Write(files_.back().name, "甲区");
    }
    if (result.file == &files_.back()) shown = std::to_string(result.extractions.size());
  });
  EXPECT_EQ(shown, "1");
}

TEST_P(PipelineTest, CountsBytesAndAppliesTheTable) {
  AddFile("a.txt", "\xEF\xBB\xBF甲区\xFF");
  AddFile("b.jsonl", "{\"text\":\"甲\"}\n{\"text\":\"乙区\"}\n");
  const DocumentMeta meta =
      DocumentMeta::Load(folder_.Write("meta.csv", "document,date\na.txt,2024-05-06\n"));
  PipelineOptions options;
  options.jobs = GetParam();
  options.meta = &meta;
  std::string shown;
  RunPipeline(extractor_, {files_, {}}, options, [&](FileResult&& result) {
    shown += std::to_string(result.bytes) + ' ' + std::to_string(result.warnings.size());
    for (const Extraction& extraction : result.extractions)
      shown += ' ' + extraction.document.id + '=' + extraction.document.date;
    shown += '\n';
  });
  EXPECT_EQ(shown, "9 1 a.txt=2024-05-06\n9 0 b.jsonl#1= b.jsonl#2=\n");
}

INSTANTIATE_TEST_SUITE_P(Jobs, PipelineTest, testing::Values(1, 2, 3, 8),
                         [](const auto& c) { return std::to_string(c.param); });

}  // namespace
}  // namespace zhitu::extract
