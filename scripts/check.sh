#!/usr/bin/env bash
# Checks that go further than the tests; each ends with one line.
#   check.sh asan       tests under the address and undefined-behaviour sanitizers
#   check.sh tsan       tests under the thread sanitizer
#   check.sh tidy       clang++ and clang-tidy over the layers and the program, tests with that build, and
#                       the same bytes from it as from the build of g++
#   check.sh coverage   share of lines of extract, graph and export that tests run; 90 % at least
#   check.sh all        the four above
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  sed -n 's/^#   //p' "${BASH_SOURCE[0]}" >&2
  exit 2
}

# build_and_test PRESET: the tests of one preset, shown only if they fail.
build_and_test() {
  scripts/build.sh "$1" || return 1
  local log=build/$1/test.log
  if ! ctest --preset "$1" -j "$(nproc)" >"$log" 2>&1; then
    tail -n 200 "$log" >&2
    echo "check.sh $1: FAILED; all of it is in $log" >&2
    return 1
  fi
  local tests
  tests=$(sed -n 's/.*out of \([0-9]*\)$/\1/p' "$log" | tail -n 1)
  echo "check.sh $1: passed, ${tests:?no tests were run} tests"
}

# The builds of two compilers write the same bytes.
compare_compilers() {
  scripts/build.sh dev || return 1
  tests/check_determinism.sh build/dev/bin/zhitu examples/zhengzhou build/tidy/determinism \
    "$PWD/build/tidy/bin/zhitu"
}

coverage() {
  scripts/build.sh coverage || return 1
  find build/coverage -name '*.gcda' -delete
  local log=build/coverage/test.log report=build/coverage/coverage.txt
  if ! ctest --preset coverage -j "$(nproc)" >"$log" 2>&1; then
    tail -n 200 "$log" >&2
    echo "check.sh coverage: FAILED, tests fail; all of it is in $log" >&2
    return 1
  fi
  if ! gcovr --root . --object-directory build/coverage \
    --filter 'extract/' --filter 'graph/' --filter 'export/' --exclude 'extract/tables/' \
    --gcov-ignore-parse-errors --exclude-unreachable-branches --exclude-throw-branches \
    --fail-under-line 90 --output "$report" build/coverage 2>build/coverage/gcovr.log; then
    cat "$report" build/coverage/gcovr.log >&2
    echo "check.sh coverage: FAILED, under 90 % of lines" >&2
    return 1
  fi
  awk '/^TOTAL/ { print "check.sh coverage: passed, " $4 " of " $2 " lines; by file in '"$report"'" }' \
    "$report"
}

[ $# -eq 1 ] || usage
case "$1" in
  asan | tsan | tidy | coverage) checks=("$1") ;;
  all) checks=(asan tsan tidy coverage) ;;
  *) usage ;;
esac

scripts/deps.sh --check
failed=0
for check in "${checks[@]}"; do
  case "$check" in
    coverage) coverage ;;
    tidy) build_and_test tidy && compare_compilers ;;
    *) build_and_test "$check" ;;
  esac || failed=1
done
exit "$failed"
