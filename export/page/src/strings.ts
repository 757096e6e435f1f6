// What the page says, a table a language.
import { CHINESE } from './strings_zh.js';
import { ENGLISH } from './strings_en.js';

export type Language = 'zh' | 'en';

/** All that is said. Functions put numbers and names in their places. */
export interface Strings {
  readonly title: (graph: string) => string;
  readonly search: string;
  readonly searchHint: string;
  readonly suggestions: string;
  readonly found: (count: number) => string;
  readonly nothingFound: string;
  readonly alias: string;
  readonly filters: string;
  readonly types: string;
  readonly predicates: string;
  readonly weight: string;
  readonly weightValue: (weight: number) => string;
  readonly time: string;
  readonly since: string;
  readonly until: string;
  readonly dateHint: string;
  readonly reset: string;
  readonly all: string;
  readonly none: string;
  readonly picture: string;
  readonly pictureHelp: string;
  readonly table: string;
  readonly path: string;
  readonly pathFrom: string;
  readonly pathTo: string;
  readonly pathFind: string;
  readonly pathSwap: string;
  readonly pathSteps: (count: number) => string;
  readonly pathNone: string;
  readonly pathPick: string;
  readonly pathHere: string;
  readonly save: string;
  readonly savePng: string;
  readonly saveSvg: string;
  readonly saved: (file: string) => string;
  readonly dark: string;
  readonly light: string;
  readonly language: string;
  readonly help: string;
  readonly close: string;
  readonly back: string;
  readonly centre: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly details: string;
  readonly aliases: string;
  readonly mentions: string;
  readonly documents: string;
  readonly seen: string;
  readonly relations: (count: number) => string;
  readonly noRelations: string;
  readonly more: (count: number) => string;
  readonly quotes: (count: number) => string;
  readonly listed: (shown: number) => string;
  readonly cut: (shown: number, all: number, each: number) => string;
  readonly evidence: string;
  readonly inDocuments: (count: number) => string;
  readonly showQuotes: (weight: number) => string;
  readonly noQuotes: string;
  readonly loading: string;
  readonly confidence: string;
  readonly npmi: string;
  readonly rule: string;
  readonly planned: string;
  readonly line: string;
  readonly elsewhere: string;
  readonly shown: (entities: number, relations: number) => string;
  readonly partOf: (entities: number) => string;
  readonly showText: string;
  readonly lost: string;
  readonly drawn: (drawn: number, all: number) => string;
  readonly noPicture: string;
  readonly noPictureServed: string;
  readonly entities: string;
  readonly relationsTable: string;
  readonly tableFilter: string;
  readonly name: string;
  readonly type: string;
  readonly degree: string;
  readonly firstSeen: string;
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  readonly rows: (from: number, to: number, all: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly keys: string;
  readonly keyList: readonly (readonly [string, string])[];
  readonly keysOn: string;
  readonly searchHelp: string;
  readonly linkHelp: string;
  readonly offline: string;
  readonly served: string;
  readonly licences: string;
  readonly broken: string;
  readonly typeNames: ReadonlyMap<string, string>;
  readonly predicateNames: ReadonlyMap<string, string>;
  readonly attributeNames: ReadonlyMap<string, string>;
}

export const STRINGS: Readonly<Record<Language, Strings>> = { zh: CHINESE, en: ENGLISH };

/** The first of the reader's languages that the page speaks. */
export function preferredLanguage(languages: readonly string[]): Language {
  for (const language of languages) {
    if (/^zh\b/i.test(language)) return 'zh';
    if (/^en\b/i.test(language)) return 'en';
  }
  return 'en';
}

/** How a type is shown: in the page's language where it is known. */
export function typeName(strings: Strings, type: string): string {
  return strings.typeNames.get(type) ?? type;
}

/** The same of a predicate. */
export function predicateName(strings: Strings, predicate: string): string {
  return strings.predicateNames.get(predicate) ?? predicate.replaceAll('_', ' ');
}
