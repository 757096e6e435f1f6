#!/usr/bin/env python3
"""What `zhitu import` costs: CPU and peak memory of importing the files of one graph.

    tests/bench/import_cost.py ZHITU FILE... [--rounds 5]

Prints seconds of CPU (least, median, most), the peak of memory, the size of the graph file, and how many
entities and relations it holds, so that a fast wrong answer shows.
"""

import argparse
import os
import sqlite3
import tempfile

from measure import Cost, spread


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('zhitu')
    parser.add_argument('files', nargs='+', metavar='FILE')
    parser.add_argument('--rounds', type=int, default=5)
    options = parser.parse_args()
    seconds = []
    memory = 0.0
    with tempfile.TemporaryDirectory() as folder:
        graph = os.path.join(folder, 'g.zhitu')
        for _ in range(options.rounds):
            cost = Cost([options.zhitu, 'import', *options.files, '-q', '--force', '-o', graph])
            seconds.append(cost.cpu)
            memory = max(memory, cost.peak)
        size = os.path.getsize(graph) / 1e6
        database = sqlite3.connect(graph)
        counts = dict(database.execute("SELECT key, value FROM meta WHERE key IN ('entities', 'relations')"))
        database.close()
    print(f'CPU    {spread(seconds)} s')
    print(f'memory {memory:.0f} MB')
    print(f'file   {size:.1f} MB, {counts["entities"]} entities, {counts["relations"]} relations')


if __name__ == '__main__':
    main()
