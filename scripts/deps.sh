#!/usr/bin/env bash
# Installs what is missing to build zhitu on Debian 12 or Ubuntu 24.04.
#   deps.sh           what a build needs
#   deps.sh --test    and what the tests need
#   deps.sh --check   and what scripts/check.sh needs
set -euo pipefail

packages=(
  cmake g++ libboost-dev libcli11-dev libexpat1-dev libfmt-dev libicu-dev libserd-dev libsqlite3-dev
  libxxhash-dev libyaml-cpp-dev ninja-build rapidjson-dev
)
# An allocator for the program, without which it is slower.
allocator_packages=(libmimalloc-dev)
test_packages=(
  clang-format-19 doxygen libbenchmark-dev libgtest-dev locales pkg-config python3
)
# What the tests of the page in a browser need. Not every system has a Chromium that is a plain package.
browser_packages=(chromium fonts-noto-cjk nodejs npm)
check_packages=(clang-19 clang-tidy-19 gcovr)

optional=("${allocator_packages[@]}")
case "${1:-}" in
  '') ;;
  --test) packages+=("${test_packages[@]}") optional+=("${browser_packages[@]}") ;;
  --check)
    packages+=("${test_packages[@]}" "${check_packages[@]}")
    optional+=("${browser_packages[@]}")
    ;;
  *)
    echo "usage: deps.sh [--test | --check]" >&2
    exit 2
    ;;
esac

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
  echo "deps.sh: no apt here; these are the Debian names of what zhitu needs:" >&2
  echo "  ${packages[*]}" >&2
  exit 0
fi

# is_missing PACKAGE: another compiler, CMake, Ninja, Node or Chromium than apt's does as well.
is_missing() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null || true)" != installed ] || return 1
  case "$1" in
    cmake | g++ | chromium | npm) ! command -v "$1" >/dev/null ;;
    ninja-build) ! command -v ninja >/dev/null ;;
    nodejs) ! command -v node >/dev/null ;;
  esac
}

missing=()
for package in "${packages[@]}"; do
  if is_missing "$package"; then missing+=("$package"); fi
done
wanted=()
for package in ${optional[@]+"${optional[@]}"}; do
  if is_missing "$package"; then wanted+=("$package"); fi
done
[ $((${#missing[@]} + ${#wanted[@]})) -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    if [ ${#missing[@]} -eq 0 ]; then
      echo "deps.sh: going on without ${wanted[*]}: a slower program, or tests left out"
      exit 0
    fi
    echo "deps.sh: run as root, or with sudo installed: apt-get install ${missing[*]} ${wanted[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() {
  if ! ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get \
    -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@" </dev/null >"$log" 2>&1; then
    cat "$log" >&2
    echo "deps.sh: apt-get $* failed" >&2
    return 1
  fi
}

apt update
for package in ${wanted[@]+"${wanted[@]}"}; do
  if apt-cache show "$package" >/dev/null 2>&1; then
    missing+=("$package")
  else
    echo "deps.sh: no package $package here: a slower program, or tests left out"
  fi
done
[ ${#missing[@]} -gt 0 ] || exit 0
echo "Installing ${missing[*]} ..."
apt install -y --no-install-recommends "${missing[@]}"
