import type { Signatory } from '#server/domain/people/signatory.ts';
import type { reviewBases as contract } from '#contract/statutes.ts';
import type { Tx } from '#db/connection.ts';
import { isBlank } from '#server/domain/values/outcome.ts';
import { canSupport, rebase, titleOf, type BasisSubject } from '#server/domain/law/statutes.ts';
import type { LegalBasis } from '#server/domain/menu/terms.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { signatoryOf } from '#server/features/accounts/index.ts';
import { type CallOf, notFound, refuse, type Refused } from '#server/platform/binding.ts';
import { type Act, changeOnce } from '#server/records/change.ts';
import { refuseStale } from '#server/records/stale.ts';
import type { Ports } from '#server/platform/ports.ts';
import { demandVersion, versionActs, versionAgain } from './manage-statutes.ts';
import { presentVersion } from './present.ts';
import { citationsOf, citedVersion, ownBasesOf, reviewsOf, versionById, type Subject, type VersionRow } from './queries.ts';
import { reviewableBy } from './read-changes.ts';
import { namedSubject, restsOn } from './resting-queries.ts';
import { settleLawTasks } from './settle-law-tasks.ts';
import { appendReview } from './store.ts';

type Call = CallOf<typeof contract>;

/** What was decided of one grant, for its own page. */
export type GrantReview = {
  readonly law: string;
  readonly versionOn: string;
  readonly reason: string;
  readonly signatory: Signatory;
} & ({ readonly act: 'reconfirmed' } | { readonly act: 'rebased'; readonly basis: LegalBasis });
/** What follows uphill. */
export interface ReviewEffects {
  /** What is not published for good says its new bases itself: an item on the draft, an entry of the directory. */
  readonly rebased: (act: Act, subject: Subject & { readonly kind: Exclude<BasisSubject, 'grant'> }, bases: readonly LegalBasis[]) => void;
  /** A grant tells its own story. */
  readonly grantReviewed: (act: Act, grantId: string, review: GrantReview) => void;
}

/** Reconfirms or rebases what rests on an ended version: all lines or none, each as the caller saw it (RULES.md 3.44). */
export const reviewBases = (ports: Ports, effects: ReviewEffects) => (call: Call) =>
  changeOnce(ports, call, versionAgain(call), (act) => {
    const version = versionById(act.tx, call.params.versionId);
    if (!version) return notFound;
    const stale = refuseStale(act.tx, version, call.expectedVersion, versionActs);
    if (stale) return stale;
    const basis = call.body.act === 'rebased' ? { ...call.body.basis, law: titleOf(call.body.basis.law) } : null;
    const refusal = obstacle(act.tx, call, version, basis);
    if (refusal) return refusal;
    const signatory = signatoryOf(act.tx, call.actor, 'legal_reviewer');
    for (const { subjectKind, subjectId } of call.body.lines) {
      const subject = { kind: subjectKind, id: subjectId };
      const bases = basis === null ? null : rebase(restingBases(act.tx, subject, version), version, basis);
      if (bases !== null && subjectKind !== 'grant' && namedSubject(act.tx, subjectKind, subjectId)?.editionState !== 'published') {
        effects.rebased(act, { kind: subjectKind, id: subjectId }, bases);
      }
      const { act: verdict, reason } = call.body;
      appendReview(act.tx, {
        ...{ id: act.newId(), statuteVersionId: version.id, subjectKind, subjectId, act: verdict, newBases: bases, reason },
        ...{ accountId: call.actor.accountId, actorName: call.actor.name, at: call.now },
      });
      const { title: law, versionOn } = version;
      const ended = { law, versionOn, reason, signatory };
      const review = basis === null ? ({ ...ended, act: 'reconfirmed' } as const) : ({ ...ended, act: 'rebased', basis } as const);
      if (subjectKind === 'grant') effects.grantReviewed(act, subjectId, review);
    }
    settleLawTasks(act, version.id);
    const { reason, lines } = call.body;
    const named = lines.map(({ subjectKind, subjectId }) => `${subjectKind} ${subjectId}`);
    const detail =
      basis === null ? ({ act: 'reconfirmed', reason, lines: named } as const) : ({ act: 'rebased', reason, basis, lines: named } as const);
    act.record({ action: 'bases_reviewed', subjectKind: 'statute_version', subjectId: version.id, detail });
    return { kind: 'done', value: presentVersion(act.tx, demandVersion(act.tx, version.id), call.now) };
  });

function obstacle(tx: Tx, { body, actor, now }: Call, version: VersionRow, basis: LegalBasis | null): Refused | null {
  if (version.endedOn === null) return refuse('statute_version_not_ended');
  if (isBlank(body.reason)) return refuse('reason_required', {}, ['/reason']);
  const mayReview = reviewableBy(actor);
  const foreign = faulty(body.lines, ({ subjectKind }) => !mayReview.includes(subjectKind), '/subjectKind');
  if (foreign.length > 0) return refuse('forbidden', {}, foreign);
  if (basis !== null) {
    const supporting = citedVersion(tx, basis);
    if (!supporting || !canSupport(supporting, version, dayOf(now))) return refuse('statute_not_in_force', { law: basis.law }, ['/basis']);
  }
  const seen = new Set<string>();
  const twice = faulty(body.lines, ({ subjectKind, subjectId }) => seen.size === seen.add(`${subjectKind} ${subjectId}`).size);
  if (twice.length > 0) return refuse('invalid_input', {}, twice);
  return lineObstacle(tx, body, version, now);
}

function lineObstacle(tx: Tx, { act, lines }: Call['body'], version: VersionRow, now: number): Refused | null {
  const subjectOf = ({ subjectKind, subjectId }: (typeof lines)[number]): Subject => ({ kind: subjectKind, id: subjectId });
  const newest = (line: (typeof lines)[number]) =>
    reviewsOf(tx, subjectOf(line))
      .filter(({ versionId }) => versionId === version.id)
      .at(-1);
  const overtaken = faulty(lines, (line) => (newest(line)?.id ?? null) !== line.reviewId);
  if (overtaken.length > 0) return refuse('reviewed_meanwhile', { count: overtaken.length }, overtaken);
  const gone = faulty(lines, (line) => {
    if (restsOn(tx, subjectOf(line), version.id, now)) return false;
    // Only a rebase can be put right once the version is no longer cited.
    return act !== 'rebased' || !restingBases(tx, subjectOf(line), version).some((basis) => cites(basis, version));
  });
  return gone.length > 0 ? refuse('not_resting', { count: gone.length }, gone) : null;
}

const cites = ({ law, versionOn }: LegalBasis, version: VersionRow): boolean => law === version.title && versionOn === version.versionOn;

/** What a line rests on now; where its newest rebase was made for this version and named a wrong article, what it rested on before that. */
function restingBases(tx: Tx, subject: Subject, version: VersionRow): readonly LegalBasis[] {
  const now = citationsOf(tx, subject);
  if (now.some((basis) => cites(basis, version))) return now;
  const rebases = reviewsOf(tx, subject).filter(({ act }) => act === 'rebased');
  if (rebases.at(-1)?.versionId !== version.id) return now;
  return rebases.filter(({ versionId }) => versionId !== version.id).at(-1)?.newBases ?? ownBasesOf(tx, subject);
}

function faulty<T>(lines: readonly T[], isFaulty: (line: T) => boolean, field = ''): string[] {
  return lines.flatMap((line, index) => (isFaulty(line) ? [`/lines/${String(index)}${field}`] : []));
}
