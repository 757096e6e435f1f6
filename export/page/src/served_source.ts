// A graph behind a local server: what is shown is asked for, so that its size does not matter.
import type {
  ApiDocument,
  ApiEntity,
  ApiPart,
  ApiQuote,
  ApiRelation,
  ApiSummary,
  Ask,
  Query,
} from './api.js';
import { GrowingDrawing, LoadedPart } from './loaded_part.js';
import type {
  DocumentText,
  Drawing,
  Entity,
  EntityOrder,
  Evidence,
  Filter,
  GraphSource,
  Hit,
  Kind,
  Quote,
  Relation,
  RelationKey,
  RelationOrder,
  Rows,
  Shown,
  Summary,
  Wanted,
} from './source.js';

/** Entities at the beginning. */
const FIRST = 150;
/** Entities around one that is chosen. */
const AROUND = 60;
/** Around each of a path. */
const AROUND_EACH = 10;
const RELATIONS_AT_ONCE = 200;
const MOST_RELATIONS = 1000;
/** Quotes of a relation that are asked for. */
const QUOTES = 100;

/** As many characters of a text, and bytes of all in an address, as a server takes. */
const LONGEST_TEXT = 1000;
const LONGEST_ADDRESS = 3800;

/** True if a server can be asked about texts; what it would refuse, no graph is asked for. */
export function askable(...texts: string[]): boolean {
  const taken = (text: string): boolean =>
    text !== '' && !text.includes('\0') && Array.from(text).length <= LONGEST_TEXT;
  const address = new URLSearchParams(texts.map((text) => ['subject', text]));
  return texts.every(taken) && address.toString().length <= LONGEST_ADDRESS;
}

export class ServedSource implements GraphSource {
  private readonly part: LoadedPart;
  private readonly growing = new GrowingDrawing();
  private readonly previews = new Map<string, Evidence>();

  private constructor(private readonly ask: Ask, readonly summary: Summary) {
    this.part = new LoadedPart(summary);
  }

  /** Asks what the graph is. */
  static async open(ask: Ask): Promise<ServedSource> {
    const summary = await ask<ApiSummary>('graph', {});
    if (summary === undefined) throw new Error('no graph');
    const source = new ServedSource(ask, toSummary(summary));
    await source.growing.take(source.part);
    return source;
  }

  drawing(): Promise<Drawing> {
    return Promise.resolve(this.growing);
  }

  async explore(ids: readonly string[], filter: Filter): Promise<boolean> {
    let grown = false;
    const add = (part: ApiPart | undefined, centre: string): void => {
      if (part !== undefined && this.part.add(part, centre)) grown = true;
    };
    const query = this.filterQuery(filter);
    const limit = ids.length > 1 ? AROUND_EACH : AROUND;
    for (const entity of ids.filter((id) => askable(id))) {
      add(await this.ask<ApiPart>('neighbourhood', { ...query, entity, limit }), entity);
    }
    // Also where an address names what the graph does not know.
    if (this.part.size === 0) add(await this.ask<ApiPart>('top', { ...query, limit: FIRST }), '');
    if (grown) await this.growing.take(this.part);
    return grown;
  }

  shown(filter: Filter, most: number): Promise<Shown> {
    return this.part.local.shown(filter, most);
  }

  async entity(id: string): Promise<Entity | undefined> {
    if (!askable(id)) return undefined;
    const entity = await this.ask<ApiEntity>('entity', { id });
    if (entity === undefined) return undefined;
    const { first_seen: first, last_seen: last, ...rest } = entity;
    return { ...rest, firstSeen: first ?? '', lastSeen: last ?? '' };
  }

  async relations(id: string, filter: Filter): Promise<Rows<Relation>> {
    const rows: Relation[] = [];
    let all = 0;
    if (!askable(id)) return { rows, all };
    do {
      const answer = await this.ask<{ all: number; relations: ApiRelation[] }>('relations', {
        ...this.filterQuery(filter),
        entity: id,
        from: rows.length,
        limit: RELATIONS_AT_ONCE,
      });
      if (answer === undefined || answer.relations.length === 0) break;
      all = answer.all;
      rows.push(...answer.relations.map((relation) => this.take(relation)));
    } while (rows.length < Math.min(all, MOST_RELATIONS));
    return { rows, all: Math.max(all, rows.length) };
  }

  async relation(key: RelationKey): Promise<Relation | undefined> {
    const relation = await this.askRelation(key);
    return relation === undefined ? undefined : toRelation(relation);
  }

  async evidence(key: RelationKey): Promise<Evidence> {
    const answer = await this.askRelation(key);
    if (answer === undefined) return { quotes: [], all: 0 };
    return { quotes: answer.quotes.map(toQuote), all: answer.all };
  }

  preview(key: RelationKey): Promise<Evidence> {
    const known = this.previews.get(keyText(key));
    return known === undefined ? this.evidence(key) : Promise.resolve(known);
  }

  async search(text: string, most: number): Promise<Hit[]> {
    const typed = Array.from(text.trim()).slice(0, 200).join('');
    if (typed === '') return [];
    const answer = await this.ask<{ hits: { entity: Hit['entity']; alias: string | null }[] }>(
      'search',
      { text: typed, limit: Math.min(most, 100) },
    );
    return (answer?.hits ?? []).map(({ entity, alias }) => ({ entity, alias: alias ?? '' }));
  }

  async path(from: string, to: string, filter: Filter): Promise<Relation[] | undefined> {
    if (!askable(from, to)) return undefined;
    const answer = await this.ask<{ found: boolean; steps: ApiRelation[] }>('path', {
      ...this.filterQuery(filter),
      from,
      to,
    });
    if (answer === undefined || !answer.found) return undefined;
    return answer.steps.map((relation) => this.take(relation));
  }

  entities(filter: Filter, wanted: Wanted<EntityOrder>): Promise<Rows<Entity>> {
    return this.part.local.entities(filter, wanted);
  }

  allRelations(filter: Filter, wanted: Wanted<RelationOrder>): Promise<Rows<Relation>> {
    return this.part.local.allRelations(filter, wanted);
  }

  async text(id: string, from: number): Promise<DocumentText | undefined> {
    if (!askable(id)) return undefined;
    const answer = await this.ask<ApiDocument>('document', { id, from });
    if (answer === undefined) return undefined;
    return { ...answer, title: answer.title ?? '', date: answer.date ?? '' };
  }

  private async askRelation(key: RelationKey): Promise<ApiRelation | undefined> {
    const { subject, predicate, object } = key;
    if (!askable(subject, predicate, object)) return undefined;
    return this.ask<ApiRelation>('relation', { subject, predicate, object, limit: QUOTES });
  }

  // Kinds that the graph does not have, an address may name.
  private filterQuery(filter: Filter): Query {
    const { types, predicates } = this.summary;
    const hidden = (kinds: readonly Kind[], names: ReadonlySet<string>): string[] =>
      kinds.map(({ name }) => name).filter((name) => names.has(name) && askable(name));
    const least = Math.min(Math.ceil(filter.minWeight), Number.MAX_SAFE_INTEGER);
    return {
      without_type: hidden(types, filter.hiddenTypes),
      without_predicate: hidden(predicates, filter.hiddenPredicates),
      ...(least > 1 ? { min_weight: least } : {}),
      ...(filter.since === '' ? {} : { since: filter.since }),
      ...(filter.until === '' ? {} : { until: filter.until }),
    };
  }

  private take(relation: ApiRelation): Relation {
    const taken = toRelation(relation);
    const key = {
      subject: taken.subject.id,
      predicate: taken.predicate,
      object: taken.object.id,
    };
    this.previews.set(keyText(key), { quotes: relation.quotes.map(toQuote), all: relation.all });
    return taken;
  }
}

function toSummary(summary: ApiSummary): Summary {
  return {
    title: summary.title,
    entities: summary.entities,
    relations: summary.relations,
    types: summary.types,
    predicates: summary.predicates,
    maxWeight: summary.max_weight,
    firstSeen: summary.first_seen ?? '',
    lastSeen: summary.last_seen ?? '',
    quotesEach: QUOTES,
  };
}

function toRelation(relation: ApiRelation): Relation {
  const { subject, predicate, object, symmetric, weight, documents, confidence, npmi } = relation;
  return {
    subject,
    predicate,
    object,
    symmetric,
    weight,
    documents,
    confidence,
    npmi,
    firstSeen: relation.first_seen ?? '',
    lastSeen: relation.last_seen ?? '',
  };
}

function toQuote(quote: ApiQuote): Quote {
  return {
    file: quote.file,
    line: quote.line,
    column: quote.column,
    document: quote.document ?? '',
    title: quote.title ?? '',
    date: quote.date ?? '',
    rule: quote.rule,
    confidence: quote.confidence,
    modality: quote.modality ?? '',
    cited: quote.cited ?? '',
    place: { begin: quote.begin, end: quote.end },
    texts: quote.texts.map((text) => ({
      text: text.text,
      cutBefore: text.cut_before,
      cutAfter: text.cut_after,
      marks: text.marks,
      said: text.said,
    })),
  };
}

function keyText({ subject, predicate, object }: RelationKey): string {
  return JSON.stringify([subject, predicate, object]);
}
