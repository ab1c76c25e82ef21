import type { PrerequisiteHealth } from '#contract/requests/request-file.ts';
import type { z } from 'zod';
import type { Db } from '#db/connection.ts';
import { evaluateReadiness, type PreparationFacts } from '#server/domain/requests/readiness.ts';
import type { Prerequisite } from '#server/domain/menu/terms.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { certificateKindNames } from '#server/features/training/index.ts';
import { officerNames } from './request-queries.ts';

type Health = z.infer<typeof PrerequisiteHealth>;

/** How each prerequisite stands now, with the people who count; `own` are those of the item, others were added by a decision. */
export function presentHealth(db: Db, facts: PreparationFacts, own: readonly Prerequisite[], now: number): Health[] {
  const { prerequisites } = evaluateReadiness(facts, now);
  if (prerequisites.length === 0) return [];
  const kinds = certificateKindNames(db);
  const names = new Map(
    officerNames(db, [...new Set(prerequisites.flatMap(({ officerIds }) => officerIds))]).map(({ id, name }) => [id, name]),
  );
  return prerequisites.map(({ prerequisite, holds, have, need, officerIds, waivedUntilAt }) => ({
    prerequisite,
    certificateKindName: prerequisite.kind === 'certified_officers' ? (kinds.get(prerequisite.certificateKind) ?? null) : null,
    holds,
    have,
    need,
    people: officerIds.flatMap((id) => names.get(id) ?? []),
    // A waiver ends with the last day that it names.
    waivedUntilOn: waivedUntilAt === null ? null : dayOf(waivedUntilAt - 1),
    isExtra: !own.some(({ key }) => key === prerequisite.key),
  }));
}
