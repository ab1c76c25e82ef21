import type { Actor } from '#server/domain/people/actor.ts';
import type { Candidate } from '#server/domain/suggestions/suggestions.ts';
import { allHeldBy, allRunningOf, reasonsFor } from '#server/features/orders/index.ts';
import { ownTownships, type RequestsPorts } from '#server/features/requests/index.ts';

/** The menu as one township may be advised on it. */
export interface Advised {
  readonly townshipId: string;
  readonly candidates: readonly Candidate[];
  /** Codes of what it holds or has asked for. */
  readonly taken: ReadonlySet<string>;
}

/** Every item of the menu in force, judged for the actor's township; null before the first edition, and for who has no township. */
export function adviseOn(ports: RequestsPorts, actor: Actor, now: number): Advised | null {
  const [townshipId] = ownTownships(actor);
  const { catalogue, db } = ports;
  if (townshipId === undefined || catalogue.edition() === null) return null;
  const facts = catalogue.orderingFacts();
  const against = reasonsFor(ports, townshipId, now);
  const candidates = catalogue.rows().flatMap((row): Candidate[] => {
    const own = facts.get(row.id);
    if (own === undefined) return [];
    const { id: itemId, code, name, field, statutoryType, category, carrier, difficulty, liability, release } = row;
    const { suitability, prerequisites, companions, exclusiveWith } = own;
    const isEligible = against(row, own).length === 0;
    return [
      {
        ...{ itemId, code, name, field, statutoryType, category, carrier, difficulty, liability, release, isEligible },
        ...{ suitability, prerequisites, companions, exclusiveWith },
      },
    ];
  });
  const taken = new Set([...allHeldBy(db, townshipId, now), ...allRunningOf(db, townshipId)].map(({ code }) => code));
  return { townshipId, candidates, taken };
}
