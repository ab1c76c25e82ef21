import type { z } from 'zod';
import type { BasisLine, Statute, StatuteRow as RowView, StatuteVersion } from '#contract/statutes.ts';
import type { Db } from '#db/connection.ts';
import { reviewOf, validityOn, type BasisSubject } from '#server/domain/law/statutes.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { briefVersions, citationsOf, reviewsOf, versionsOf, type StatuteRow, type VersionRow } from './queries.ts';
import { namedSubject, restingCount, subjectKinds } from './resting-queries.ts';
import { presentEnding } from './standings.ts';

/** Counted up to this limit only; beyond it the exact number is of no use. */
const most = 1000;

export function presentVersion(db: Db, row: VersionRow, at: number, withDrafts = true): StatuteVersion {
  const asked = { versionId: row.id, at, limit: most, withDrafts };
  const count = (kind: BasisSubject): number => restingCount(db, kind, 'open', asked);
  const { id, statuteId, title, versionOn, version } = row;
  return {
    ...{ id, statuteId, title, versionOn, version },
    validity: validityOn(row, dayOf(at)),
    ...presentEnding(row),
    left: {
      menu_item: count('menu_item'),
      grant: count('grant'),
      directory_entry: count('directory_entry'),
      township_power: count('township_power'),
    },
    done: row.endedOn === null ? 0 : subjectKinds.reduce((sum, kind) => sum + restingCount(db, kind, 'done', asked), 0),
  };
}

export function presentStatute(db: Db, { id, title, kind, version }: StatuteRow, at: number, withDrafts = true): Statute {
  return { id, title, kind, version, versions: versionsOf(db, id).map((row) => presentVersion(db, row, at, withDrafts)) };
}

export function presentRows(db: Db, rows: readonly StatuteRow[], at: number): z.infer<typeof RowView>[] {
  const versions = briefVersions(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, title, kind, version }) => ({
    ...{ id, title, kind, version },
    versions: versions
      .filter(({ statuteId }) => statuteId === id)
      .sort((a, b) => (a.versionOn < b.versionOn ? 1 : -1))
      .map((one) => ({
        ...{ id: one.id, versionOn: one.versionOn, endedOn: one.endedOn, endKind: one.endKind },
        validity: validityOn(one, dayOf(at)),
      })),
  }));
}

/** What rests, or rested, on a version: named, with the articles that it cites and the review that counts. */
export function presentLine(db: Db, version: VersionRow, subjectKind: BasisSubject, subjectId: string): BasisLine | null {
  const named = namedSubject(db, subjectKind, subjectId);
  if (!named) return null;
  const subject = { kind: subjectKind, id: subjectId };
  const review = reviewOf(reviewsOf(db, subject), version);
  const cited = citationsOf(db, subject).filter(({ law, versionOn }) => law === version.title && versionOn === version.versionOn);
  const { name, code, place, editionId, editionState } = named;
  return {
    ...{ subjectKind, subjectId, name, code, place },
    edition: editionId === null || editionState === null ? null : { id: editionId, state: editionState },
    articles: cited.map(({ article }) => article),
    isRecallOpen: named.isRecallOpen === 1,
    review:
      review === null
        ? null
        : {
            ...{ id: review.id, act: review.act, reason: review.reason, at: review.at, by: review.actorName },
            newBases: review.newBases === null ? null : [...review.newBases],
          },
  };
}
