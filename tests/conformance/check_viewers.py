"""Compares graph files, as viewers, databases and readers of RDF read them, with the graph file.
Usage: check_viewers.py GRAPH.zhitu PREFIX [PREDICATE]; reads PREFIX.facts.json of viewers/facts.mjs and PREFIX.jgf.json,
.net, .nt, .ttl, .jsonld, .ftm.jsonl, .geojson, .md, .neo4j/ and .nodes.csv, made with `--predicate PREDICATE` if that
is given."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import urllib.parse

import duckdb
import networkx
import rdflib
from followthemoney import model
from markdown_it import MarkdownIt
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, SKOS

from expected import Graph, Wrong, check, compare, shown


def read_jgf(prefix):
    with open(prefix + '.jgf.json', encoding='utf-8') as file:
        graph = json.load(file)['graph']
    nodes = {i: {'label': node['label'], **node['metadata']} for i, node in graph['nodes'].items()}
    edges = []
    for edge in graph['edges']:
        values = {**edge['metadata'], **{name: edge[name] for name in ('source', 'target', 'label')}}
        if edge['directed'] == values['symmetric'] or edge['relation'] != values['predicate']:
            raise Wrong(f'edge {edge["id"]} has another direction or relation')
        edges.append((edge['id'], values))
    return graph['directed'], nodes, edges


def rows_of_duckdb(path):
    """Rows of a table as texts; DuckDB is told that a quotation mark is doubled, as RFC 4180 has it."""
    table = duckdb.sql(f"""SELECT * FROM read_csv('{path}', header=true, all_varchar=true, delim=',', quote='"',
                       escape='"', strict_mode=true, parallel=false, max_line_size=10000000)""")
    return [dict(zip(table.columns, row)) for row in table.fetchall()]


def rows_of_sqlite(path):
    program = shutil.which('sqlite3')
    if program is None:
        print('conformance: sqlite3 is not installed; its import is left out', file=sys.stderr)
        return rows_of_duckdb(path)
    commands = ['.mode csv', f'.import "{path}" t', '.mode json', 'SELECT * FROM t;']
    out = subprocess.run([program, ':memory:', *commands], check=True, capture_output=True).stdout
    return [{k.rstrip('\r'): v.rstrip('\r') for k, v in row.items()} for row in json.loads(out or '[]')]


def from_neo4j_rows(nodes, edges):
    def untyped(row):
        return {name.split(':')[0] or name: value for name, value in row.items()}

    found = {}
    for row in map(untyped, nodes):
        labels = row[':LABEL'] if ':LABEL' in row else row['']
        if labels.split(';') != ['Entity', row['type']]:
            raise Wrong(f'{row["id"]} has the labels {labels}')
        if row.get('aliases'):
            row['aliases'] = '|'.join(alias.replace('|', '\\|') for alias in row['aliases'].split(';'))
        found[row['id']] = row
    ties = []
    for row in edges:
        values = {name.split(':')[0]: value for name, value in row.items() if not name.startswith(':')}
        if row[':TYPE'] != values['predicate']:
            raise Wrong(f'{values["id"]} is of type {row[":TYPE"]}')
        ends = {'source': row[':START_ID'], 'target': row[':END_ID'], 'label': row[':TYPE']}
        ties.append((values.pop('id'), {**values, **ends}))
    directed = not ties or any(values['symmetric'] == 'false' for _, values in ties)
    return directed, found, ties


def read_neo4j_in_duckdb(prefix):
    return from_neo4j_rows(*(rows_of_duckdb(f'{prefix}.neo4j/{name}.csv') for name in ('nodes', 'relationships')))


def read_neo4j_in_sqlite(prefix):
    return from_neo4j_rows(*(rows_of_sqlite(f'{prefix}.neo4j/{name}.csv') for name in ('nodes', 'relationships')))


def from_gephi_rows(nodes, edges):
    def plain(row, *names):  # backslashes before a quotation mark or the end are doubled, for Gephi
        return {name.lower() if name in names else name:
                re.sub(r'\\+(?="|$)', lambda m: m.group()[::2], value) if value else value
                for name, value in row.items()}

    found = {row['Id']: row for row in nodes}
    found = {plain(row, 'Id', 'Label')['id']: plain(row, 'Id', 'Label') for row in found.values()}
    ties = [plain(row, 'Id', 'Source', 'Target', 'Label', 'Weight') for row in edges]
    return all(row['Type'] == 'Directed' for row in ties), found, [(row['id'], row) for row in ties]


def read_gephi_in_duckdb(prefix):
    return from_gephi_rows(*(rows_of_duckdb(f'{prefix}.{name}.csv') for name in ('nodes', 'edges')))


def read_gephi_in_sqlite(prefix):
    return from_gephi_rows(*(rows_of_sqlite(f'{prefix}.{name}.csv') for name in ('nodes', 'edges')))


def sorted_aliases(text):
    """Aliases without order, as RDF has them."""
    return '|'.join(sorted(re.split(r'(?<!\\)\|', text))) if text else text


def last_part(iri):
    return urllib.parse.unquote(str(iri).split(':', 3)[3])


def read_rdf(graph):
    term = rdflib.Namespace('urn:zhitu:term:')
    names = {term.mentions: 'mentions', term.documents: 'documents', term.firstSeen: 'first_seen',
             term.lastSeen: 'last_seen', term.weight: 'weight', term['count']: 'count', term.npmi: 'npmi',
             term.llr: 'llr', term.confidence: 'confidence', term.symmetric: 'symmetric',
             SKOS.prefLabel: 'label'}
    ids = {subject: str(value) for subject, value in graph.subject_objects(DCTERMS.identifier)}

    def values_of(subject):
        values = {}
        for prop, value in graph.predicate_objects(subject):
            if prop in names:
                values[names[prop]] = str(value)
            elif str(prop).startswith('urn:zhitu:attribute:'):
                values[last_part(prop)] = str(value)
        return values

    nodes = {}
    for subject, node_id in ids.items():
        values = values_of(subject)
        values['type'] = next(last_part(c) for c in graph.objects(subject, RDF.type) if str(c).startswith('urn:zhitu:'))
        aliases = [str(alias).replace('|', '\\|') for alias in graph.objects(subject, SKOS.altLabel)]
        values['aliases'] = '|'.join(sorted(aliases))
        if values['label'] != str(graph.value(subject, RDFS.label)):
            raise Wrong(f'{node_id} has two labels')
        nodes[node_id] = values
    edges = []
    for subject in graph.subjects(RDF.type, RDF.Statement):
        triple = [graph.value(subject, prop) for prop in (RDF.subject, RDF.predicate, RDF.object)]
        if tuple(triple) not in graph:
            raise Wrong(f'{subject} is not stated')
        evidence = graph.value(subject, PROV.wasDerivedFrom)
        place = (graph.value(evidence, term.file), graph.value(evidence, term.line))
        if None in place or graph.value(evidence, PROV.value) is None:
            raise Wrong(f'{subject} has no provenance')
        predicate = last_part(triple[1])
        edges.append((last_part(subject), {
            **values_of(subject), 'source': ids[triple[0]], 'target': ids[triple[2]], 'label': predicate,
            'predicate': predicate, 'evidence': ':'.join(map(str, place))}))
    directed = not edges or any(values['symmetric'] == 'false' for _, values in edges)
    return directed, nodes, edges


def check_rdf(expected, prefix):
    kinds = {'nt': 'nt', 'ttl': 'turtle', 'jsonld': 'json-ld'}
    graphs = {ending: rdflib.Graph().parse(f'{prefix}.{ending}', format=kind) for ending, kind in kinds.items()}
    for ending in ('ttl', 'jsonld'):
        if set(graphs[ending]) != set(graphs['nt']):
            raise Wrong(f'{ending} says something else than nt')
    for node in expected.nodes.values():
        node['aliases'] = sorted_aliases(node['aliases'])
    check(expected, *read_rdf(graphs['nt']))


def check_pajek(expected, prefix):
    """Names, places, ends, predicates and weights: there is nothing else in it."""
    graph = networkx.read_pajek(prefix + '.net')
    if len(graph) != len(expected.nodes) or graph.number_of_edges() != len(expected.edges):
        raise Wrong(f'{len(graph)} vertices and {graph.number_of_edges()} ties')

    def kept(text):
        return re.sub(r'[\n\r\t]', ' ', shown(text)).replace('"', '”').replace('\\', '＼')

    names = {node_id: kept(values['label']) for node_id, values in expected.nodes.items()}
    found = {(source, target, values['l']): values['weight'] for source, target, values in graph.edges(data=True)}
    for edge_id, edge in expected.edges.items():
        key = (names[edge['source']], names[edge['target']], edge['predicate'])
        if found.get(key) != edge['weight']:
            raise Wrong(f'edge {edge_id} weighs {found.get(key)}')
    for name, values in graph.nodes(data=True):
        if not (0 <= values['x'] <= 1 and 0 <= values['y'] <= 1):
            raise Wrong(f'{name} lies outside of the picture')


def check_ftm(expected, prefix):
    with open(prefix + '.ftm.jsonl', encoding='utf-8') as file:
        entities = {entity['id']: entity for entity in map(json.loads, file)}
    nodes, edges = {}, {}
    for entity in entities.values():
        schema = model.get(entity['schema'])
        cut = {**entity, 'properties': {**entity['properties'], 'name': ['x'], 'full': ['x']}}
        schema.validate(entity if len(str(entity['properties'].get('name'))) < 380 else cut)
        proxy = model.get_proxy(entity, cleaned=False)
        for prop, value in proxy.itervalues():
            if prop.range and not model.get(entities[value]['schema']).is_a(prop.range):
                raise Wrong(f'{entity["id"]}: {prop.name} is a {entities[value]["schema"]}')
        (edges if schema.edge else nodes)[entity['zhitu_id']] = (entity['properties'], schema)
    file_ids = expected.match_ids(list(nodes))
    if edges.keys() != expected.edges.keys():
        raise Wrong(f'{len(edges)} relations, expected {len(expected.edges)}')
    for node_id, values in expected.nodes.items():
        properties, _ = nodes[file_ids[node_id]]
        aliases = '|'.join(alias.replace('|', '\\|') for alias in properties.get('alias', []))
        found = {'label': properties['name'][0], 'type': properties['keywords'][0], 'aliases': aliases}
        wanted = {**values, 'label': values['label'][:384]}
        compare(node_id, {name: wanted[name] for name in found}, found)
    for edge_id, values in expected.edges.items():
        properties, schema = edges[edge_id]
        ends = [entities[properties[end.name][0]]['zhitu_id'] for end in (schema.source_prop, schema.target_prop)]
        if ends != [file_ids[values['source']], file_ids[values['target']]]:
            raise Wrong(f'relation {edge_id} joins {ends}')
        if properties['role'] != [values['predicate']] or not properties['description'][0]:
            raise Wrong(f'relation {edge_id} has another role, or no evidence')


def check_geojson(expected, prefix):
    if not os.path.exists(prefix + '.geojson'):
        return
    with open(prefix + '.geojson', encoding='utf-8') as file:
        features = json.load(file)['features']
    places = {i: [float(node['attribute Lon']), float(node['attribute lat'])]
              for i, node in expected.nodes.items() if node.get('attribute Lon')}
    points = {f['id']: f for f in features if f['geometry']['type'] == 'Point'}
    lines = {f['id']: f for f in features if f['geometry']['type'] == 'LineString'}
    between = {i for i, edge in expected.edges.items() if edge['source'] in places and edge['target'] in places}
    if len(points) != len(places) or lines.keys() != between:
        raise Wrong(f'{len(points)} points and {len(lines)} lines, expected {len(places)} and {len(between)}')
    for node_id, place in places.items():
        fits = [f for i, f in points.items() if i.startswith(expected.file_id(node_id))]
        if [f['geometry']['coordinates'] for f in fits] != [place]:
            raise Wrong(f'{node_id} lies elsewhere')
        compare(node_id, expected.nodes[node_id], fits[0]['properties'])
    for edge_id in between:
        edge = expected.edges[edge_id]
        if lines[edge_id]['geometry']['coordinates'] != [places[edge['source']], places[edge['target']]]:
            raise Wrong(f'edge {edge_id} lies elsewhere')


def check_report(expected, prefix):
    """No text becomes markup: of inline markup there is nothing but what the report itself has."""
    with open(prefix + '.md', encoding='utf-8') as file:
        tokens = MarkdownIt('commonmark').enable('table').parse(file.read())
    inline = [child for token in tokens if token.type == 'inline' for child in token.children]
    kinds = {token.type for token in inline}
    if not kinds <= {'text', 'text_special', 'strong_open', 'strong_close', 'softbreak', 'hardbreak'}:
        raise Wrong(f'the report has {kinds}')
    if any(token.type in ('html_block', 'code_block', 'fence', 'hr') for token in tokens):
        raise Wrong('a text of the report became a block')
    titles = [''.join(child.content for child in tokens[i + 1].children)
              for i, token in enumerate(tokens) if token.type == 'heading_open' and token.tag == 'h3']
    shown_names = [title[:-1] for title in titles if title.endswith('…')] + titles
    for node_id, values in expected.nodes.items():
        name = re.sub('[\u200e\u200f\u202a-\u202e\u2066-\u2069]', '\ufffd', shown(values['label']))[:120]
        if name.strip() not in shown_names:
            raise Wrong(f'{node_id} is not in the report')


def check_facts(expected, prefix):
    with open(prefix + '.facts.json', encoding='utf-8') as file:
        for reader, graph in json.load(file).items():
            try:
                check(expected, graph['directed'], graph['nodes'], graph['edges'])
            except Wrong as problem:
                raise Wrong(f'{reader}: {problem}') from None


def by(reader):
    return lambda expected, prefix: check(expected, *reader(prefix))


CHECKS = {
    'viewers': check_facts,
    'JSON Graph Format in Python': by(read_jgf),
    'Neo4j tables in DuckDB': by(read_neo4j_in_duckdb),
    'Neo4j tables in SQLite': by(read_neo4j_in_sqlite),
    'the CSV pair in DuckDB': by(read_gephi_in_duckdb),
    'the CSV pair in SQLite': by(read_gephi_in_sqlite),
    'Pajek in NetworkX': check_pajek,
    'FollowTheMoney': check_ftm,
    'GeoJSON in Python': check_geojson,
    'RDF in rdflib': check_rdf,
    'the report': check_report,
}


def main():
    graph, prefix, *predicate = sys.argv[1:]
    csv.field_size_limit(sys.maxsize)
    wrong = 0
    for name, run in CHECKS.items():
        try:
            run(Graph(graph, *predicate), prefix)
        except Wrong as problem:
            print(f'{prefix}: {name}: {problem}', file=sys.stderr)
            wrong += 1
    sys.exit(1 if wrong else 0)


main()
