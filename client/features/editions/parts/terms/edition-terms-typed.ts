import type { Terms } from '#client/parts/editions/editions.ts';

type Prerequisite = Terms['prerequisites'][number];
type Resource = Terms['resources'][number];
type Suitability = NonNullable<Terms['suitability']>;

export interface PrerequisiteTyped {
  readonly key: string;
  readonly kind: Prerequisite['kind'];
  readonly certificateKind: string | null;
  readonly count: number | null;
  readonly subject: Extract<Prerequisite, { kind: 'attestation' }>['subject'];
  readonly text: string;
}
export type ResourceTyped = Omit<Resource, 'organisationId' | 'amount' | 'withinWorkingDays'> & {
  readonly organisationId: string | null;
  readonly amount: number | null;
  readonly withinWorkingDays: number | null;
};
export interface BasisTyped {
  readonly law: string;
  readonly article: string;
  readonly versionOn: string | null;
}

/** Figures of a township's profile that an item may ask for, with how much of the wire's unit one unit of the form is. */
export const minimumFigures = [
  ['residents', 'persons', 1],
  ['areaSquareMetres', 'squareKilometres', 1_000_000],
  ['communities', 'places', 1],
  ['staffQuota', 'posts', 1],
  ['staffPresent', 'persons', 1],
  ['certifiedOfficers', 'persons', 1],
  ['budgetYuanPerYear', 'tenThousandYuan', 10_000],
] as const;
type MinimumFigure = (typeof minimumFigures)[number][0];

/** Terms as they stand in the form: numbers and choices may still be missing. */
export interface TermsTyped extends Omit<
  Terms,
  | 'legalBases'
  | 'eligibility'
  | 'prerequisites'
  | 'resources'
  | 'responsibilities'
  | 'suitability'
  | 'trialMonths'
  | 'startRule'
  | 'notReturnableBasis'
> {
  readonly legalBases: readonly BasisTyped[];
  readonly kinds: readonly Terms['eligibility']['kinds'][number][];
  readonly tags: readonly string[];
  readonly minimum: Readonly<Record<MinimumFigure, number | null>>;
  readonly prerequisites: readonly PrerequisiteTyped[];
  readonly resources: readonly ResourceTyped[];
  readonly departmentDoes: string;
  readonly townshipDoes: string;
  readonly isJudged: boolean;
  readonly suitability: Omit<Suitability, 'exclusionReason'> & { readonly exclusionReason: string };
  readonly trialMonths: number | null;
  readonly startKind: Terms['startRule']['kind'];
  readonly startOn: string | null;
  readonly startDays: number | null;
  readonly notReturnableBasis: string;
}

const noSuitability = { isFrequent: false, isEasyToSpot: false, canBeTakenOn: false, canBeManaged: false, exclusions: [] };

export function typedTerms(terms: Terms): TermsTyped {
  const { eligibility, responsibilities, suitability, startRule, ...same } = terms;
  const { minimum } = eligibility;
  return {
    ...same,
    kinds: eligibility.kinds,
    tags: eligibility.tags,
    minimum: Object.fromEntries(minimumFigures.map(([name, , unit]) => [name, inUnits(minimum[name], unit)])) as TermsTyped['minimum'],
    prerequisites: terms.prerequisites.map((one) => ({ certificateKind: null, count: null, subject: 'premises', text: '', ...one })),
    departmentDoes: responsibilities?.department ?? '',
    townshipDoes: responsibilities?.township ?? '',
    isJudged: suitability !== null,
    suitability: { ...noSuitability, ...suitability, exclusionReason: suitability?.exclusionReason ?? '' },
    startKind: startRule.kind,
    startOn: startRule.kind === 'on_day' ? startRule.on : null,
    startDays: startRule.kind === 'days_after_issue' ? startRule.days : null,
    notReturnableBasis: terms.notReturnableBasis ?? '',
  };
}

const inUnits = (figure: number | undefined, unit: number): number | null => (figure === undefined ? null : figure / unit);

function minimumOf(typed: TermsTyped['minimum']): Terms['eligibility']['minimum'] {
  const given = minimumFigures.flatMap(([name, , unit]) => {
    const figure = typed[name];
    return figure === null ? [] : [[name, Math.round(figure * unit)] as const];
  });
  return Object.fromEntries(given);
}

function prerequisiteOf({ key, kind, certificateKind, count, subject, text }: PrerequisiteTyped): Prerequisite {
  if (kind === 'certified_officers') return { key, kind, certificateKind: certificateKind ?? '', count: count ?? 0 };
  return kind === 'staffing' ? { key, kind, count: count ?? 0 } : { key, kind, subject, text };
}

function startRuleOf({ startKind, startOn, startDays }: TermsTyped): Terms['startRule'] {
  if (startKind === 'on_day') return { kind: startKind, on: startOn ?? '' };
  return startKind === 'days_after_issue' ? { kind: startKind, days: startDays ?? 0 } : { kind: startKind };
}

/** What is sent, once the form has found nothing missing. */
export function termsOf(typed: TermsTyped): Terms {
  const { departmentDoes, townshipDoes, suitability } = typed;
  const exclusionReason = suitability.exclusionReason.trim() === '' ? null : suitability.exclusionReason;
  return {
    carrier: typed.carrier,
    release: typed.release,
    legalBases: typed.legalBases.map((one) => ({ ...one, versionOn: one.versionOn ?? '' })),
    scopeNote: typed.scopeNote,
    carveOuts: typed.carveOuts,
    difficulty: typed.difficulty,
    liability: typed.liability,
    eligibility: {
      kinds: [...typed.kinds],
      tags: [...typed.tags],
      minimum: minimumOf(typed.minimum),
    },
    prerequisites: typed.prerequisites.map(prerequisiteOf),
    resources: typed.resources.map(({ organisationId, amount, withinWorkingDays, ...same }) => ({
      ...same,
      organisationId: organisationId ?? '',
      amount: amount ?? 0,
      withinWorkingDays: withinWorkingDays ?? 0,
    })),
    isPrerequisiteFree: typed.isPrerequisiteFree && typed.prerequisites.length === 0,
    isResourceFree: typed.isResourceFree && typed.resources.length === 0,
    responsibilities:
      departmentDoes.trim() === '' && townshipDoes.trim() === '' ? null : { department: departmentDoes, township: townshipDoes },
    suitability: typed.isJudged ? { ...suitability, exclusionReason } : null,
    trialMonths: typed.trialMonths ?? 0,
    termMonths: typed.termMonths,
    startRule: startRuleOf(typed),
    isReturnable: typed.isReturnable,
    notReturnableBasis: typed.isReturnable || typed.notReturnableBasis.trim() === '' ? null : typed.notReturnableBasis,
    companions: typed.companions,
    exclusiveWith: typed.exclusiveWith,
  };
}

/** A key that no entry of the list has yet; the server keeps it, so that later editions tell the entries apart. */
export function freeKey(prefix: string, taken: readonly { readonly key: string }[]): string {
  let n = taken.length + 1;
  while (taken.some(({ key }) => key === `${prefix}${n}`)) n += 1;
  return `${prefix}${n}`;
}

/** The terms that differ, so that saving says what it changes. */
export function changedTerms(before: Terms, after: Terms): readonly (keyof Terms)[] {
  return (Object.keys(after) as (keyof Terms)[]).filter((name) => ordered(before[name]) !== ordered(after[name]));
}

// The server may give the keys of an object back in another order.
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
