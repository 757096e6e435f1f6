"""Writes hostile.csv, hostile.jsonl and hostile.json (the names): a dictionary and records whose names try to break out of a web
page. Usage: make_hostile_corpus.py FOLDER"""

import csv
import json
import pathlib
import sys

NAMES = [
    '</script><script>window.hit=1</script>',
    '<img src=x onerror="window.hit=1">',
    '<!--<script>',
    '-->]]>',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    '"onfocus="window.hit=1',
    "javascript:window.hit=1",
    '{{program}}',
    '${window.hit=1}',
    'a\u2028b\u2029c',
    '\u202eevil\u2066',
    '&lt;b&gt;&amp;',
    '\\u003c/script\\u003e',
    '𠮷' * 200,
    'e\u0301' + '\u0300' * 50,
]


def main():
    folder = pathlib.Path(sys.argv[1])
    (folder / 'hostile.json').write_text(json.dumps(NAMES), encoding='utf-8')
    with open(folder / 'hostile.csv', 'w', encoding='utf-8', newline='') as file:
        rows = csv.writer(file)
        rows.writerow(['id', 'name', 'type', 'aliases', '__proto__', '<b>', 'polluted'])
        for number, name in enumerate(NAMES):
            kind = 'constructor' if number % 2 else 'toString'.lower()
            rows.writerow([name, name, kind, '', '1', '<img src=x>', 'yes'])
    with open(folder / 'hostile.jsonl', 'w', encoding='utf-8') as file:
        for number in range(len(NAMES)):
            pair = NAMES[number:] + NAMES[:number]
            text = '。'.join(f'（{first}）和（{second}）' for first, second in zip(pair, pair[1:]))
            record = {'id': f'<script>{number}', 'title': '</title><script>window.hit=1</script>', 'text': text, 'date': '<b>2024'}
            file.write(json.dumps(record, ensure_ascii=False) + '\n')


main()
