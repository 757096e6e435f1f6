#!/usr/bin/env python3
"""Draws a GraphML file of `zhitu export` as an SVG picture, with the places, sizes and colours it holds.

  render.py IN.graphml OUT.svg          needs nothing but Python

Relations that a text or a dictionary states are arrows with their predicate; co-occurrence is a faint line.
"""
import math
import sys
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

NS = '{http://graphml.graphdrawing.org/xmlns}'
WIDTH, HEIGHT, MARGIN = 1800, 1300, 90
LETTER = 13


def read(path):
    """The nodes by id and the edges of a GraphML file, each as a dict of its attributes."""
    root = ET.parse(path).getroot()
    names = {key.get('id'): key.get('attr.name') for key in root.iter(NS + 'key')}

    def attributes(element):
        return {names[data.get('key')]: data.text or '' for data in element.iter(NS + 'data')}

    nodes = {node.get('id'): attributes(node) for node in root.iter(NS + 'node')}
    edges = [dict(attributes(edge), source=edge.get('source'), target=edge.get('target'))
             for edge in root.iter(NS + 'edge')]
    return nodes, edges


def place(nodes):
    """Stretches the nodes' places over the picture: adds `px`, `py` and radius `pr`."""
    xs = [float(node['x']) for node in nodes.values()] or [0.0]
    ys = [float(node['y']) for node in nodes.values()] or [0.0]
    span_x = max(xs) - min(xs) or 1.0
    span_y = max(ys) - min(ys) or 1.0
    for node in nodes.values():
        node['px'] = MARGIN + (float(node['x']) - min(xs)) / span_x * (WIDTH - 2 * MARGIN)
        node['py'] = HEIGHT - MARGIN - (float(node['y']) - min(ys)) / span_y * (HEIGHT - 2 * MARGIN)
        node['pr'] = 3 + float(node['size']) / 3.2


def width_of(text):
    """Width of a label: Chinese characters are as wide as they are high."""
    return sum(LETTER if ord(c) > 0x2E80 or c in '“”‘’—' else LETTER * 0.6 for c in text)


def overlap(a, b):
    return max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))


def label_boxes(nodes):
    """For each node the label's box (x0, y0, x1, y1) beside it, where it covers least of what stands already."""
    taken = [(n['px'] - n['pr'], n['py'] - n['pr'], n['px'] + n['pr'], n['py'] + n['pr'])
             for n in nodes.values()]
    boxes = {}
    for key, node in sorted(nodes.items(), key=lambda item: (-float(item[1]['size']), item[0])):
        w, h, r = width_of(node['label']), LETTER + 3, node['pr'] + 2
        x, y = node['px'], node['py']
        places = [(x + r, y - h / 2), (x - r - w, y - h / 2), (x - w / 2, y - r - h), (x - w / 2, y + r),
                  (x + r * .7, y - r - h * .6), (x - r * .7 - w, y - r - h * .6),
                  (x + r * .7, y + r * .5), (x - r * .7 - w, y + r * .5)]
        candidates = [(px, py, px + w, py + h) for px, py in places]
        outside = lambda b: max(0, -b[0]) + max(0, b[2] - WIDTH) + max(0, -b[1]) + max(0, b[3] - HEIGHT)
        best = min(candidates, key=lambda b: sum(overlap(b, t) for t in taken) + 1000 * outside(b))
        taken.append(best)
        boxes[key] = best
    return boxes


def colour(node):
    return '#%02x%02x%02x' % tuple(int(node[c]) for c in 'rgb')


def arrow(out, source, target, predicate):
    dx, dy = target['px'] - source['px'], target['py'] - source['py']
    length = math.hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    x1, y1 = source['px'] + ux * source['pr'], source['py'] + uy * source['pr']
    x2, y2 = target['px'] - ux * (target['pr'] + 6), target['py'] - uy * (target['pr'] + 6)
    out.append(f'<line class="said" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
               f'stroke="{colour(source)}" marker-end="url(#tip)"/>')
    if length > 70:
        angle = math.degrees(math.atan2(dy, dx))
        angle = angle + 180 if abs(angle) > 90 else angle
        mx, my = (x1 + x2) / 2, (y1 + y2) / 2
        out.append(f'<text class="predicate" x="{mx:.1f}" y="{my - 2:.1f}" '
                   f'transform="rotate({angle:.1f} {mx:.1f} {my:.1f})">{escape(predicate)}</text>')


def draw(nodes, edges):
    place(nodes)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
           'font-family="Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, sans-serif">',
           '<style>.said{stroke-width:1.5;opacity:.75}.together{stroke:#bbb;stroke-width:.6;opacity:.5}'
           f'.predicate{{font-size:10px;fill:#555;text-anchor:middle}}.name{{font-size:{LETTER}px;fill:#111;'
           'paint-order:stroke;stroke:#fff;stroke-width:3px}.legend{font-size:15px;fill:#111}</style>',
           '<defs><marker id="tip" viewBox="0 0 8 8" refX="2" refY="4" markerWidth="6" markerHeight="6" '
           'orient="auto"><path d="M0 0L8 4L0 8z" fill="#666"/></marker></defs>',
           f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>']
    for edge in edges:
        if edge['symmetric'] != 'true':
            continue
        a, b = nodes[edge['source']], nodes[edge['target']]
        out.append(f'<line class="together" x1="{a["px"]:.1f}" y1="{a["py"]:.1f}" x2="{b["px"]:.1f}" '
                   f'y2="{b["py"]:.1f}"/>')
    for edge in edges:
        if edge['symmetric'] != 'true':
            arrow(out, nodes[edge['source']], nodes[edge['target']], edge['predicate'])
    for node in nodes.values():
        out.append(f'<circle cx="{node["px"]:.1f}" cy="{node["py"]:.1f}" r="{node["pr"]:.1f}" '
                   f'fill="{colour(node)}" stroke="#fff"/>')
    for key, box in label_boxes(nodes).items():
        out.append(f'<text class="name" x="{box[0]:.1f}" y="{box[3] - 4:.1f}">{escape(nodes[key]["label"])}</text>')
    types = sorted({(node['type'], colour(node)) for node in nodes.values()})
    for i, (name, fill) in enumerate(types):
        out.append(f'<circle cx="30" cy="{30 + 24 * i}" r="8" fill="{fill}"/>'
                   f'<text class="legend" x="46" y="{35 + 24 * i}">{escape(name)}</text>')
    out.append('</svg>')
    return '\n'.join(out) + '\n'


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[2], 'w', encoding='utf-8', newline='\n') as file:
        file.write(draw(*read(sys.argv[1])))
