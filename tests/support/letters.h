#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace zhitu::extract {

// What texts are made of: each letter one or more characters.
using Letters = std::vector<std::string>;

// All texts of at most `longest` letters, the empty one too.
std::vector<std::string> TextsOver(const Letters& letters, std::size_t longest);

// The texts as one, each on a line of its own.
std::string OnLines(const std::vector<std::string>& texts);

// Letters of every kind that folding and matching look at: scripts with and without spaces, both
// writings of Chinese, wide, compatible and composed forms, characters that become several or
// vanish, marks, punctuation, white space and line breaks, characters of one to four bytes.
const Letters& EveryKindOfLetter();

// `count` letters chosen at random.
std::string RandomText(std::mt19937& random, const Letters& letters, std::size_t count);
// `count` letters of `letters`; one may come twice.
Letters SomeOf(std::mt19937& random, const Letters& letters, std::size_t count);

// Letters that are rarer than 60,000 others in `NamesOfManyCharacters`.
constexpr std::size_t kRareLetters = 1000;
std::vector<std::string> RareLetters();
// Names of more than 60,000 different characters: each rare letter alone, and some of them side by
// side, with common ones (一 and 丁) and with a space between. The space is rare as well.
std::map<std::string, std::uint32_t> NamesOfManyCharacters();

}  // namespace zhitu::extract
