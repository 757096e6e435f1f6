#!/usr/bin/env python3
"""Finding names: bench_match against daachorse, in turns, on the same files.

    (cd tests/bench/rivals/matchers && cargo build --release)        # also with RUSTFLAGS='-C target-cpu=native'
    tests/bench/matchers.py build/release/bin/bench_match RIVAL TEXT DICT... [--rounds 5] [--megabytes 200]

TEXT is repeated until it has so many megabytes. For each dictionary (a name a line) bench_match runs with folding and
with --exact, as for each kind of processor; with --exact the number of matches and the checksum must be the rival's.
Prints speed, build time, memory and the ratios, each with least and greatest of the rounds.
"""

import argparse
import tempfile

from measure import Cost, spread, tell_ratio


def fields(line):
    return dict(field.split('=', 1) for field in line.split('\t')[1:])


def compare(options, text, dictionary):
    runs = {'daachorse': [options.rival, dictionary, text, '1']}
    for kernel in options.kernels.split(','):
        for name, more in ((f'{kernel}, folding', []), (f'{kernel}, exact', ['--exact'])):
            runs[name] = [options.ours, dictionary, text, '1', '--kernel', kernel] + more
    results = {name: [] for name in runs}
    for _ in range(options.rounds):
        for name, command in runs.items():
            results[name].append(fields(Cost(command).output.strip()))
    rival = results['daachorse']
    print(f'{dictionary}: {rival[0]["pats"]} names')
    for name, some in results.items():
        speeds, builds = ([float(one[key]) for one in some] for key in ('MB/s_med', 'build'))
        print(f'  {name}: {spread(speeds, ".0f")} MB/s, build {spread(builds, ".3f")} s, '
              f'matcher {some[0]["heapMB"]} MB, {some[0]["matches"]} matches')
        if name == 'daachorse':
            continue
        tell_ratio(f'    scan, {name} against daachorse', speeds, [float(one['MB/s_med']) for one in rival])
        if float(rival[0]['build']) > 0.05:
            tell_ratio('    build', [float(one['build']) for one in rival], builds)
        if name.endswith('folding'):
            if int(some[0]['matches']) < int(rival[0]['matches']):
                raise SystemExit('fewer matches with folding')
        elif any(some[0][key] != rival[0][key] for key in ('matches', 'len', 'sum')):
            raise SystemExit('other matches than the rival')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('ours')
    parser.add_argument('rival')
    parser.add_argument('text')
    parser.add_argument('dictionaries', nargs='+')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--megabytes', type=int, default=200)
    parser.add_argument('--kernels', default='portable,avx2,avx512')
    options = parser.parse_args()
    with open(options.text, 'rb') as file:
        once = file.read()
    with tempfile.NamedTemporaryFile(suffix='.txt') as text:
        for _ in range(max(1, round(options.megabytes * 1e6 / len(once)))):
            text.write(once)
        text.flush()
        for dictionary in options.dictionaries:
            compare(options, text.name, dictionary)


main()
