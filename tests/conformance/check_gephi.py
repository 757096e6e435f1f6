"""Compares what GephiCheck printed with the graph file.
Usage: check_gephi.py GRAPH.zhitu PREFIX FILES FACTS.tsv [PREDICATE]. FILES names what was read; a
timeline is expected of GEXF, places, sizes and colours of GraphML and GEXF, as PREFIX.json has
them."""

import calendar
import datetime
import json
import re
import sys

from expected import Graph, Wrong, compare

ESCAPES = {'\\\\': '\\', '\\t': '\t', '\\n': '\n', '\\r': '\r'}


def read_facts(path):
    with open(path, encoding='utf-8') as file:
        for line in file.read().split('\n'):
            yield [re.sub(r'\\[\\tnr]', lambda m: ESCAPES[m.group()], cell)
                   for cell in line.split('\t')]


def values_of(cells):
    return dict(cell.split('=', 1) for cell in cells)


DAY = 86_400_000  # milliseconds


def days_of(date):
    """First and last day of a year, month, day or moment; None for what is no ISO date."""
    match = re.fullmatch(r'(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:(?<=-\d\d-\d\d)[T ].*)?', date)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = datetime.date(year, month or 1, day or 1)
        last_month = month or 12
        return first, datetime.date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    except (ValueError, calendar.IllegalMonthError):
        return None


def check_life(what, values, found):
    """A node or edge is on the timeline from its first day to its last; else it has no time."""
    first, last = days_of(values['first_seen']), days_of(values['last_seen'])
    life = found.get('timeset')
    if not first or not last or last[1] < first[0]:
        if life is not None:
            raise Wrong(f'{what}: lives {life}, expected no time')
        return
    numbers = re.fullmatch(r'<\[([\d.E]+), ([\d.E]+)\]>', life or '')
    if not numbers:
        raise Wrong(f'{what}: lives {life}')
    for number, day in zip(numbers.groups(), (first[0], last[1])):
        wanted = calendar.timegm(day.timetuple()) * 1000
        if abs(float(number) - wanted) > DAY:  # in the zone of whoever runs Gephi
            raise Wrong(f'{what}: lives {life}, expected {day}')


def check_look(node_id, found, wanted):
    colour = '{r:02x}{g:02x}{b:02x}'.format(**wanted)
    if found['colour'] != colour:
        raise Wrong(f'{node_id}: colour {found["colour"]}, expected {colour}')


def check_order(what, pairs):
    """Gephi scales sizes and places to its canvas: what is kept is their order."""
    pairs = sorted(pairs)
    for (small, found_small), (large, found_large) in zip(pairs, pairs[1:]):
        if small < large and found_small > found_large + 0.01:
            raise Wrong(f'{what} {small} and {large} became {found_small} and {found_large}')


def check_nodes(expected, nodes, looks):
    file_ids = expected.match_ids(list(nodes))
    for node_id, values in expected.nodes.items():
        found = nodes[file_ids[node_id]]
        if looks is None:
            values = {k: v for k, v in values.items() if not k.endswith('_seen')}  # types guessed
            values = {k: v for k, v in values.items() if not k.startswith('attribute ')}
        else:
            check_look(node_id, found, looks[file_ids[node_id]])
        # Gephi writes "INF" in any string as a number's infinity.
        values = {k: v for k, v in values.items() if not (k != 'label' and 'INF' in str(v))}
        compare(node_id, values, found)
    if looks is not None:
        for name in ('x', 'y', 'size'):
            check_order(name, [(looks[i][name], float(nodes[i][name])) for i in looks])
    return file_ids


def check_edges(expected, file_ids, edges):
    if edges.keys() != expected.edges.keys():
        raise Wrong(f'{len(edges)} edges, expected {len(expected.edges)}')
    for edge_id, values in expected.edges.items():
        wanted = {name: values[name] for name in ('label', 'predicate', 'weight', 'symmetric')}
        wanted['kind'] = values['predicate']
        wanted['source'] = file_ids[values['source']]
        wanted['target'] = file_ids[values['target']]
        compare(f'edge {edge_id}', wanted, edges[edge_id])


def check(expected, files, facts, looks):
    nodes, edges = {}, {}
    for kind, *cells in facts:
        if kind == 'graph':
            direction, timeline = cells[0], cells[3]
        elif kind == 'node':
            look = dict(zip(('label', 'colour', 'size', 'x', 'y'), cells[1:6]))
            nodes[cells[0]] = {**values_of(cells[6:]), **look}
        elif kind == 'edge':
            named = dict(zip(('source', 'target', 'label', 'kind', 'weight'), cells[1:6]))
            edges[cells[0]] = {**values_of(cells[6:]), **named}
    if direction != ('directed' if expected.directed else 'undirected'):
        raise Wrong(f'the graph is {direction}')
    dated = any(re.match(r'\d{4}(-|$)', values['first_seen']) for values in expected.nodes.values())
    if files.endswith('.gexf') and dated != (timeline != 'static'):
        raise Wrong(f'the timeline is {timeline}')
    file_ids = check_nodes(expected, nodes, looks)
    check_edges(expected, file_ids, edges)
    if files.endswith('.gexf'):
        for node_id, values in expected.nodes.items():
            check_life(node_id, values, nodes[file_ids[node_id]])
        for edge_id, values in expected.edges.items():
            check_life(edge_id, values, edges[edge_id])


def main():
    graph, prefix, files, facts, *predicate = sys.argv[1:]
    looks = None
    if not files.endswith('.csv'):
        with open(prefix + '.json', encoding='utf-8') as file:
            looks = {node['id']: node for node in json.load(file)['nodes']}
    try:
        check(Graph(graph, *predicate), files, read_facts(facts), looks)
    except Wrong as problem:
        sys.exit(f'{files} in Gephi: {problem}')


main()
