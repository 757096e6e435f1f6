#!/usr/bin/env python3
"""What `zhitu layout` costs: CPU of all it does, with one thread, on graphs that grow.

    tests/bench/layout_cost.py ZHITU [--rounds 3] [--graph G.zhitu]...

Makes graphs of 10,000 nodes with 50,000 edges and of 100,000 with 1,000,000, grown so that new nodes choose ends of
old edges (hubs) and mostly stay in their group, and measures them and those that are given. Prints seconds of CPU
(least, median, most).
"""

import argparse
import os
import random
import shutil
import subprocess
import tempfile

from measure import Cost, spread

SIZES = ((10_000, 50_000), (100_000, 1_000_000))
GROUP = 100  # nodes


def write_edges(path, nodes, edges):
    """Edges between `nodes` nodes, as a table."""
    chance = random.Random(7)
    ends = [0]
    with open(path, 'w', encoding='utf-8') as out:
        out.write('Source,Target,Type,Weight\n')
        for i in range(edges):
            source = i % nodes
            group = source // GROUP * GROUP
            target = group + chance.randrange(GROUP) if chance.random() < 0.7 else chance.choice(ends)
            target = min(target, nodes - 1)
            if target != source:
                out.write(f'n{source},n{target},Undirected,{1 + chance.randrange(3)}\n')
                ends.append(target)


def measure(zhitu, graph, folder, rounds):
    seconds = []
    for _ in range(rounds):
        copy = os.path.join(folder, 'copy.zhitu')
        shutil.copy(graph, copy)
        seconds.append(Cost([zhitu, 'layout', copy, '--jobs', '1', '-q', '--force']).cpu)
    return seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('zhitu')
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--graph', action='append', default=[])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for nodes, edges in SIZES:
            table = os.path.join(folder, 'edges.csv')
            graph = os.path.join(folder, 'made.zhitu')
            write_edges(table, nodes, edges)
            subprocess.run([options.zhitu, 'import', table, '-o', graph, '-q', '--force'], check=True)
            print(f'{nodes:>7} nodes {edges:>8} edges  {spread(measure(options.zhitu, graph, folder, options.rounds))} s CPU')
        for graph in options.graph:
            print(f'{graph}  {spread(measure(options.zhitu, graph, folder, options.rounds))} s CPU')


if __name__ == '__main__':
    main()
