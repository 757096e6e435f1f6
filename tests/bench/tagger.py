#!/usr/bin/env python3
"""Trains and measures the tagger on annotated text that is held out.

    tests/bench/tagger.py build/release/bin/zhitu SETS [NAME...] [--jobs N] [-- OPTION...]

SETS is a folder with NAME/train.jsonl or train.jsonl.gz, one {"text","ents":[[begin,end,type]]} a
line. Of each set 8 % of the lines, in four contiguous blocks, are held out; dev.jsonl is a second
test where there is one. Rows under `surfaces` are of a model that finds only forms of the training
text (`--surfaces-only`). OPTIONs go to `zhitu train`. Prints precision, recall and F1 (strict, by
`zhitu eval`), by type too, seconds of training, megabytes of the model and megabytes of text a
second that one thread tags, by the CPU time of the best of three runs over 6 MB of the held-out
text, reading and writing of records left out (what the same run without a model takes).
"""

import argparse
import gzip
import json
import pathlib
import sys
import tempfile
import time

from measure import output, quickest

BLOCKS = 4
HELD_OUT = 0.08
SPEED_BYTES = 6_000_000


def read_lines(folder, name):
    """The lines of NAME.jsonl or NAME.jsonl.gz; none if there is no such file."""
    plain = folder / f"{name}.jsonl"
    if plain.exists():
        return plain.read_text(encoding="utf-8").splitlines()
    packed = folder / f"{name}.jsonl.gz"
    if packed.exists():
        with gzip.open(packed, "rt", encoding="utf-8") as file:
            return file.read().splitlines()
    return []


def split(lines):
    """Lines to train on and lines held out: the end of each quarter."""
    size = int(len(lines) * HELD_OUT / BLOCKS)
    held = set()
    for block in range(BLOCKS):
        end = len(lines) * (block + 1) // BLOCKS
        held.update(range(end - size, end))
    return (
        [line for i, line in enumerate(lines) if i not in held],
        [line for i, line in enumerate(lines) if i in held],
    )


def speed(zhitu, model, lines, work):
    """Megabytes of text a second."""
    texts = [json.loads(line)["text"] for line in lines]
    size = sum(len(text.encode()) for text in texts)
    rounds = -(-SPEED_BYTES // size)
    records = work / "speed.jsonl"
    with records.open("w", encoding="utf-8") as file:
        for i in range(rounds):
            for k, text in enumerate(texts):
                print(json.dumps({"id": f"{i}-{k}", "text": text}, ensure_ascii=False), file=file)
    extract = [zhitu, "extract", records, "--preset", "none", "--jobs", "1", "-q"]
    took = quickest(*extract, "--model", model) - quickest(*extract)
    return rounds * size / 1e6 / max(took, 1e-9)


def measure(zhitu, model, lines, work):
    """Scores by `zhitu eval`, and megabytes a second."""
    gold = work / "gold.jsonl"
    gold.write_text("\n".join(lines) + "\n", encoding="utf-8")
    extract = [zhitu, "extract", gold, "--preset", "none", "--jobs", "1", "-q"]
    found = work / "found.jsonl"
    found.write_text(output(*extract, "--model", model), encoding="utf-8")
    scores = json.loads(output(zhitu, "eval", gold, "--pred", found, "--format", "json"))["scores"]
    strict = {s["name"]: s for s in scores if s["measure"] == "mentions strict"}
    return strict, speed(zhitu, model, lines, work)


def show(label, strict, speed):
    total = strict.pop("all")
    types = " ".join(f"{name} {100 * s['f1']:.1f}" for name, s in strict.items())
    print(
        f"  {label:<9} P {100 * total['precision']:.2f} R {100 * total['recall']:.2f} "
        f"F {100 * total['f1']:.2f}  {speed:.1f} MB/s  {types}",
        flush=True,
    )


def try_model(label, zhitu, work, tests, options):
    """Trains on train.jsonl of the folder, and measures on each of the tests."""
    gold, model = work / "train.jsonl", work / "m.zmodel"
    begun = time.perf_counter()
    output(zhitu, "train", gold, "-o", model, "-q", *options)
    took = time.perf_counter() - begun
    print(f"{label}: {took:.0f} s, {model.stat().st_size / 1e6:.1f} MB", flush=True)
    for name, lines in tests:
        if lines:
            show(name, *measure(zhitu, model, lines, work))


def main():
    arguments = sys.argv[1:]
    options = []
    if "--" in arguments:
        at = arguments.index("--")
        arguments, options = arguments[:at], arguments[at + 1 :]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("zhitu")
    parser.add_argument("sets", type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--jobs", default="2")
    args = parser.parse_args(arguments)
    names = args.names or sorted(path.name for path in args.sets.iterdir() if path.is_dir())
    for name in names:
        lines, held = split(read_lines(args.sets / name, "train"))
        if not any('"ents"' in line for line in lines):
            continue
        with tempfile.TemporaryDirectory() as folder:
            work = pathlib.Path(folder)
            (work / "train.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
            tests = [("held out", held), ("dev", read_lines(args.sets / name, "dev"))]
            all_options = ["--jobs", args.jobs, *options]
            try_model(name, args.zhitu, work, tests, all_options)
            surfaces = [*all_options, "--surfaces-only"]
            try_model(f"{name}, surfaces", args.zhitu, work, tests, surfaces)


if __name__ == "__main__":
    main()
