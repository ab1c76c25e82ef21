import { useTranslation } from 'react-i18next';
import type { Terms } from '#contract/catalogue/menu-terms.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { useCarveOutWords } from './use-carve-out-words.ts';
import { useFormat } from './use-format.ts';
import { usePrerequisiteWords, useResourceWords } from './use-condition-words.ts';
import { useWords } from './use-words.ts';

const termKeys = [
  'carrier',
  'release',
  'legalBases',
  'scopeNote',
  'carveOuts',
  'tiers',
  'eligibility',
  'prerequisites',
  'resources',
  'department',
  'township',
  'suitability',
  'exclusions',
  'trial',
  'term',
  'start',
  'returnable',
  'companions',
  'exclusiveWith',
] as const;
type TermKey = (typeof termKeys)[number];

export interface TermLine {
  readonly key: TermKey;
  readonly label: string;
  /** One paragraph each; empty where the terms are silent. */
  readonly lines: readonly string[];
}

/** Every part of an item's terms in words, so that any two versions can be printed side by side. */
export function useTermsWords(): (terms: Terms) => readonly TermLine[] {
  const { t } = useTranslation('terms');
  const sayings = useSayings();
  const conditions = useConditions();
  return (terms) => {
    const all: Readonly<Record<TermKey, readonly string[]>> = { ...sayings(terms), ...conditions(terms) };
    return termKeys.map((key) => ({ key, label: t(`field.${key}`), lines: all[key].filter((line) => line !== '') }));
  };
}

type Conditions = 'eligibility' | 'prerequisites' | 'resources' | 'suitability' | 'exclusions';

function useSayings(): (terms: Terms) => Omit<Record<TermKey, readonly string[]>, Conditions> {
  const { t } = useTranslation('terms');
  const word = useWords();
  const format = useFormat();
  const carveOutWords = useCarveOutWords();
  const startWords = useStartWords();
  return (terms) => ({
    carrier: [t('carrierLine', { carrier: word('carrier', terms.carrier), means: t(`carrierMeans.${terms.carrier}`) })],
    release: [word('release', terms.release)],
    legalBases: terms.legalBases.map(({ law, article, versionOn }) => t('basis', { law, article, version: format.day(versionOn) })),
    scopeNote: [terms.scopeNote],
    carveOuts: terms.carveOuts.map(carveOutWords),
    tiers: [t('tiers', { difficulty: word('difficulty', terms.difficulty), liability: word('liability', terms.liability) })],
    department: [terms.responsibilities?.department ?? ''],
    township: [terms.responsibilities?.township ?? ''],
    trial: [terms.trialMonths === 0 ? t('trialNone') : format.months(terms.trialMonths)],
    term: [terms.termMonths === null ? t('termOpen') : format.months(terms.termMonths)],
    start: [startWords(terms.startRule)],
    returnable: [terms.isReturnable ? t('returnable') : t('notReturnable', { basis: terms.notReturnableBasis ?? '' })],
    companions: terms.companions,
    exclusiveWith: terms.exclusiveWith,
  });
}

const tests = ['isFrequent', 'isEasyToSpot', 'canBeTakenOn', 'canBeManaged'] as const;

function useConditions(): (terms: Terms) => Pick<Record<TermKey, readonly string[]>, Conditions> {
  const { t } = useTranslation('terms');
  const word = useWords();
  const format = useFormat();
  const eligibilityLines = useEligibilityLines();
  const prerequisiteWords = usePrerequisiteWords();
  const resourceWords = useResourceWords();
  const organisations = useAnswer('GET /organisations').data?.items ?? [];
  const ownerOf = (id: string): string => organisations.find((one) => one.id === id)?.name ?? id;
  return ({ eligibility, prerequisites, resources, isPrerequisiteFree, isResourceFree, suitability }) => ({
    eligibility: eligibilityLines(eligibility),
    prerequisites: isPrerequisiteFree ? [t('prerequisiteFree')] : prerequisites.map((one) => prerequisiteWords(one)),
    resources: isResourceFree
      ? [t('resourceFree')]
      : resources.map((one) =>
          t('resourceWhole', {
            resource: resourceWords(one),
            owner: ownerOf(one.organisationId),
            days: format.workingDays(one.withinWorkingDays),
          }),
        ),
    suitability:
      suitability === null ? [] : tests.map((test) => (suitability[test] ? t(`test.${test}`) : t('test.not', { test: t(`test.${test}`) }))),
    exclusions: (suitability?.exclusions ?? []).map((one) =>
      t('exclusion', { what: word('exclusion', one), why: suitability?.exclusionReason ?? '' }),
    ),
  });
}

const counted = ['residents', 'communities', 'staffQuota', 'staffPresent', 'certifiedOfficers'] as const;

/** Who may order an item, one line for each restriction; a single line says that there is none. */
export function useEligibilityLines(): (eligibility: Terms['eligibility']) => readonly string[] {
  const { t } = useTranslation('terms');
  const word = useWords();
  const format = useFormat();
  return ({ kinds, tags, minimum }) => {
    const { areaSquareMetres, budgetYuanPerYear } = minimum;
    const lines = [
      ...(kinds.length === 0 ? [] : [t('eligibility.kinds', { kinds: format.list(kinds.map((kind) => word('townshipKind', kind))) })]),
      ...(tags.length === 0 ? [] : [t('eligibility.tags', { tags: format.list(tags) })]),
      ...counted.flatMap((name) => {
        const figure = minimum[name];
        return figure === undefined ? [] : [t(`eligibility.${name}`, { figure: format.number(figure) })];
      }),
      ...(areaSquareMetres === undefined
        ? []
        : [t('eligibility.areaSquareMetres', { figure: format.number(areaSquareMetres / 1_000_000) })]),
      ...(budgetYuanPerYear === undefined ? [] : [t('eligibility.budgetYuanPerYear', { figure: format.yuan(budgetYuanPerYear) })]),
    ];
    return lines.length === 0 ? [t('eligibility.all')] : lines;
  };
}

function useStartWords(): (rule: Terms['startRule']) => string {
  const { t } = useTranslation('terms');
  const word = useWords();
  const format = useFormat();
  return (rule) => {
    switch (rule.kind) {
      case 'on_signing':
        return word('startRule', 'on_signing');
      case 'on_day':
        return t('startOn', { day: format.day(rule.on) });
      case 'days_after_issue':
        return t('startAfter', { count: rule.days });
    }
  };
}
