// How names are compared: as the program folds them (width, case, traditional and simplified,
// quotation marks), and by pinyin. What each character folds to and how it is read comes with the
// data, for the characters that its names hold.

/** What the page is given: pairs, one after the other. */
export interface LetterData {
  readonly fold: readonly string[];
  readonly pinyin: readonly string[];
}

function pairs(list: readonly string[]): Map<string, string> {
  const map = new Map<string, string>();
  for (let i = 0; i + 1 < list.length; i += 2) map.set(list[i], list[i + 1]);
  return map;
}

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\s]/u;

export class Letters {
  private readonly folds: Map<string, string>;
  private readonly read: Map<string, readonly string[]>;

  constructor(data: LetterData) {
    this.folds = pairs(data.fold);
    this.read = new Map();
    for (const [character, readings] of pairs(data.pinyin)) {
      this.read.set(character, readings.split(' '));
    }
  }

  /** The text as names are compared, without white space. What no name holds may differ. */
  fold(text: string): string {
    let folded = '';
    for (const character of text) {
      const other = this.folds.get(character);
      if (other !== undefined) folded += other;
      else if (!INVISIBLE.test(character)) folded += character.normalize('NFKC').toLowerCase();
    }
    return folded;
  }

  /** The readings of a folded character; none for what is not Chinese. */
  readings(character: string): readonly string[] {
    return this.read.get(character) ?? [];
  }

  /** How well letters spell a folded name in pinyin from one of its characters on: each character
   *  in full, by its first letters at the end, or by its initial. */
  spells(letters: string, name: string): Spelling | undefined {
    const characters = Array.from(name);
    for (let begin = 0; begin < characters.length; ++begin) {
      if (!this.startsWith(characters[begin], letters[0])) continue;
      const rest = this.spellFrom(letters, characters, begin);
      if (rest !== undefined) return { begin, whole: begin === 0 && rest === characters.length };
    }
    return undefined;
  }

  private startsWith(character: string, letter: string): boolean {
    const readings = this.read.get(character);
    if (readings === undefined) return character === letter;
    return readings.some((reading) => reading[0] === letter);
  }

  // The character behind the last one that is spelled. `ends` holds, for the characters so far,
  // how many letters they may take.
  private spellFrom(letters: string, characters: string[], begin: number): number | undefined {
    let ends = new Set([0]);
    for (let at = begin; at < characters.length && ends.size > 0; ++at) {
      const next = new Set<number>();
      for (const end of ends) {
        for (const length of this.taken(letters, end, characters[at])) {
          if (end + length === letters.length) return at + 1;
          next.add(end + length);
        }
      }
      ends = next;
    }
    return undefined;
  }

  // How many letters from a place on a character may stand for.
  private taken(letters: string, from: number, character: string): number[] {
    const readings = this.read.get(character);
    if (readings === undefined) return letters[from] === character ? [1] : [];
    const lengths: number[] = [];
    for (const reading of readings) {
      if (letters[from] !== reading[0]) continue;
      lengths.push(1);
      if (letters.startsWith(reading, from)) lengths.push(reading.length);
      else if (reading.startsWith(letters.slice(from))) lengths.push(letters.length - from);
    }
    return lengths;
  }
}

/** Where in a name a spelling begins, and whether it is of the whole name. */
export interface Spelling {
  readonly begin: number;
  readonly whole: boolean;
}
