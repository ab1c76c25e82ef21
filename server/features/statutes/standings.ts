import type { SubjectBases } from '#contract/statutes.ts';
import type { Db } from '#db/connection.ts';
import { lawFlagOf, standingsOn, type BasisStanding } from '#server/domain/law/statutes.ts';
import type { LegalBasis } from '#server/domain/menu/terms.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { citedVersion, reviewsOf, type ReviewRow, type Subject, type VersionRow } from './queries.ts';
import { namedSubject } from './resting-queries.ts';

export type Standing = BasisStanding<VersionRow, ReviewRow>;
/** How the bases of something stand at an instant. */
export type StandingsOf = (subject: Subject, bases: readonly LegalBasis[]) => Standing[];

/** Looks each version up once: an edition of ten thousand items cites a hundred of them. */
export function standingsAt(db: Db, at: number): StandingsOf {
  const known = new Map<string, VersionRow | undefined>();
  const day = dayOf(at);
  const versionOf = (basis: LegalBasis): VersionRow | undefined => {
    const key = `${basis.versionOn} ${basis.law}`;
    if (!known.has(key)) known.set(key, citedVersion(db, basis));
    return known.get(key);
  };
  return (subject, bases) => {
    const versions = bases.flatMap((basis) => versionOf(basis) ?? []);
    const isAnyEnded = versions.some(({ endedOn }) => endedOn !== null);
    const reviews = isAnyEnded ? reviewsOf(db, subject).filter((review) => review.at <= at) : [];
    const isRecallOpen = reviews.some(({ act }) => act === 'recalled') && namedSubject(db, subject.kind, subject.id)?.isRecallOpen === 1;
    return standingsOn(bases, versions, reviews, { day, isRecallOpen });
  };
}

/** The bases of something with what became of them, and everything that was decided about those that ended. */
export function presentBases(db: Db, subject: Subject, bases: readonly LegalBasis[], at: number): SubjectBases {
  const standings = standingsAt(db, at)(subject, bases);
  const reviews = reviewsOf(db, subject).filter((review) => review.at <= at);
  return {
    lawFlag: lawFlagOf(standings),
    bases: standings.map(presentStanding),
    reviews: reviews.map(({ act, law, versionOn, reason, at: reviewedAt, actorName }) => ({
      act,
      law,
      versionOn,
      reason,
      at: reviewedAt,
      by: actorName,
    })),
  };
}

function presentStanding({ basis, version, validity, needsReview }: Standing): SubjectBases['bases'][number] {
  const ending = version === null ? { endedOn: null, endKind: null, endBasis: '', successor: null } : presentEnding(version);
  return { law: basis.law, article: basis.article, versionOn: basis.versionOn, ...ending, validity, needsReview };
}

export function presentEnding(row: VersionRow) {
  const { endedOn, endKind, endBasis, successorId, successorStatuteId, successorTitle, successorOn } = row;
  const isNamed = successorId !== null && successorStatuteId !== null && successorTitle !== null && successorOn !== null;
  const successor = isNamed
    ? { versionId: successorId, statuteId: successorStatuteId, title: successorTitle, versionOn: successorOn }
    : null;
  return { endedOn, endKind, endBasis, successor };
}
