import type { Db } from '#db/connection.ts';
import { areCompatible } from './membership-rules.ts';
import { colleaguesOf } from './queries.ts';

export interface Candidate {
  readonly accountId: string;
  readonly name: string;
}

/**
 * Who can stand in for a person: colleagues from each organisation in which the person has a role, whose own roles go with
 * those of the person. Otherwise an auditor could decide for a day (RULES.md 2.10).
 */
export function substituteCandidates(db: Db, accountId: string): Candidate[] {
  const rows = colleaguesOf(db, accountId);
  const mine = rows.filter((row) => row.accountId === accountId);
  const others = new Map(rows.filter((row) => row.accountId !== accountId).map((row) => [row.accountId, row.name]));
  return [...others].flatMap(([candidate, name]) => {
    const theirs = rows.filter((row) => row.accountId === candidate);
    const isColleague = mine.length > 0 && mine.every(({ organisationId }) => theirs.some((row) => row.organisationId === organisationId));
    return isColleague && areCompatible([...mine, ...theirs].map(({ role }) => role)) ? [{ accountId: candidate, name }] : [];
  });
}
