import { countedUpTo } from '#db/statements/count-up-to.ts';
import { pageOf, totalOf } from '#server/platform/list-page.ts';
import type {
  listBasisLines as linesContract,
  listLawChanges as listContract,
  readStatuteVersion as readContract,
} from '#contract/statutes.ts';
import { hasRole, type Actor } from '#server/domain/people/actor.ts';
import { covers } from '#server/domain/people/scope.ts';
import { editionScope } from '#server/domain/people/visibility.ts';
import type { BasisSubject } from '#server/domain/law/statutes.ts';
import { answered, type CallOf, notFound } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { presentLine, presentVersion } from './present.ts';
import { endedCount, endedVersions, versionById } from './queries.ts';
import { restingCount, restingIds, subjectKinds } from './resting-queries.ts';

const none = '-';

/** A draft of the menu is the administrators' and the legal office's: departments and deciders see what is published (RULES.md 7.15). */
export const seesDrafts = (actor: Actor): boolean => covers(editionScope(actor), { state: 'draft' });

/** The worklist 法律变动复核: every version that has ended or is about to, with what is left to review. */
export const listLawChanges = (ports: Ports) => (call: CallOf<typeof listContract>) => {
  const { cursor, limit = 25 } = call.query;
  const rows = endedVersions(ports.db, placeOf(cursor), limit + 1);
  const { shown, nextCursor } = pageOf(rows, limit, ({ endedOn, id }) => `${endedOn ?? none}.${id}`);
  const count = endedCount(ports.db, countedUpTo + 1);
  return answered({
    items: shown.map((row) => presentVersion(ports.db, row, call.now, seesDrafts(call.actor))),
    nextCursor,
    ...totalOf(count),
  });
};

function placeOf(cursor: string | undefined): { endedOn: string; id: string } | null {
  const dot = cursor?.indexOf('.') ?? -1;
  return cursor === undefined || dot < 0 ? null : { endedOn: cursor.slice(0, dot), id: cursor.slice(dot + 1) };
}

export const readStatuteVersion = (ports: Ports) => (call: CallOf<typeof readContract>) => {
  const row = versionById(ports.db, call.params.versionId);
  return row ? answered(presentVersion(ports.db, row, call.now, seesDrafts(call.actor))) : notFound;
};

/** An admin keeps the menu and decides nothing: whether a township may go on using a power is the legal office's to say. */
export function reviewableBy(actor: Actor): BasisSubject[] {
  if (hasRole(actor, 'legal_reviewer')) return [...subjectKinds];
  return hasRole(actor, 'admin') ? subjectKinds.filter((kind) => kind !== 'grant') : [];
}

/** What rests on a version, kind by kind; each page begins where the last one ended. */
export const listBasisLines = (ports: Ports) => (call: CallOf<typeof linesContract>) => {
  const version = versionById(ports.db, call.params.versionId);
  if (!version) return notFound;
  const { kind, status = 'open', cursor, limit = 50 } = call.query;
  const asked = { versionId: version.id, at: call.now, limit: limit + 1, withDrafts: seesDrafts(call.actor) };
  const [fromKind, after] = cursor?.split('.') ?? [];
  const kinds: readonly BasisSubject[] = kind === undefined ? subjectKinds : [kind];
  const start = kinds.findIndex((one) => one === fromKind);
  const found: { readonly kind: BasisSubject; readonly id: string }[] = [];
  for (const one of kinds.slice(Math.max(start, 0))) {
    if (found.length > limit) break;
    const from = one === fromKind ? (after ?? '') : '';
    found.push(...restingIds(ports.db, one, status, { ...asked, after: from }).map((id) => ({ kind: one, id })));
  }
  const { shown, nextCursor } = pageOf(found, limit, (one) => `${one.kind}.${one.id}`);
  const total = kinds.reduce((sum, one) => sum + restingCount(ports.db, one, status, { ...asked, limit: countedUpTo + 1 }), 0);
  return answered({
    items: shown.flatMap(({ kind: of, id }) => presentLine(ports.db, version, of, id) ?? []),
    nextCursor,
    ...totalOf(total),
    reviewable: version.endedOn === null ? [] : reviewableBy(call.actor),
  });
};
