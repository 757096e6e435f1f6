// Shows what graphology, Cytoscape.js, Graphviz and Neo4j's own parser make of graph files.
// Usage: node facts.mjs PREFIX FACTS.json; reads PREFIX.graphology.json, .cyjs, .dot and .cypher. For each reader FACTS
// has `directed`, `nodes` (id: values) and `edges` ([id, values]).

import fs from 'node:fs';
import graphology from 'graphology';
import cytoscape from 'cytoscape';
import {instance} from '@viz-js/viz';
import * as neo4j from '@neo4j-cypher/language-support';

const [prefix, out] = process.argv.slice(2);
const read = ending => fs.readFileSync(prefix + ending, 'utf8');

function fail(problem) {
  console.error(`${prefix}: ${problem}`);
  process.exit(1);
}

function fromGraphology() {
  const graph = new graphology.Graph({type: 'mixed', multi: true}).import(JSON.parse(read('.graphology.json')));
  const nodes = {};
  graph.forEachNode((id, {entity_type, ...values}) => { nodes[id] = {...values, type: entity_type}; });
  const edges = graph.mapEdges((id, values, source, target, s, t, undirected) => {
    if (undirected !== values.symmetric) fail(`graphology: edge ${id} is ${undirected ? 'un' : ''}directed`);
    return [id, {...values, source, target}];
  });
  return {directed: graph.directedSize > 0 || graph.size === 0, nodes, edges};
}

function fromCytoscape() {
  const data = JSON.parse(read('.cyjs'));
  const graph = cytoscape({headless: true, styleEnabled: true, ...data});
  const nodes = {};
  graph.nodes().forEach(node => {
    const {x, y} = node.position();
    if (node.style('label') !== node.data('label')) fail(`Cytoscape.js: ${node.id()} shows no label`);
    const colour = node.style('background-color').match(/\d+/g).map(n => Number(n).toString(16).padStart(2, '0'));
    if ('#' + colour.join('') !== node.data('color')) fail(`Cytoscape.js: ${node.id()} shows another colour`);
    if (Math.abs(node.width() - node.data('size')) > 1e-6) fail(`Cytoscape.js: ${node.id()} shows another size`);
    nodes[node.id()] = {...node.data(), x, y: -y};
  });
  const edges = graph.edges().map(edge => {
    const arrow = edge.style('target-arrow-shape');
    if ((arrow === 'none') !== edge.data('symmetric')) fail(`Cytoscape.js: ${edge.id()} has the arrow ${arrow}`);
    return [edge.id(), edge.data()];
  });
  graph.destroy();  // it would run on
  return {directed: edges.some(([, values]) => !values.symmetric), nodes, edges};
}

// A name has ＼ and a hash where an id has a backslash; attributes have their backslashes doubled.
const graphvizId = name => name.includes('＼') ? name.slice(0, -17).replaceAll('＼', '\\') : name;
const graphvizText = text => text.replace(/\\(.)/g, (all, c) => c === 'n' ? '\n' : c).replaceAll('&amp;', '&');

async function fromGraphviz() {
  const viz = await instance();
  const result = viz.render(read('.dot'), {format: 'json', engine: 'neato'});
  const faults = result.errors.filter(({message}) => !message.includes('no value for width of non-ASCII'));
  if (result.status !== 'success' || faults.length > 0) fail(`Graphviz: ${faults.map(fault => fault.message)}`);
  const graph = JSON.parse(result.output);
  const values = item => Object.fromEntries(
    Object.entries(item).filter(([, value]) => typeof value === 'string').map(([k, v]) => [k, graphvizText(v)]));
  const ids = graph.objects?.map(node => graphvizId(node.name)) ?? [];
  const nodes = Object.fromEntries(ids.map((id, i) => [id, values(graph.objects[i])]));
  const edges = graph.edges?.map(edge => [edge.id, {...values(edge), source: ids[edge.tail], target: ids[edge.head]}]);
  return {directed: graph.directed, nodes, edges: edges ?? []};
}

// The tokens of a statement, as Neo4j's grammar has them.
function tokensOf(statement) {
  const tokens = [];
  const walk = node => node.children?.length ? node.children.forEach(walk) : tokens.push(node.name);
  walk(neo4j.getDebugTree(statement));
  return tokens;
}

const escapes = {n: '\n', r: '\r', t: '\t'};
const cypherText = text => text.slice(1, -1).replace(
  /\\(?:u([0-9A-F]{4})|(.))/gs, (all, code, c) => code ? String.fromCharCode(parseInt(code, 16)) : escapes[c] ?? c);
const cypherName = name => name.startsWith('`') ? name.slice(1, -1).replaceAll('``', '`') : name;

// The value that begins at tokens[at.i]: a list, map, text, number or truth value.
function valueOf(tokens, at) {
  const token = tokens[at.i++];
  if (token === '-') return -valueOf(tokens, at);
  if (token === '[') {
    const list = [];
    while (tokens[at.i] !== ']') {
      list.push(valueOf(tokens, at));
      if (tokens[at.i] === ',') ++at.i;
    }
    ++at.i;
    return list;
  }
  if (token === '{') {
    const map = {};
    while (tokens[at.i] !== '}') {
      const name = cypherName(tokens[at.i]);
      at.i += 2;
      map[name] = valueOf(tokens, at);
      if (tokens[at.i] === ',') ++at.i;
    }
    ++at.i;
    return map;
  }
  if (token.startsWith("'")) return cypherText(token);
  return token === 'true' || token === 'false' ? token === 'true' : Number(token);
}

const NODE_TAIL = /^AS row MERGE \( n : Entity \{ id : row \. id \} \) SET n : (`.*`) , n \+= row \. properties statementOrCommand$/s;
const EDGE_TAIL = /^AS row MATCH \( a : Entity \{ id : row \. source \} \) MATCH \( b : Entity \{ id : row \. target \} \) MERGE \( a \) - \[ r : (`.*`) \{ id : row \. id \} \] - > \( b \) SET r \+= row \. properties statementOrCommand$/s;

function fromNeo4j() {
  const text = read('.cypher');
  const {diagnostics} = neo4j.lintCypherQuery(text, {});
  if (diagnostics.length > 0) fail(`Neo4j's parser: ${diagnostics[0].message}`);
  const [constraint, ...statements] = neo4j.parseStatementsStrs(text).filter(statement => statement.trim() !== '');
  if (!constraint.startsWith('CREATE CONSTRAINT')) fail('Cypher: no constraint');
  const nodes = {};
  const edges = [];
  for (const statement of statements) {
    const tokens = tokensOf(statement);
    const at = {i: 1};
    const rows = valueOf(tokens, at);
    const tail = tokens.slice(at.i).join(' ');
    const [isNode, isEdge] = [tail.match(NODE_TAIL), tail.match(EDGE_TAIL)];
    if (!isNode && !isEdge) fail(`Cypher: unexpected ${tail.slice(0, 200)}`);
    for (const row of rows) {
      if (isNode) {
        if (cypherName(isNode[1]) !== row.properties.type) fail(`Cypher: ${row.id} has the label ${isNode[1]}`);
        const aliases = row.properties.aliases?.map(alias => alias.replaceAll('|', '\\|')).join('|');
        nodes[row.id] = {...row.properties, aliases};
      } else {
        if (cypherName(isEdge[1]) !== row.properties.predicate) fail(`Cypher: ${row.id} is of type ${isEdge[1]}`);
        const {source, target, properties} = row;
        edges.push([row.id, {...properties, label: properties.predicate, source, target}]);
      }
    }
  }
  return {directed: edges.length === 0 || edges.some(([, {symmetric}]) => !symmetric), nodes, edges};
}

fs.writeFileSync(out, JSON.stringify({
  'graphology': fromGraphology(),
  'Cytoscape.js': fromCytoscape(),
  'Graphviz': await fromGraphviz(),
  'the parser of Neo4j': fromNeo4j(),
}));
