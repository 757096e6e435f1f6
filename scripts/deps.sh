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
test_packages=(
  clang-format-19 doxygen libbenchmark-dev libgtest-dev locales pkg-config python3
)
check_packages=(clang-19 clang-tidy-19 gcovr)

case "${1:-}" in
  '') ;;
  --test) packages+=("${test_packages[@]}") ;;
  --check) packages+=("${test_packages[@]}" "${check_packages[@]}") ;;
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

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  # Another compiler, CMake or Ninja than apt's does as well.
  case "$package" in
    cmake | g++) [ "$status" = installed ] || command -v "$package" >/dev/null || missing+=("$package") ;;
    ninja-build) [ "$status" = installed ] || command -v ninja >/dev/null || missing+=("$package") ;;
    *) [ "$status" = installed ] || missing+=("$package") ;;
  esac
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "deps.sh: run as root, or with sudo installed: apt-get install ${missing[*]}" >&2
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

echo "Installing ${missing[*]} ..."
apt update
apt install -y --no-install-recommends "${missing[@]}"
