#!/usr/bin/env python3
"""What writing GraphML costs: CPU of the whole of `zhitu export` against that of boost::write_graphml alone.

    tests/bench/graphml_writer.py ZHITU BENCH_BOOST_GRAPHML GRAPH [--rounds 5] [--few] [--folder FOLDER]

BENCH_BOOST_GRAPHML is the program that -DZHITU_BUILD_BENCH=ON (preset release) builds beside zhitu; it has the graph
in memory, with the same attributes and values, before its time begins. `--few` lets it write five attributes of nodes
and three of edges only. Both are run in turns; prints seconds of CPU (least, median, most), bytes written, and the
ratio of the medians with the least and greatest ratio of a round.
"""

import argparse
import os
import re
import statistics
import tempfile

from measure import Cost, spread


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('zhitu')
    parser.add_argument('boost')
    parser.add_argument('graph')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--few', action='store_true')
    parser.add_argument('--folder')
    options = parser.parse_args()
    ours, theirs, sizes = [], [], {}
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        for _ in range(options.rounds):
            out = os.path.join(folder, 'zhitu.graphml')
            ours.append(Cost([options.zhitu, 'export', '-q', options.graph, out]).cpu)
            sizes['zhitu'] = os.path.getsize(out)
            os.remove(out)
            out = os.path.join(folder, 'boost.graphml')
            said = Cost([options.boost, options.graph, out] + (['few'] if options.few else [])).output
            theirs.append(float(re.search(r'cpu_seconds (\S+)', said)[1]))
            sizes['boost'] = os.path.getsize(out)
            os.remove(out)
    print(said, end='')
    for name, seconds in (('zhitu', ours), ('boost', theirs)):
        print(f'{name} {spread(seconds)} s CPU, {sizes[name]} bytes')
    ratios = [their / our for our, their in zip(ours, theirs)]
    print(f'ratio {statistics.median(theirs) / statistics.median(ours):.2f} '
          f'({min(ratios):.2f} to {max(ratios):.2f})')


if __name__ == '__main__':
    main()
