// The picture as SVG: the part that is seen, with real text.
import type Sigma from 'sigma';
import { LABEL_FONT } from './labels.js';
import type { Look } from './looks.js';
import { HEAD, type Picture } from './picture.js';

const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | number>>;

function make(name: string, attributes: Attributes, text = ''): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, typeof value === 'number' ? value.toFixed(2) : value);
  }
  element.textContent = text;
  return element;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Disc extends Point {
  readonly radius: number;
  readonly color: string;
  readonly label: string;
  readonly main: boolean;
  readonly order: number;
}

class SvgPicture {
  private readonly discs = new Map<string, Disc>();
  private readonly sigma: Sigma;
  private readonly look: Look;

  constructor(private readonly picture: Picture) {
    const sigma = (this.sigma = picture.renderer);
    this.look = picture.colours;
    sigma.getGraph().forEachNode((node) => {
      const data = sigma.getNodeDisplayData(node);
      if (data === undefined || data.hidden) return;
      this.discs.set(node, {
        ...sigma.framedGraphToViewport(data),
        radius: sigma.scaleSize(data.size),
        color: data.color,
        label: data.label ?? '',
        main: data.highlighted,
        order: data.zIndex,
      });
    });
  }

  write(title: string): string {
    const { width, height } = this.sigma.getDimensions();
    const root = make('svg', {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'font-family': LABEL_FONT,
      'font-size': 13,
    });
    root.append(make('title', {}, xmlText(title)));
    root.append(make('rect', { width, height, fill: this.look.background }));
    root.append(this.edges(), this.nodes(), this.labels());
    return new XMLSerializer().serializeToString(root);
  }

  private isSeen({ x, y }: Point, margin: number): boolean {
    const { width, height } = this.sigma.getDimensions();
    return x >= -margin && y >= -margin && x <= width + margin && y <= height + margin;
  }

  private edges(): SVGElement {
    const group = make('g', { fill: 'none' });
    const drawn: { order: number; parts: SVGElement[] }[] = [];
    this.sigma.getGraph().forEachEdge((edge, attributes, source, target) => {
      const data = this.sigma.getEdgeDisplayData(edge);
      const from = this.discs.get(source);
      const to = this.discs.get(target);
      if (data === undefined || data.hidden || from === undefined || to === undefined) return;
      if (!this.isSeen(from, 0) && !this.isSeen(to, 0)) return;
      const parts = edgeParts(from, to, {
        color: data.color,
        width: this.sigma.scaleSize(data.size),
        curvature: Number(attributes['curvature'] ?? 0),
        arrow: data.type === 'straightArrow' || data.type === 'curvedArrow',
      });
      drawn.push({ order: data.zIndex, parts });
    });
    drawn.sort((a, b) => a.order - b.order);
    for (const { parts } of drawn) group.append(...parts);
    return group;
  }

  private nodes(): SVGElement {
    const group = make('g', {});
    for (const disc of this.inOrder()) {
      const { x, y, radius, color, main } = disc;
      const ring: Attributes = main ? { stroke: this.look.chosen, 'stroke-width': 2.5 } : {};
      group.append(make('circle', { cx: x, cy: y, r: radius, fill: color, ...ring }));
    }
    return group;
  }

  private inOrder(): Disc[] {
    return Array.from(this.discs.values())
      .filter((disc) => this.isSeen(disc, disc.radius))
      .sort((a, b) => a.order - b.order);
  }

  private labels(): SVGElement {
    const group = make('g', {
      fill: this.look.label,
      stroke: this.look.halo,
      'stroke-width': 3.5,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    });
    for (const { x, y, text } of this.picture.names) {
      group.append(make('text', { x, y, 'font-weight': 500 }, xmlText(text)));
    }
    for (const { x, y, radius, label, main } of this.discs.values()) {
      if (!main || label === '') continue;
      const away = radius + 12;
      const right = x < this.sigma.getDimensions().width / 2;
      const anchor = right ? 'start' : 'end';
      const place = { x: right ? x + away : x - away, 'text-anchor': anchor, y: y + 14 / 3, 'font-weight': 600, 'font-size': 14 };
      group.append(make('text', place, xmlText(label)));
    }
    return group;
  }
}

interface EdgeLook {
  readonly color: string;
  readonly width: number;
  readonly curvature: number;
  readonly arrow: boolean;
}

function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

/** A line, straight or curved as sigma curves it, and the head of an arrow. */
function edgeParts(from: Disc, to: Disc, look: EdgeLook): SVGElement[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const middle = between(from, to, 0.5);
  const bend = { x: middle.x + dy * look.curvature, y: middle.y - dx * look.curvature };
  const reach = 2 * Math.hypot(to.x - bend.x, to.y - bend.y) || 1;
  // The whole curve leads from the middle of a disc to that of the other; a share of it is drawn.
  const on = (share: number): Point =>
    between(between(from, bend, share), between(bend, to, share), share);
  const shareBefore = (distance: number): number => Math.max(0.3, 1 - distance / reach);
  const length = Math.hypot(dx, dy);
  const head = look.arrow ? Math.min(look.width * HEAD.lengthToThicknessRatio, length / 2) : 0;
  const share = look.arrow ? shareBefore(to.radius + head) : 1;
  const end = on(share);
  const control = between(from, bend, share);
  const curve = look.curvature === 0 ? 'L' : `Q${control.x.toFixed(2)} ${control.y.toFixed(2)} `;
  const d = `M${from.x.toFixed(2)} ${from.y.toFixed(2)} ${curve}${end.x.toFixed(2)} ${end.y.toFixed(2)}`;
  const parts = [make('path', { d, stroke: look.color, 'stroke-width': look.width })];
  if (look.arrow) parts.push(arrowHead(end, on(shareBefore(to.radius)), look.color));
  return parts;
}

function arrowHead(end: Point, tip: Point, fill: string): SVGElement {
  const [wx, wy] = [(end.y - tip.y) * 0.4, (tip.x - end.x) * 0.4];
  const points = [tip, { x: end.x + wx, y: end.y + wy }, { x: end.x - wx, y: end.y - wy }];
  const text = points.map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`).join(' ');
  return make('polygon', { points: text, fill });
}

// XML has no place for these.
function xmlText(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '\uFFFD');
}

/** What is seen of the picture, as an SVG file. */
export function pictureSvg(picture: Picture, title: string): string {
  return new SvgPicture(picture).write(title);
}
