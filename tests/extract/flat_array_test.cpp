#include "extract/flat_array.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace zhitu::extract {
namespace {

using Array = FlatArray<int>;

std::vector<int> Elements(const Array& array) {
  EXPECT_EQ(array.size(), array.view().size());
  EXPECT_EQ(array.empty(), array.size() == 0);
  for (std::size_t i = 0; i < array.size(); ++i) EXPECT_EQ(&array[i], array.data() + i);
  return {array.view().begin(), array.view().end()};
}

TEST(FlatArray, IsEmptyAtFirst) { EXPECT_EQ(Elements(Array()), std::vector<int>()); }

TEST(FlatArray, OwnsWhatItIsGiven) {
  std::vector<int> numbers = {1, 2, 3};
  const Array array(std::move(numbers));
  numbers = {4, 5, 6};
  EXPECT_EQ(Elements(array), (std::vector<int>{1, 2, 3}));
}

TEST(FlatArray, LooksAtWhatOthersKeep) {
  const std::vector<int> numbers = {1, 2, 3};
  const Array array{std::span<const int>(numbers)};
  EXPECT_EQ(array.data(), numbers.data());
  EXPECT_EQ(Elements(array), numbers);
}

TEST(FlatArray, KeepsItsPlaceWhenMoved) {
  Array source(std::vector<int>{1, 2, 3});
  const int* const place = source.data();
  const Array array(std::move(source));
  EXPECT_EQ(array.data(), place);
  EXPECT_EQ(Elements(array), (std::vector<int>{1, 2, 3}));
}

TEST(FlatArray, IsReplacedByWhatIsMovedIn) {
  Array array(std::vector<int>{1, 2, 3});
  array = Array(std::vector<int>{4, 5});
  EXPECT_EQ(Elements(array), (std::vector<int>{4, 5}));
  const std::vector<int> numbers = {6};
  array = Array(std::span<const int>(numbers));
  EXPECT_EQ(array.data(), numbers.data());
  array = Array();
  EXPECT_TRUE(array.empty());
}

// Regression: the source still looked at elements that were no longer its own.
TEST(FlatArray, LeavesNothingInItsSource) {
  const std::vector<int> numbers = {1, 2, 3};
  Array owner(std::vector<int>{1, 2, 3});
  Array viewer{std::span<const int>(numbers)};
  Array array(std::move(owner));
  EXPECT_EQ(Elements(owner), std::vector<int>());  // NOLINT(bugprone-use-after-move)
  array = std::move(viewer);
  EXPECT_EQ(Elements(viewer), std::vector<int>());  // NOLINT(bugprone-use-after-move)
  EXPECT_EQ(Elements(array), numbers);
}

TEST(FlatArray, MayBeMovedToItself) {
  Array array(std::vector<int>{1, 2, 3});
  Array& same = array;
  array = std::move(same);
  EXPECT_EQ(Elements(array), (std::vector<int>{1, 2, 3}));
}

}  // namespace
}  // namespace zhitu::extract
