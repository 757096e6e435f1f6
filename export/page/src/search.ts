// Finds entities by what is typed.
import type { Letters } from './letters.js';

/** A name or alias of a node. */
interface Form {
  readonly node: number;
  readonly folded: string;
  /** -1 for the name, else the place of the alias. */
  readonly alias: number;
}

/** A node that was found, by its name (-1) or by an alias. */
export interface Found {
  readonly node: number;
  readonly alias: number;
}

const WHOLE = 0;
const BEGIN = 1;
const PINYIN_WHOLE = 2;
const PINYIN_BEGIN = 3;
const INSIDE = 4;
const PINYIN_INSIDE = 5;
const NONE = 6;

export class NameSearch {
  private readonly forms: Form[] = [];

  /**
   * @param importance  of a node: of equally good hits the more important come first.
   */
  constructor(
    private readonly letters: Letters,
    count: number,
    namesOf: (node: number) => readonly string[],
    private readonly importance: (node: number) => number,
  ) {
    for (let node = 0; node < count; ++node) {
      namesOf(node).forEach((name, i) => {
        this.forms.push({ node, folded: letters.fold(name), alias: i - 1 });
      });
    }
  }

  /** The best nodes, each once. O(names). */
  find(text: string, most: number): Found[] {
    const wanted = this.letters.fold(text);
    if (wanted === '') return [];
    const pinyin = /^[a-z']+$/.test(wanted) ? wanted.replaceAll("'", '') : '';
    const best = new Map<number, { rank: number; form: Form }>();
    for (const form of this.forms) {
      const rank = this.rank(form.folded, wanted, pinyin);
      if (rank === NONE) continue;
      const known = best.get(form.node);
      if (known === undefined || rank < known.rank) best.set(form.node, { rank, form });
    }
    const found = Array.from(best.values());
    found.sort((a, b) => a.rank - b.rank || this.compare(a.form, b.form));
    return found.slice(0, most).map(({ form }) => ({ node: form.node, alias: form.alias }));
  }

  private compare(a: Form, b: Form): number {
    return (
      this.importance(b.node) - this.importance(a.node) ||
      a.folded.length - b.folded.length ||
      a.node - b.node
    );
  }

  private rank(folded: string, wanted: string, pinyin: string): number {
    const at = folded.indexOf(wanted);
    if (at === 0) return folded.length === wanted.length ? WHOLE : BEGIN;
    const spelling = pinyin === '' ? undefined : this.letters.spells(pinyin, folded);
    if (spelling?.begin === 0) return spelling.whole ? PINYIN_WHOLE : PINYIN_BEGIN;
    if (at > 0) return INSIDE;
    return spelling === undefined ? NONE : PINYIN_INSIDE;
  }
}
