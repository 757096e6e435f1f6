#!/usr/bin/env python3
"""The usual pipeline: pyahocorasick, sentences, counts in dictionaries, NetworkX, its GraphML writer.

    co_occurrence.py DICT.csv CORPUS_FOLDER OUT.graphml        needs: pip install pyahocorasick networkx lxml

DICT.csv has the columns name, type and id. Prints counts of nodes, edges and mentions.
"""

import csv
import itertools
import os
import re
import sys
from collections import Counter

import ahocorasick
import networkx


def main(dictionary, corpus, out):
    with open(dictionary, encoding='utf-8') as file:
        rows = {row['name']: row for row in csv.DictReader(file)}
    automaton = ahocorasick.Automaton()
    for name in rows:
        automaton.add_word(name, name)
    automaton.make_automaton()
    mentions, documents, first = Counter(), Counter(), {}
    pairs, pair_documents, last = Counter(), Counter(), {}
    ends = re.compile('[。！？；\n]+')
    for name in sorted(os.listdir(corpus)):
        seen = set()
        with open(os.path.join(corpus, name), encoding='utf-8') as file:
            sentences = ends.split(file.read())
        for sentence in filter(None, sentences):
            found = [key for _, key in automaton.iter_long(sentence)]
            mentions.update(found)
            for key in set(found) - seen:
                seen.add(key)
                documents[key] += 1
                first.setdefault(key, name)
            for pair in itertools.combinations(sorted(set(found)), 2):
                pairs[pair] += 1
                if last.get(pair) != name:
                    last[pair] = name
                    pair_documents[pair] += 1
    graph = networkx.Graph()
    for key, count in mentions.items():
        graph.add_node(rows[key]['id'], label=key, type=rows[key]['type'], mentions=count,
                       documents=documents[key], first=first[key])
    for (a, b), count in pairs.items():
        graph.add_edge(rows[a]['id'], rows[b]['id'], weight=float(count), documents=pair_documents[a, b],
                       predicate='co_occurs')
    networkx.write_graphml(graph, out)
    print(f'nodes={graph.number_of_nodes()} edges={graph.number_of_edges()} mentions={mentions.total()}')


main(*sys.argv[1:4])
