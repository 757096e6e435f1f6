"""Writes odd.csv and odd.jsonl: a dictionary and records whose names, ids, attributes and dates
break careless writers of graph files. Usage: make_odd_corpus.py FOLDER"""

import csv
import json
import pathlib
import sys

NAMES = [
    '</script>', 'a]]>b', 'quoted"name', "apostrophe's", 'a&amp;b', '<b>bold</b>', '=1+1', '@name',
    'comma,semicolon;', 'ends in \\', '{}%s%n', '𠮷野家', 'a  b', 'INFO', '\u202eright', 'x' * 1000,
]
# Columns that importers take for something else, if they are given the chance.
COLUMNS = ['Color', 'source', 'target', 'Kind', 'Label', 'z', 'weight', 'id_', 'timeset']
DATES = ['2024-05-06', '2023', '2022-02', '2021-01-02T03:04:05Z', '1998年', '', '2024-13-41']


def main():
    folder = pathlib.Path(sys.argv[1])
    with open(folder / 'odd.csv', 'w', encoding='utf-8', newline='') as file:
        rows = csv.writer(file)
        rows.writerow(['id', 'name', 'type', 'aliases', *COLUMNS, 'Lon', 'lat'])
        for number, name in enumerate(NAMES):
            alias = f'alias\\|{number}|other {number}'
            values = [f'{column} {name[:50]}' for column in COLUMNS]
            kind = 'person' if number % 2 else 'vessel'
            values += [str(number * 11.25), '-0.0000001'] if number % 3 else ['', '']
            rows.writerow([f'odd \uffff{number}: {name[:20]}', name, kind, alias, *values])
    with open(folder / 'odd.jsonl', 'w', encoding='utf-8') as file:
        for number, date in enumerate(DATES):
            pair = NAMES[2 * number:] + NAMES[:2 * number]
            text = '。'.join(f'({first}) — ({second})' for first, second in zip(pair, pair[1:]))
            record = {'id': f'record {number}', 'text': text, 'date': date}
            file.write(json.dumps(record, ensure_ascii=False) + '\n')


main()
