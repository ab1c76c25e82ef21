import { pageOf } from '#server/platform/list-page.ts';
import { isDeepStrictEqual } from 'node:util';
import type { Difference, readEditionDifference as contract } from '#contract/editions/editions.ts';
import type { Terms } from '#contract/catalogue/menu-terms.ts';
import type { Db } from '#db/connection.ts';
import { covers } from '#server/domain/people/scope.ts';
import { editionScope } from '#server/domain/people/visibility.ts';
import { answered, notFound, refuse, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { differingItems, type DifferingTerms } from './difference-queries.ts';
import { presentEditionNow } from '../present.ts';
import { editionBefore, editionById, publishedEdition, type EditionRow } from '../queries.ts';
import { fold, searchWords } from '#server/features/powers/index.ts';

type Call = CallOf<typeof contract>;
type Differing = DifferingTerms & Pick<Difference, 'change'>;

/** Any two editions against each other, field by field; drafts for those who see drafts (RULES.md 3.34). */
export const readEditionDifference = (ports: Ports) => (call: Call) => {
  const { db } = ports;
  const { from, to, change, q, cursor, limit = 25 } = call.query;
  const later = to === undefined ? publishedEdition(db) : visible(db, call, to);
  if (!later) return to === undefined ? refuse('no_published_edition') : notFound;
  const former = from === undefined ? (editionBefore(db, later.number) ?? null) : visible(db, call, from);
  if (former === undefined) return notFound;
  const all = differing(db, former, later);
  const words = searchWords(q);
  const isFound = ({ name, code }: Differing): boolean => words.every(({ text }) => `${fold(name)}\n${fold(code)}`.includes(text));
  const wanted = all.filter((row) => (change === undefined || row.change === change) && isFound(row));
  const rest = cursor === undefined ? wanted : wanted.filter(({ code }) => code > cursor);
  const { shown, nextCursor } = pageOf(rest, limit, ({ code }) => code);
  const count = (kind: Difference['change']): number => all.filter((row) => row.change === kind).length;
  return answered({
    from: former && presentEditionNow(db, former),
    to: presentEditionNow(db, later),
    counts: { added: count('added'), dropped: count('dropped'), changed: count('changed') },
    items: shown.map(present),
    nextCursor,
    total: wanted.length,
    isTotalExact: true,
  });
};

function visible(db: Db, { actor }: Call, editionId: string): EditionRow | undefined {
  const edition = editionById(db, editionId);
  return edition && covers(editionScope(actor), edition) ? edition : undefined;
}

function differing(db: Db, former: EditionRow | null, later: EditionRow): Differing[] {
  return differingItems(db, former?.id ?? null, later.id).flatMap((row): Differing[] => {
    if (row.fromItemId === null) return [{ ...row, change: 'added' }];
    if (row.toItemId === null) return [{ ...row, change: 'dropped' }];
    // Written anew with the same meaning is no change.
    return isDeepStrictEqual(row.before, row.after) ? [] : [{ ...row, change: 'changed' }];
  });
}

// The same shape, though kept as read-only.
const present = ({ before, after, ...row }: Differing): Difference => ({
  ...row,
  before: before as Terms | null,
  after: after as Terms | null,
});
