import { kindOfTitle } from '#server/domain/law/statutes.ts';
import type { LegalBasis } from '#server/domain/menu/terms.ts';
import type { Act } from '#server/records/change.ts';
import { citationsOf, citedVersion, reviewsOf, statuteByTitle, type Subject } from './queries.ts';
import { appendReview, insertStatute, insertVersion } from './store.ts';

/**
 * What is published rests on statutes that the register knows: else a law could change unnoticed. On the draft
 * the gates have pointed out each unknown one, so a slip of the pen has had its chance to be seen.
 */
export function registerCited(act: Act, bases: readonly LegalBasis[]): void {
  for (const { law, versionOn } of bases) {
    if (citedVersion(act.tx, { law, versionOn })) continue;
    const known = statuteByTitle(act.tx, law);
    const statuteId = known?.id ?? act.newId();
    if (!known) insertStatute(act.tx, { id: statuteId, title: law, kind: kindOfTitle(law), version: 1, createdAt: act.now });
    insertVersion(act.tx, { id: act.newId(), statuteId, versionOn, endBasis: '', version: 1, createdAt: act.now });
    act.record({ action: 'statute_registered', subjectKind: 'statute', subjectId: statuteId, detail: { title: law, versionOn } });
  }
}

/**
 * What was decided of one thing goes on to what is made of it: an item to its copy on the next draft, an item to a grant. Rebases
 * before `rebasedSince` stand in the terms already.
 */
export function carryReviews(act: Act, from: Subject, to: Subject, rebasedSince: number): void {
  const reviews = reviewsOf(act.tx, from).filter(
    ({ act: verdict, at }) => verdict === 'reconfirmed' || (verdict === 'rebased' && at >= rebasedSince),
  );
  const newest = reviews.filter((review) => !reviews.some((other) => other.versionId === review.versionId && other.id > review.id));
  for (const { versionId, act: verdict, newBases, reason, accountId, actorName, at } of newest) {
    const what = { statuteVersionId: versionId, act: verdict, newBases, reason, accountId, actorName, at };
    appendReview(act.tx, { id: act.newId(), subjectKind: to.kind, subjectId: to.id, ...what });
  }
}

/** A recall because the law changed is what was decided of every ended basis of the grant, for as long as the recall is open. */
export function recordRecall(act: Act, grantId: string, by: { readonly accountId: string; readonly name: string }, reason: string): void {
  const subject = { kind: 'grant', id: grantId } as const;
  const ended = new Set(
    citationsOf(act.tx, subject)
      .flatMap((basis) => citedVersion(act.tx, basis) ?? [])
      .flatMap(({ id, endedOn }) => (endedOn === null ? [] : [id])),
  );
  for (const statuteVersionId of ended) {
    const what = {
      id: act.newId(),
      statuteVersionId,
      subjectKind: 'grant',
      subjectId: grantId,
      act: 'recalled',
      newBases: null,
      reason,
    } as const;
    appendReview(act.tx, { ...what, accountId: by.accountId, actorName: by.name, at: act.now });
  }
}
