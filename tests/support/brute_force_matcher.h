#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/gazetteer.h"
#include "extract/gazetteer_builder.h"

namespace zhitu::extract {

// A surface form as a dictionary gives it.
struct PlainName {
  std::string surface;
  EntityIndex entity = 0;  // `kNoEntity`: to be ignored
  SurfaceRule rule = {};   // the same for all names of an entity
};
void PrintTo(const PlainName& name, std::ostream* out);

// A gazetteer of these names. Entities are numbered from 0 without gaps; entity 3 has id and type
// `e3`.
Gazetteer BuildGazetteer(const std::vector<PlainName>& names);

// The matches of a text that is one block.
std::vector<Match> FindWhole(const Gazetteer& gazetteer, std::string_view text);

// A match without its place in the folded text.
struct OuterMatch {
  Span span;
  std::vector<EntityIndex> readings;

  friend bool operator==(const OuterMatch&, const OuterMatch&) = default;
};
void PrintTo(const OuterMatch& match, std::ostream* out);

// What `Gazetteer::FindOuter` finds in a text.
std::vector<OuterMatch> FindOuter(const Gazetteer& gazetteer, std::string_view text);

// The outermost of some matches.
std::vector<OuterMatch> OuterOf(const std::vector<Match>& matches);

// The slow twin of `Gazetteer::Find` and of `FoldBlocks`: takes the text apart into characters,
// folds each alone, and compares every range of them with every name. O(n^2 * m).
class BruteForceMatcher {
 public:
  explicit BruteForceMatcher(const std::vector<PlainName>& names);

  // What `FindWhole` should give.
  std::vector<Match> Find(std::string_view text) const;

 private:
  // A character, or the white space between two: what a match covers whole or not at all.
  struct Character {
    std::string folded;
    Span original;
    bool continues = false;  // belongs to the character before it
  };
  struct Form {
    std::string folded;
    PlainName name;
  };
  // Characters `begin` to `end`.
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  struct Text;

  static std::vector<Character> TakeApart(std::string_view text);
  // The names that fit a range; false if there is none.
  bool Fits(const Text& text, const Range& range, std::vector<EntityIndex>& readings) const;
  void FindIn(const Text& text, const Range& range, bool nested, std::vector<Match>& found) const;

  std::vector<Form> forms_;
};

}  // namespace zhitu::extract
