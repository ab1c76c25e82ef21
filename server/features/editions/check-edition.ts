import type { checkEdition as contract } from '#contract/editions/edition-drafts.ts';
import { answered, type CallOf, notFound } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { differenceOf } from './difference/edition-difference.ts';
import { findingsOn } from './edition-findings.ts';
import { presentEdition, presentFinding } from './present.ts';
import { checkedRows, editionBefore, editionById } from './queries.ts';

/** What stands against publishing an edition, and what it would change: for a draft against the edition in force. */
export const checkEdition = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const edition = editionById(ports.db, call.params.editionId);
  if (!edition) return notFound;
  const rows = checkedRows(ports.db, edition.id);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const findings = findingsOn(ports.db, rows, call.now).flatMap((finding) => {
    const item = byId.get(finding.itemId);
    return item ? [presentFinding(finding, item)] : [];
  });
  const former = editionBefore(ports.db, edition.number);
  const changes = differenceOf(former ? checkedRows(ports.db, former.id) : [], rows);
  return answered({ findings, changes, edition: presentEdition(edition, rows.length) });
};
