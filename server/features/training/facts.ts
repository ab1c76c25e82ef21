import type { Db } from '#db/connection.ts';
import { evaluatePrerequisite, type OfficerFacts, type TownshipFacts } from '#server/domain/requests/prerequisites.ts';
import { FOREVER } from '#server/domain/time/time.ts';
import { certificatePeriod, inPost } from '#server/domain/people/training.ts';
import { certificateKindRows, factRows } from './queries.ts';

/** The kind that every installation has from the start (migrations): 行政处罚法 42. */
export const lawEnforcementCertificate = 'law_enforcement';

/** What a township's roster and certificates prove, as periods, in one statement. Attestations belong to requests: the caller that has them adds them. */
export function townshipFacts(db: Db, townshipId: string): TownshipFacts {
  const officers: (OfficerFacts & { readonly certificates: OfficerFacts['certificates'][number][] })[] = [];
  for (const { officerId, joinedOn, leftOn, kindId, fromAt, toAt, revokedAt } of factRows(db, townshipId)) {
    let officer = officers.at(-1);
    if (officer?.officerId !== officerId) {
      officer = { officerId, inPost: [inPost({ joinedOn, leftOn }, FOREVER)], certificates: [] };
      officers.push(officer);
    }
    if (kindId !== null && fromAt !== null && toAt !== null)
      officer.certificates.push({ certificateKind: kindId, ...certificatePeriod({ fromAt, toAt, revokedAt }) });
  }
  return { officers, attestations: [] };
}

/** People in post with a valid law-enforcement certificate, the figure that eligibility asks for (行政处罚法 42). */
export function certifiedOfficers(facts: TownshipFacts, at: number): number {
  return evaluatePrerequisite({ key: 'any', kind: 'certified_officers', certificateKind: lawEnforcementCertificate, count: 0 }, facts, at)
    .have;
}

/** The names of certificate kinds by id, for prerequisites that are shown. */
export function certificateKindNames(db: Db): Map<string, string> {
  return new Map(certificateKindRows(db).map(({ id, name }) => [id, name]));
}
