#!/usr/bin/env bash
# Installs what is missing, builds zhitu with its tests, and runs every test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scripts/deps.sh --test
scripts/build.sh dev
report=$PWD/build/dev/test-report.xml
log=build/dev/test.log
echo "Running the tests ..."
if ! ctest --preset dev -j "$(nproc)" --output-junit "$report" >"$log" 2>&1; then
  grep -vE '^ *(Start +[0-9]+|[0-9]+/[0-9]+ Test .* Passed)' "$log" | tail -n 200 >&2
  echo "test.sh: some tests failed; all of it is in $log, a JUnit report in $report" >&2
  exit 1
fi
grep -E 'tests passed' "$log"
echo "Run: the tests of extract, graph, export and cli, and the checks of layers, docs, format and install."
echo "Reports: $log, $report (JUnit), build/dev/docs/reference/index.html (the library's reference)"
