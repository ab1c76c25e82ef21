import type { MenuPage } from '#contract/catalogue/menu-items.ts';
import type { Match } from '#server/features/powers/index.ts';
import type { Entry } from './edition-search.ts';

/** A row of a page: the entry, and what of its name to mark where words were searched for. */
export interface PageRow {
  readonly entry: Entry;
  readonly match: Match | null;
}
/** A page whose rows are not put together yet. */
export type PageFrame = Omit<MenuPage, 'items'>;

const brace = 1;

/**
 * Pages as the bytes that are sent. Making JSON of the rows is most of the work of a page that was never asked for before, and they
 * are the same rows on every page: each is made once. Nothing else differs from `JSON.stringify` of the page.
 */
export function createPageBytes(): (frame: PageFrame, rows: readonly PageRow[]) => Buffer {
  const known = new WeakMap<Entry, Buffer>();
  const bytesOf = (entry: Entry): Buffer => {
    const made = known.get(entry);
    if (made !== undefined) return made;
    const bytes = Buffer.from(JSON.stringify(entry.row));
    known.set(entry, bytes);
    return bytes;
  };
  return ({ edition, ...rest }, rows) => {
    const head = Buffer.from(`{"edition":${JSON.stringify(edition)},"items":[`);
    const tail = Buffer.from(`],${JSON.stringify(rest).slice(brace)}`);
    const parts = rows.map(({ entry, match }) => ({
      row: bytesOf(entry),
      more: match === null ? '}' : `,"match":${JSON.stringify(match)}}`,
    }));
    const commas = Math.max(0, parts.length - 1);
    // Reasons and numbers: one byte a character.
    const size = parts.reduce((sum, { row, more }) => sum + row.length - brace + more.length, head.length + tail.length + commas);
    const body = Buffer.allocUnsafe(size);
    let at = head.copy(body);
    for (const [nth, { row, more }] of parts.entries()) {
      if (nth > 0) at += body.write(',', at, 'latin1');
      at += row.copy(body, at, 0, row.length - brace);
      at += body.write(more, at, 'latin1');
    }
    tail.copy(body, at);
    return body;
  };
}
