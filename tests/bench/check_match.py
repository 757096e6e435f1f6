#!/usr/bin/env python3
"""bench_match measures what `zhitu extract` does: both find the same names in a megabyte of text.

    tests/bench/check_match.py BENCH_MATCH ZHITU ARTICLES DICTIONARY WORK_FOLDER

The text is the articles over and over, each time with other characters between their lines; the names are those of the
dictionary and stretches of the articles. Compared are the outermost mentions: number, bytes, checksum over place and size.
"""

import csv
import json
import os
import random
import subprocess
import sys

MEGABYTE = 1_000_000
ODD_LINES = ('', 'Ｚｈｅｎｇｚｈｏｕ 2018', '鄭州市高新區溝趙辦事處', ' \t枫 杨 办 事 处\u3000', 'e\u0301té', '㈱ ﬁ ½ 𠮷野家', '\ufeff\u200b翰林\u200d社区')


def make_text(lines, choose):
    made, size = [], 0
    while size < MEGABYTE:
        for line in lines:
            made.append(line + choose.choice(ODD_LINES))
            size += len(made[-1].encode()) + 1
    return '\n'.join(made) + '\n'


def make_names(lines, dictionary, choose):
    with open(dictionary, encoding='utf-8-sig', newline='') as file:
        names = [row['name'] for row in csv.DictReader(file)]
    text = ''.join(lines)
    for _ in range(3000):
        begin = choose.randrange(len(text))
        names.append(text[begin:begin + choose.randint(1, 9)].strip())
    names += [line.strip() for line in ODD_LINES]
    # A quotation mark or a backslash would be written in another way in a table; that is not what is compared.
    return sorted({name for name in names if name and not set(name) & set('"\\|,\r\n')})


def fold_sum(spans):
    total = 0xCBF29CE484222325
    for begin, size in spans:
        total = ((total ^ (begin * 0x9E3779B97F4A7C15) ^ size) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return total


def outer_mentions(lines):
    """Byte ranges of the mentions that lie in no other one; offsets of extractions are code points."""
    spans, covered = [], 0
    for document in map(json.loads, lines):
        for mention in document['mentions']:
            if mention['begin'] >= covered:
                spans.append((mention['begin'], mention['end']))
                covered = mention['end']
    return spans


def main():
    bench, zhitu, articles, dictionary, work = sys.argv[1:]
    os.makedirs(work, exist_ok=True)
    os.chdir(work)
    choose = random.Random(5)
    with open(articles, encoding='utf-8') as file:
        lines = file.read().splitlines()
    text, names = make_text(lines, choose), make_names(lines, dictionary, choose)
    with open('text.txt', 'w', encoding='utf-8') as file:
        file.write(text)
    with open('names.txt', 'w', encoding='utf-8') as file:
        file.write('\n'.join(names) + '\n')
    with open('names.csv', 'w', encoding='utf-8') as file:
        file.write('name,type\n' + ''.join(f'{name},name\n' for name in names))
    run = lambda *command: subprocess.run(command, check=True, capture_output=True, text=True).stdout
    extraction = run(zhitu, 'extract', 'text.txt', '-d', 'names.csv', '--preset', 'none', '--format', 'jsonl', '-q')
    begins, at = [0], 0
    for character in text:
        at += len(character.encode())
        begins.append(at)
    spans = [(begins[begin], begins[end] - begins[begin]) for begin, end in outer_mentions(extraction.splitlines())]
    line = run(bench, 'names.txt', 'text.txt', '1').strip()
    said = dict(field.split('=', 1) for field in line.split('\t')[1:])
    ours = {'matches': str(len(spans)), 'len': str(sum(size for _, size in spans)), 'sum': f'{fold_sum(spans):016x}'}
    theirs = {key: said[key] for key in ours}
    if ours != theirs or len(spans) < 1000:
        raise SystemExit(f'extract found {ours}, bench_match {theirs}')
    print(f'check_match: {len(spans)} names in {len(text.encode())} bytes, the same for both')


main()
