import { type Interval, always, common, covers, gaps, joined, overlap } from '../ledger/intervals.ts';
import type { Prerequisite } from '../menu/terms.ts';

/** An officer's time in post in the township, and certificates; a certificate is a period, not a flag. */
export interface OfficerFacts {
  readonly officerId: string;
  readonly inPost: readonly Interval[];
  readonly certificates: readonly (Interval & { readonly certificateKind: string })[];
}

/** What the rosters, certificates and attestations of one township prove, as periods. */
export interface TownshipFacts {
  readonly officers: readonly OfficerFacts[];
  readonly attestations: readonly (Interval & { readonly key: string })[];
}

/** How a prerequisite stands at an instant; `have` and `need` are persons, or 0 and 1 for an attestation. */
export interface Standing {
  readonly key: string;
  readonly holds: boolean;
  readonly have: number;
  readonly need: number;
  /** The officers that count. */
  readonly officerIds: readonly string[];
}

function periodsOf(prerequisite: Exclude<Prerequisite, { kind: 'attestation' }>, officer: OfficerFacts): Interval[] {
  if (prerequisite.kind === 'staffing') return joined(officer.inPost);
  return common(
    officer.inPost,
    officer.certificates.filter((one) => one.certificateKind === prerequisite.certificateKind),
  );
}

/** Whether the prerequisite holds at an instant, live from the facts (RULES.md 5.19; 行政处罚法 42). */
export function evaluatePrerequisite(prerequisite: Prerequisite, facts: TownshipFacts, at: number): Standing {
  const { key } = prerequisite;
  if (prerequisite.kind === 'attestation') {
    const holds = facts.attestations.some((one) => one.key === key && covers(one, at));
    return { key, holds, have: holds ? 1 : 0, need: 1, officerIds: [] };
  }
  const counted = facts.officers.filter((officer) => periodsOf(prerequisite, officer).some((one) => covers(one, at)));
  const have = counted.length;
  return { key, holds: have >= prerequisite.count, have, need: prerequisite.count, officerIds: counted.map((one) => one.officerId) };
}

/** The stretches in which at least `count` of the sets cover the instant. */
function whereEnough(sets: readonly (readonly Interval[])[], count: number): Interval[] {
  if (count <= 0) return [always];
  const steps = sets.flat().flatMap((one) => [
    { at: one.fromAt, step: 1 },
    { at: one.toAt, step: -1 },
  ]);
  steps.sort((a, b) => a.at - b.at);
  const result: Interval[] = [];
  let depth = 0;
  for (const [index, { at, step }] of steps.entries()) {
    depth += step;
    const next = steps[index + 1]?.at ?? at;
    if (depth >= count && next > at) result.push({ fromAt: at, toAt: next });
  }
  return joined(result);
}

/** The periods in which a prerequisite holds, past and future, as far as the facts reach (RULES.md 6.6). */
export function periodsHolding(prerequisite: Prerequisite, facts: TownshipFacts): Interval[] {
  if (prerequisite.kind === 'attestation') return joined(facts.attestations.filter((one) => one.key === prerequisite.key));
  const sets = facts.officers.map((officer) => periodsOf(prerequisite, officer));
  return whereEnough(sets, prerequisite.count);
}

/** The instant from which a prerequisite that holds now will no longer hold, null when none is in sight (RULES.md 6.7). */
export function lapsesAt(prerequisite: Prerequisite, facts: TownshipFacts, now: number): number | null {
  const current = periodsHolding(prerequisite, facts).find((one) => covers(one, now));
  return current && current.toAt < always.toAt ? current.toAt : null;
}

/** The stretches of `within` in which a prerequisite neither holds nor is waived (RULES.md 5.20). */
export function periodsLacking(
  prerequisite: Prerequisite,
  facts: TownshipFacts,
  waivedUntilAt: number | null,
  within: Interval,
): Interval[] {
  const waived = waivedUntilAt === null ? [] : [{ fromAt: always.fromAt, toAt: waivedUntilAt }];
  return gaps([...periodsHolding(prerequisite, facts), ...waived], within).filter((one) => overlap(one, within));
}
