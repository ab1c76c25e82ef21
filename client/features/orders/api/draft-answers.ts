import type { Answer, Given } from '#client/lib/call-types.ts';

export type OrderView = Answer<'GET /orders/{orderId}'>;
export type OrderLine = OrderView['lines'][number];
export type OrderCheck = Answer<'GET /orders/{orderId}/check'>;
export type LineCheck = OrderCheck['lines'][number];
export type LineBody = Given<'PUT /orders/{orderId}/lines/{itemId}'>['body'];

/** What the township says of one power. The figure stays as it stands in the field: a number half typed is not valid yet. */
export interface LineAnswers {
  readonly need: string;
  readonly cases: string;
  readonly approach: string;
  readonly officerIds: readonly string[];
  readonly startWishOn: string | null;
  readonly replacesGrantId: string | null;
}
export type LineField = keyof LineAnswers;
export type LinePatch = Partial<LineAnswers>;

export const lineFields = ['need', 'cases', 'approach', 'officerIds', 'startWishOn', 'replacesGrantId'] as const;

export function answersOf(line: OrderLine): LineAnswers {
  const { need, casesPerYear, approach, officerIds, startWishOn, replacesGrantId } = line;
  return { need, cases: casesPerYear === null ? '' : String(casesPerYear), approach, officerIds, startWishOn, replacesGrantId };
}

const mostCases = 1_000_000;

/** A whole number of cases, null for nothing yet, undefined for what is no such number. */
export function casesIn(text: string): number | null | undefined {
  const bare = text.trim().replace(/[,，\s]/g, '');
  if (bare === '') return null;
  return /^\d{1,7}$/.test(bare) && Number(bare) <= mostCases ? Number(bare) : undefined;
}

/** Everything but a number that is none yet; that one waits until it is. */
export function sendable(patch: LinePatch): LinePatch {
  if (patch.cases === undefined || casesIn(patch.cases) !== undefined) return patch;
  const { cases: _unfinished, ...rest } = patch;
  return rest;
}

export function bodyOf({ need, cases, approach, officerIds, startWishOn, replacesGrantId }: LineAnswers): LineBody {
  return { need, casesPerYear: casesIn(cases) ?? null, approach, officerIds: [...officerIds], startWishOn, replacesGrantId };
}

const isSame = (one: LineAnswers[LineField] | undefined, other: LineAnswers[LineField] | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What has been acknowledged, as it was typed: the server trims and normalises, the field must not change under the fingers. */
export interface Echo {
  readonly typed: LinePatch;
  readonly held: LineAnswers;
}

/** What stands in the fields: what the server holds, under what was typed. */
export function shownAnswers(held: LineAnswers, echo: Echo | undefined, typed: LinePatch | undefined): LineAnswers {
  const echoed = lineFields.filter((field) => echo !== undefined && field in echo.typed && isSame(echo.held[field], held[field]));
  return { ...held, ...Object.fromEntries(echoed.map((field) => [field, echo?.typed[field]])), ...typed };
}

/** What was typed since it was sent. */
export function typedSince(typed: LinePatch, sent: LinePatch): LinePatch {
  return Object.fromEntries(
    lineFields.filter((field) => field in typed && !isSame(typed[field], sent[field])).map((field) => [field, typed[field]]),
  );
}

/** The fields that both have changed, and not to the same: neither may be lost without somebody choosing. */
export function clashingFields(base: LineAnswers, theirs: LineAnswers, mine: LinePatch): LineField[] {
  return lineFields.filter((field) => field in mine && !isSame(base[field], theirs[field]) && !isSame(mine[field], theirs[field]));
}
