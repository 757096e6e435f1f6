#!/usr/bin/env python3
"""What `zhitu import` costs: CPU and peak memory of importing the files of one graph.

    tests/bench/import_cost.py ZHITU FILE... [--rounds 5]

Prints seconds of CPU (least, median, most), the peak of memory, the size of the graph file, and how many
entities and relations it holds, so that a fast wrong answer shows.
"""

import argparse
import os
import sqlite3
import statistics
import subprocess
import tempfile


def run(command):
    """Seconds of user and system time that a command takes, and its greatest memory in MB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f'{" ".join(command)}: {errors.decode(errors="replace")}')
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


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
            cpu, peak = run([options.zhitu, 'import', *options.files, '-q', '--force', '-o', graph])
            seconds.append(cpu)
            memory = max(memory, peak)
        size = os.path.getsize(graph) / 1e6
        database = sqlite3.connect(graph)
        counts = dict(database.execute("SELECT key, value FROM meta WHERE key IN ('entities', 'relations')"))
        database.close()
    print(f'CPU    {min(seconds):.2f} {statistics.median(seconds):.2f} {max(seconds):.2f} s')
    print(f'memory {memory:.0f} MB')
    print(f'file   {size:.1f} MB, {counts["entities"]} entities, {counts["relations"]} relations')


if __name__ == '__main__':
    main()
