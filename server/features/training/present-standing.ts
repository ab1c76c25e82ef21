import type { z } from 'zod';
import type { PrerequisiteStanding } from '#contract/words.ts';
import type { Db } from '#db/connection.ts';
import type { Standing } from '#server/domain/requests/prerequisites.ts';
import type { Prerequisite } from '#server/domain/menu/terms.ts';
import { certificateKindNames } from './facts.ts';
import { officersByIds } from './queries.ts';

type Judged = Omit<Standing, 'key'> & { readonly prerequisite: Prerequisite };

/** How prerequisites stand, each with its kind of certificate and the people who count by name, in the order given. */
export function presentStandings(db: Db, judged: readonly Judged[]): z.infer<typeof PrerequisiteStanding>[] {
  if (judged.length === 0) return [];
  const kinds = certificateKindNames(db);
  const people = officersByIds(db, [...new Set(judged.flatMap(({ officerIds }) => officerIds))]);
  return judged.map(({ prerequisite, holds, have, need, officerIds }) => ({
    prerequisite,
    certificateKindName: prerequisite.kind === 'certified_officers' ? (kinds.get(prerequisite.certificateKind) ?? null) : null,
    ...{ holds, have, need },
    people: officerIds.flatMap((id) => people.get(id)?.name ?? []),
  }));
}
