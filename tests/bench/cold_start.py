#!/usr/bin/env python3
"""What it costs to find the names of one line: CPU of whole runs of `zhitu extract` with a dictionary and with the same one compiled.

    tests/bench/cold_start.py ZHITU DICTIONARY [--preset none] [--rounds 20] [--plain-rounds 3]

Compiles the dictionary first. The line holds the dictionary's last name; both ways must give the same answer. Prints milliseconds of CPU
(least, median, most) without a dictionary, compiled, and as it is.
"""

import argparse
import csv
import os
import tempfile

from measure import Cost, spread


def last_name(dictionary):
    with open(dictionary, encoding='utf-8-sig', newline='') as file:
        name = None
        for row in csv.DictReader(file, delimiter='\t' if dictionary.endswith('.tsv') else ','):
            name = row['name']
    return name


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('zhitu')
    parser.add_argument('dictionary', help='.csv or .tsv')
    parser.add_argument('--preset', default='none')
    parser.add_argument('--rounds', type=int, default=20)
    parser.add_argument('--plain-rounds', type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        text = os.path.join(folder, 'one_line.txt')
        with open(text, 'w', encoding='utf-8') as file:
            file.write(last_name(options.dictionary) + '\n')
        compiled = os.path.join(folder, 'names.zdict')
        spent = Cost([options.zhitu, 'dict', 'compile', options.dictionary, '-o', compiled, '-q']).cpu
        print(f'compile  {1000 * spent:.0f} ms CPU, {os.path.getsize(compiled) / 1e6:.1f} MB')
        extract = [options.zhitu, 'extract', text, '--preset', options.preset, '--jobs', '1', '-q']
        ways = {'no dict': ([], options.rounds), 'compiled': (['-d', compiled], options.rounds),
                'plain': (['-d', options.dictionary], options.plain_rounds)}
        answers = {}
        for name, (dictionary, rounds) in ways.items():
            times = []
            for _ in range(rounds):
                cost = Cost(extract + dictionary)
                answers[name] = cost.output
                times.append(1000 * cost.cpu)
            print(f'{name:<8} {spread(times, ".1f")} ms CPU')
        if answers['compiled'] != answers['plain']:
            raise SystemExit('the answers differ')


if __name__ == '__main__':
    main()
