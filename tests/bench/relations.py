#!/usr/bin/env python3
"""Trains and measures the classifier of statements on triples that are held out.

    tests/bench/relations.py build/release/bin/zhitu TRIPLES.jsonl[.gz] [--folds N] [--jobs N] [-- OPTION...]

TRIPLES holds one {"text","triples":[[subject,predicate,object]],"types":{surface:type}} a line. Of N
folds (5) each is held out once: every N-th line, beginning with the first, the second and so on. The
mentions of held-out texts are given (`extract --mentions`). OPTIONs go to `zhitu train`. Prints for each
fold and for all lines together precision, recall and F1 of triples (micro, by `zhitu eval`), the same of
the majority predicate of each pair of types, F1 by predicate, how many statements of each confidence are
right, seconds of training, megabytes of the model, and megabytes of text a second that one thread
classifies, by CPU time, reading and writing left out (what the same run takes with types that the model
does not know).
"""

import argparse
import collections
import gzip
import json
import pathlib
import sys
import tempfile
import time

from measure import output, quickest

SPEED_BYTES = 6_000_000


def read_lines(path):
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8") as file:
            return file.read().splitlines()
    return path.read_text(encoding="utf-8").splitlines()


def write_lines(path, lines):
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def speed(zhitu, model, lines, work):
    """Megabytes of text a second."""
    documents = [json.loads(line) for line in lines]
    size = sum(len(document["text"].encode()) for document in documents)
    rounds = -(-SPEED_BYTES // size)

    def given(name, type_of):
        path = work / name
        with path.open("w", encoding="utf-8") as file:
            for _ in range(rounds):
                for document in documents:
                    types = {name: type_of(type) for name, type in document["types"].items()}
                    line = {"text": document["text"], "triples": [], "types": types}
                    print(json.dumps(line, ensure_ascii=False), file=file)
        return path

    def took(path):
        return quickest(zhitu, "extract", "--mentions", path, "--model", model, "--jobs", "1", "-q")

    known = took(given("known.jsonl", lambda type: type))
    unknown = took(given("unknown.jsonl", lambda type: type + "?"))
    return rounds * size / 1e6 / max(known - unknown, 1e-9)


def triples(document):
    """Those of a line of gold, or of a line that `extract` printed with their confidence."""
    if "triples" in document:
        return {tuple(triple): 1.0 for triple in document["triples"]}
    surface = {mention["entity"]: mention["text"] for mention in document["mentions"]}
    return {
        (surface[s["subject"]], s["predicate"], surface[s["object"]]): s["confidence"]
        for s in document["statements"]
    }


def majority(train, held):
    """Counts of the rival: each pair of types has its most frequent predicate, if it has one more often
    than not."""
    pairs = collections.Counter()
    said = collections.defaultdict(collections.Counter)
    for line in train:
        document = json.loads(line)
        types = document["types"]
        pairs.update((types[a], types[b]) for a in types for b in types if a != b)
        for subject, predicate, obj in document["triples"]:
            said[types[subject], types[obj]][predicate] += 1
    predicate_of = {}
    for pair, predicates in said.items():
        predicate, count = predicates.most_common(1)[0]
        if 2 * count >= pairs[pair]:
            predicate_of[pair] = predicate
    counts = [0, 0, 0]
    for line in held:
        document = json.loads(line)
        types = document["types"]
        gold = set(triples(document))
        found = {
            (a, predicate_of[types[a], types[b]], b)
            for a in types
            for b in types
            if a != b and (types[a], types[b]) in predicate_of
        }
        for i, count in enumerate((len(gold & found), len(gold), len(found))):
            counts[i] += count
    return counts


def shares(right, gold, found):
    precision, recall = right / max(found, 1), right / max(gold, 1)
    return (
        f"P {100 * precision:.2f} R {100 * recall:.2f} "
        f"F {200 * right / max(gold + found, 1):.2f}"
    )


class Totals:
    """What all folds gave together."""

    def __init__(self):
        self.by_predicate = collections.defaultdict(lambda: [0, 0, 0])
        self.by_confidence = collections.defaultdict(lambda: [0, 0])
        self.rival = [0, 0, 0]

    def add(self, held, found):
        for gold_line, found_line in zip(held, found.splitlines(), strict=True):
            gold, statements = triples(json.loads(gold_line)), triples(json.loads(found_line))
            for triple in gold:
                self.by_predicate[triple[1]][1] += 1
            for triple, confidence in statements.items():
                right = triple in gold
                self.by_predicate[triple[1]][2] += 1
                self.by_predicate[triple[1]][0] += right
                step = min(int(confidence * 10), 9)
                self.by_confidence[step][0] += right
                self.by_confidence[step][1] += 1

    def show(self):
        counts = [sum(row[i] for row in self.by_predicate.values()) for i in range(3)]
        print(f"all        {shares(*counts)}")
        print(f"type pairs {shares(*self.rival)}")
        for predicate, row in sorted(self.by_predicate.items(), key=lambda item: -item[1][1]):
            print(f"  {predicate} ({row[1]}) {shares(*row)}")
        for step, (right, found) in sorted(self.by_confidence.items()):
            print(f"  from 0.{step}: {found} statements, {100 * right / found:.0f} % right")


def fold(zhitu, train, held, options, totals, work):
    model = work / "m.zmodel"
    begun = time.perf_counter()
    output(zhitu, "train", write_lines(work / "train.jsonl", train), "-o", model, "-q", *options)
    took = time.perf_counter() - begun
    gold = write_lines(work / "gold.jsonl", held)
    found = output(zhitu, "extract", "--mentions", gold, "--model", model, "-q")
    (work / "found.jsonl").write_text(found, encoding="utf-8")
    command = [zhitu, "eval", gold, "--pred", work / "found.jsonl", "--format", "json"]
    scores = json.loads(output(*command))["scores"]
    score = next(s for s in scores if s["measure"] == "statements" and s["name"] == "all")
    low, high = score["f1_interval"]
    print(
        f"{shares(score['right'], score['gold'], score['found'])} ({100 * low:.1f}-{100 * high:.1f})"
        f"  {took:.0f} s, {model.stat().st_size / 1e6:.1f} MB, "
        f"{speed(zhitu, model, held, work):.1f} MB/s",
        flush=True,
    )
    totals.add(held, found)
    for i, count in enumerate(majority(train, held)):
        totals.rival[i] += count


def main():
    arguments = sys.argv[1:]
    options = []
    if "--" in arguments:
        at = arguments.index("--")
        arguments, options = arguments[:at], arguments[at + 1 :]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("zhitu")
    parser.add_argument("triples", type=pathlib.Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--jobs", default="2")
    args = parser.parse_args(arguments)
    lines = [line for line in read_lines(args.triples) if line.strip()]
    totals = Totals()
    for number in range(args.folds):
        train = [line for i, line in enumerate(lines) if i % args.folds != number]
        held = lines[number :: args.folds]
        with tempfile.TemporaryDirectory() as folder:
            all_options = ["--jobs", args.jobs, *options]
            fold(args.zhitu, train, held, all_options, totals, pathlib.Path(folder))
    totals.show()


if __name__ == "__main__":
    main()
