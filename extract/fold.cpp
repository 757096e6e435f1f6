#include "extract/fold.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "extract/characters.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

#include "fold_table.inc"

// 0 for what stays as it is.
std::uint32_t FoldEntry(char32_t c) {
  return kFoldEntries[kFoldPages[c >> 8U] * 256U + (c & 0xFFU)];
}

// What a code point becomes whose entry is not 0; nothing where it vanishes.
std::string_view FoldedBytes(std::uint32_t entry) {
  const auto* pool = reinterpret_cast<const char*>(kFoldPool) + (entry >> 8U);
  return {pool, (entry & 0xFFU) >> 1U};
}

constexpr std::size_t kLong = 3;  // bytes of nearly all characters of a Chinese text
constexpr char32_t kFirstHan = 0x4E00;
constexpr char32_t kLastHan = 0x9FFF;

// The two first bytes of a common Han character as one number.
constexpr std::uint32_t kFirstHanRow = 0xE4B8;
constexpr std::uint32_t kLastHanRow = 0xE9BF;

// The common Han characters that stay as they are: a bit for each by its third byte, a word for
// those with the same two first bytes. What a text needs of it fits into the first-level cache,
// unlike the table of what all characters become.
class StayingHan {
 public:
  StayingHan() {
    for (char32_t c = kFirstHan; c <= kLastHan; ++c) {
      if (FoldEntry(c) != 0) continue;
      const char32_t row = ((0xE0U | (c >> 12U)) << 8U) | 0x80U | ((c >> 6U) & 0x3FU);
      rows_[row - kFirstHanRow] |= std::uint64_t{1} << (c & 0x3FU);
    }
  }

  // Where those from byte `at` on end; at most `end`.
  std::size_t End(std::string_view text, std::size_t at, std::size_t end) const {
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
    while (at + kLong <= end && Has(bytes + at)) at += kLong;
    return at;
  }

 private:
  bool Has(const unsigned char* bytes) const {
    const auto lead = static_cast<std::uint16_t>((bytes[0] << 8U) | bytes[1]);
    const std::uint32_t row = lead - kFirstHanRow;  // huge below the first
    return row <= kLastHanRow - kFirstHanRow &&
           (rows_.data()[row] & (std::uint64_t{1} << (bytes[2] & 0x3FU))) != 0;
  }

  std::array<std::uint64_t, kLastHanRow - kFirstHanRow + 1> rows_{};
};

const StayingHan& Staying() {
  static const StayingHan staying;
  return staying;
}

bool IsOneCodePoint(std::string_view text) {
  std::size_t at = 0;
  NextCodePoint(text, at);
  return at == text.size();
}

// What becomes of the ASCII characters and of the punctuation of Chinese texts, in a table that the
// first-level cache holds.
class SimpleFolds {
 public:
  // A character of a text without anything special about it.
  struct Fold {
    std::array<char, 3> bytes{};  // of the one character that it becomes
    std::uint8_t size = 0;        // of them, at most those of the character itself; 0: special
  };

  SimpleFolds() {
    for (std::size_t page = 0; page < kPages.size(); ++page) {
      page_of_[kPages[page] / kPage] = static_cast<std::uint8_t>(page + 1);
      for (char32_t c = 0; c < kPage; ++c) folds_[(page + 1) * kPage + c] = Of(kPages[page] + c);
    }
  }

  // True if a character of three bytes with this first one may be simple.
  static bool MayBegin(unsigned char lead) { return lead == 0xE2 || lead == 0xE3 || lead == 0xEF; }
  // The fold of the character at `bytes`, which must be ASCII or have three bytes.
  const Fold& operator()(const unsigned char* bytes) const {
    const char32_t lead = bytes[0];
    if (lead < 0x80) return Get(lead / kPage, lead);
    return Get(((lead & 0x0FU) << 6U) | (bytes[1] & 0x3FU), bytes[2]);
  }

 private:
  static constexpr char32_t kPage = 64;
  static constexpr std::array<char32_t, 6> kPages = {0x0, 0x40, 0x2000, 0x3000, 0xFF00, 0xFF40};

  const Fold& Get(char32_t page, char32_t last) const {
    return folds_.data()[page_of_.data()[page] * kPage + last % kPage];
  }

  static Fold Of(char32_t c) {
    std::string original;
    AppendUtf8(c, original);
    const std::uint32_t entry = FoldEntry(c);
    const std::string_view bytes = entry == 0 ? std::string_view(original) : FoldedBytes(entry);
    Fold fold;
    const bool special = IsSpace(c) || IsCombiningMark(c) || bytes.empty() ||
                         bytes.size() > original.size() || !IsOneCodePoint(bytes);
    if (special) return fold;
    std::copy(bytes.begin(), bytes.end(), fold.bytes.begin());
    fold.size = static_cast<std::uint8_t>(bytes.size());
    return fold;
  }

  std::array<std::uint8_t, 0x10000 / kPage> page_of_{};  // page 0 is of special ones alone
  std::array<Fold, (kPages.size() + 1) * kPage> folds_{};
};

const SimpleFolds& Simple() {
  static const SimpleFolds simple;
  return simple;
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
    out_.text_.resize(bytes + bytes / kBytesOfRun);
    out_.runs_.reserve(bytes / kBytesOfRun);
    out_.others_.reserve(bytes / kBytesOfRun);
  }

  void AddPiece(std::string_view text, const Span& piece) {
    for (std::size_t at = piece.begin; at < piece.end;) {
      MakeRoom(piece.end - at);  // characters before may have become longer
      if (!pending_) at = AddSimple(text, at, piece.end);
      if (at < piece.end) AddCharacter(text, at);
    }
    PendSpace(piece.end, piece.end, false);
  }

  // Ends a block: nothing before it is joined to what comes.
  void EndBlock(std::size_t original) {
    pending_ = false;
    previous_ = 0;
    Expand("\n", original, 1);
  }

  FoldedText Take() {
    out_.text_.resize(size_);
    return std::move(out_);
  }

 private:
  // Han characters that stay as they are and what `SimpleFolds` knows, of which most texts are made
  // almost to the end; gives where they end. No space may be pending, and there must be room.
  std::size_t AddSimple(std::string_view text, std::size_t at, std::size_t end) {
    const std::size_t begin = at;
    for (std::size_t before = end; at != before;) {  // until neither knows the next character
      before = at;
      at = AddOthers(text, AddStaying(text, at, end), end);
    }
    if (at == begin) return at;
    std::size_t last = at;
    previous_ = CodePointBefore(text, last);
    return at;
  }

  std::size_t AddStaying(std::string_view text, std::size_t at, std::size_t end) {
    const std::size_t behind = staying_.End(text, at, end);
    if (behind == at) return at;
    ContinueRun(at);
    std::memcpy(out_.text_.data() + size_, text.data() + at, behind - at);
    size_ += behind - at;
    next_original_ = behind;
    return behind;
  }

  // What is simple up to the next Han character.
  std::size_t AddOthers(std::string_view text, std::size_t at, std::size_t end) {
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
    const std::size_t begin = size_;
    while (at < end) {
      const bool is_ascii = bytes[at] < 0x80;
      if (!is_ascii && (!SimpleFolds::MayBegin(bytes[at]) || at + kLong > end)) break;
      const SimpleFolds::Fold fold = simple_(bytes + at);
      if (fold.size == 0) break;
      const std::size_t length = is_ascii ? 1 : kLong;
      if (fold.size == length) {
        ContinueRun(at);
      } else {
        out_.runs_.push_back({{size_, size_ + fold.size}, {at, at + length}});
      }
      std::memcpy(out_.text_.data() + size_, &fold, sizeof fold);  // at once; there is room
      size_ += fold.size;
      at += length;
      next_original_ = at;
    }
    if (size_ > begin) NoteOther(begin, size_ - begin);
    return at;
  }

  // The character that begins at `at`; moves `at` behind it.
  void AddCharacter(std::string_view text, std::size_t& at) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(text, at);
    if (IsSpace(c)) return PendSpace(begin, at, true);
    const std::size_t length = at - begin;
    const std::uint32_t entry = FoldEntry(c);
    const std::string_view folded = entry == 0 ? text.substr(begin, length) : FoldedBytes(entry);
    if (folded.empty()) return;
    FlushSpace(c);
    NoteOther(size_, folded.size());
    if (entry == 0 || (folded.size() == length && IsOneCodePoint(folded))) {
      Copy(folded, begin);
    } else {
      Expand(folded, begin, length);
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
    if (!keep) return;
    NoteOther(size_, 1);
    Expand(" ", space_.begin, std::max<std::size_t>(space_.size(), 1));
  }

  // What is written at `begin` is no Han character that stays as it is.
  void NoteOther(std::size_t begin, std::size_t size) {
    if (!out_.others_.empty() && out_.others_.back().end == begin) {
      out_.others_.back().end += size;
    } else {
      out_.others_.push_back({begin, begin + size});
    }
  }

  // What is written next keeps its length and stands at `original`.
  void ContinueRun(std::size_t original) {
    if (next_original_ != original) out_.runs_.push_back({{size_, size_}, {original, original}});
  }

  void Copy(std::string_view bytes, std::size_t original) {
    ContinueRun(original);
    Write(bytes);
    next_original_ = original + bytes.size();
  }

  // @param length  at least 1.
  void Expand(std::string_view folded, std::size_t original, std::size_t length) {
    next_original_ = original + length;
    out_.runs_.push_back({{size_, size_ + folded.size()}, {original, next_original_}});
    Write(folded);
  }

  // Sees to it that so many bytes, and the word that is stored with the last of them, can follow.
  void MakeRoom(std::size_t bytes) {
    const std::size_t needed = size_ + bytes + sizeof(std::uint64_t);
    if (out_.text_.size() < needed) out_.text_.resize(needed + needed / 2);
  }

  void Write(std::string_view bytes) {
    MakeRoom(bytes.size());
    std::memcpy(out_.text_.data() + size_, bytes.data(), bytes.size());
    size_ += bytes.size();
  }

  const StayingHan& staying_ = Staying();
  const SimpleFolds& simple_ = Simple();
  FoldedText out_;                                      // its text has room behind what was written
  std::size_t size_ = 0;                                // bytes that were written
  std::size_t next_original_ = std::string_view::npos;  // the byte that the last run goes on with
  char32_t previous_ = 0;  // the last one that is no combining mark, before folding
  bool pending_ = false;
  bool printed_space_ = false;
  Span space_;
};

void FoldedText::IndexRuns() {
  runs_.push_back({{text_.size(), text_.size()}, {}});
  run_at_.reserve(text_.size() / kStretch + 1);
  const Run* run = runs_.data();
  for (std::size_t at = 0; at < text_.size(); at += kStretch) {
    while (run[1].folded.begin <= at) ++run;
    run_at_.push_back(static_cast<std::uint32_t>(run - runs_.data()));
  }
}

inline Span FoldedText::Between(const Run& first, std::size_t begin, const Run& last,
                                std::size_t end) {
  return {begin < first.folded.end ? first.original.begin
                                   : first.original.end + (begin - first.folded.end),
          last.original.end + (end - std::min(end, last.folded.end))};
}

Span FoldedText::Original(std::size_t begin, std::size_t end) const {
  const Run& first = RunAt(begin, runs_.data());
  if (begin > first.folded.begin && begin < first.folded.end) return {};
  const Run& last = RunAt(end - 1, &first);
  if (end < last.folded.end) return {};
  if (end < text_.size() && !IsUnifiedHan(text_, end)) {
    std::size_t at = end;
    if (ContinuesCharacter(NextCodePoint(text_, at))) return {};
  }
  return Between(first, begin, last, end);
}

Span FoldedText::Around(std::size_t begin, std::size_t end) const {
  const Run& first = RunAt(begin, runs_.data());
  return Between(first, begin, RunAt(end - 1, &first), end);
}

FoldedCharacter FoldCharacter(char32_t code_point) {
  const std::uint32_t entry = FoldEntry(code_point);
  if (entry == 0) return {{}, 1, code_point};
  const std::string_view bytes = FoldedBytes(entry);
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
  if (Staying().End(name, 0, name.size()) == name.size()) return std::string(name);
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
  const StayingHan& staying = Staying();
  for (std::size_t at = staying.End(name, 0, name.size()); at < name.size();
       at = staying.End(name, at, name.size())) {
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
