"""Compares graph files, as NetworkX, igraph and the csv module read them, with the graph file.
Usage: check_readers.py GRAPH.zhitu PREFIX [PREDICATE]; reads PREFIX.graphml, .gexf, .json,
.nodes.csv and .edges.csv, made with `--predicate PREDICATE` if that is given."""

import csv
import json
import re
import sys

import igraph
import networkx

from expected import Graph, Wrong, check


def from_networkx(graph):
    """Nodes by id, and edges as (id, values); NetworkX keeps ids as keys of parallel edges only."""
    nodes = dict(graph.nodes(data=True))
    edges = []
    for source, target, values in graph.edges(data=True):
        edges.append((values.get('id'), {'source': source, 'target': target, **values}))
    return graph.is_directed(), nodes, edges


def read_graphml(prefix):
    return from_networkx(networkx.read_graphml(prefix + '.graphml'))


def read_gexf(prefix):
    return from_networkx(networkx.read_gexf(prefix + '.gexf'))


def read_json(prefix):
    with open(prefix + '.json', encoding='utf-8') as file:
        data = json.load(file)
    graph = networkx.node_link_graph(data, edges='edges')
    if type(graph) is not (networkx.MultiDiGraph if data['directed'] else networkx.MultiGraph):
        raise Wrong(f'NetworkX makes a {type(graph).__name__} of it')
    for source, target, key, values in graph.edges(data=True, keys=True):
        values['id'] = key
    return from_networkx(graph)


def read_igraph(prefix):
    graph = igraph.Graph.Read_GraphML(prefix + '.graphml')
    # igraph 1.0.0 leaves `&#38;` in ids, and puts ids of nodes where those of edges should be.
    ids = [vertex['id'].replace('&#38;', '&') for vertex in graph.vs]
    nodes = dict(zip(ids, (vertex.attributes() for vertex in graph.vs)))
    edges = []
    for edge in graph.es:
        ends = {'source': ids[edge.source], 'target': ids[edge.target]}
        edges.append((None, {**edge.attributes(), **ends}))
    return graph.is_directed(), nodes, edges


def read_csv(prefix):
    def rows(name):
        with open(prefix + name, encoding='utf-8', newline='') as file:
            return list(csv.DictReader(file, strict=True))
    def single(match):  # backslashes before a quotation mark or the end are doubled, for Gephi
        return match.group()[::2]
    def renamed(row, *names):
        return {name.lower() if name in names else name:
                re.sub(r'\\+(?="|$)', single, value) for name, value in row.items()}
    nodes = [renamed(row, 'Id', 'Label') for row in rows('.nodes.csv')]
    nodes = {node['id']: node for node in nodes}
    edges = [renamed(row, 'Id', 'Source', 'Target', 'Label', 'Weight')
             for row in rows('.edges.csv')]
    edges = [(edge['id'], edge) for edge in edges]
    return all(values['Type'] == 'Directed' for _, values in edges), nodes, edges


READERS = {
    'GraphML in NetworkX': read_graphml,
    'GEXF in NetworkX': read_gexf,
    'node-link JSON in NetworkX': read_json,
    'GraphML in igraph': read_igraph,
    'the CSV pair in Python': read_csv,
}


def main():
    graph, prefix, *predicate = sys.argv[1:]
    expected = Graph(graph, *predicate)
    wrong = 0
    for name, reader in READERS.items():
        try:
            check(expected, *reader(prefix))
        except Wrong as problem:
            print(f'{prefix}: {name}: {problem}', file=sys.stderr)
            wrong += 1
    sys.exit(1 if wrong else 0)


main()
