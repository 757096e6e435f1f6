#!/usr/bin/env python3
"""What a cold question costs: CPU and memory of a whole process of `zhitu related`, `path` or `show`.

    tests/bench/cold_query.py ZHITU [--other ZHITU] [--rounds 20] -- related GRAPH NAME --hops 2 --top 20

With `--other`, a program of another build is run in turns and the answers must be the same. Prints milliseconds of CPU
(least, median, most), the peak of memory, the lines of the answer, and the ratio of the medians with the least and
greatest ratio of a round.
"""

import argparse
import statistics

from measure import Cost, spread


def tell(name, runs):
    lines = runs[0].output.count('\n')
    print(f'{name} {spread([1000 * run.cpu for run in runs], ".1f")} ms CPU, '
          f'{max(run.peak for run in runs):.1f} MiB, {lines} lines')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('zhitu')
    parser.add_argument('--other')
    parser.add_argument('--rounds', type=int, default=20)
    parser.add_argument('question', nargs='+')
    options = parser.parse_args()
    ours, others = [], []
    for _ in range(options.rounds):
        ours.append(Cost([options.zhitu] + options.question))
        if options.other:
            others.append(Cost([options.other] + options.question))
            if others[-1].output != ours[-1].output:
                raise SystemExit('the answers differ')
    tell('this ', ours)
    if options.other:
        tell('other', others)
        ratios = [other.cpu / our.cpu for our, other in zip(ours, others)]
        middle = statistics.median(other.cpu for other in others) / statistics.median(our.cpu for our in ours)
        print(f'ratio {middle:.2f} ({min(ratios):.2f} to {max(ratios):.2f})')


if __name__ == '__main__':
    main()
