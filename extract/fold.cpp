#include "extract/fold.h"

#include <algorithm>
#include <array>

#include "extract/characters.h"
#include "extract/utf8.h"
#include "extract/utf8_word_impl.h"

namespace zhitu::extract {
namespace {

#include "fold_table.inc"

// 0 for what stays as it is.
std::uint32_t FoldEntry(char32_t c) {
  return kFoldEntries[kFoldPages[c >> 8U] * 256U + (c & 0xFFU)];
}

// What a code point folds to: `bytes`, its own, where it stays as it is; nothing where it vanishes.
std::string_view FoldCodePoint(char32_t c, std::string_view bytes) {
  const std::uint32_t entry = FoldEntry(c);
  if (entry == 0) return bytes;
  const auto* pool = reinterpret_cast<const char*>(kFoldPool) + (entry >> 8U);
  return {pool, (entry & 0xFFU) >> 1U};
}

constexpr char32_t kFirstHan = 0x4E00;
constexpr char32_t kLastHan = 0x9FFF;
using HanBits = std::array<std::uint64_t, (kLastHan - kFirstHan) / 64 + 1>;

// A bit for each common Han character that stays as it is: small enough for the first-level cache,
// which the table of what all characters become is not.
const HanBits& StayingHan() {
  static const HanBits staying = [] {
    HanBits bits{};
    for (char32_t c = kFirstHan; c <= kLastHan; ++c) {
      if (FoldEntry(c) == 0)
        bits[(c - kFirstHan) / 64] |= std::uint64_t{1} << ((c - kFirstHan) % 64);
    }
    return bits;
  }();
  return staying;
}

// Where the common Han characters from byte `at` on end that stay as they are; at most `end`. Two
// characters at a time while there are as many.
std::size_t EndOfStaying(std::string_view text, std::size_t at, std::size_t end) {
  const std::uint64_t* const staying = StayingHan().data();
  const auto stays = [staying](char32_t c) {
    const char32_t number = c - kFirstHan;  // huge below the first
    return number <= kLastHan - kFirstHan && (staying[number / 64] >> (number % 64) & 1U) != 0;
  };
  constexpr std::size_t kLong = 3;  // bytes of each
  for (; at + sizeof(std::uint64_t) <= end; at += 2 * kLong) {
    const std::uint64_t word = WordOf(text.data() + at);
    if (!AreTwoLong(word) || !stays(FirstLong(word)) || !stays(FirstLong(word >> 24U))) break;
  }
  while (at + kLong <= end && IsUnifiedHan(text, at)) {
    std::size_t next = at;
    if (!stays(NextCodePoint(text, next))) break;
    at = next;
  }
  return at;
}

bool IsOneCodePoint(std::string_view text) {
  std::size_t at = 0;
  NextCodePoint(text, at);
  return at == text.size();
}

// True if a line break between the two stands for a space: words of a spaced script, or the
// punctuation after or before such a word. A hyphen takes its second half without a space, and a
// number may be broken anywhere.
bool PartsWords(char32_t before, char32_t after) {
  const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
  if (is_digit(after) && (is_digit(before) || before == U'.' || before == U',')) return false;
  constexpr std::u32string_view kAfterWord = U",.;:!?)]&%";
  constexpr std::u32string_view kBeforeWord = U"([&$#@";
  return (IsSpacedLetter(before) || kAfterWord.find(before) != std::u32string_view::npos) &&
         (IsSpacedLetter(after) || kBeforeWord.find(after) != std::u32string_view::npos);
}

// True at the wide forms of ASCII and the punctuation before U+3020, which most often end a name.
bool IsWidePunctuation(std::string_view text, std::size_t at) {
  const std::string_view start = text.substr(at, 3);
  return start.starts_with("\xEF\xBC") || (start.starts_with("\xE3\x80") && start < "\xE3\x80\xA0");
}

}  // namespace

// Appends original characters one after the other, each as its folded form.
class Folder {
 public:
  // Room for the folded form of most texts of so many bytes.
  void Reserve(std::size_t bytes) {
    constexpr std::size_t kBytesOfRun = 16;
    out_.text_.reserve(bytes);
    out_.runs_.reserve(bytes / kBytesOfRun);
  }

  void AddPiece(std::string_view text, const Span& piece) {
    for (std::size_t at = piece.begin; at < piece.end;) {
      AddStaying(text, at, EndOfStaying(text, at, piece.end));
      if (at < piece.end) AddCharacter(text, at);
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
  // Han characters up to `end` that stay as they are, at once; moves `at` there.
  void AddStaying(std::string_view text, std::size_t& at, std::size_t end) {
    if (at == end) return;
    std::size_t behind_first = at;
    FlushSpace(NextCodePoint(text, behind_first));
    Copy(text.substr(at, end - at), at);
    at = end;
    std::size_t last = end;
    previous_ = CodePointBefore(text, last);
  }

  // The character that begins at `at`; moves `at` behind it.
  void AddCharacter(std::string_view text, std::size_t& at) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(text, at);
    if (IsSpace(c)) return PendSpace(begin, at, true);
    const std::string_view bytes = text.substr(begin, at - begin);
    const std::string_view folded = FoldCodePoint(c, bytes);
    if (folded.empty()) return;
    FlushSpace(c);
    if (folded.size() == bytes.size() && IsOneCodePoint(folded)) {
      Copy(folded, begin);
    } else {
      Expand(folded, begin, bytes.size());
    }
    if (previous_ == 0 || !IsCombiningMark(c)) previous_ = c;
  }

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
    const bool keep =
        printed_space_ ? !(IsHan(previous_) && IsHan(next)) : PartsWords(previous_, next);
    if (keep) Expand(" ", space_.begin, std::max<std::size_t>(space_.size(), 1));
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
  char32_t previous_ = 0;  // the last one that is no combining mark, before folding
  bool pending_ = false;
  bool printed_space_ = false;
  Span space_;
};

void FoldedText::IndexRuns() {
  run_at_.reserve(text_.size() / kStretch + 1);
  std::uint32_t run = 0;
  for (std::size_t at = 0; at < text_.size(); at += kStretch) {
    while (run + 1 < runs_.size() && runs_[run + 1].folded <= at) ++run;
    run_at_.push_back(run);
  }
}

const FoldedText::Run& FoldedText::RunAt(std::size_t folded) const {
  const Run* run = runs_.data() + run_at_[folded / kStretch];
  const Run* const last = runs_.data() + runs_.size() - 1;
  while (run != last && run[1].folded <= folded) ++run;
  return *run;
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
    if (ContinuesCharacter(NextCodePoint(text_, at))) return {};
  }
  return Between(first, begin, last, end);
}

Span FoldedText::Around(std::size_t begin, std::size_t end) const {
  return Between(RunAt(begin), begin, RunAt(end - 1), end);
}

Span FoldedText::Between(const Run& first, std::size_t begin, const Run& last, std::size_t end) {
  return {first.expanded != 0 ? first.original : first.original + (begin - first.folded),
          last.expanded != 0 ? last.original + last.expanded : last.original + (end - last.folded)};
}

FoldedCharacter FoldCharacter(char32_t code_point) {
  if (FoldEntry(code_point) == 0) return {{}, 1, code_point};
  const std::string_view bytes = FoldCodePoint(code_point, {});
  if (bytes.empty()) return {{}, 0, 0};
  std::size_t at = 0;
  const char32_t first = NextCodePoint(bytes, at);
  return {bytes, CountCodePoints(bytes), first};
}

std::uint64_t FoldFingerprint() { return kFoldFingerprint; }

bool ContinuesCharacter(char32_t folded) {
  return IsCombiningMark(folded) || (folded >= 0x1160 && folded <= 0x11FF) ||
         (folded >= 0xD7B0 && folded <= 0xD7FF);
}

bool IsContinuedByMark(std::string_view text, std::size_t at) {
  if (IsWidePunctuation(text, at)) return false;
  while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) {
    const char32_t c = NextCodePoint(text, at);
    if (IsSpace(c)) return false;
    const FoldedCharacter folded = FoldCharacter(c);
    if (folded.count > 0) return ContinuesCharacter(folded.first);
  }
  return false;
}

std::string FoldName(std::string_view name) {
  if (EndOfStaying(name, 0, name.size()) == name.size()) return std::string(name);
  Folder folder;
  folder.AddPiece(name, {0, name.size()});
  return folder.Take().text();
}

bool FoldsToNothing(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = NextCodePoint(name, at);
    if (!IsSpace(c) && FoldCharacter(c).count > 0) return false;
  }
  return true;
}

bool StaysFolded(std::string_view name) {
  for (std::size_t at = EndOfStaying(name, 0, name.size()); at < name.size();
       at = EndOfStaying(name, at, name.size())) {
    const char32_t c = NextCodePoint(name, at);
    if (IsSpace(c)) return false;
    const FoldedCharacter folded = FoldCharacter(c);
    if (folded.count != 1 || folded.first != c) return false;
  }
  return true;
}

FoldedText FoldBlocks(std::string_view text, const std::vector<Block>& blocks) {
  Folder folder;
  folder.Reserve(text.size());
  for (const Block& block : blocks) {
    for (const Span& piece : block.pieces) folder.AddPiece(text, piece);
    folder.EndBlock(block.span().end);
  }
  FoldedText folded = folder.Take();
  folded.IndexRuns();
  return folded;
}

std::string JoinPieces(std::string_view text, const std::vector<Span>& pieces) {
  std::string joined;
  char32_t previous = 0;
  for (const Span& piece : pieces) {
    for (std::size_t at = piece.begin; at < piece.end;) {
      const bool seam = at == piece.begin;
      const std::size_t begin = at;
      const char32_t c = NextCodePoint(text, at);
      if (seam && previous != 0 && PartsWords(previous, c)) joined += ' ';
      joined += text.substr(begin, at - begin);
      if (!IsCombiningMark(c)) previous = c;
    }
  }
  return joined;
}

}  // namespace zhitu::extract
