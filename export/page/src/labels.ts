// How names are drawn into the picture: the larger nodes first, and none over another.
import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering';
import { harmless } from './dom.js';
import type { Look } from './looks.js';

export const LABEL_FONT =
  'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';
const LONGEST = 24;
const GAP = 4;

/** A name fit to be drawn: harmless, and not too long. */
export function labelOf(name: string): string {
  const characters = Array.from(harmless(name));
  if (characters.length <= LONGEST) return characters.join('');
  return `${characters.slice(0, LONGEST - 1).join('')}…`;
}

/** Where a name stands: its left end and the line on which it is written. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

interface Wish {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly text: string;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Places names right of their nodes, or left, below or above where another stands or the picture
 *  ends; those that find no place are left out. Larger nodes come first. O(names squared), of the few that are drawn. */
export function placeLabels(
  wishes: readonly Wish[],
  size: number,
  room: number,
  widthOf: (text: string) => number,
): Placed[] {
  const taken: Box[] = [];
  const placed: Placed[] = [];
  const sorted = [...wishes].sort((a, b) => b.radius - a.radius || a.x - b.x || a.y - b.y);
  for (const { x, y, radius, text } of sorted) {
    const width = widthOf(text);
    const away = radius + GAP;
    const places = [
      { x: x + away, y: y + size / 3 },
      { x: x - away - width, y: y + size / 3 },
      { x: x - width / 2, y: y + away + size * 0.8 },
      { x: x - width / 2, y: y - away - size * 0.2 },
    ];
    for (const place of places) {
      const box = {
        left: place.x - 2,
        right: place.x + width + 2,
        top: place.y - size,
        bottom: place.y + size * 0.3,
      };
      if (box.left < 0 || box.right > room || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      placed.push({ ...place, text });
      break;
    }
  }
  return placed;
}

// The width of what is drawn on, in the units in which it is drawn.
function roomOf(context: CanvasRenderingContext2D): number {
  return context.canvas.width / context.getTransform().a;
}

/** Gathers the names that sigma wants drawn, and draws those that find a place. */
export class LabelLayer {
  private wishes: Wish[] = [];
  private context: CanvasRenderingContext2D | undefined;
  private font = '';
  private size = 13;
  /** Those that were drawn last. */
  placed: readonly Placed[] = [];

  constructor(private readonly look: () => Look) {}

  /** To be called by sigma for each name. */
  readonly gather: NodeLabelDrawingFunction = (context, data, settings) => {
    // Of a chosen node the name is drawn on a plate.
    if (!data.label || data['highlighted'] === true) return;
    this.context = context;
    this.size = settings.labelSize;
    this.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
    this.wishes.push({ x: data.x, y: data.y, radius: data.size, text: data.label });
  };

  /** To be called when sigma has drawn all else. */
  draw(): void {
    const { context, wishes } = this;
    this.wishes = [];
    this.placed = [];
    if (context === undefined) return;
    context.font = this.font;
    const widthOf = (text: string): number => context.measureText(text).width;
    this.placed = placeLabels(wishes, this.size, roomOf(context), widthOf);
    this.paint(context);
  }

  /** Draws the names where they were placed last. */
  paint(context: CanvasRenderingContext2D): void {
    const { halo, label } = this.look();
    context.font = this.font;
    context.lineJoin = 'round';
    context.lineWidth = 3.5;
    context.strokeStyle = halo;
    context.fillStyle = label;
    for (const { x, y, text } of this.placed) {
      context.strokeText(text, x, y);
      context.fillText(text, x, y);
    }
  }
}

/** Draws a ring around the node that is pointed at or chosen, and its name on a plate. */
export function drawHover(look: () => Look): NodeHoverDrawingFunction {
  return (context, data, settings) => {
    const { background, chosen, label } = look();
    context.beginPath();
    context.arc(data.x, data.y, data.size + 2.5, 0, Math.PI * 2);
    context.lineWidth = 2.5;
    context.strokeStyle = chosen;
    context.stroke();
    if (!data.label) return;
    const size = settings.labelSize + 1;
    context.font = `600 ${size}px ${settings.labelFont}`;
    const width = context.measureText(data.label).width;
    const away = data.size + 6;
    const fits = data.x + away + width + 12 <= roomOf(context);
    const x = fits ? data.x + away : data.x - away - width - 12;
    context.beginPath();
    context.roundRect(x, data.y - size * 0.85, width + 12, size * 1.7, 6);
    context.fillStyle = background;
    context.shadowColor = 'rgba(0, 0, 0, 0.35)';
    context.shadowBlur = 6;
    context.fill();
    context.shadowBlur = 0;
    context.fillStyle = label;
    context.fillText(data.label, x + 6, data.y + size / 3);
  };
}
