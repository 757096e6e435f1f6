// Colours of the picture. Those of the page around it are in page.css.
import type { Theme } from './permalink.js';

export interface Look {
  readonly background: string;
  readonly label: string;
  readonly halo: string;
  readonly faded: string;
  readonly fadedEdge: string;
  readonly shared: string;
  readonly stated: string;
  readonly chosen: string;
  /** Mixed into colours that were made for a white page. */
  readonly lighter: number;
}

export const LOOKS: Readonly<Record<Theme, Look>> = {
  light: {
    background: '#fbfbfa',
    label: '#1d2330',
    halo: '#fbfbfa',
    faded: '#e3e5ea',
    fadedEdge: '#f0f1f3',
    shared: '#d3d8df',
    stated: '#94a0b2',
    chosen: '#3557c9',
    lighter: 0,
  },
  dark: {
    background: '#14171c',
    label: '#e6e9ef',
    halo: '#14171c',
    faded: '#2a2f38',
    fadedEdge: '#1d2127',
    shared: '#353b46',
    stated: '#5d6879',
    chosen: '#8ea6ff',
    lighter: 0.28,
  },
};

const known = new Map<string, string>();

/** A colour `#rrggbb` with a share of another in it, in steps of a sixteenth. */
export function mixed(colour: string, other: string, share: number): string {
  const step = Math.round(Math.min(Math.max(share, 0), 1) * 16);
  const key = `${colour}${other}${step}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const channels = [1, 3, 5].map((at) => {
    const from = Number.parseInt(colour.slice(at, at + 2), 16);
    const to = Number.parseInt(other.slice(at, at + 2), 16);
    return Math.round(from + ((to - from) * step) / 16);
  });
  const made = `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
  known.set(key, made);
  return made;
}

/** A colour with a share of white in it. */
export function lightened(colour: string, share: number): string {
  return mixed(colour, '#ffffff', share);
}
