// What a server answers (docs/serve.md), and how the page asks for it.

export interface ApiHead {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

export interface ApiNode extends ApiHead {
  readonly degree: number;
  readonly mentions: number;
  readonly documents: number;
  readonly first_seen: string | null;
  readonly last_seen: string | null;
  readonly size: number;
  readonly x?: number;
  readonly y?: number;
}

export interface ApiEntity extends ApiNode {
  readonly aliases: readonly string[];
  readonly attributes: readonly (readonly [string, string])[];
}

export interface ApiEdge {
  readonly source: number;
  readonly target: number;
  readonly predicate: string;
  readonly weight: number;
  readonly first_seen?: string;
  readonly last_seen?: string;
}

export interface ApiPart {
  readonly nodes: readonly ApiNode[];
  readonly edges: readonly ApiEdge[];
}

export interface ApiSpan {
  readonly begin: number;
  readonly end: number;
}

export interface ApiMark extends ApiSpan {
  readonly entity: ApiHead;
}

export interface ApiQuote extends ApiSpan {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly document: string | null;
  readonly title: string | null;
  readonly date: string | null;
  readonly rule: string;
  readonly confidence: number;
  readonly modality: string | null;
  readonly cited: string | null;
  readonly texts: readonly {
    readonly text: string;
    readonly cut_before: boolean;
    readonly cut_after: boolean;
    readonly marks: readonly ApiMark[];
    readonly said: readonly ApiSpan[];
  }[];
}

export interface ApiRelation {
  readonly subject: ApiHead;
  readonly predicate: string;
  readonly object: ApiHead;
  readonly symmetric: boolean;
  readonly weight: number;
  readonly documents: number;
  readonly confidence: number;
  readonly first_seen: string | null;
  readonly last_seen: string | null;
  readonly npmi: number | null;
  /** How many quotes there are. */
  readonly all: number;
  readonly quotes: readonly ApiQuote[];
}

export interface ApiSummary {
  readonly title: string;
  readonly entities: number;
  readonly relations: number;
  readonly max_weight: number;
  readonly first_seen: string | null;
  readonly last_seen: string | null;
  readonly types: readonly { readonly name: string; readonly count: number; readonly colour: string }[];
  readonly predicates: readonly {
    readonly name: string;
    readonly count: number;
    readonly symmetric: boolean;
  }[];
}

export interface ApiDocument {
  readonly id: string;
  readonly file: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly begin: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly mentions: readonly ApiMark[];
}

/** Names and values of a query; lists stand for a name several times. */
export type Query = Readonly<Record<string, string | number | readonly string[]>>;

/** Asks for an answer; undefined if the graph does not know what was asked for. */
export type Ask = <Result>(name: string, query: Query) => Promise<Result | undefined>;

const KEPT = 300;

/** Asks a server. The last answers are kept. */
export function serverAt(api: string): Ask {
  const kept = new Map<string, Promise<unknown>>();
  return <Result>(name: string, query: Query): Promise<Result | undefined> => {
    const address = addressOf(api, name, query);
    const known = kept.get(address);
    if (known !== undefined) return known as Promise<Result | undefined>;
    const answer = fetchJson(address);
    if (kept.size >= KEPT) kept.clear();
    kept.set(address, answer);
    answer.catch(() => kept.delete(address));
    return answer as Promise<Result | undefined>;
  };
}

function addressOf(api: string, name: string, query: Query): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value]) {
      params.append(key, String(one));
    }
  }
  return `${api}${name}?${params.toString()}`;
}

interface ApiError {
  readonly error?: { readonly code: string; readonly message: string };
}

const UNKNOWN = new Set(['no_entity', 'no_relation', 'no_document']);

async function fetchJson(address: string): Promise<unknown> {
  const answer = await fetch(address, { credentials: 'omit', redirect: 'error' });
  const result = (await answer.json()) as ApiError;
  if (answer.ok) return result;
  if (UNKNOWN.has(result.error?.code ?? '')) return undefined;
  throw new Error(`${address}: ${result.error?.message ?? answer.statusText}`);
}
