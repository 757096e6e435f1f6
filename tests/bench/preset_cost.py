#!/usr/bin/env python3
"""What reading costs beyond matching names: CPU of `zhitu build` with a preset against `--preset none`.

    tests/bench/preset_cost.py ZHITU CORPUS DICTIONARY [--preset zh-news] [--rounds 5]

Both are run in turns with one thread; prints seconds of CPU (least, median, most) and the ratio of the medians.
"""

import argparse
import os
import statistics
import tempfile

from measure import Cost, spread


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('zhitu')
    parser.add_argument('corpus')
    parser.add_argument('dictionary')
    parser.add_argument('--preset', default='zh-news')
    parser.add_argument('--rounds', type=int, default=5)
    options = parser.parse_args()
    times = {'none': [], options.preset: []}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(options.rounds):
            for preset, seconds in times.items():
                seconds.append(Cost([
                    options.zhitu, 'build', options.corpus, '-d', options.dictionary, '--preset', preset,
                    '--jobs', '1', '-q', '--force', '-o', os.path.join(folder, 'g.zhitu')]).cpu)
    for preset, seconds in times.items():
        print(f'{preset:<8} {spread(seconds)} s CPU')
    ratio = statistics.median(times[options.preset]) / statistics.median(times['none'])
    print(f'ratio    {ratio:.2f}')


if __name__ == '__main__':
    main()
