#!/usr/bin/env bash
# Installs what is missing, builds zhitu, and turns the articles of examples/zhengzhou into a graph.
#   demo.sh [FOLDER]    results go to FOLDER, else to build/demo
set -euo pipefail
start=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
out=build/demo
[ $# -eq 0 ] || case "$1" in
  /*) out=$1 ;;
  *) out=$start/$1 ;;
esac

scripts/deps.sh
scripts/build.sh release
zhitu=build/release/bin/zhitu
example=examples/zhengzhou

mkdir -p "$out"
"$zhitu" build "$example/articles.txt" -d "$example/dictionary.csv" -o "$out/zhengzhou.zhitu" --force
for ending in graphml gexf json html nodes.csv md; do
  "$zhitu" export "$out/zhengzhou.zhitu" "$out/zhengzhou.$ending"
done
echo
echo "What is 枫杨办事处 (an office) related to?"
"$zhitu" related "$out/zhengzhou.zhitu" 枫杨办事处 --top 10 --format table
echo
"$zhitu" stats "$out/zhengzhou.zhitu" --format table

cat <<END

Made in $out from $example/articles.txt and $example/dictionary.csv:
  zhengzhou.zhitu              the graph: $zhitu show $out/zhengzhou.zhitu 枫杨办事处
  zhengzhou.html               open in a browser: search, click, read every quote
  zhengzhou.gexf .graphml      open in Gephi, yEd or Cytoscape
  zhengzhou.json               node-link JSON, for NetworkX and D3
  zhengzhou.nodes.csv .edges.csv   tables, for a spreadsheet or SQL
  zhengzhou.md                 a report to read: who, what, and the words that say so
Next: $zhitu path $out/zhengzhou.zhitu 翰林社区 郑州高新区
END
