import { foldText } from '#server/domain/values/text.ts';
import { closest } from '#server/domain/values/likeness.ts';
import type { AnyImporter, ImportColumn } from './importing.ts';

/** What a header was taken for: a column, nothing on purpose, or not known yet. */
export interface MatchedHeader {
  readonly index: number;
  readonly header: string;
  readonly column: string | null;
  readonly suggestion: string | null;
  readonly isOpen: boolean;
}

export interface Matching {
  readonly headers: readonly MatchedHeader[];
  /** Whether somebody has to say what a header means before the rows can be read. */
  readonly isOpen: boolean;
}

/** By header as it was folded: what somebody chose before. */
export type RememberedColumns = ReadonlyMap<string, string | null>;

// A running number says nothing about its row; the template marks what is required with a star.
const numbering = ['序号', '编号顺序', '行号', 'no', 'no.'];
const decoration = /[*★]|\((?:必填|选填|可选|必须填写)\)/g;
const inBrackets = /\([^()]*\)$/;

/** What a header is compared by; its unit or remark in brackets may be left out of it. */
const readings = (header: string): string[] => {
  const whole = foldText(header).replaceAll(decoration, '').replace(/:$/, '');
  return [whole, whole.replace(inBrackets, '')].filter((text) => text !== '');
};

interface KnownHeaders {
  readonly byHeader: ReadonlyMap<string, string | null>;
  readonly columns: readonly ImportColumn[];
}

/** Every header that means something for this kind, folded; null for those that are known to have no place. */
export function knownHeaders(importer: AnyImporter, remembered: RememberedColumns): KnownHeaders {
  const byHeader = new Map<string, string | null>();
  for (const header of [...numbering, ...(importer.placeless ?? [])]) byHeader.set(foldText(header), null);
  for (const { key, synonyms } of importer.columns) for (const header of [key, ...synonyms]) byHeader.set(foldText(header), key);
  // The column's own title is stronger than another column's synonym.
  for (const { key, title } of importer.columns) byHeader.set(foldText(title), key);
  for (const [header, column] of remembered) if (!byHeader.has(header)) byHeader.set(header, column);
  return { byHeader, columns: importer.columns };
}

export function meaningOf(header: string, { byHeader }: KnownHeaders): string | null | undefined {
  const found = readings(header).find((text) => byHeader.has(text));
  return found === undefined ? undefined : byHeader.get(found);
}

/** Takes each header for a column; `chosen` is what the person said of this very file and stands above everything. */
export function matchColumns(headers: readonly string[], known: KnownHeaders, chosen: Readonly<Record<string, string | null>>): Matching {
  const named = headers.map((header, index) => ({ header, index })).filter(({ header, index }) => header !== '' || String(index) in chosen);
  const first = named.map(({ header, index }) => {
    const said = chosen[String(index)];
    return { header, index, meaning: said === undefined ? meaningOf(header, known) : said };
  });
  const taken = new Set(first.map(({ meaning }) => meaning));
  const free = known.columns.filter(({ key }) => !taken.has(key));
  const matched = first.map(({ header, index, meaning }): MatchedHeader => {
    const isTwice = typeof meaning === 'string' && first.some((other) => other.index !== index && other.meaning === meaning);
    const isOpen = meaning === undefined || isTwice;
    const suggestion = meaning === undefined ? suggested(header, free) : isTwice ? meaning : null;
    return { index, header, column: meaning ?? null, suggestion, isOpen };
  });
  const isMissing = known.columns.some(({ key, isRequired }) => isRequired && !taken.has(key));
  // Without a required column, what was left out before may be what is missing.
  return { headers: matched, isOpen: matched.some(({ isOpen }) => isOpen) || isMissing };
}

function suggested(header: string, free: readonly ImportColumn[]): string | null {
  const words = free.flatMap(({ key, title, synonyms }) => [title, ...synonyms].map((word) => ({ key, word })));
  return closest(header, words, ({ word }) => word)?.key ?? null;
}
