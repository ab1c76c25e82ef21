import type { Db } from '#db/connection.ts';
import { kindsNamed, type DirectoryStanding, type PowerStanding } from '#server/domain/law/power-standing.ts';
import { standingFacts, type ListedRow, type TakenBackRow } from './standing-queries.ts';

/** What directory, duty lists and statutes say of powers on a day (RULES.md 3.28). */
export function standingOf(db: Db, powerIds: readonly string[], today: string): ReadonlyMap<string, PowerStanding> {
  if (powerIds.length === 0) return new Map();
  const facts = standingFacts(db, powerIds);
  const listed = byPower(facts.listed);
  const taken = byPower(facts.takenBack);
  const statutory = byPower(facts.statutory);
  return new Map(
    facts.powers.map(({ powerId, limitsPersonalFreedom, cameDownFrom }) => [
      powerId,
      {
        limitsPersonalFreedom,
        cameDownFrom,
        directory: facts.hasDirectory ? directoryStanding(listed.get(powerId) ?? [], today) : null,
        byLawKinds: [...new Set((statutory.get(powerId) ?? []).flatMap(({ kinds }) => kindsNamed(kinds)))],
        takenBack: takenBack(taken.get(powerId) ?? [], facts.townships),
      },
    ]),
  );
}

function byPower<R extends { readonly powerId: string }>(rows: readonly R[]): ReadonlyMap<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.powerId);
    if (group) group.push(row);
    else groups.set(row.powerId, [row]);
  }
  return groups;
}

function directoryStanding(rows: readonly ListedRow[], today: string): DirectoryStanding {
  const inForce = rows.filter(({ endedOn }) => endedOn === null || endedOn > today);
  const [first] = inForce;
  if (first) return { isListed: true, endedOn: null, scopeNote: first.scopeNote };
  const ended = rows.flatMap(({ endedOn }) => endedOn ?? []).sort();
  return { isListed: false, endedOn: ended.at(-1) ?? null, scopeNote: '' };
}

/** One line for the whole county, or a line on the list of every township, says the same. */
function takenBack(rows: readonly TakenBackRow[], townships: number): PowerStanding['takenBack'] {
  const named = new Map(
    rows.flatMap(({ townshipId, townshipName }) => (townshipId === null ? [] : [[townshipId, townshipName ?? townshipId]])),
  );
  const isEverywhere = rows.some(({ townshipId }) => townshipId === null) || (townships > 0 && named.size >= townships);
  return { isEverywhere, townships: [...named].map(([id, name]) => ({ id, name })) };
}
