#!/usr/bin/env python3
"""What a cold question costs: CPU and memory of a whole process of `zhitu related`, `path` or `show`.

    tests/bench/cold_query.py ZHITU [--other ZHITU] [--rounds 20] -- related GRAPH NAME --hops 2 --top 20

With `--other`, a program of another build is run in turns and the answers must be the same. Prints milliseconds of CPU
(least, median, most), the peak of memory, the lines of the answer, and the ratio of the medians with the least and
greatest ratio of a round.
"""

import argparse
import os
import statistics
import subprocess


def run(command):
    """Milliseconds of user and system time that a command takes, its peak of memory in KiB, what it prints."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f'{" ".join(command)}: ended with {os.waitstatus_to_exitcode(status)}')
    return (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss, output


def tell(name, runs):
    times = [milliseconds for milliseconds, _, _ in runs]
    lines = runs[0][2].count(b'\n')
    print(f'{name} {min(times):.1f} {statistics.median(times):.1f} {max(times):.1f} ms CPU, '
          f'{max(memory for _, memory, _ in runs) / 1024:.1f} MiB, {lines} lines')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('zhitu')
    parser.add_argument('--other')
    parser.add_argument('--rounds', type=int, default=20)
    parser.add_argument('question', nargs='+')
    options = parser.parse_args()
    ours, others = [], []
    for _ in range(options.rounds):
        ours.append(run([options.zhitu] + options.question))
        if options.other:
            others.append(run([options.other] + options.question))
            if others[-1][2] != ours[-1][2]:
                raise SystemExit('the answers differ')
    tell('this ', ours)
    if options.other:
        tell('other', others)
        ratios = [other[0] / our[0] for our, other in zip(ours, others)]
        middle = statistics.median(other[0] for other in others) / statistics.median(our[0] for our in ours)
        print(f'ratio {middle:.2f} ({min(ratios):.2f} to {max(ratios):.2f})')


if __name__ == '__main__':
    main()
