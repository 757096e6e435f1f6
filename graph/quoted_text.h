#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/document_marks.h"
#include "graph/joined_lines.h"
#include "graph/records.h"
#include "graph/store.h"
#include "graph/stored_text.h"

namespace zhitu::graph {

/// A mention inside a text that is shown.
struct TextMark {
  std::size_t begin = 0;    ///< First code point of the text.
  std::size_t end = 0;      ///< One past the last.
  EntityNumber entity = 0;  ///< What it names.

  /// Equal in all.
  friend bool operator==(const TextMark&, const TextMark&) = default;
};

/// Words of a document as they are shown: mostly one whole sentence. Views are valid while it is
/// handed over.
struct QuotedText {
  std::string_view document;    ///< The document's id.
  std::string_view file;        ///< Its file.
  std::string_view title;       ///< Its title, or empty.
  std::string_view date;        ///< As the corpus gave it, or empty.
  std::int64_t line = 0;        ///< Of its first character in the file, from 1.
  std::int64_t column = 0;      ///< In code points, from 1.
  std::string text;             ///< UTF-8 without line breaks.
  bool cut_before = false;      ///< The sentence begins before it.
  bool cut_after = false;       ///< The sentence goes on behind it.
  std::vector<TextMark> marks;  ///< Decided mentions, by begin, the longest first.
};

/// The part of a sentence that is shown for a place in it: all of it where it has at most
/// `kLongestQuote` code points, else so many around the begin of the place.
Stretch ShownPart(const Stretch& sentence, const Stretch& place);

/// A place inside a text that is shown.
struct QuotedPart {
  std::uint32_t text = 0;   ///< Number of the text, from 0 in the order in which they come.
  std::uint32_t begin = 0;  ///< First code point of it.
  std::uint32_t end = 0;    ///< One past the last.

  /// Equal in all.
  friend bool operator==(const QuotedPart&, const QuotedPart&) = default;
};

/// Makes the texts that are shown of one document after the other; places that are shown by the
/// same stretch share its text. One thread.
class QuotedTexts {
 public:
  /// What takes each text, in the order of their numbers.
  using Visitor = std::function<void(const QuotedText&)>;

  /// @param keep   says which entities are marked.
  /// @param visit  takes them.
  QuotedTexts(std::function<bool(EntityNumber)> keep, Visitor visit);

  /// Begins a document, whose marks must stay as they are until the next one. @param text  its
  /// text, which is copied only if something of it is shown; as long.
  void Open(const DocumentRecord& document, std::string_view text, const DocumentMarks& marks);
  /// Shows a place of the document with the sentences around it; what lies outside of the document
  /// does not count.
  QuotedPart Show(const Stretch& place);
  /// The line and column of a code point of the document.
  extract::LineColumn Position(std::int64_t code_point);
  /// How many texts there are.
  std::uint32_t count() const { return count_; }

 private:
  struct Shown {
    std::uint32_t number = 0;
    std::size_t begin = 0;  // byte of the document
    JoinedLines words;

    // The code point of the text at which a byte of the document stands.
    std::size_t At(std::size_t byte) const;
  };

  StoredText& Text();
  const Shown& ShowPart(const Stretch& part, const Stretch& sentence);
  std::vector<TextMark> MarksIn(const Stretch& part, const StoredText& text,
                                const Shown& shown) const;

  std::function<bool(EntityNumber)> keep_;
  Visitor visit_;
  std::uint32_t count_ = 0;
  const DocumentRecord* document_ = nullptr;
  std::string_view bytes_;
  const DocumentMarks* marks_ = nullptr;
  std::optional<StoredText> text_;
  std::map<std::pair<std::int64_t, std::int64_t>, Shown> shown_;  // by stretch of the document
};

}  // namespace zhitu::graph
