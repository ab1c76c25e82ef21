import { townshipFor, type Actor } from '#server/domain/people/actor.ts';
import { done, type Done } from '#server/domain/values/outcome.ts';
import type { Candidate } from '#server/domain/suggestions/suggestions.ts';
import { allHeldBy, allRunningOf, reasonsFor } from '#server/features/orders/index.ts';
import type { RequestsPorts } from '#server/features/requests/index.ts';
import { refuse, type Refused } from '#server/platform/binding.ts';

/** The menu as one township may be advised on it. */
export interface Advised {
  readonly townshipId: string;
  readonly candidates: readonly Candidate[];
  /** Codes of what it holds or has asked for. */
  readonly taken: ReadonlySet<string>;
}

/** Every item of the menu in force, judged for one township of the actor's; refused before the first edition. */
export function adviseOn(ports: RequestsPorts, actor: Actor, named: string | undefined, now: number): Done<Advised> | Refused {
  const township = townshipFor(actor, named);
  if (township.kind === 'refused') return township;
  const { value: townshipId } = township;
  const { catalogue, db } = ports;
  if (townshipId === null) return refuse('forbidden');
  if (catalogue.edition() === null) return refuse('no_published_edition');
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
  return done({ townshipId, candidates, taken });
}
