#include "extract/fold.h"

#include <algorithm>
#include <array>

#include "extract/characters.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

#include "fold_table.inc"

// What a code point folds to; the second is false where it stays as it is.
std::pair<std::string_view, bool> FoldCodePoint(char32_t c) {
  const std::uint32_t entry = kFoldEntries[kFoldPages[c >> 8U] * 256U + (c & 0xFFU)];
  if (entry == 0) return {{}, false};
  const auto* bytes = reinterpret_cast<const char*>(kFoldPool) + (entry >> 8U);
  return {std::string_view(bytes, (entry & 0xFFU) >> 1U), true};
}

}  // namespace

// Appends original characters one after the other, each as its folded form.
class Folder {
 public:
  void AddPiece(std::string_view text, const Span& piece) {
    for (std::size_t at = piece.begin; at < piece.end;) {
      const std::size_t begin = at;
      const char32_t c = NextCodePoint(text, at);
      if (IsSpace(c)) {
        PendSpace(begin, at, true);
      } else {
        FlushSpace(c);
        AddCharacter(c, text.substr(begin, at - begin), begin);
        previous_ = c;
      }
    }
    PendSpace(piece.end, piece.end, false);
  }

  // Ends a block: nothing before it is joined to what comes.
  void EndBlock(std::size_t original) {
    pending_ = false;
    previous_ = 0;
    Expand("\n", original, 0);
  }

  FoldedText Take() { return std::move(out_); }

 private:
  void PendSpace(std::size_t begin, std::size_t end, bool printed) {
    if (!pending_) space_ = {begin, begin};
    printed_space_ = (pending_ && printed_space_) || printed;
    pending_ = true;
    space_.end = end;
  }

  // White space before `next`, or the seam between two pieces: one space or nothing.
  void FlushSpace(char32_t next) {
    if (!pending_) return;
    pending_ = false;
    if (previous_ == 0) return;
    const bool keep = printed_space_ ? !(IsHan(previous_) && IsHan(next))
                                     : IsSpacedLetter(previous_) && IsSpacedLetter(next);
    if (keep) Expand(" ", space_.begin, std::max<std::size_t>(space_.size(), 1));
  }

  void AddCharacter(char32_t c, std::string_view bytes, std::size_t original) {
    const auto [folded, changes] = FoldCodePoint(c);
    if (!changes) {
      Copy(bytes, original);
    } else if (folded.size() == bytes.size()) {
      Copy(folded, original);
    } else if (!folded.empty()) {
      Expand(folded, original, bytes.size());
    }
  }

  // Same length on both sides: continues the current run where it can.
  void Copy(std::string_view bytes, std::size_t original) {
    if (out_.runs_.empty() || next_original_ != original || out_.runs_.back().expanded != 0) {
      out_.runs_.push_back({out_.text_.size(), original, 0});
    }
    out_.text_ += bytes;
    next_original_ = original + bytes.size();
  }

  void Expand(std::string_view folded, std::size_t original, std::size_t length) {
    out_.runs_.push_back({out_.text_.size(), original, std::max<std::size_t>(length, 1)});
    out_.text_ += folded;
    next_original_ = original + length;
  }

  FoldedText out_;
  std::size_t next_original_ = 0;
  char32_t previous_ = 0;
  bool pending_ = false;
  bool printed_space_ = false;
  Span space_;
};

const FoldedText::Run& FoldedText::RunAt(std::size_t folded) const {
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), folded,
                       [](std::size_t at, const Run& run) { return at < run.folded; });
  return *std::prev(after);
}

Span FoldedText::Original(std::size_t begin, std::size_t end) const {
  const Run& first = RunAt(begin);
  if (first.expanded != 0 && begin != first.folded) return {};
  const Run& last = RunAt(end - 1);
  const auto next = static_cast<std::size_t>(&last - runs_.data()) + 1;
  const std::size_t last_end = next < runs_.size() ? runs_[next].folded : text_.size();
  if (last.expanded != 0 && end != last_end) return {};
  if (end < text_.size()) {
    std::size_t at = end;
    if (IsCombiningMark(NextCodePoint(text_, at))) return {};
  }
  return Around(begin, end);
}

Span FoldedText::Around(std::size_t begin, std::size_t end) const {
  const Run& first = RunAt(begin);
  const Run& last = RunAt(end - 1);
  return {first.expanded != 0 ? first.original : first.original + (begin - first.folded),
          last.expanded != 0 ? last.original + last.expanded : last.original + (end - last.folded)};
}

std::string FoldName(std::string_view name) {
  Folder folder;
  folder.AddPiece(name, {0, name.size()});
  return folder.Take().text();
}

FoldedText FoldBlocks(std::string_view text, const std::vector<Block>& blocks) {
  Folder folder;
  for (const Block& block : blocks) {
    for (const Span& piece : block.pieces) folder.AddPiece(text, piece);
    folder.EndBlock(block.span().end);
  }
  return folder.Take();
}

}  // namespace zhitu::extract
