// Keys are numbers mixed from a kind and the numbers of tokens, words and types; no text is looked
// at, and nothing that a language decides. Names of one type with at most two tokens between them
// are a list: what is said before its first name (演员, 导演) is said of all.
#include "extract/statement_scene.h"

#include <algorithm>
#include <array>

#include "extract/hash_index.h"
#include "extract/tag_features.h"

namespace zhitu::extract {
namespace {

using Key = std::uint64_t;
using Keys = std::vector<Key>;

constexpr std::size_t kAround = 3;         // tokens and words that are looked at beside a mention
constexpr std::size_t kMostBetween = 150;  // tokens between that are looked at
constexpr std::size_t kMostParts = 16;     // tokens and names of a whole stretch between
constexpr std::size_t kListGap = 2;        // tokens between two names of a list

// What a key tells. Numbers are never used again for something else.
enum class Kind : std::uint8_t {
  kTypes = 1,
  kDistance,
  kWordBetween,
  kWholeBetween,
  kBegins,
  kEnds,
  kTypesBetween,
  kMark,
  kMarks,
  kManyBetween,
  kSameBetween,
  kRanks,
  kCounts,
  kNameMeets,
  kLeft,
  kRight,
  kLeftInOrder,
  kRightInOrder,
  kListLeft,
  kListRight,
  kListPlace,
  kWordBefore,
  kWordBehind,
  kNameToken,
  kNameEdge,
  kNameLength,
  kFirstName,
  kTypeIn,
  kWordIn,
  kEntities
};

void Add(Kind kind, Key value, Keys& keys) {
  keys.push_back(MixBits(static_cast<Key>(kind), value));
}

Key Mix(std::size_t a, std::size_t b) { return MixBits(a, b); }

// Distances in steps that grow.
std::size_t Bucket(std::size_t distance) {
  constexpr std::array<std::size_t, 14> kSteps = {0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96};
  return static_cast<std::size_t>(std::lower_bound(kSteps.begin(), kSteps.end(), distance) -
                                  kSteps.begin());
}

std::size_t UpTo(std::size_t value, std::size_t most) { return std::min(value, most); }

bool IsMark(const Token& token) { return token.shape >= TokenClass::kOpening; }

// Each key from `begin` on once.
void MakeUnique(std::size_t begin, Keys& keys) {
  const auto first = keys.begin() + static_cast<std::ptrdiff_t>(begin);
  std::sort(first, keys.end());
  keys.erase(std::unique(first, keys.end()), keys.end());
}

// Runs of 1 to 3 tokens that end before `at`; there is padding for it.
void AddLeft(const TagSequence& s, std::size_t at, Kind kind, Key with, Keys& keys) {
  for (std::size_t n = 1; n <= kAround; ++n) {
    with = MixBits(with, s.tokens[at - n].id);
    Add(kind, with, keys);
  }
}

// Runs of 1 to 3 tokens from `at` on.
void AddRight(const TagSequence& s, std::size_t at, Kind kind, Key with, Keys& keys) {
  for (std::size_t n = 0; n < kAround; ++n) {
    with = MixBits(with, s.tokens[at + n].id);
    Add(kind, with, keys);
  }
}

// The words that lie between tokens [begin, end), in order.
template <typename Visit>
void ForWords(const TagSequence& s, std::size_t begin, std::size_t end, const Visit& visit) {
  bool whole = false;
  for (std::size_t i = begin; i < end; ++i) {
    if ((s.place[i] & TagSequence::kFirst) != 0) whole = true;
    if (whole && (s.place[i] & TagSequence::kLast) != 0) visit(s.words[s.word[i]]);
  }
}

// Words that end before token `begin` and that begin behind token `end - 1`.
void AddWordsAround(const TagSequence& s, std::size_t begin, std::size_t end, Key with,
                    Keys& keys) {
  std::size_t before = s.word[begin];
  if ((s.place[begin] & TagSequence::kFirst) != 0) --before;
  std::size_t behind = s.word[end - 1];
  if ((s.place[end - 1] & TagSequence::kLast) != 0) ++behind;
  for (std::size_t n = 0; n < kAround; ++n) {
    Add(Kind::kWordBefore, MixBits(with, s.words[before - n]), keys);
    Add(Kind::kWordBehind, MixBits(with, s.words[behind + n]), keys);
  }
}

}  // namespace

void StatementScene::Read(std::string_view text, std::span<const Span> pieces,
                          std::span<const SceneMention> mentions) {
  ReadTagSequence(text, pieces, {}, sequence_);
  mentions_.assign(mentions.begin(), mentions.end());
  if (sequence_.size() == 0) mentions_.clear();  // all of it vanishes
  PlaceMentions();
  FindLists();
  CountTypes();
}

// A mention has the tokens that it shares a byte with; one without any (it vanishes) the next, or
// the last.
void StatementScene::PlaceMentions() {
  ends_.assign(mentions_.size(), {});
  const auto tokens = sequence_.real();
  for (std::size_t i = 0; i < mentions_.size(); ++i) {
    const Span& span = mentions_[i].span;
    const auto begin = std::partition_point(
        tokens.begin(), tokens.end(), [&](const Token& token) { return token.end <= span.begin; });
    const auto end = std::partition_point(
        begin, tokens.end(), [&](const Token& token) { return token.begin < span.end; });
    const std::size_t first =
        std::min(static_cast<std::size_t>(begin - tokens.begin()), tokens.size() - 1);
    const std::size_t last = std::max(static_cast<std::size_t>(end - tokens.begin()), first + 1);
    ends_[i].begin = TagSequence::kPadding + first;
    ends_[i].end = TagSequence::kPadding + last;
  }
}

void StatementScene::FindLists() {
  std::size_t before = mentions_.size();  // the outer mention before
  std::size_t list = 0;                   // the first of the list it stands in
  const auto close = [&](std::size_t end) {
    for (std::size_t i = list; i < end; ++i) {
      if (!mentions_[i].inner) ends_[i].list_end = ends_[before].end;
    }
  };
  for (std::size_t i = 0; i < mentions_.size(); ++i) {
    End& end = ends_[i];
    end.list_begin = end.begin;
    end.list_end = end.end;
    if (mentions_[i].inner) continue;
    const bool goes_on = before < mentions_.size() && mentions_[before].type == mentions_[i].type &&
                         end.begin <= ends_[before].end + kListGap;
    if (goes_on) {
      end.list_begin = ends_[before].list_begin;
    } else {
      if (before < mentions_.size()) close(i);
      list = i;
    }
    before = i;
  }
  if (before < mentions_.size()) close(mentions_.size());
}

void StatementScene::CountTypes() {
  std::vector<std::pair<std::uint32_t, EntityIndex>> entities;  // with their types
  for (std::size_t i = 0; i < mentions_.size(); ++i) {
    entities.emplace_back(mentions_[i].type, mentions_[i].entity);
    for (std::size_t k = 0; k < i; ++k) {
      if (!mentions_[k].inner && mentions_[k].type == mentions_[i].type) ++ends_[i].before;
    }
  }
  std::sort(entities.begin(), entities.end());
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
  entities_ = entities.size();
  for (std::size_t i = 0; i < mentions_.size(); ++i) {
    ends_[i].entities = static_cast<std::size_t>(
        std::count_if(entities.begin(), entities.end(),
                      [&](const auto& entity) { return entity.first == mentions_[i].type; }));
  }
}

std::size_t StatementScene::Distance(std::size_t one, std::size_t other) const {
  const End& first = ends_[std::min(one, other)];
  const End& second = ends_[std::max(one, other)];
  return second.begin > first.end ? second.begin - first.end : 0;
}

void StatementScene::AppendKeys(Keys& keys) const {
  const std::size_t begin = keys.size();
  Add(Kind::kEntities, UpTo(entities_, 6), keys);
  for (const SceneMention& mention : mentions_) Add(Kind::kTypeIn, mention.type, keys);
  for (std::size_t i = TagSequence::kWordPadding;
       i + TagSequence::kWordPadding + 1 < sequence_.words.size(); ++i) {
    Add(Kind::kWordIn, sequence_.words[i], keys);
  }
  MakeUnique(begin, keys);
}

void StatementScene::AppendKeys(std::size_t mention, Role role, bool first, Keys& keys) const {
  const End& end = ends_[mention];
  const TagSequence& s = sequence_;
  const Key side = role == Role::kSubject ? 1 : 2;
  const Key order = side * 2 + (first ? 1 : 0);
  AddLeft(s, end.begin, Kind::kLeft, side, keys);
  AddRight(s, end.end, Kind::kRight, side, keys);
  if (first) {
    AddLeft(s, end.begin, Kind::kLeftInOrder, order, keys);
  } else {
    AddRight(s, end.end, Kind::kRightInOrder, order, keys);
  }
  const bool listed_before = end.list_begin < end.begin;
  const bool listed_behind = end.list_end > end.end;
  AddLeft(s, end.list_begin, Kind::kListLeft, order, keys);
  AddRight(s, end.list_end, Kind::kListRight, order, keys);
  Add(Kind::kListPlace, Mix(side * 2 + (listed_before ? 1 : 0), listed_behind ? 1 : 0), keys);
  AddWordsAround(s, end.begin, end.end, side, keys);
  const std::size_t length = end.end - end.begin;
  Add(Kind::kNameToken, MixBits(side, s.tokens[end.begin].id), keys);
  Add(Kind::kNameEdge, MixBits(side, s.tokens[end.end - 1].id), keys);
  if (length > 1) {
    Add(Kind::kNameEdge, MixBits(Mix(side, s.tokens[end.end - 2].id), s.tokens[end.end - 1].id),
        keys);
  }
  Add(Kind::kNameLength, Mix(side, UpTo(length, 6)), keys);
  Add(Kind::kFirstName, Mix(side, mention == 0 ? 1 : 0), keys);
}

StatementScene::Gap StatementScene::GapOf(std::size_t subject, std::size_t object) const {
  Gap gap;
  gap.order = subject < object ? 1 : 2;
  gap.low = std::min(subject, object);
  gap.high = std::max(subject, object);
  gap.begin = ends_[gap.low].end;
  gap.end = std::max(gap.begin, ends_[gap.high].begin);
  return gap;
}

// The types, and how many there are of them.
void StatementScene::AppendTypes(std::size_t subject, std::size_t object, const Gap& gap,
                                 Keys& keys) const {
  constexpr std::size_t kMostCounted = 4;
  const End& from = ends_[subject];
  const End& to = ends_[object];
  const std::uint32_t subject_type = mentions_[subject].type;
  const std::uint32_t object_type = mentions_[object].type;
  const Key types = Mix(subject_type, object_type);
  Add(Kind::kTypes, types, keys);
  Add(Kind::kTypes, MixBits(types, gap.order), keys);
  Add(Kind::kTypes, Mix(1, subject_type), keys);
  Add(Kind::kTypes, Mix(2, object_type), keys);
  Add(Kind::kDistance, Mix(gap.order, Bucket(gap.size())), keys);
  Add(Kind::kRanks, Mix(1, UpTo(from.before, kMostCounted)), keys);
  Add(Kind::kRanks, Mix(2, UpTo(to.before, kMostCounted)), keys);
  const std::size_t subjects = UpTo(from.entities, kMostCounted);
  const std::size_t objects = UpTo(to.entities, kMostCounted);
  Add(Kind::kCounts, Mix(1, subjects), keys);
  Add(Kind::kCounts, Mix(2, objects), keys);
  Add(Kind::kCounts, MixBits(Mix(3, subjects), objects), keys);
  const bool alike = sequence_.tokens[from.begin].id == sequence_.tokens[to.begin].id;
  Add(Kind::kNameMeets, alike ? 1 : 0, keys);
}

// Words between, and the runs of tokens that the stretch begins and ends with.
void StatementScene::AppendWords(const Gap& gap, Keys& keys) const {
  const TagSequence& s = sequence_;
  ForWords(s, gap.begin, gap.end,
           [&](std::uint32_t word) { Add(Kind::kWordBetween, Mix(gap.order, word), keys); });
  Key begins = gap.order;
  Key ends = gap.order;
  for (std::size_t n = 0; n < UpTo(kAround, gap.size()); ++n) {
    begins = MixBits(begins, s.tokens[gap.begin + n].id);
    ends = MixBits(ends, s.tokens[gap.end - 1 - n].id);
    Add(Kind::kBegins, begins, keys);
    Add(Kind::kEnds, ends, keys);
  }
}

// The stretch between with types for names, and the types alone.
void StatementScene::AppendStretch(std::size_t subject, std::size_t object, const Gap& gap,
                                   Keys& keys) const {
  constexpr std::size_t kMostMarks = 5;
  constexpr std::size_t kMostNames = 6;
  Key whole = gap.order;
  Key types = gap.order;
  std::size_t parts = 0;
  std::size_t names = 0;
  std::size_t marks = 0;
  bool like_subject = false;
  bool like_object = false;
  std::size_t next = gap.low + 1;
  for (std::size_t i = gap.begin; i < gap.end; ++parts) {
    while (next < gap.high && (mentions_[next].inner || ends_[next].begin < i)) ++next;
    if (next < gap.high && ends_[next].begin == i) {
      const std::uint32_t type = mentions_[next].type;
      whole = MixBits(whole + 1, type);
      types = MixBits(types, type);
      ++names;
      like_subject = like_subject || type == mentions_[subject].type;
      like_object = like_object || type == mentions_[object].type;
      i = ends_[next].end;
      continue;
    }
    const Token& token = sequence_.tokens[i++];
    whole = MixBits(whole, token.id);
    if (!IsMark(token)) continue;
    ++marks;
    Add(Kind::kMark, Mix(gap.order, token.id), keys);
  }
  if (parts <= kMostParts) Add(Kind::kWholeBetween, whole, keys);
  Add(Kind::kTypesBetween, types, keys);
  Add(Kind::kMarks, Mix(gap.order, UpTo(marks, kMostMarks)), keys);
  Add(Kind::kManyBetween, Mix(gap.order, UpTo(names, kMostNames)), keys);
  Add(Kind::kSameBetween, Mix(gap.order * 4 + (like_subject ? 1 : 0), like_object ? 1 : 0), keys);
}

void StatementScene::AppendKeys(std::size_t subject, std::size_t object, Keys& keys) const {
  const std::size_t begin = keys.size();
  const Gap gap = GapOf(subject, object);
  AppendTypes(subject, object, gap, keys);
  if (gap.size() <= kMostBetween) {
    AppendWords(gap, keys);
    AppendStretch(subject, object, gap, keys);
  }
  MakeUnique(begin, keys);
}

std::uint64_t StatementKeysFingerprint() {
  // Words of which ICU's dictionary says nothing: it grows with its versions.
  constexpr std::string_view kSample = "Bob, 1999: 張、Étoile (in North Wind).";
  StatementScene scene;
  const Span whole{0, kSample.size()};
  const std::array<SceneMention, 4> mentions = {
      SceneMention{{0, 3}, 0, 5}, SceneMention{{5, 9}, 1, 7}, SceneMention{{11, 14}, 2, 7},
      SceneMention{{17, 24}, 3, 5}};
  scene.Read(kSample, {&whole, 1}, mentions);
  Keys keys;
  scene.AppendKeys(0, StatementScene::Role::kSubject, true, keys);
  scene.AppendKeys(2, StatementScene::Role::kObject, false, keys);
  scene.AppendKeys(0, 2, keys);
  scene.AppendKeys(3, 0, keys);
  scene.AppendKeys(keys);
  std::uint64_t fingerprint = keys.size();
  for (const Key key : keys) fingerprint = MixBits(fingerprint, key);
  return fingerprint;
}

}  // namespace zhitu::extract
