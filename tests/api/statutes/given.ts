import type { LegalBasis } from '#contract/words.ts';
import type { Answer } from '#client/lib/call-types.ts';
import { laws } from '#tests/builders/county.ts';
import type { TestApp } from '#tests/support/app.ts';

export type Version = Answer<'GET /statute-versions/{versionId}'>;
export type Line = Answer<'GET /statute-versions/{versionId}/lines'>['items'][number];
export const penaltyVersion = 'version-penalty';
const endBasis = '《新法》第一百条（测试）';

export const versionNow = (app: TestApp, versionId = penaltyVersion): Promise<Version> =>
  app.as('legal').ok('GET /statute-versions/{versionId}', { params: { versionId } });

/** The law that everything in the small county rests on is repealed, from the day of the test unless said otherwise. */
export async function repealed(
  app: TestApp,
  changes: Partial<{ endedOn: string; endKind: 'amended' | 'repealed'; successorId: string | null }> = {},
) {
  const { version } = await versionNow(app);
  const body = { endKind: 'repealed', endedOn: '2026-03-02', endBasis, successorId: null, ...changes } as const;
  return app.as('admin').ok('POST /statute-versions/{versionId}/end', { params: { versionId: penaltyVersion }, version, body });
}

export const linesOf = async (app: TestApp, query: { kind?: Line['subjectKind']; status?: 'open' | 'done' } = {}): Promise<Line[]> =>
  (await app.as('legal').ok('GET /statute-versions/{versionId}/lines', { params: { versionId: penaltyVersion }, query })).items;

export const named = (lines: readonly Line[]) =>
  lines.map(({ subjectKind, subjectId, review }) => ({ subjectKind, subjectId, reviewId: review?.id ?? null }));

/** 行政许可法, which is still the law. */
export const newBasis: LegalBasis = { law: laws.licensing.title, versionOn: laws.licensing.versionOn, article: '第二十四条' };

type Review = { act: 'reconfirmed' | 'rebased'; reason: string; basis: typeof newBasis };
export async function reviewing(app: TestApp, lines: readonly Line[], changes: Partial<Review> = {}, by: 'legal' | 'admin' = 'legal') {
  const body = { act: 'reconfirmed', reason: '新法第一百条保留了该项职权', ...changes };
  const { version } = await versionNow(app);
  return app.as(by).call('POST /statute-versions/{versionId}/reviews', {
    params: { versionId: penaltyVersion },
    version,
    body: { ...body, lines: named(lines) } as never,
  });
}

export const codes = ({ problem }: { problem: { code: string; errors?: { pointer: string }[] | undefined } }) =>
  [problem.code, ...(problem.errors ?? []).map(({ pointer }) => pointer)].join(' ');
