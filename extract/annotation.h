#pragma once

#include <compare>
#include <cstddef>
#include <iosfwd>
#include <limits>
#include <string>
#include <tuple>
#include <vector>

#include "extract/mention.h"

namespace zhitu::extract {

/// A mention as a file gives it, made by hand or by `zhitu extract`.
struct AnnotatedMention {
  std::size_t begin =
      0;                ///< First code point, counted as the file counts: see `AnnotatedDocument`.
  std::size_t end = 0;  ///< One past the last code point; above `begin`.
  std::string type;     ///< Not empty; of any form.
  MentionKind kind = MentionKind::kName;  ///< How it names its entity.
  bool nested = false;                    ///< Lies inside a longer mention.
  std::string entity;                     ///< Id; empty where it is undecided or not given.
  std::string text;                       ///< Surface form; empty where not given.
  std::size_t column = 0;                 ///< Where it stands in its line, from 1; 0: not in one.

  /// Order by place, then type, kind, flag, entity, text and column.
  friend auto operator<=>(const AnnotatedMention&, const AnnotatedMention&) = default;
};

/// A statement as a file gives it.
struct AnnotatedStatement {
  std::string subject;                  ///< Entity id; of texts with spans or triples the surface.
  std::string predicate;                ///< As in the rules: `part_of`.
  std::string object;                   ///< Like the subject.
  std::vector<std::string> rules = {};  ///< That gave it, sorted; empty where not told.
  std::size_t begin = 0;                ///< Of its first evidence; 0 where not told.
  std::size_t end = 0;                  ///< Likewise.
  std::string subject_type = {};        ///< Where the subject is a surface; else empty.
  std::string object_type = {};         ///< Likewise.
  std::size_t column = 0;               ///< Where it stands in its line, from 1; 0: not in one.
  bool negated = false;                 ///< The text denies it.

  /// Order by subject, predicate, object: what is said, not by whom.
  friend std::strong_ordering operator<=>(const AnnotatedStatement& a,
                                          const AnnotatedStatement& b) {
    return std::tie(a.subject, a.predicate, a.object) <=>
           std::tie(b.subject, b.predicate, b.object);
  }
  /// Says the same.
  friend bool operator==(const AnnotatedStatement& a, const AnnotatedStatement& b) {
    return std::tie(a.subject, a.predicate, a.object) == std::tie(b.subject, b.predicate, b.object);
  }
};

/// How a line tells its mentions.
enum class AnnotationFormat {
  /// The object of `zhitu extract`; offsets count from the beginning of the document's file.
  kExtract,
  /// `{"text","ents":[[begin,end,type]]}`: names only; offsets count from the beginning of `text`.
  /// With `"relations":[[subject,predicate,object]]`, numbers of elements of `ents` from 0, also
  /// all statements.
  kSpans,
  /// `{"text","triples":[[subject,predicate,object]],"types":{surface:type}}`: all statements of
  /// some surfaces, each a mention wherever it stands in the text; there may be other names.
  /// Without
  /// `triples` the line gives mentions alone.
  kTriples
};

/// One line of an annotation file.
struct AnnotatedDocument {
  std::string id;        ///< `document`; for others the key `id`, else `doc`, else empty.
  std::size_t line = 0;  ///< In the file, from 1.
  AnnotationFormat format = AnnotationFormat::kExtract;  ///< How the line is written.
  std::string text;                                      ///< For `kExtract` empty.
  std::vector<AnnotatedMention> mentions;                ///< In their order.
  bool has_statements = false;  ///< The line says which statements there are, perhaps none.
  std::vector<AnnotatedStatement> statements;  ///< In their order, each once, with all its rules.
  std::vector<AnnotatedStatement> told;        ///< The same as the line tells them, in its order.
  std::string file = {};  ///< For `kExtract` the file's name, empty where it is not told.
  std::size_t begin = 0;  ///< For `kExtract` the document's first code point in the file.
  std::size_t end = std::numeric_limits<std::size_t>::max();  ///< One past its last, likewise.
};

/// A whole annotation file.
struct AnnotationFile {
  std::string file;                          ///< Its name in messages.
  std::vector<AnnotatedDocument> documents;  ///< In the order of the lines.
};

/// A line of an annotation file may have so many bytes: 64 MiB.
inline constexpr std::size_t kMaxAnnotationLine = std::size_t{64} << 20U;

/// Reads gold: JSON Lines, each line in any format; blank lines and unknown keys are skipped. Of
/// the object of `zhitu extract` it needs `document` and `mentions` with `begin`, `end`, `type` and
/// `kind`; `entity`, `text`, `nested` and `statements` may be missing, and `rule` and `evidence` of
/// a statement. Spans that lie inside longer
/// ones count as nested.
///
/// @param lines     UTF-8, with or without byte order mark, LF or CRLF.
/// @param file      name to show in errors; it is not opened.
/// @param max_line  bytes a line may have.
/// @throws InputError  with the first fault of each bad line (20 lines at most): JSON, types,
///                     offsets and numbers of mentions out of range, surfaces that the text does
///                     not hold or that have no type, or a document of `kExtract` that stands
///                     twice; also if there is no document.
/// @throws LimitError  if a line is too long or holds too many values (`JsonTree`).
/// @throws IoError     if the stream fails.
AnnotationFile ReadGold(std::istream& lines, const std::string& file,
                        std::size_t max_line = kMaxAnnotationLine);

/// Reads the output of `zhitu extract --format jsonl`, as `ReadGold` does; another format is an
/// error, no document is none.
AnnotationFile ReadPredictions(std::istream& lines, const std::string& file,
                               std::size_t max_line = kMaxAnnotationLine);

}  // namespace zhitu::extract
