#!/usr/bin/env bash
# Is the page that `zhitu export` writes what its sources say, and does it work in a browser?
#   run.sh bundle  ZHITU WORK   builds export/page from npm's packages, compares with export/page/dist, runs its unit tests
#   run.sh browser ZHITU WORK   opens pages in Chromium (CHROMIUM, else /usr/bin/chromium) and uses them
# ZHITU is the program, WORK a folder to work in, kept for the next run. Packages come from npm's registry, pinned by their
# hashes. Exit 0: right; 1: wrong; 77: left out, the reason is printed.
set -euo pipefail

if [ $# -ne 3 ]; then
  sed -n '2,6s/^# \?//p' "$0" >&2
  exit 2
fi
part=$1
zhitu=$(realpath "$2")
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
root=$(realpath "$here/../..")
mkdir -p "$3"
work=$(realpath "$3")

leave_out() {
  echo "browser tests: left out: $1"
  exit 77
}

need() {
  command -v "$1" >/dev/null || leave_out "$1 is not installed"
}

# install FOLDER: the packages of its package-lock.json.
install() {
  local log=$work/npm.log
  if (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund) >"$log" 2>&1; then return; fi
  if grep -qE 'ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ERR_SOCKET_TIMEOUT|CERT_|E40[37]|E5[0-9][0-9]' "$log"; then
    leave_out "npm's registry cannot be reached"
  fi
  tail -n 40 "$log" >&2
  echo "browser tests: npm ci failed in $1" >&2
  exit 1
}

bundle() {
  local folder=$work/page
  mkdir -p "$folder"
  # What npm has installed stays for the next run; all else comes from the sources.
  find "$folder" -mindepth 1 -maxdepth 1 ! -name node_modules -exec rm -rf {} +
  (cd "$root/export/page" && cp -r src test ./*.json ./*.mjs "$folder/")
  install "$folder"
  cd "$folder"
  npm run --silent check
  npm run --silent build
  diff -rq dist "$root/export/page/dist" || {
    echo "browser tests: export/page/dist is not what its sources give; run: cd export/page && npm ci && npm run build" >&2
    exit 1
  }
  npm run --silent test >"$work/unit.log" 2>&1 || {
    grep -A25 -E '^\s*not ok|^✖' "$work/unit.log" >&2 || cat "$work/unit.log" >&2
    exit 1
  }
  echo "bundle: the same bytes, $(grep -cE '^ok ' "$work/unit.log") unit tests passed"
}

browser() {
  local chromium=${CHROMIUM:-/usr/bin/chromium} folder=$work/tests pages=$work/pages
  [ -x "$chromium" ] || leave_out "there is no $chromium"
  need python3
  mkdir -p "$folder" "$pages"
  cp "$here"/package*.json "$here"/*.mjs "$folder/"
  install "$folder"
  local example=$root/examples/zhengzhou
  "$zhitu" build -q --force "$example/articles.txt" -d "$example/dictionary.csv" -o "$pages/zhengzhou.zhitu"
  "$zhitu" export -q --force "$pages/zhengzhou.zhitu" "$pages/zhengzhou.html"
  "$zhitu" export -q --force "$pages/zhengzhou.zhitu" "$pages/few.html" --quotes 1
  printf '%s\n' '{"id":"r1","date":"2023-05-01","text":"枫杨办事处和翰林社区开展活动。"}' \
    '{"id":"r2","date":"2024-02","text":"枫杨办事处和沟赵办事处座谈。"}' >"$pages/dated.jsonl"
  "$zhitu" build -q --force "$pages/dated.jsonl" -d "$example/dictionary.csv" --preset none -o "$pages/dated.zhitu"
  "$zhitu" export -q --force "$pages/dated.zhitu" "$pages/dated.html"
  # A name of blanks, relations with very long names, and a record whose id holds a line break.
  cat >"$pages/odd.json" <<EOF
{"directed": true, "multigraph": true,
 "nodes": [{"id": "blank", "label": "\u3000 ", "type": "person"}, {"id": "b"}, {"id": "c"}],
 "links": [{"source": "blank", "target": "b",
            "predicate": "has_been_a_non_executive_member_of_the_supervisory_board_of_the_holding_company_of"},
           {"source": "b", "target": "c", "predicate": "$(printf 'endless%.0s' {1..400})"}]}
EOF
  "$zhitu" import -q --force "$pages/odd.json" -o "$pages/odd.zhitu"
  "$zhitu" export -q --force "$pages/odd.zhitu" "$pages/odd.html"
  printf '%s\n' '{"id":"d2\nx","text":"枫杨办事处和翰林社区开展活动。"}' >"$pages/line_break.jsonl"
  "$zhitu" build -q --force "$pages/line_break.jsonl" -d "$example/dictionary.csv" --preset none -o "$pages/line_break.zhitu"
  python3 "$here/make_hostile_corpus.py" "$pages"
  "$zhitu" build -q --force "$pages/hostile.jsonl" -d "$pages/hostile.csv" -o "$pages/hostile.zhitu"
  "$zhitu" export -q --force "$pages/hostile.zhitu" "$pages/hostile.html"
  cd "$folder"
  if ZHITU=$zhitu CHROMIUM=$chromium PAGES=$pages ARTICLES=$example/articles.txt node --test --test-concurrency=1 \
    page.test.mjs hostile.test.mjs serve.test.mjs >"$work/browser.log" 2>&1; then
    echo "browser: $(grep -cE '^ *ok ' "$work/browser.log") tests passed"
    return
  fi
  grep -A30 -E '^ *not ok|✖' "$work/browser.log" >&2 || cat "$work/browser.log" >&2
  exit 1
}

need node
need npm
[ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 18')" = true ] || leave_out "node is older than 18"
case $part in
  bundle) bundle ;;
  browser) browser ;;
  *) echo "browser tests: unknown part $part" >&2 && exit 2 ;;
esac
