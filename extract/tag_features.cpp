// Keys are numbers mixed from the numbers of tokens, words and classes; no text is looked at. A
// feature of n tokens stands at the first of them and speaks to each token whose window of two
// characters to each side holds all of them.
#include "extract/tag_features.h"

#include <array>

#include "extract/fold.h"
#include "extract/hash_index.h"
#include "extract/surface_chooser.h"

namespace zhitu::extract {
namespace {

using Key = std::uint64_t;

bool IsReal(const TagSequence& s, std::size_t i) { return s.tokens[i].shape != TokenClass::kNone; }
Key Id(const TagSequence& s, std::size_t i) { return s.tokens[i].id; }
Key Place(const TagSequence& s, std::size_t i) { return s.place[i]; }
Key Class(const TagSequence& s, std::size_t i) {
  constexpr unsigned kSpaced = 32;
  return static_cast<Key>(s.tokens[i].shape) + (s.tokens[i].spaced ? kSpaced : 0U);
}
Key ThreeClasses(const TagSequence& s, std::size_t i) {
  constexpr unsigned kBits = 6;
  return ((Class(s, i - 1) << kBits | Class(s, i)) << kBits | Class(s, i + 1)) + 1;
}

Key OfToken(const TagSequence& s, std::size_t i) { return MixBits(Id(s, i)); }
Key OfPair(const TagSequence& s, std::size_t i) { return MixBits(Id(s, i), Id(s, i + 1)); }
Key OfSkip(const TagSequence& s, std::size_t i) { return MixBits(Id(s, i), Id(s, i + 2)); }
Key OfClasses(const TagSequence& s, std::size_t i) {
  return IsReal(s, i) ? MixBits(ThreeClasses(s, i)) : 0;
}
Key OfMoreClasses(const TagSequence& s, std::size_t i) {
  return IsReal(s, i) ? MixBits(MixBits(Class(s, i - 2), Class(s, i + 2)), ThreeClasses(s, i)) : 0;
}
Key OfCase(const TagSequence& s, std::size_t i) {
  return IsReal(s, i) ? MixBits(Class(s, i), Id(s, i)) : 0;
}

Key OfSurface(const TagSequence& s, std::size_t i) {
  return s.surfaces[i] == 0 ? 0 : MixBits(s.surfaces[i]);
}
Key OfSurfaces(const TagSequence& s, std::size_t i) {
  if ((s.surfaces[i - 1] | s.surfaces[i] | s.surfaces[i + 1]) == 0) return 0;
  return MixBits(MixBits(s.surfaces[i - 1], s.surfaces[i]), s.surfaces[i + 1]);
}
Key OfSurfaceToken(const TagSequence& s, std::size_t i) {
  return s.surfaces[i] == 0 ? 0 : MixBits(s.surfaces[i], Id(s, i));
}
Key OfName(const TagSequence& s, std::size_t i) {
  return s.names[i] == 0 ? 0 : MixBits(s.names[i]);
}
Key OfNames(const TagSequence& s, std::size_t i) {
  if ((s.names[i - 1] | s.names[i] | s.names[i + 1]) == 0) return 0;
  return MixBits(MixBits(s.names[i - 1], s.names[i]), s.names[i + 1]);
}

Key OfPlaces(const TagSequence& s, std::size_t i) {
  return IsReal(s, i) ? MixBits(MixBits(Place(s, i - 1), Place(s, i)), Place(s, i + 1)) : 0;
}
template <std::size_t number>
Key OfAffix(const TagSequence& s, std::size_t i) {
  const std::uint32_t affix = s.affixes[s.affixes_of[i]][number];
  return affix == 0 ? 0 : MixBits(affix);
}

template <Key (*key)(const TagSequence&, std::size_t)>
void Fill(const TagSequence& sequence, std::size_t begin, std::span<Key> keys) {
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = key(sequence, begin + i);
}

Key OfWord(const TagSequence& s, std::size_t word) { return MixBits(s.words[word]); }
Key OfWordsAround(const TagSequence& s, std::size_t word) {
  return MixBits(s.words[word - 1], s.words[word + 1]);
}

constexpr std::array kFeatures = {
    TagFeature{"token", -2, 5, 1, false, Fill<OfToken>},
    TagFeature{"pair", -1, 4, 2, false, Fill<OfPair>},
    TagFeature{"skip", 0, 3, 2, false, Fill<OfSkip>},
    TagFeature{"classes", -1, 3, 1, false, Fill<OfClasses>},
    TagFeature{"more classes", 0, 1, 1, false, Fill<OfMoreClasses>},
    TagFeature{"case", -1, 3, 1, false, Fill<OfCase>},
    TagFeature{"surface", -1, 3, 1, false, Fill<OfSurface>},
    TagFeature{"surfaces", 0, 1, 1, false, Fill<OfSurfaces>},
    TagFeature{"surface and token", 0, 1, 2, false, Fill<OfSurfaceToken>},
    TagFeature{"name", -1, 3, 1, false, Fill<OfName>},
    TagFeature{"names", 0, 1, 1, false, Fill<OfNames>},
    TagFeature{"places in words", 0, 1, 1, false, Fill<OfPlaces>},
    TagFeature{"prefix 1", -1, 3, 2, true, Fill<OfAffix<0>>},
    TagFeature{"prefix 2", -1, 3, 2, true, Fill<OfAffix<1>>},
    TagFeature{"prefix 3", -1, 3, 2, true, Fill<OfAffix<2>>},
    TagFeature{"prefix 4", -1, 3, 2, true, Fill<OfAffix<3>>},
    TagFeature{"suffix 1", -1, 3, 2, true, Fill<OfAffix<4>>},
    TagFeature{"suffix 2", -1, 3, 2, true, Fill<OfAffix<5>>},
    TagFeature{"suffix 3", -1, 3, 2, true, Fill<OfAffix<6>>},
    TagFeature{"suffix 4", -1, 3, 2, true, Fill<OfAffix<7>>},
};

constexpr std::array kWordFeatures = {
    WordFeature{"word", -2, 5, 2, OfWord},
    WordFeature{"words around", 0, 1, 2, OfWordsAround},
};

}  // namespace

std::span<const TagFeature> TagFeatures() { return kFeatures; }
std::span<const WordFeature> WordFeatures() { return kWordFeatures; }

std::uint64_t TagFeaturesFingerprint() {
  constexpr std::string_view kSample = "In 1999年，張三去了Bob's重庆“Étoile”。";
  TagSequence sequence;
  const Span whole{0, kSample.size()};
  ReadTagSequence(kSample, {&whole, 1}, {}, sequence);
  // Words are left out: ICU's dictionary grows with its versions, and they are soft evidence.
  std::fill(sequence.words.begin(), sequence.words.end(), 1);
  std::fill(sequence.place.begin(), sequence.place.end(), 1);
  std::fill(sequence.word.begin(), sequence.word.end(), TagSequence::kWordPadding);
  std::uint64_t fingerprint = FoldFingerprint();
  std::vector<std::uint64_t> keys(FeaturePlaces(sequence));
  for (const TagFeature& feature : kFeatures) {
    feature.fill(sequence, kFirstFeature, keys);
    for (const std::uint64_t key : keys) fingerprint = MixBits(fingerprint, key);
    fingerprint = MixBits(fingerprint, feature.reach);
  }
  for (const WordFeature& feature : kWordFeatures) {
    fingerprint = MixBits(fingerprint, feature.key(sequence, 1));
    fingerprint = MixBits(fingerprint, feature.reach);
  }
  return MixBits(fingerprint, SurfaceKeysFingerprint(sequence));
}

}  // namespace zhitu::extract
