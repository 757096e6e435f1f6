#!/usr/bin/env python3
"""What writing GraphML costs: CPU of the whole of `zhitu export` with one thread against that of boost::write_graphml alone.

    tests/bench/graphml_writer.py ZHITU BENCH_BOOST_GRAPHML GRAPH [--rounds 5] [--few | --plain] [--ending graphml]
        [--folder FOLDER]

BENCH_BOOST_GRAPHML is the program that -DZHITU_BUILD_BENCH=ON (preset release) builds beside zhitu; it has the graph
in memory, with the same attributes and values, before its time begins. `--few` lets it write five attributes of nodes
and three of edges only; `--plain` measures against a plain loop of C++ streams instead, and `--ending gexf` what our
GEXF costs. Both are run in turns; prints seconds of CPU (least, median, most), bytes written, and the
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
    parser.add_argument('--few', dest='how', action='store_const', const=['few'], default=[])
    parser.add_argument('--plain', dest='how', action='store_const', const=['plain'])
    parser.add_argument('--ending', default='graphml')
    parser.add_argument('--folder')
    options = parser.parse_args()
    ours, theirs, sizes = [], [], {}
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        for _ in range(options.rounds):
            out = os.path.join(folder, 'zhitu.' + options.ending)
            ours.append(Cost([options.zhitu, 'export', '-q', options.graph, out, '--jobs', '1']).cpu)
            sizes['zhitu'] = os.path.getsize(out)
            os.remove(out)
            out = os.path.join(folder, 'boost.graphml')
            said = Cost([options.boost, options.graph, out] + options.how).output
            theirs.append(float(re.search(r'cpu_seconds (\S+)', said)[1]))
            sizes['boost'] = os.path.getsize(out)
            os.remove(out)
    print(said, end='')
    rival = 'plain loop' if options.how == ['plain'] else 'boost'
    for name, key, seconds in (('zhitu', 'zhitu', ours), (rival, 'boost', theirs)):
        print(f'{name} {spread(seconds)} s CPU, {sizes[key]} bytes')
    ratios = [their / our for our, their in zip(ours, theirs)]
    print(f'ratio {statistics.median(theirs) / statistics.median(ours):.2f} '
          f'({min(ratios):.2f} to {max(ratios):.2f})')


if __name__ == '__main__':
    main()
