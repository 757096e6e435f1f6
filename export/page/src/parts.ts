// The data of a page: JSON in `<script type="application/json" data-kind="…">`, tables in parts.

/** Gives the texts of all elements of a kind, in order. */
export type PartReader = (kind: string) => string[];

/** Those of the page. */
export function pageParts(document: Document): PartReader {
  return (kind) => {
    const elements = document.querySelectorAll(`script[data-kind="${kind}"]`);
    return Array.from(elements, (element) => element.textContent ?? '');
  };
}

/** A part of a table: columns by name; what is left out has the usual value in all rows. */
export interface Part {
  readonly rows: number;
  readonly [column: string]: unknown;
}

/** The parts of a kind, read. */
export function readParts(read: PartReader, kind: string): Part[] {
  return read(kind).map((text) => JSON.parse(text) as Part);
}

export function totalRows(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + part.rows, 0);
}

/** Copies a column of numbers into one array. */
export function numberColumn<Array_ extends Float32Array | Uint32Array | Uint16Array | Int32Array>(
  parts: readonly Part[],
  name: string,
  usual: number,
  into: Array_,
): Array_ {
  let at = 0;
  for (const part of parts) {
    const column = part[name] as number[] | undefined;
    if (column === undefined) into.fill(usual, at, at + part.rows);
    else into.set(column, at);
    at += part.rows;
  }
  return into;
}

/** Joins a column of any values. */
export function anyColumn<Value>(parts: readonly Part[], name: string, usual: Value): Value[] {
  const all: Value[] = [];
  for (const part of parts) {
    const column = part[name] as Value[] | undefined;
    for (let row = 0; row < part.rows; ++row) all.push(column === undefined ? usual : column[row]);
  }
  return all;
}

/** A table whose parts are read when they are first asked for; the last few stay read. */
export class LazyTable {
  private readonly begins: number[] = [];
  private readonly read = new Map<number, Part>();
  readonly rows: number;

  constructor(private readonly texts: readonly string[], private readonly keep = 32) {
    let rows = 0;
    for (const text of texts) {
      this.begins.push(rows);
      rows += rowsOf(text);
    }
    this.rows = rows;
  }

  /** A value; undefined where the column is left out or there is no such row. */
  value(row: number, column: string): unknown {
    if (row < 0 || row >= this.rows) return undefined;
    const place = this.placeOf(row);
    const values = this.part(place)[column] as unknown[] | undefined;
    return values?.[row - this.begins[place]];
  }

  private placeOf(row: number): number {
    let low = 0;
    let high = this.begins.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.begins[middle] <= row) low = middle;
      else high = middle;
    }
    return low;
  }

  private part(place: number): Part {
    const known = this.read.get(place);
    if (known !== undefined) return known;
    if (this.read.size >= this.keep) this.read.clear();
    const part = JSON.parse(this.texts[place]) as Part;
    this.read.set(place, part);
    return part;
  }
}

// The rows of a part stand first in it, so that it need not be read for them.
function rowsOf(text: string): number {
  const match = /^\{"rows":(\d+)/.exec(text);
  return match === null ? 0 : Number(match[1]);
}
