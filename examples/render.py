#!/usr/bin/env python3
"""Draws a graph that `zhitu export` wrote as GraphML: an SVG picture for a page or a paper.

    zhitu export news.zhitu news.graphml
    examples/render.py news.graphml news.svg

Takes places, sizes, colours and labels from the file and nothing from the network; needs Python
alone. Nodes are pushed apart until their labels can be read, so this is for graphs of some hundred
nodes; for more, `zhitu export --top 100` first, or Gephi.
"""

import argparse
import html
import math
import unicodedata
import xml.etree.ElementTree as ElementTree

NAMESPACE = '{http://graphml.graphdrawing.org/xmlns}'
FONTS = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif"
INK, FAINT = '#333', '#b8b8b8'
LONGEST_LABEL = 28  # in half-widths: 14 Chinese characters
SMALL = 10.0        # font of predicates
ROUNDS = 600        # of pushing apart; far more than a graph of a hundred nodes needs


def read_graphml(path):
    """Nodes by id and edges, each a dictionary of values by attribute name."""
    root = ElementTree.parse(path).getroot()
    names = {key.get('id'): key.get('attr.name') for key in root.iter(NAMESPACE + 'key')}

    def values(element):
        found = dict(element.attrib)
        for data in element.iter(NAMESPACE + 'data'):
            found[names[data.get('key')]] = data.text or ''
        return found

    nodes = {node.get('id'): {'label': '', **values(node)}
             for node in root.iter(NAMESPACE + 'node')}
    edges = [{'predicate': '', **values(edge)} for edge in root.iter(NAMESPACE + 'edge')]
    return nodes, edges


def width_of(text):
    """In half-widths: a Chinese character is two."""
    return sum(2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in text)


def shorten(text):
    if width_of(text) <= LONGEST_LABEL:
        return text
    while width_of(text) > LONGEST_LABEL - 2:
        text = text[:-1]
    return text.rstrip() + '…'


def label_width(edge):
    """Of the predicate beside its arrow."""
    return 0.56 * SMALL * width_of(edge['predicate'])


def is_arrow(edge):
    return edge.get('symmetric') != 'true' and edge['source'] != edge['target']


class Spot:
    """A node on the canvas: a disc with its label below, and the box around both."""

    def __init__(self, node, centre, radius, degree):
        self.node = node
        self.label = shorten(node['label'] or node['id'])
        self.x, self.y = centre
        self.radius = radius
        self.font = min(17.0, 10.0 + 0.5 * radius * (degree > 1))
        self.colour = '#{:02x}{:02x}{:02x}'.format(*(int(node.get(c, 128)) for c in 'rgb'))

    def half_width(self):
        return max(self.radius, 0.27 * self.font * width_of(self.label)) + 3

    def top(self):
        return self.y - self.radius - 2

    def bottom(self):
        return self.y + self.radius + 1.25 * self.font + 2


def overlap(one, two):
    """How far two boxes reach into each other, across and down; not positive where they do not."""
    return (one.half_width() + two.half_width() - abs(one.x - two.x),
            min(one.bottom(), two.bottom()) - max(one.top(), two.top()))


def push_boxes(spots):
    """Moves boxes that overlap away from each other, each pair along its shorter way."""
    moved = False
    for i, one in enumerate(spots):
        for two in spots[:i]:
            across, down = overlap(one, two)
            if across <= 0.5 or down <= 0.5:
                continue
            moved = True
            if across < down:
                step = 0.26 * across if one.x >= two.x else -0.26 * across
                one.x, two.x = one.x + step, two.x - step
            else:
                step = 0.26 * down if one.y >= two.y else -0.26 * down
                one.y, two.y = one.y + step, two.y - step
    return moved


def stretch_arrows(spots, arrows):
    """Moves the ends of an arrow apart until its predicate finds room between them."""
    moved = False
    for edge in arrows:
        one, two = spots[edge['source']], spots[edge['target']]
        dx, dy = two.x - one.x, two.y - one.y
        length = math.hypot(dx, dy) or 1.0
        short = one.radius + two.radius + label_width(edge) + 12 - length
        if short > 0.5:
            moved = True
            step = 0.2 * short / length
            one.x, one.y = one.x - step * dx, one.y - step * dy
            two.x, two.y = two.x + step * dx, two.y + step * dy
    return moved


def push_apart(spots, arrows):
    for _ in range(ROUNDS):
        stretched = stretch_arrows(spots, arrows)
        if not push_boxes(list(spots.values())) and not stretched:
            return


def components(nodes, edges):
    """Lists of ids that edges join, the largest first."""
    head = {name: name for name in nodes}

    def find(name):
        while head[name] != name:
            head[name] = head[head[name]]
            name = head[name]
        return name

    for edge in edges:
        head[find(edge['source'])] = find(edge['target'])
    parts = {}
    for name in nodes:
        parts.setdefault(find(name), []).append(name)
    return sorted(parts.values(), key=lambda part: (-len(part), part))


def turned(nodes, part):
    """The file's places, from their middle, turned so that the longest way lies across."""
    xs = [float(nodes[name].get('x', 0)) for name in part]
    ys = [-float(nodes[name].get('y', 0)) for name in part]  # y points up in the file
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    xs, ys = [x - mx for x in xs], [y - my for y in ys]
    cross = sum(x * y for x, y in zip(xs, ys))
    angle = 0.5 * math.atan2(2 * cross, sum(x * x for x in xs) - sum(y * y for y in ys))
    c, s = math.cos(angle), math.sin(angle)
    return [(c * x + s * y, c * y - s * x) for x, y in zip(xs, ys)]


def stretch(nodes, part, box):
    """Where the nodes of a part stand in a box: left, top, width, height."""
    left, top, width, height = box
    points = turned(nodes, part)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    across, down = max(xs) - min(xs), max(ys) - min(ys)
    return {name: (left + width * ((x - min(xs)) / across if across > 1e-9 else 0.5),
                   top + height * ((y - min(ys)) / down if down > 1e-9 else 0.5))
            for name, (x, y) in zip(part, points)}


def centres(nodes, edges, size):
    """The largest part fills the canvas; the small ones stand in rows below it."""
    largest, *others = components(nodes, edges)
    places = stretch(nodes, largest, (0, 0, *size))
    left, top, row = 0, size[1] + 80, 0
    for part in others:
        side = math.sqrt(len(part)) - 1
        width, height = 127 + 130 * side, 36 + 80 * side
        if left + width > size[0]:
            left, top, row = 0, top + row + 12, 0
        places |= stretch(nodes, part, (left + 60, top, 130 * side, 80 * side))
        left, row = left + width, max(row, height)
    return places


def place(nodes, edges, size):
    """A spot for every node, by id."""
    degrees = dict.fromkeys(nodes, 0)
    for edge in edges:
        degrees[edge['source']] += 1
        degrees[edge['target']] += 1
    spots = {}
    for name, centre in centres(nodes, edges, size).items() if nodes else ():
        radius = max(3.5, 0.55 * float(nodes[name].get('size', 8)))
        spots[name] = Spot(nodes[name], centre, radius, degrees[name])
    push_apart(spots, [edge for edge in edges if is_arrow(edge)])
    return spots


def text(x, y, words, size, extra=''):
    """A text with a white rim, so that it can be read over lines."""
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.1f}" {extra}>'
            f'{html.escape(words)}</text>')


def co_occurrence(edge, spots):
    one, two = spots[edge['source']], spots[edge['target']]
    width = min(4.0, 0.7 + 0.5 * math.log2(max(1.0, float(edge.get('weight', 1)))))
    return (f'<line x1="{one.x:.1f}" y1="{one.y:.1f}" x2="{two.x:.1f}" y2="{two.y:.1f}" '
            f'stroke-width="{width:.1f}"/>')


class Arrow:
    """A relation from rim to rim, bent a little to stand apart from what else joins the two."""

    def __init__(self, edge, spots):
        self.edge = edge
        self.one, self.two = spots[edge['source']], spots[edge['target']]
        dx, dy = self.two.x - self.one.x, self.two.y - self.one.y
        self.bend = ((self.one.x + self.two.x) / 2 - 0.1 * dy,
                     (self.one.y + self.two.y) / 2 + 0.1 * dx)
        self.start, self.end = self.rim(self.one, 1), self.rim(self.two, 2)

    def rim(self, spot, gap):
        """Where the line to the bend leaves a disc."""
        away = math.dist(self.bend, (spot.x, spot.y)) or 1.0
        share = min(1.0, (spot.radius + gap) / away)
        return (spot.x + share * (self.bend[0] - spot.x), spot.y + share * (self.bend[1] - spot.y))

    def at(self, share):
        """The point at a share of the way along the curve."""
        a, b, c = (1 - share) ** 2, 2 * share * (1 - share), share ** 2
        return tuple(a * p + b * q + c * r for p, q, r in zip(self.start, self.bend, self.end))

    def path(self):
        title = f"{self.one.node['label']} {self.edge['predicate']} {self.two.node['label']}"
        points = [f'{x:.1f} {y:.1f}' for x, y in (self.start, self.bend, self.end)]
        return (f'<path d="M{points[0]}Q{points[1]} {points[2]}" stroke="{self.one.colour}" '
                f'marker-end="url(#head)"><title>{html.escape(title)}</title></path>')


def boxes_of(spot):
    """Disc and label, as left, top, right, bottom."""
    half = 0.27 * spot.font * width_of(spot.label)
    below = spot.y + spot.radius
    return [(spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, below),
            (spot.x - half, below, spot.x + half, below + 1.2 * spot.font)]


def area(one, two):
    """The area that two boxes share."""
    across = min(one[2], two[2]) - max(one[0], two[0])
    down = min(one[3], two[3]) - max(one[1], two[1])
    return across * down if across > 0 and down > 0 else 0.0


def predicates(arrows, spots):
    """Each predicate beside its arrow, where it covers least of what stands there already."""
    taken = [box for spot in spots.values() for box in boxes_of(spot)]
    words = []
    for arrow in arrows:
        half = label_width(arrow.edge) / 2
        tried = []
        for share in (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73):
            x, y = arrow.at(share)
            box = (x - half, y - 0.6 * SMALL, x + half, y + 0.6 * SMALL)
            tried.append((sum(area(box, other) for other in taken), abs(share - 0.5), box))
        left, top, right, bottom = best = min(tried)[2]
        taken.append(best)
        words.append(text((left + right) / 2, (top + bottom) / 2 + 0.35 * SMALL,
                          arrow.edge['predicate'], SMALL, f'fill="{arrow.one.colour}"'))
    return words


def disc(spot):
    title = html.escape(f"{spot.node['label']} ({spot.node.get('type', '')}), "
                        f"{spot.node.get('mentions', 0)} mentions")
    return (f'<circle cx="{spot.x:.1f}" cy="{spot.y:.1f}" r="{spot.radius:.1f}" '
            f'fill="{spot.colour}"><title>{title}</title></circle>')


def legend(spots, left, top):
    """A disc a type, the most frequent first, then the two kinds of lines."""
    counts = {}
    for spot in spots.values():
        kind = (spot.node.get('type', ''), spot.colour)
        counts[kind] = counts.get(kind, 0) + 1
    lines, y = [], top
    for (kind, colour), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        lines.append(f'<circle cx="{left}" cy="{y - 4:.1f}" r="6" fill="{colour}"/>')
        lines.append(text(left + 14, y, f'{kind} {count}', 13))
        y += 21
    for stroke, words in ((INK, 'relation'), (FAINT, 'co-occurrence')):
        lines.append(f'<path d="M{left - 7} {y - 4}h15" stroke="{stroke}" stroke-width="1.6"/>')
        lines.append(text(left + 14, y, words, 13))
        y += 21
    return lines


def draw(nodes, edges, size):
    """The picture as SVG text. Edges lie under discs, discs under labels."""
    spots = place(nodes, edges, size)
    symmetric = [edge for edge in edges if edge.get('symmetric') == 'true']
    arrows = [Arrow(edge, spots) for edge in edges if is_arrow(edge)]
    left = min((s.x - s.half_width() for s in spots.values()), default=0) - 20
    top = min((s.top() for s in spots.values()), default=0) - 20
    right = max((s.x + s.half_width() for s in spots.values()), default=0) + 20
    bottom = max((s.bottom() for s in spots.values()), default=0) + 20
    left -= 150  # the legend
    box = f'{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}'
    labels = [text(s.x, s.y + s.radius + s.font, s.label, s.font, f'fill="{INK}"')
              for s in spots.values()]
    return '\n'.join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" font-family="{FONTS}">',
        '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
        'markerHeight="7" markerUnits="userSpaceOnUse" orient="auto">'
        '<path d="M0 0.5L8 4L0 7.5z" fill="context-stroke"/></marker></defs>',
        f'<rect x="{left:.0f}" y="{top:.0f}" width="100%" height="100%" fill="#fff"/>',
        f'<g stroke="{FAINT}" stroke-opacity="0.45">',
        *(co_occurrence(edge, spots) for edge in symmetric),
        '</g>',
        '<g fill="none" stroke-width="1.4" stroke-opacity="0.85">',
        *(arrow.path() for arrow in arrows),
        '</g>',
        '<g stroke="#fff" stroke-width="1.2">',
        *(disc(spot) for spot in spots.values()),
        '</g>',
        '<g text-anchor="middle" stroke="#fff" stroke-width="3" stroke-linejoin="round" '
        'paint-order="stroke">',
        *predicates(arrows, spots),
        *labels,
        '</g>',
        f'<g fill="{INK}">',
        *legend(spots, left + 24, top + 34),
        '</g>',
        '</svg>',
        '',
    ])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', 1)[0])
    parser.add_argument('graphml', help='a file of `zhitu export`')
    parser.add_argument('svg', help='the picture to write')
    parser.add_argument('--size', type=int, nargs=2, default=(1400, 760), metavar=('W', 'H'))
    options = parser.parse_args()
    picture = draw(*read_graphml(options.graphml), options.size)
    with open(options.svg, 'w', encoding='utf-8', newline='\n') as file:
        file.write(picture)


main()
