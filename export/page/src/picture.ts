// The picture: sigma.js draws what is shown, by WebGL.
import EdgeCurveProgram, { createEdgeCurveProgram } from '@sigma/edge-curve';
import { MultiGraph } from 'graphology';
import Sigma from 'sigma';
import {
  createEdgeArrowProgram,
  EdgeLineProgram,
  EdgeRectangleProgram,
  NodeCircleProgram,
  NodePointProgram,
} from 'sigma/rendering';
import type { CameraState, EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import { drawHover, LABEL_FONT, LabelLayer, labelOf, type Placed } from './labels.js';
import { lightened, LOOKS, mixed, type Look } from './looks.js';
import { nameOf } from './names.js';
import type { Theme } from './permalink.js';
import type { Drawing, Shown, Summary } from './source.js';

/** Edges drawn at most; beyond, the heaviest. */
export const MOST_DRAWN = 30_000;
/** Edges of what is chosen that are drawn besides. */
const MOST_OF_CHOICE = 3_000;
/** Nodes of what is chosen have at least this radius. */
const LEAST_OF_CHOICE = 3.5;
/** Names of relations are drawn on so many edges of what is chosen. */
const MOST_EDGE_NAMES = 40;
const MANY = 5_000;
/** Heads of arrows, in multiples of the line's width. */
export const HEAD = { lengthToThicknessRatio: 4, widenessToThicknessRatio: 3.2 };

/** What is chosen: all else fades. */
export interface Chosen {
  readonly main: ReadonlySet<number>;
  readonly nodes: ReadonlySet<number>;
  readonly edges: ReadonlySet<number>;
}

export interface PictureEvents {
  readonly node: (node: number) => void;
  readonly edge: (edge: number) => void;
  readonly stage: () => void;
}

interface NodeData {
  x: number;
  y: number;
  size: number;
  color: string;
  label: string;
}

interface EdgeData {
  size: number;
  type: string;
  curvature: number;
  label: string;
  symmetric: boolean;
  /** 0 to 1: how heavy it is. */
  share: number;
}

export class Picture {
  private readonly sigma: Sigma<NodeData, EdgeData>;
  private graph: MultiGraph<NodeData, EdgeData>;
  private chosen: Chosen | undefined;
  private look: Look;
  private typeColours: string[] = [];
  private readonly extra = new Set<number>();
  private readonly labels = new LabelLayer(() => this.look);
  // So many edges that they are lines of one pixel, whose weight is told by their colour.
  private thin = false;
  private due = false;

  constructor(
    container: HTMLElement,
    private readonly drawing: Drawing,
    private readonly summary: Summary,
    private edgeName: (predicate: string) => string,
    private theme: Theme,
    events: PictureEvents,
  ) {
    this.look = LOOKS[theme];
    this.setColours();
    this.graph = new MultiGraph();
    const large = drawing.x.length > MANY;
    this.sigma = new Sigma<NodeData, EdgeData>(this.graph, container, {
      allowInvalidContainer: true,
      defaultEdgeType: 'line',
      edgeProgramClasses: {
        // Drawn in this order, and before all others those that sigma knows itself: `line` is one.
        line: EdgeLineProgram,
        bar: EdgeRectangleProgram,
        straightArrow: createEdgeArrowProgram<NodeData, EdgeData>(HEAD),
        curve: EdgeCurveProgram,
        curvedArrow: createEdgeCurveProgram<NodeData, EdgeData>({
          arrowHead: { extremity: 'target', ...HEAD },
        }),
      },
      // Points cost a third of circles, and look alike while they are small.
      nodeProgramClasses: { circle: large ? NodePointProgram : NodeCircleProgram },
      enableEdgeEvents: true,
      renderEdgeLabels: true,
      edgeLabelFont: LABEL_FONT,
      edgeLabelSize: 11,
      edgeLabelColor: { color: this.look.label },
      labelFont: LABEL_FONT,
      labelSize: 13,
      labelWeight: '500',
      labelDensity: large ? 0.4 : 1,
      labelGridCellSize: 90,
      labelRenderedSizeThreshold: large ? 5 : 3,
      defaultDrawNodeLabel: this.labels.gather as never,
      defaultDrawNodeHover: drawHover(() => this.look) as never,
      hideEdgesOnMove: summary.relations > MANY,
      hideLabelsOnMove: large,
      minCameraRatio: 0.002,
      maxCameraRatio: 3,
      stagePadding: 60,
      zIndex: true,
      nodeReducer: (node, data) => this.drawNode(Number(node), data),
      edgeReducer: (edge, data) => this.drawEdge(Number(edge), data),
    });
    this.listen(events);
  }

  private listen(events: PictureEvents): void {
    const stage = this.sigma.getContainer();
    const point = (on: boolean): void => {
      stage.classList.toggle('pointing', on);
    };
    this.sigma.on('afterRender', () => this.labels.draw());
    this.sigma.on('clickNode', ({ node }) => events.node(Number(node)));
    this.sigma.on('clickEdge', ({ edge }) => events.edge(Number(edge)));
    this.sigma.on('clickStage', () => events.stage());
    for (const enter of ['enterNode', 'enterEdge'] as const) this.sigma.on(enter, () => point(true));
    for (const leave of ['leaveNode', 'leaveEdge'] as const) {
      this.sigma.on(leave, () => point(false));
    }
  }

  /** Draws what a filter leaves, and what is chosen of it. */
  show(shown: Shown, chosen: Chosen | undefined): void {
    const graph = new MultiGraph<NodeData, EdgeData>();
    shown.nodes.forEach((left, node) => {
      if (left === 1) graph.addNode(String(node), this.nodeData(node));
    });
    const sides = new Sides();
    for (const edge of shown.edges) this.addEdge(graph, edge, sides);
    this.thin = shown.edges.length > MANY;
    this.extra.clear();
    this.graph = graph;
    this.chosen = chosen;
    if (chosen !== undefined) this.addEdgesOf(chosen);
    // The whole drawing's bounds, so that a filter moves nothing.
    const { x, y } = this.drawing;
    this.sigma.setCustomBBox({ x: rangeOf(x), y: rangeOf(y) });
    this.sigma.setGraph(graph);
  }

  private nodeData(node: number): NodeData {
    const { x, y, size, type } = this.drawing;
    const count = x.length;
    const scale = count > 20_000 ? 0.14 : count > 2_000 ? 0.22 : count > 300 ? 0.3 : 0.36;
    return {
      x: x[node],
      y: y[node],
      size: size[node] * scale,
      color: this.typeColours[type[node]],
      label: labelOf(nameOf(this.drawing.head(node))),
    };
  }

  private addEdge(graph: MultiGraph<NodeData, EdgeData>, edge: number, sides: Sides): void {
    const { source, target, weight, predicate } = this.drawing;
    const { symmetric, name } = this.summary.predicates[predicate[edge]];
    const share = Math.log1p(weight[edge]) / Math.log1p(this.summary.maxWeight);
    const curvature = sides.next(source[edge], target[edge]);
    const straight = curvature === 0;
    graph.addDirectedEdgeWithKey(String(edge), String(source[edge]), String(target[edge]), {
      size: (this.drawing.x.length > MANY ? 0.4 : 1.1) + 3.6 * share * share,
      type: symmetric ? (straight ? 'bar' : 'curve') : straight ? 'straightArrow' : 'curvedArrow',
      curvature,
      label: name,
      symmetric,
      share: share * share,
    });
  }

  /** Lets all but what is chosen fade; nothing is chosen where it is undefined. */
  choose(chosen: Chosen | undefined): void {
    if (chosen === this.chosen) return;
    for (const edge of this.extra) {
      if (this.graph.hasEdge(String(edge))) this.graph.dropEdge(String(edge));
    }
    this.extra.clear();
    this.chosen = chosen;
    if (chosen !== undefined) this.addEdgesOf(chosen);
    this.redraw();
  }

  // Once, however much has changed.
  private redraw(): void {
    if (this.due) return;
    this.due = true;
    requestAnimationFrame(() => {
      this.due = false;
      this.sigma.refresh();
    });
  }

  private addEdgesOf(chosen: Chosen): void {
    const sides = new Sides();
    for (const edge of chosen.edges) {
      const { source, target } = this.drawing;
      if (this.extra.size >= MOST_OF_CHOICE || this.graph.hasEdge(String(edge))) continue;
      const both = [source[edge], target[edge]].every((node) => this.graph.hasNode(String(node)));
      if (!both) continue;
      this.addEdge(this.graph, edge, sides);
      this.extra.add(edge);
    }
  }

  private drawNode(node: number, data: NodeData): Partial<NodeDisplayData> {
    const { chosen, look } = this;
    if (chosen === undefined) return data;
    if (!chosen.nodes.has(node)) return { ...data, color: look.faded, label: '', zIndex: 0 };
    const size = Math.max(data.size, LEAST_OF_CHOICE);
    if (chosen.main.has(node)) {
      return { ...data, size: size * 1.2, highlighted: true, forceLabel: true, zIndex: 3 };
    }
    return { ...data, size, forceLabel: chosen.nodes.size <= 60, zIndex: 2 };
  }

  private drawEdge(edge: number, data: EdgeData): Partial<EdgeDisplayData & EdgeData> {
    const { chosen, look } = this;
    // Sigma draws by what this gives alone.
    const { symmetric, share, curvature } = data;
    if (chosen?.edges.has(edge) === true) {
      const named = !symmetric && chosen.edges.size <= MOST_EDGE_NAMES;
      return {
        type: data.type,
        curvature,
        color: symmetric ? mixed(look.chosen, look.background, 0.35) : look.chosen,
        size: data.size + (this.thin ? 0.5 : 0.8),
        label: named ? this.edgeName(data.label) : '',
        forceLabel: named,
        zIndex: 2,
      };
    }
    const type = this.thin ? 'line' : data.type;
    const plain = symmetric ? look.shared : look.stated;
    const color = this.thin ? mixed(look.fadedEdge, look.stated, 0.15 + 0.85 * share) : plain;
    const drawn = { type, curvature, color, size: data.size, label: '' };
    if (chosen === undefined) return { ...drawn, zIndex: 1 };
    // Of very many even faint ones would hide what is chosen.
    return { ...drawn, color: look.fadedEdge, zIndex: 0, hidden: this.thin };
  }

  private setColours(): void {
    this.typeColours = this.summary.types.map(({ colour }) => lightened(colour, this.look.lighter));
  }

  /** Draws in other colours. */
  setTheme(theme: Theme): void {
    if (theme === this.theme) return;
    this.theme = theme;
    this.look = LOOKS[theme];
    this.setColours();
    this.graph.updateEachNodeAttributes(
      (node, data) => ({ ...data, color: this.typeColours[this.drawing.type[Number(node)]] }),
      { attributes: ['color'] },
    );
    this.sigma.setSetting('edgeLabelColor', { color: this.look.label });
  }

  /** Draws names of relations in another language. */
  setEdgeNames(edgeName: (predicate: string) => string): void {
    this.edgeName = edgeName;
    if (this.chosen !== undefined) this.redraw();
  }

  /** Moves the camera so that some nodes are seen; all of them where there are none. */
  focus(nodes: readonly number[]): void {
    const places = nodes
      .map((node) => this.sigma.getNodeDisplayData(String(node)))
      .filter((data) => data !== undefined);
    if (places.length === 0) {
      this.move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, 350);
      return;
    }
    const xs = places.map(({ x }) => x);
    const ys = places.map(({ y }) => y);
    const spread = Math.max(spreadOf(xs), spreadOf(ys));
    const least = this.drawing.x.length > MANY ? 0.05 : 0.35;
    const ratio = Math.min(1, Math.max(least, spread * 1.5));
    this.move({ x: middleOf(xs), y: middleOf(ys), ratio, angle: 0 }, 350);
  }

  // Moves the camera in so many milliseconds. At once for readers who want nothing to move: an
  // animation of no time would pass through places that are no numbers.
  private move(state: Partial<CameraState>, duration: number): void {
    const camera = this.sigma.getCamera();
    if (still()) camera.setState(state);
    else void camera.animate(state, { duration });
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    this.move({ ratio: camera.getBoundedRatio(camera.ratio * factor) }, 150);
  }

  /** Moves the picture by a share of what is seen. */
  pan(right: number, down: number): void {
    const camera = this.sigma.getCamera();
    const { x, y, ratio } = camera.getState();
    camera.setState({ x: x + right * ratio, y: y - down * ratio });
  }

  /** Draws again where the room has changed. */
  resize(): void {
    const { width, height } = this.sigma.getDimensions();
    const { offsetWidth, offsetHeight } = this.sigma.getContainer();
    if (offsetWidth === 0 || (width === offsetWidth && height === offsetHeight)) return;
    this.sigma.resize();
    this.sigma.scheduleRender();
  }

  /** What sigma draws, to be saved. */
  get renderer(): Sigma {
    return this.sigma as unknown as Sigma;
  }

  get colours(): Look {
    return this.look;
  }

  /** The names that are drawn. */
  get names(): readonly Placed[] {
    return this.labels.placed;
  }

  /** Draws these names somewhere else, as they stand in the picture. */
  paintNames(context: CanvasRenderingContext2D): void {
    this.labels.paint(context);
  }
}

/** Tells edges between the same two nodes apart: each gets another curvature, seen from its source. */
class Sides {
  private readonly used = new Map<string, number>();

  next(source: number, target: number): number {
    const pair = source < target ? `${source} ${target}` : `${target} ${source}`;
    const before = this.used.get(pair) ?? 0;
    this.used.set(pair, before + 1);
    if (source === target) return 0.8;
    const step = Math.ceil(before / 2) * 0.22 * (before % 2 === 0 ? 1 : -1);
    return source < target ? step : -step || 0;
  }
}

function rangeOf(values: Float32Array): [number, number] {
  if (values.length === 0) return [0, 1];
  return [
    values.reduce((least, value) => Math.min(least, value), Infinity),
    values.reduce((most, value) => Math.max(most, value), -Infinity),
  ];
}

function middleOf(values: number[]): number {
  return (Math.min(...values) + Math.max(...values)) / 2;
}

function spreadOf(values: number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function still(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** True if the browser can draw the picture. */
export function canDraw(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}
