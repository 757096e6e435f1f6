#!/usr/bin/env python3
"""From texts to GraphML: `zhitu build` and `export` against pyahocorasick with NetworkX, in turns.

    tests/bench/pipeline.py build/release/bin/zhitu CORPUS_FOLDER DICT.csv [--rounds 5] [--rival COMMAND] [--growth]

DICT.csv has the columns name, type and id. Prints CPU, wall time and peak memory of both, the ratios with least and
greatest of the rounds, the wall time with two threads against one, and how far nodes and edges differ (the usual
pipeline folds nothing and loses matches). With --growth also the CPU for each megabyte of ten copies of the corpus
against one.
"""

import argparse
import os
import re
import shutil
import sys
import tempfile

from measure import Cost, spread, tell_ratio

RIVAL = f'{sys.executable} {os.path.join(os.path.dirname(os.path.abspath(__file__)), "rivals/co_occurrence.py")}'


def build(options, corpus, out, jobs):
    return Cost([options.zhitu, 'build', '-q', corpus, '-d', options.dictionary, '--preset', 'none',
                 '--max-entities', '1000', '--jobs', str(jobs), '-o', out])


class Both:
    """What `build` and `export` cost together."""

    def __init__(self, options, corpus, folder, jobs):
        graph, self.graphml = os.path.join(folder, 'g.zhitu'), os.path.join(folder, 'g.graphml')
        for old in (graph, self.graphml):  # freeing what an earlier run wrote is no part of this one
            if os.path.exists(old):
                os.remove(old)
        steps = [build(options, corpus, graph, jobs),
                 Cost([options.zhitu, 'export', '-q', graph, self.graphml, '--jobs', str(jobs)])]
        self.cpu = sum(step.cpu for step in steps)
        self.wall = sum(step.wall for step in steps)
        self.peak = max(step.peak for step in steps)


def counts(graphml):
    """Nodes and edges, read by lines: the memory of this process counts in the peak of its children."""
    nodes = edges = 0
    with open(graphml, encoding='utf-8') as file:
        for line in file:
            nodes += line.count('<node ') - line.count('<data key="n_type">document</data>')
            edges += line.count('<edge ')
    return nodes, edges


def compare(options, folder):
    one, two, rival = [], [], []
    for _ in range(options.rounds):
        two.append(Both(options, options.corpus, folder, 2))
        one.append(Both(options, options.corpus, folder, 1))
        theirs = os.path.join(folder, 'r.graphml')
        if os.path.exists(theirs):
            os.remove(theirs)
        rival.append(Cost(options.rival.split() + [options.dictionary, options.corpus, theirs]))
    for name, runs in (('zhitu, one thread', one), ('zhitu, two threads', two), ('the usual pipeline', rival)):
        print(f'{name}: CPU {spread([run.cpu for run in runs])} s, wall {spread([run.wall for run in runs])} s, '
              f'peak {spread([run.peak for run in runs], ".0f")} MB')
    tell_ratio('CPU of the usual pipeline against zhitu', [run.cpu for run in rival], [run.cpu for run in one])
    tell_ratio('wall time of one thread against two', [run.wall for run in one], [run.wall for run in two])
    said = dict(re.findall(r'(nodes|edges)=(\d+)', rival[0].output))
    for name, count in zip(('nodes', 'edges'), counts(one[0].graphml)):
        print(f'{name}: {count} against {said[name]}, {100 * (count / int(said[name]) - 1):+.2f} %')


def tell_growth(options, folder):
    ten = os.path.join(folder, 'ten')
    for copy in range(10):
        shutil.copytree(options.corpus, os.path.join(ten, str(copy)))
    graph = os.path.join(folder, 'g.zhitu')
    small, large = [], []
    for _ in range(options.rounds):
        small.append(build(options, options.corpus, graph, 1))
        large.append(build(options, ten, graph, 1))
    tell_ratio('CPU for a megabyte of ten times the corpus', [run.cpu / 10 for run in large], [run.cpu for run in small])
    print(f'peak {spread([run.peak for run in small], ".0f")} MB, then {spread([run.peak for run in large], ".0f")} MB')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('zhitu')
    parser.add_argument('corpus')
    parser.add_argument('dictionary')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--rival', default=RIVAL)
    parser.add_argument('--growth', action='store_true')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        compare(options, folder)
        if options.growth:
            tell_growth(options, folder)


main()
