import { type Standing, type TownshipFacts, evaluatePrerequisite } from './prerequisites.ts';
import type { Prerequisite } from '../menu/terms.ts';

export type CommitmentState = 'promised' | 'delivered' | 'disputed' | 'confirmed' | 'waived';

/** What the county owes for a request, as far as it has come. */
export interface CommitmentFacts {
  readonly key: string;
  readonly state: CommitmentState;
}

/** A waiver of the decider, until an instant (RULES.md 5.20). */
export interface Waiver {
  readonly subject: 'prerequisite' | 'commitment';
  readonly key: string;
  readonly untilAt: number;
}

export interface PreparationFacts {
  /** Those of the item and those that the decision added. */
  readonly prerequisites: readonly Prerequisite[];
  readonly township: TownshipFacts;
  readonly commitments: readonly CommitmentFacts[];
  readonly waivers: readonly Waiver[];
}

export interface PrerequisiteStanding extends Standing {
  readonly prerequisite: Prerequisite;
  readonly waivedUntilAt: number | null;
  readonly isOpen: boolean;
}

export interface CommitmentStanding extends CommitmentFacts {
  readonly waivedUntilAt: number | null;
  readonly isOpen: boolean;
}

/** What stands between a request and its grant; ready when nothing does. */
export interface Readiness {
  readonly prerequisites: readonly PrerequisiteStanding[];
  readonly commitments: readonly CommitmentStanding[];
  readonly openPrerequisites: number;
  readonly openCommitments: number;
  readonly isReady: boolean;
}

/** The end of the waiver in force for a prerequisite or commitment, or null (RULES.md 5.20). */
export function waivedUntil(waivers: readonly Waiver[], subject: Waiver['subject'], key: string, at: number): number | null {
  return waivers.find((one) => one.subject === subject && one.key === key && at < one.untilAt)?.untilAt ?? null;
}

/** How far a preparation has come, live: prerequisites from rosters and certificates, commitments from what is delivered and confirmed (RULES.md 5.19, 5.24). */
export function evaluateReadiness(facts: PreparationFacts, at: number): Readiness {
  const prerequisites = facts.prerequisites.map((prerequisite): PrerequisiteStanding => {
    const standing = evaluatePrerequisite(prerequisite, facts.township, at);
    const waivedUntilAt = waivedUntil(facts.waivers, 'prerequisite', prerequisite.key, at);
    return { ...standing, prerequisite, waivedUntilAt, isOpen: !standing.holds && waivedUntilAt === null };
  });
  const commitments = facts.commitments.map((commitment): CommitmentStanding => {
    const waivedUntilAt = waivedUntil(facts.waivers, 'commitment', commitment.key, at);
    const isMet = commitment.state === 'confirmed' || commitment.state === 'waived';
    return { ...commitment, waivedUntilAt, isOpen: !isMet && waivedUntilAt === null };
  });
  const openPrerequisites = prerequisites.filter((one) => one.isOpen).length;
  const openCommitments = commitments.filter((one) => one.isOpen).length;
  return { prerequisites, commitments, openPrerequisites, openCommitments, isReady: openPrerequisites + openCommitments === 0 };
}
