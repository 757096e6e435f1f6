#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/entity.h"
#include "extract/span.h"
#include "extract/tag_sequence.h"

namespace zhitu::extract {

/// A mention between which and others statements may hold.
struct SceneMention {
  Span span;                       ///< Bytes of the text.
  EntityIndex entity = kNoEntity;  ///< Decided.
  std::uint32_t type = 0;          ///< Of any numbering that is the same in all scenes; not 0.
  /// It lies inside a longer one, but nothing else of the sentence names its entity: it is an end
  /// of statements, and the other mentions are seen as if it were not there.
  bool inner = false;
};

/// A sentence as the classifier of statements sees it: its tokens and words (`TagSequence`), and
/// typed mentions. It gives the keys of the features of an ordered pair of mentions in four parts,
/// of which the first three are alike for many pairs. Keeps memory: one thread each.
class StatementScene {
 public:
  /// Which end of a statement a mention is.
  enum class Role : std::uint8_t { kSubject, kObject };
  /// Sentences with more mentions are not looked at: they are lists.
  static constexpr std::size_t kMostMentions = 60;

  /// Reads a sentence.
  /// @param text      valid UTF-8 of less than 4 GiB.
  /// @param pieces    of its lines, in order, without what lies between.
  /// @param mentions  in it, by begin, those that are not `inner` side by side; at most
  ///                  `kMostMentions`.
  /// O(bytes + mentions^2), some 60 ns a byte.
  void Read(std::string_view text, std::span<const Span> pieces,
            std::span<const SceneMention> mentions);

  /// As they were given.
  std::span<const SceneMention> mentions() const { return mentions_; }
  /// How many tokens lie between two mentions; 0 where they overlap.
  std::size_t Distance(std::size_t one, std::size_t other) const;

  /// Appends the keys of the whole sentence: its words, the types in it.
  void AppendKeys(std::vector<std::uint64_t>& keys) const;
  /// Appends the keys of a mention as an end.
  /// @param first  it stands before the other end.
  void AppendKeys(std::size_t mention, Role role, bool first,
                  std::vector<std::uint64_t>& keys) const;
  /// Appends the keys of a pair: what stands between, and the types.
  void AppendKeys(std::size_t subject, std::size_t object, std::vector<std::uint64_t>& keys) const;

 private:
  // What is known of a mention. Tokens are counted with padding.
  struct End {
    std::size_t begin = 0;       // its first token
    std::size_t end = 0;         // one past its last
    std::size_t list_begin = 0;  // of the list of mentions of one type that it stands in
    std::size_t list_end = 0;
    std::size_t before = 0;    // mentions of its type before it
    std::size_t entities = 0;  // of its type in the sentence
  };

  // What lies between two mentions.
  struct Gap {
    std::uint64_t order = 0;  // 1: the subject stands first; 2: the object
    std::size_t low = 0;      // the mention that stands first
    std::size_t high = 0;
    std::size_t begin = 0;  // tokens, with padding
    std::size_t end = 0;

    std::size_t size() const { return end - begin; }
  };

  Gap GapOf(std::size_t subject, std::size_t object) const;
  void AppendTypes(std::size_t subject, std::size_t object, const Gap& gap,
                   std::vector<std::uint64_t>& keys) const;
  void AppendWords(const Gap& gap, std::vector<std::uint64_t>& keys) const;
  void AppendStretch(std::size_t subject, std::size_t object, const Gap& gap,
                     std::vector<std::uint64_t>& keys) const;
  void PlaceMentions();
  void FindLists();
  void CountTypes();

  TagSequence sequence_;
  std::vector<SceneMention> mentions_;
  std::vector<End> ends_;  // by mention
  std::size_t entities_ = 0;
};

/// A number that is another one where sentences have other keys. Cheap but for its first call.
std::uint64_t StatementKeysFingerprint();

}  // namespace zhitu::extract
