#!/usr/bin/env bash
# What zhitu makes of the two example articles is what examples/zhengzhou/expected holds, byte for byte.
#   check_golden.sh ZHITU EXAMPLE_FOLDER WORK_FOLDER            compares
#   check_golden.sh ZHITU EXAMPLE_FOLDER WORK_FOLDER --update   makes the files anew; read the difference before you commit it
set -euo pipefail
zhitu=$1
example=$2
work=$3
rm -rf "$work"
mkdir -p "$work"

cp "$example/articles.txt" "$example/dictionary.csv" "$work"
cd "$work"
mkdir made
"$zhitu" extract articles.txt -d dictionary.csv >made/extraction.jsonl
"$zhitu" build articles.txt -d dictionary.csv -o zhengzhou.zhitu -q
for ending in graphml gexf json nodes.csv; do
  "$zhitu" export zhengzhou.zhitu "made/zhengzhou.$ending" -q
done
# The other formats, of a part that is small enough to be read.
for ending in graphology.json cyjs jgf.json dot net nt ttl jsonld ftm.jsonl cypher neo4j md; do
  "$zhitu" export zhengzhou.zhitu "made/leaders.$ending" --type person,office,community -q
done
"$zhitu" stats zhengzhou.zhitu --format tsv >made/stats.tsv

if [ "${4:-}" = --update ]; then
  rm -rf "$example/expected"
  cp -r made "$example/expected"
  exit 0
fi
if ! diff -r "$example/expected" made >difference.txt; then
  head -n 40 difference.txt >&2
  echo "check_golden: not as expected; all of it is in $work/difference.txt" >&2
  exit 1
fi
echo "check_golden: $(find made -type f | wc -l) files as expected"
