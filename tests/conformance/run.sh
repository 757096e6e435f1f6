#!/usr/bin/env bash
# Do the graph files say to others what the graph file says to us?
#   run.sh readers ZHITU WORK   NetworkX and igraph read GraphML, GEXF, node-link JSON and CSV
#   run.sh gephi   ZHITU WORK   the importer of Gephi reads GraphML, GEXF and the CSV pair
#   run.sh viewers ZHITU WORK   graphology, Cytoscape.js, Graphviz, Neo4j's parser, rdflib, FollowTheMoney, DuckDB,
#                               SQLite and NetworkX read all other formats
#   run.sh doctor  ZHITU WORK   Gephi, NetworkX and igraph read the broken graphs that `zhitu doctor --fix` mended
# ZHITU is the program, WORK a folder to work in, kept for the next run. What the check needs comes
# from PyPI, Maven Central and npm, pinned. Exit 0: right; 1: wrong; 77: left out, the reason is printed.
set -euo pipefail

if [ $# -ne 3 ]; then
  sed -n '2,10s/^# \?//p' "$0" >&2
  exit 2
fi
part=$1
zhitu=$(realpath "$2")
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
examples=$here/../../examples/zhengzhou
mkdir -p "$3"
work=$(realpath "$3")

leave_out() {
  echo "conformance: left out: $1"
  exit 77
}

need() {
  command -v "$1" >/dev/null || leave_out "$1 is not installed"
}

# fetch REGISTRY UNREACHABLE COMMAND...: runs a command that downloads. UNREACHABLE is what it says
# where the registry cannot be reached; any other failure is ours.
fetch() {
  local registry=$1 unreachable=$2 log=$work/fetch.log
  shift 2
  if "$@" >"$log" 2>&1; then return; fi
  if grep -qE "$unreachable" "$log"; then leave_out "$registry cannot be reached"; fi
  tail -n 40 "$log" >&2
  echo "conformance: $* failed" >&2
  exit 1
}

# prepare_python REQUIREMENTS: the virtual environment with what they name.
prepare_python() {
  python3 -c 'import ensurepip, venv' 2>/dev/null || leave_out "python3-venv is not installed"
  if [ ! -x "$work/venv/bin/pip" ]; then
    rm -rf "$work/venv"
    python3 -m venv "$work/venv"
  fi
  fetch PyPI 'ConnectionError|ConnectTimeout|Timeout|ProxyError|SSLError|HTTP error (403|407|5..)|from versions: none' \
    "$work/venv/bin/pip" install -q --disable-pip-version-check -r "$here/$1"
}

prepare_viewers() {
  need node
  need npm
  prepare_python requirements-viewers.txt
  mkdir -p "$work/viewers"
  cp "$here/viewers/"* "$work/viewers/"
  fetch npm 'ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|E403|E407|E5[0-9][0-9]' \
    npm --prefix "$work/viewers" ci --ignore-scripts --no-audit --no-fund
}

prepare_gephi() {
  need java
  need javac
  need mvn
  mkdir -p "$work/gephi"
  cp -r "$here/gephi/." "$work/gephi/"
  fetch "Maven Central" 'Could not transfer|UnknownHost|Unknown host|Connection (refused|timed out)' \
    mvn -q -B -f "$work/gephi/pom.xml" package
}

# export_all NAME [OPTION...]: all formats of NAME.zhitu, or of a part of it as NAME-OPTION.
export_all() {
  local name=$1 out=$1
  shift
  [ $# -eq 0 ] || out=$name-${*: -1}
  for ending in "${endings[@]}"; do
    "$zhitu" export -q "$work/$name.zhitu" "$work/$out.$ending" "$@"
  done
  checked+=("$out")
}

# check NAME: compares NAME's exports, as others read them, with the graph file.
check() {
  local graph=$work/${1%%-*}.zhitu only=()
  [[ $1 != *-* ]] || only=("${1#*-}")
  if [ "$part" = viewers ]; then
    (cd "$work/viewers" && node facts.mjs "$work/$1" "$work/$1.facts.json")
    "$work/venv/bin/python" "$here/check_viewers.py" "$graph" "$work/$1" "${only[@]}"
    return
  fi
  if [ "$part" = readers ]; then
    "$work/venv/bin/python" "$here/check_readers.py" "$graph" "$work/$1" "${only[@]}"
    return
  fi
  local gephi=(java -Djava.awt.headless=true
    -cp "$work/gephi/target/classes:$work/gephi/target/lib/*" GephiCheck)
  for files in "$1.graphml" "$1.gexf" "$1.nodes.csv $1.edges.csv"; do
    local rc=0
    # shellcheck disable=SC2086  # two names for a pair
    (cd "$work" && "${gephi[@]}" $files >facts.tsv 2>gephi.log) || rc=$?
    if [ "$rc" -ne 0 ]; then
      grep '^issue' "$work/facts.tsv" >&2 || cat "$work/gephi.log" >&2
      echo "conformance: Gephi has doubts about $files (exit $rc)" >&2
      exit 1
    fi
    python3 "$here/check_gephi.py" "$graph" "$work/$1" "$files" "$work/facts.tsv" "${only[@]}"
  done
}

# Mends all broken graphs and lets others read them.
check_doctor() {
  local broken=$here/../data/broken_graphs folder=$work/mended name files rc
  rm -rf "$folder"
  mkdir -p "$folder"
  cp "$broken"/* "$folder/"
  while IFS=$'\t' read -r name _; do
    [ "$name" != file ] || continue
    files=("$name")
    [[ $name != *.nodes.* ]] || files+=("${name/.nodes./.edges.}")
    rc=0
    (cd "$folder" && "$zhitu" doctor -q --fix "${files[@]}" >/dev/null) || rc=$?
    [ "$rc" -le 1 ] || { echo "conformance: doctor fails on $name (exit $rc)" >&2; exit 1; }
    for file in "${files[@]}"; do mv "$folder/${file%.*}.fixed.${file##*.}" "$folder/$file"; done
    [[ $name != *.json ]] || continue
    rc=0
    (cd "$folder" && java -Djava.awt.headless=true \
      -cp "$work/gephi/target/classes:$work/gephi/target/lib/*" GephiCheck "${files[@]}" \
      >"$name.facts" 2>gephi.log) || rc=$?
    if [ "$rc" -ne 0 ]; then
      grep '^issue' "$folder/$name.facts" >&2 || cat "$folder/gephi.log" >&2
      echo "conformance: Gephi has doubts about $name (exit $rc)" >&2
      exit 1
    fi
  done <"$broken/counts.tsv"
  "$work/venv/bin/python" "$here/check_doctor.py" "$broken/counts.tsv" "$folder"
}

need python3
if [ "$part" = doctor ]; then
  prepare_python requirements.txt
  prepare_gephi
  check_doctor
  exit
fi
endings=(graphml gexf json nodes.csv)
case $part in
  readers) prepare_python requirements.txt ;;
  gephi) prepare_gephi ;;
  viewers)
    prepare_viewers
    endings=(graphology.json cyjs jgf.json dot net nt ttl jsonld ftm.jsonl cypher neo4j md nodes.csv)
    ;;
  *) echo "conformance: unknown part $part" >&2 && exit 2 ;;
esac
checked=()
"$zhitu" build -q --force "$examples/articles.txt" -d "$examples/dictionary.csv" \
  -o "$work/zhengzhou.zhitu"
export_all zhengzhou
export_all zhengzhou --predicate co_occurs
python3 "$here/make_odd_corpus.py" "$work"
"$zhitu" build -q --force "$work/odd.jsonl" -d "$work/odd.csv" -o "$work/odd.zhitu"
export_all odd
if [ "$part" = viewers ]; then
  "$zhitu" export -q "$work/odd.zhitu" "$work/odd.geojson"
fi
for name in "${checked[@]}"; do check "$name"; done
echo "conformance: ${#checked[@]} graphs are read as they are by $part"
