#!/usr/bin/env bash
# The same input gives the same bytes: with one thread and two, from two folders, under another locale and time zone, and from a second
# build of the program (another compiler) where one is named.
#   check_determinism.sh ZHITU EXAMPLE_FOLDER WORK_FOLDER [OTHER_ZHITU]
set -euo pipefail
zhitu=$(realpath "$1")
example=$2
work=$(realpath -m "$3")
other=$(realpath "${4:-$1}")
rm -rf "$work"
mkdir -p "$work/corpus/later"
cp "$example/articles.txt" "$work/corpus/a.txt"
cp "$example/articles.txt" "$work/corpus/later/b.txt"
printf '{"id":"r1","text":"枫杨办事处开展“邻里节”。","date":"2024-05-01"}\n' >"$work/corpus/c.jsonl"
cp "$example/dictionary.csv" "$work/dictionary.csv"
printf '枫杨 3 ns\n翰林社区 ns\n' >"$work/words.txt"

# outputs NAME PROGRAM JOBS: everything the program can write, in a folder of that name.
outputs() {
  local folder=$work/$1/deep/down program=$2 jobs=$3
  mkdir -p "$folder"
  cp -r "$work/corpus" "$work/dictionary.csv" "$work/words.txt" "$folder"
  cd "$folder"
  "$program" --jobs "$jobs" extract corpus -d dictionary.csv >extract.jsonl
  "$program" --jobs "$jobs" build corpus -d dictionary.csv -o g.zhitu -q
  "$program" --jobs "$jobs" dict import --from jieba words.txt -o words.csv -q
  "$program" --jobs "$jobs" dict lint dictionary.csv --corpus corpus --format jsonl >lint.jsonl -q || [ $? -eq 1 ]
  "$program" --jobs "$jobs" dict impact dictionary.csv words.csv --corpus corpus --format jsonl >impact.jsonl -q
  "$program" --jobs "$jobs" dict suggest corpus -o suggested.csv -q
  "$program" --jobs "$jobs" dict compile dictionary.csv -o dictionary.zdict -q
  local ending
  for ending in graphml gexf json html nodes.csv graphology.json cyjs jgf.json dot net nt ttl jsonld ftm.jsonl cypher neo4j md; do
    "$program" --jobs "$jobs" export g.zhitu "g.$ending" -q
  done
  "$program" --jobs "$jobs" export g.zhitu backbone.json --backbone 0.5 -q
  "$program" related g.zhitu 枫杨办事处 --hops 2 --format json >related.json
  "$program" stats g.zhitu --format json >stats.json
  if command -v sqlite3 >/dev/null; then sqlite3 g.zhitu .dump >dump.sql; fi
  rm -rf corpus
  cd - >/dev/null
}

# A locale that writes numbers and small letters otherwise, made here since few systems have it.
export LOCPATH=$work/locales
mkdir -p "$LOCPATH"
localedef -i tr_TR -f UTF-8 "$LOCPATH/tr_TR.UTF-8"

outputs one "$zhitu" 1
outputs two "$zhitu" 2
(export LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 TZ=Pacific/Kiritimati && outputs elsewhere "$other" 2)
(export LC_ALL=C TZ=America/St_Johns && outputs plain "$other" 1)
for run in two elsewhere plain; do
  diff -r "$work/one/deep/down" "$work/$run/deep/down" || {
    echo "check_determinism: the bytes of run '$run' differ" >&2
    exit 1
  }
done
echo "check_determinism: $(find "$work/one/deep/down" -type f | wc -l) files, 4 runs, same bytes"
