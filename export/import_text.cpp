#include "export/import_text.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

#include "extract/corpus.h"
#include "extract/encoding.h"
#include "extract/hash.h"

namespace zhitu::xport {

ImportText::ImportText(const std::string& path, graph::Importer& importer)
    : importer_(importer), bytes_(extract::ReadBytes(path)) {
  const std::string name = std::filesystem::path(path).filename().string();
  file_ = {path, extract::DecodeUtf8(name).text, extract::HashHex(bytes_)};
  importer_.BeginFile(file_);
  std::vector<extract::Problem> faults = extract::Utf8Problems(path, bytes_);
  readable_ = faults.empty();
  for (extract::Problem& fault : faults) importer_.Report(std::move(fault));
  text_ = bytes_;
  if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
}

std::size_t ImportText::LineOf(std::size_t byte) {
  if (byte < counted_) {
    counted_ = 0;
    line_ = 1;
  }
  const auto begin = text_.begin() + static_cast<std::ptrdiff_t>(counted_);
  const auto end = text_.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text_.size()));
  line_ += static_cast<std::size_t>(std::count(begin, end, '\n'));
  counted_ = byte;
  return line_;
}

extract::LineColumn ImportText::PlaceOf(std::size_t byte) const {
  if (!index_) index_.emplace(text_);
  return index_->Position(std::min(byte, text_.size()));
}

void ImportText::Report(std::size_t byte, std::string what) {
  importer_.Report(PlaceOf(byte), std::move(what));
}

void ImportText::ReportForeign(std::string what) {
  importer_.ReportForeign({{file_.path, 1, 1}, std::move(what)});
}

void ReadNodesThenEdges(
    const std::vector<std::string>& paths, graph::Importer& importer,
    const std::function<void(std::size_t)>& progress,
    const std::function<void(ImportText& text, bool edges,
                             const std::function<void(std::size_t)>& count)>& read) {
  std::size_t elements = 0;
  const std::function<void(std::size_t)> count = [&](std::size_t more) {
    elements += more;
    if (progress) progress(elements);
  };
  std::vector<std::unique_ptr<ImportText>> texts;
  for (const std::string& path : paths) {
    auto text = std::make_unique<ImportText>(path, importer);
    if (!text->readable()) continue;
    read(*text, /*edges=*/false, count);
    texts.push_back(std::move(text));
  }
  // Where nodes are missing because of a fault, edges to them are no faults of their own.
  if (importer.faults() > 0) importer.AllowUndeclared();
  for (std::unique_ptr<ImportText>& text : texts) {
    text->BeginAgain();
    read(*text, /*edges=*/true, count);
    text.reset();
  }
}

}  // namespace zhitu::xport
