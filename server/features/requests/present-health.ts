import { presentStandings } from '#server/features/training/index.ts';
import type { PrerequisiteHealth } from '#contract/requests/request-file.ts';
import type { z } from 'zod';
import type { Db } from '#db/connection.ts';
import { evaluateReadiness, type PreparationFacts } from '#server/domain/requests/readiness.ts';
import type { Prerequisite } from '#server/domain/menu/terms.ts';
import { dayOf } from '#server/domain/time/time.ts';

type Health = z.infer<typeof PrerequisiteHealth>;

/** How each prerequisite stands now; `own` are those of the item, others were added by a decision. */
export function presentHealth(db: Db, facts: PreparationFacts, own: readonly Prerequisite[], now: number): Health[] {
  const { prerequisites } = evaluateReadiness(facts, now);
  const standings = presentStandings(db, prerequisites);
  return prerequisites.flatMap(({ prerequisite, waivedUntilAt }, index) => {
    const standing = standings[index];
    // A waiver ends with the last day that it names.
    const waivedUntilOn = waivedUntilAt === null ? null : dayOf(waivedUntilAt - 1);
    return standing ? [{ ...standing, waivedUntilOn, isExtra: !own.some(({ key }) => key === prerequisite.key) }] : [];
  });
}
