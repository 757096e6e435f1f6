"""Are mended files read by others, with the nodes and edges that are expected?

check_doctor.py COUNTS FOLDER: COUNTS is a table of file, nodes and edges; FOLDER holds the mended
files, and for those that Gephi reads what it made of them, FILE.facts. NetworkX and igraph read
the others' formats here. Exit 1 where one differs.
"""

import csv
import json
import sys
from pathlib import Path

import igraph
import networkx


def facts_of(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(sum(line.startswith(kind) for line in lines) for kind in ("node\t", "edge\t"))


def sizes(path):
    """What each program makes of a file: its name, nodes and edges."""
    facts = path.with_name(path.name + ".facts")
    if facts.exists():
        yield "Gephi", *facts_of(facts)
    if path.suffix == ".graphml":
        graph = networkx.read_graphml(path)
        yield "NetworkX", graph.number_of_nodes(), graph.number_of_edges()
        other = igraph.Graph.Read_GraphML(str(path))
        yield "igraph", other.vcount(), other.ecount()
    elif path.suffix == ".gexf":
        graph = networkx.read_gexf(path)
        yield "NetworkX", graph.number_of_nodes(), graph.number_of_edges()
    elif path.suffix == ".json":
        data = json.loads(path.read_text(encoding="utf-8"))
        edges = "links" if "links" in data else "edges"
        graph = networkx.node_link_graph(data, edges=edges)
        yield "NetworkX", graph.number_of_nodes(), graph.number_of_edges()


def main(counts, folder):
    wrong = 0
    with open(counts, encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    for row in rows:
        expected = (int(row["nodes"]), int(row["edges"]))
        read = 0
        for program, *size in sizes(Path(folder) / row["file"]):
            read += 1
            if tuple(size) != expected:
                print(f"{row['file']}: {program} reads {tuple(size)}, not {expected}")
                wrong += 1
        if read == 0:
            print(f"{row['file']}: read by nobody")
            wrong += 1
    print(f"{len(rows)} mended graphs")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
