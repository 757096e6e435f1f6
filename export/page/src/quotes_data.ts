// The quotes of the page: parts that are read when they are first asked for.
import type { EntityHead, Evidence, Mark, Quote, QuotedText, Span } from './source.js';
import { anyColumn, LazyTable, type Part, type PartReader } from './parts.js';

/** A statement or a line of a table, as the data have it. */
interface Statement {
  readonly r: number;
  readonly l: number;
  readonly k?: number;
  readonly c?: number;
  readonly m?: number;
  readonly d?: number;
  readonly f?: number;
  readonly q?: string;
  readonly p?: readonly number[];
}

/** A text, two of them, a statement, or how many there are in all. */
type Item = number | readonly number[] | Statement | { readonly all: number };

interface Names {
  readonly documents: Part;
  readonly rules: readonly string[];
  readonly modalities: readonly string[];
  readonly dates: readonly string[];
  readonly files: readonly string[];
}

interface SourceDocument {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly date: string;
}

const CO_OCCURRENCE = 'co_occurs';

export class QuotesData {
  private readonly texts: LazyTable;
  private readonly quotes: LazyTable;
  private readonly names: Names;
  private readonly documents: readonly SourceDocument[];

  constructor(read: PartReader, private readonly head: (node: number) => EntityHead) {
    this.texts = new LazyTable(read('texts'));
    this.quotes = new LazyTable(read('quotes'));
    this.names = JSON.parse(read('names')[0] ?? '{}') as Names;
    this.documents = readDocuments(this.names.documents);
  }

  /** The quotes of an edge. */
  evidence(edge: number): Evidence {
    const items = (this.quotes.value(edge, 'quotes') ?? 0) as readonly Item[] | 0;
    const quotes: Quote[] = [];
    let all = -1;
    for (const item of items === 0 ? [] : items) {
      if (typeof item === 'object' && 'all' in item) all = item.all;
      else quotes.push(this.quote(item));
    }
    return { quotes, all: all < 0 ? quotes.length : all };
  }

  private quote(item: Exclude<Item, { readonly all: number }>): Quote {
    if (typeof item === 'number') return this.shared([item]);
    if (Array.isArray(item)) return this.shared(item as readonly number[]);
    return this.statement(item as Statement);
  }

  private shared(texts: readonly number[]): Quote {
    return {
      ...this.place(texts[0]),
      line: this.textNumber(texts[0], 'line'),
      column: this.textNumber(texts[0], 'column', 1),
      rule: CO_OCCURRENCE,
      confidence: 1,
      modality: '',
      texts: texts.map((text) => this.text(text, [])),
      cited: '',
    };
  }

  private statement(item: Statement): Quote {
    // Places in one text are shown in one.
    const said = new Map<number, Span[]>();
    const parts = item.p ?? [];
    for (let i = 0; i + 2 < parts.length; i += 3) {
      const spans = said.get(parts[i]) ?? [];
      spans.push({ begin: parts[i + 1], end: parts[i + 2] });
      said.set(parts[i], spans);
    }
    const place = parts.length > 0 ? this.place(parts[0]) : NO_PLACE;
    const date = this.names.dates[item.d ?? 0] ?? '';
    return {
      ...place,
      file: item.f === undefined ? place.file : (this.names.files[item.f] ?? ''),
      date: date || place.date,
      line: item.l,
      column: item.k ?? 0,
      rule: this.names.rules[item.r] ?? '',
      confidence: (item.c ?? 1000) / 1000,
      modality: this.names.modalities[item.m ?? 0] ?? '',
      texts: Array.from(said, ([text, spans]) => this.text(text, spans)),
      cited: item.q ?? '',
    };
  }

  private place(text: number): Pick<Quote, 'file' | 'document' | 'title' | 'date'> {
    const document = this.documents[this.textNumber(text, 'document')];
    if (document === undefined) return NO_PLACE;
    const { id, file, title, date } = document;
    return { file, document: id, title, date };
  }

  private textNumber(text: number, column: string, usual = 0): number {
    return (this.texts.value(text, column) as number | undefined) ?? usual;
  }

  private text(text: number, said: readonly Span[]): QuotedText {
    const cut = this.textNumber(text, 'cut');
    return {
      text: (this.texts.value(text, 'text') as string | undefined) ?? '',
      cutBefore: (cut & 1) !== 0,
      cutAfter: (cut & 2) !== 0,
      marks: this.marks(text),
      said,
    };
  }

  private marks(text: number): Mark[] {
    const numbers = (this.texts.value(text, 'marks') ?? 0) as readonly number[] | 0;
    const marks: Mark[] = [];
    if (numbers === 0) return marks;
    for (let i = 0; i + 2 < numbers.length; i += 3) {
      marks.push({ begin: numbers[i], end: numbers[i + 1], entity: this.head(numbers[i + 2]) });
    }
    return marks;
  }
}

const NO_PLACE = { file: '', document: '', title: '', date: '' };

function readDocuments(part: Part | undefined): SourceDocument[] {
  if (part === undefined) return [];
  const ids = anyColumn([part], 'id', '');
  const files = anyColumn([part], 'file', '');
  const titles = anyColumn([part], 'title', '');
  const dates = anyColumn([part], 'date', '');
  return ids.map((id, i) => ({ id, file: files[i] || id, title: titles[i], date: dates[i] }));
}
