#!/usr/bin/env python3
"""Dictionaries made to be slow: the names a, aa, ... and names that end in b, in a text of nothing but a.

    tests/bench/worst_case.py build/release/bin/bench_match [--longest 1000]

Prints nanoseconds a character, by length of the longest name and of the text. Time must grow with the text as it does
with any other (the last column is the greatest of a row against its least), and no faster than the longest name.
"""

import argparse
import os
import tempfile

from measure import Cost

SIZES = (250_000, 500_000, 1_000_000)


def nanoseconds(bench, names, size, folder):
    dictionary, text = os.path.join(folder, 'names.txt'), os.path.join(folder, 'text.txt')
    with open(dictionary, 'w', encoding='utf-8') as file:
        file.write('\n'.join(names))
    with open(text, 'w', encoding='utf-8') as file:
        file.write('a' * size)
    line = Cost([bench, dictionary, text, '3', '--exact']).output
    return 1000 / float(dict(field.split('=', 1) for field in line.strip().split('\t')[1:])['MB/s_best'])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('bench')
    parser.add_argument('--longest', type=int, default=1000)
    options = parser.parse_args()
    families = {
        'a, aa, ...': lambda longest: ['a' * length for length in range(1, longest + 1)],
        'ab, aab, ...': lambda longest: ['a' * length + 'b' for length in range(1, longest)],
        'the longest': lambda longest: ['a' * (longest - 1) + 'b'],
    }
    print(f'{"names":<14}{"longest":>8}' + ''.join(f'{size:>10}' for size in SIZES) + '   text grows')
    with tempfile.TemporaryDirectory() as folder:
        for family, names in families.items():
            longest = 10
            while longest <= options.longest:
                times = [nanoseconds(options.bench, names(longest), size, folder) for size in SIZES]
                print(f'{family:<14}{longest:>8}' + ''.join(f'{time:>10.1f}' for time in times)
                      + f'{max(times) / min(times):>10.2f} times')
                longest *= 10


main()
