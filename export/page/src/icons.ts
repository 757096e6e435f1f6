// Icons as paths on a grid of 24, drawn with a line of the text's colour.

const PATHS = {
  search: 'M11 4a7 7 0 1 1 0 14a7 7 0 0 1 0-14zM16 16l4.5 4.5',
  filter: 'M4 6h16M7 12h10M10 18h4',
  path: 'M5 19a2 2 0 1 0 0-.1zM19 5a2 2 0 1 0 0-.1zM7 18c6-1 4-11 10-12.5',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 10v9',
  picture: 'M6 7a2 2 0 1 0 0-.1zM18 9a2 2 0 1 0 0-.1zM10 18a2 2 0 1 0 0-.1zM7.5 7.3l8.7 1.4M6.8 8.8l2.6 7.4M16.7 10.4l-5.3 6.2',
  save: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14',
  sun: 'M12 8a4 4 0 1 1 0 8a4 4 0 0 1 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  help: 'M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18zM9.5 9.5a2.5 2.5 0 1 1 3.4 2.3c-.6.3-.9.7-.9 1.4v.6M12 16.6v.1',
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  centre: 'M12 8a4 4 0 1 1 0 8a4 4 0 0 1 0-8zM12 2v4M12 18v4M2 12h4M18 12h4',
  back: 'M10 5l-7 7 7 7M3 12h18',
} as const;

export type IconName = keyof typeof PATHS;

const SVG = 'http://www.w3.org/2000/svg';

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'glyph');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
