import { type Actor, type Membership, organisationsWhere } from './actor.ts';
import { type Scope, scopeOf } from './scope.ts';
import type { Role } from '../values/words.ts';

/*
 * Who sees what, one function a subject (RULES.md 7.6: no one reads another township's drafts and personnel, or another department's
 * unpublished work). Each is the union over all memberships of the reader; lists, single reads, counts, exports and links ask no other: a list by
 * db/statements/scope-condition.ts, a single read by `covers`. A new subject has its row in tests/api/access/subjects.ts, where both are compared.
 */

type Reader = Pick<Actor, 'memberships'>;

const holds = (reader: Reader, ...roles: readonly Role[]): boolean => reader.memberships.some(({ role }) => roles.includes(role));
const bodies = (reader: Reader, ...roles: readonly Role[]): string[] => {
  return [...new Set(roles.flatMap((role) => organisationsWhere(reader, role)))];
};
const townships = (reader: Reader): string[] => bodies(reader, 'clerk', 'lead');

/** Submitted requests: of the own township, of the own department, those with a legal stage for the legal office; all for the county (RULES.md 7.10). */
export function requestScope(reader: Reader): Scope<'townshipId' | 'departmentId' | 'legalStage'> {
  if (holds(reader, 'decider', 'auditor')) return 'all';
  return scopeOf(
    { townshipId: townships(reader) },
    { departmentId: bodies(reader, 'reviewer') },
    { legalStage: holds(reader, 'legal_reviewer') ? ['yes'] : [] },
  );
}

/** Orders: a township's own with its drafts; what was submitted for the county (RULES.md 4.1, 7.10). */
export function orderScope(reader: Reader): Scope<'townshipId' | 'submitted'> {
  return scopeOf({ townshipId: townships(reader) }, { submitted: holds(reader, 'decider', 'auditor') ? ['yes'] : [] });
}

/** Grants: a township's own, a department's of its powers; all for legal office and county (RULES.md 7.11). */
export function grantScope(reader: Reader): Scope<'townshipId' | 'departmentId'> {
  if (holds(reader, 'legal_reviewer', 'decider', 'auditor')) return 'all';
  return scopeOf({ townshipId: townships(reader) }, { departmentId: bodies(reader, 'reviewer') });
}

/** Commitments: what the own body owes, what the own township was promised; all for the county (RULES.md 7.13). */
export function commitmentScope(reader: Reader): Scope<'organisationId' | 'townshipId'> {
  if (holds(reader, 'decider', 'auditor')) return 'all';
  return scopeOf({ organisationId: bodies(reader, 'reviewer', 'legal_reviewer') }, { townshipId: townships(reader) });
}

/** People on rosters, their certificates, and who of them attends a session: those of the own townships; all for training officer and auditor (RULES.md 7.12). */
export function rosterScope(reader: Reader): Scope<'townshipId'> {
  return holds(reader, 'training_officer', 'auditor') ? 'all' : scopeOf({ townshipId: townships(reader) });
}

/** Lines of duty lists, and the figures of a township (posts, money): its own for a township, all for who is of the county's side too (RULES.md 7.14). */
export function townshipRecordScope({ memberships }: Reader): Scope<'townshipId'> {
  if (memberships.some(isOfCountysSide)) return 'all';
  return scopeOf({ townshipId: memberships.map(({ organisationId }) => organisationId) });
}
const isOfCountysSide = ({ organisationKind }: Membership): boolean => organisationKind !== 'township';

/** Editions of the menu and what rests on their items: what is published for all, drafts for administrators, legal office and auditors (RULES.md 7.15). */
export function editionScope(reader: Reader): Scope<'state'> {
  return holds(reader, 'admin', 'legal_reviewer', 'auditor') ? 'all' : scopeOf({ state: ['published', 'superseded'] });
}

/** One kind of spreadsheet for a reader: rosters and results speak of people, and what of them the reader may take out is named (`open`). */
export interface ImportKindSeen {
  readonly kind: string;
  readonly isPersonal: boolean;
  /** Targets of a sheet (a township, a session) that are open to the reader; 'all' where the whole county is, or where nothing is personal. */
  readonly open: readonly string[] | 'all';
}
type ImportField = 'kind' | 'accountId' | 'organisationId' | 'ownKind' | 'target';

/**
 * Spreadsheets that were sent in. Auditors read everything, administrators keep the data but have no business with people; what somebody sent in is
 * theirs while they stand where they stood: who has moved on reads nothing of the people of a former township (RULES.md 7.16).
 */
export function importScope(reader: Reader & Pick<Actor, 'accountId'>, kinds: readonly ImportKindSeen[]): Scope<ImportField> {
  const everybodys = kinds.filter(({ isPersonal }) => holds(reader, 'auditor') || (holds(reader, 'admin') && !isPersonal));
  if (everybodys.length === kinds.length) return 'all';
  const others = kinds.filter((one) => !everybodys.includes(one));
  const own = { accountId: [reader.accountId], organisationId: reader.memberships.map(({ organisationId }) => organisationId) };
  return scopeOf<ImportField>(
    ...everybodys.map(({ kind }) => ({ kind: [kind] })),
    { ...own, ownKind: others.filter(({ open }) => open === 'all').map(({ kind }) => kind) },
    ...others.flatMap(({ kind, open }) => (open === 'all' ? [] : [{ ...own, ownKind: [kind], target: open }])),
  );
}
