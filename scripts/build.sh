#!/usr/bin/env bash
# Configures and builds one preset of CMakePresets.json; says nothing unless something fails.
#   build.sh PRESET
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=${1:?usage: build.sh PRESET}

mkdir -p "build/$preset"
log=build/$preset/build.log
echo "Building build/$preset ..."
if ! { cmake --preset "$preset" && cmake --build --preset "$preset"; } >"$log" 2>&1; then
  tail -n 60 "$log" >&2
  echo "build.sh: the build failed; all of it is in $log" >&2
  exit 1
fi
