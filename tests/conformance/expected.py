"""What graph files must say, read from a graph file (*.zhitu) with SQL alone."""

import sqlite3


class Wrong(Exception):
    """A graph file says something else than the graph."""


def is_shown(character):
    """False for what XML 1.0 cannot hold."""
    code = ord(character)
    return (code >= 0x20 or character in '\t\n\r') and code not in (0xFFFE, 0xFFFF)


def shown(text):
    return ''.join(c if is_shown(c) else '\ufffd' for c in text)


class Graph:
    """Nodes by id and edges by id, each a dictionary of values by their names in graph files."""

    def __init__(self, path, predicate=None):
        db = sqlite3.connect(f'file:{path}?mode=ro', uri=True)
        db.row_factory = sqlite3.Row
        self.edges = {}
        for row in db.execute('SELECT * FROM relation_named ORDER BY id'):
            if predicate in (None, row['predicate']):
                self.edges[row['id']] = edge_of(row)
        ends = {edge[end] for edge in self.edges.values() for end in ('source', 'target')}
        self.nodes = {}
        for row in db.execute('SELECT * FROM entity ORDER BY id'):
            unjoined = predicate is None and row['type'] != 'document'
            if unjoined or row['id'] in ends:
                self.nodes[row['id']] = node_of(db, row)
        self.directed = any(not edge['symmetric'] for edge in self.edges.values())

    def file_id(self, node_id):
        """How an id begins in a file: what XML cannot hold is replaced, and a hash follows."""
        return shown(node_id) if shown(node_id) == node_id else shown(node_id) + '~'

    def match_ids(self, file_ids):
        """The id in a file of every node; Wrong if they are not one to one."""
        found = {}
        for node_id in self.nodes:
            wanted = self.file_id(node_id)
            fits = [i for i in file_ids
                    if i == wanted or (wanted != node_id and i[:-16] == wanted)]
            if len(fits) != 1:
                raise Wrong(f'node {node_id!r} stands {len(fits)} times')
            found[node_id] = fits[0]
        if len(file_ids) != len(found):
            raise Wrong(f'{len(file_ids)} nodes, expected {len(found)}')
        return found


def node_of(db, row):
    aliases = [alias for (alias,) in db.execute(
        'SELECT name FROM alias WHERE entity = ? ORDER BY position', (row['number'],))]
    node = {
        'label': row['name'] or row['id'],
        'type': row['type'],
        'aliases': '|'.join(alias.replace('|', '\\|') for alias in aliases),
        'mentions': row['mentions'],
        'documents': row['documents'],
        'first_seen': row['first_seen'],
        'last_seen': row['last_seen'],
    }
    for name, value in db.execute('SELECT name, value FROM attribute WHERE entity = ?',
                                  (row['number'],)):
        node['attribute ' + name] = value
    return node


def edge_of(row):
    symmetric = row['predicate'] == 'co_occurs'
    return {
        'source': row['subject'],
        'target': row['object'],
        'label': row['predicate'],
        'predicate': row['predicate'],
        'weight': row['mentions'],
        'count': row['mentions'],
        'documents': row['documents'],
        'confidence': row['confidence'] / 1000,
        'first_seen': row['first_seen'],
        'last_seen': row['last_seen'],
        'symmetric': symmetric,
    }


def compare(what, expected, found):
    """Compares values by name; a missing value is an empty one. Attributes of the dictionary may
    have got `_` behind their names."""
    found = {name: value for name, value in found.items() if value not in (None, '')}
    for name, value in expected.items():
        if isinstance(value, str):
            value = shown(value)
        if name.startswith('attribute '):
            name = name.removeprefix('attribute ')
            while name not in found and len(name) < 40:
                name += '_'
        if value != '' and not same(value, found.get(name)):
            raise Wrong(f'{what}: {name} is {found.get(name)!r}, expected {value!r}')
        if value == '' and name in found:
            raise Wrong(f'{what}: {name} is {found[name]!r}, expected none')


def same(expected, found):
    if isinstance(expected, bool) or isinstance(expected, str):
        return expected == found or str(expected).lower() == found
    return found is not None and abs(float(found) - expected) <= 1e-5 * abs(expected)


def key_of(edge, directed):
    ends = (edge['source'], edge['target'])
    return (edge['predicate'], *(ends if directed else sorted(ends)))


def check(expected, directed, nodes, edges):
    """Compares a graph that somebody read with the expected one: `nodes` by id, `edges` as (id, values), where an id
    may be None."""
    if directed != expected.directed:
        raise Wrong(f'directed: {directed}, expected {expected.directed}')
    file_ids = expected.match_ids(list(nodes))
    for node_id, values in expected.nodes.items():
        compare(node_id, values, nodes[file_ids[node_id]])
    if len(edges) != len(expected.edges):
        raise Wrong(f'{len(edges)} edges, expected {len(expected.edges)}')
    by_ends = {key_of(values, directed): (edge_id, values) for edge_id, values in edges}
    for edge_id, values in expected.edges.items():
        wanted = {**values, 'source': file_ids[values['source']],
                  'target': file_ids[values['target']]}
        key = key_of(wanted, directed)
        if key not in by_ends:
            raise Wrong(f'edge {edge_id} is missing')
        found_id, found = by_ends[key]
        if found_id not in (None, edge_id):
            raise Wrong(f'edge {edge_id} has the id {found_id}')
        if not directed:
            found = {**found, 'source': wanted['source'], 'target': wanted['target']}
        compare(f'edge {edge_id}', wanted, found)
        if not found.get('evidence'):
            raise Wrong(f'edge {edge_id} has no evidence')
