import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { ConsequencesView } from '../api/request-types.ts';
import { usePrerequisiteWords } from './request-prerequisite-words.ts';

type Terms = ConsequencesView['terms'];

export interface TermLine {
  readonly key: string;
  readonly label: string;
  /** One paragraph each; empty where the terms are silent. */
  readonly lines: readonly string[];
}

/** Every part of an item's terms in words, so that two versions can be printed side by side. */
export function useTermsWords(): (terms: Terms) => readonly TermLine[] {
  const { t } = useTranslation('requests');
  const word = useWords();
  const format = useFormat();
  const prerequisiteWords = usePrerequisiteWords();
  const resourceWords = useResourceWords();
  const startWords = useStartWords();
  return (terms) => {
    const tiers = t('terms.tiers', { difficulty: word('difficulty', terms.difficulty), liability: word('liability', terms.liability) });
    const all: Readonly<Record<string, readonly string[]>> = {
      carrier: [t('terms.carrierLine', { carrier: word('carrier', terms.carrier), means: t(`terms.carrierMeans.${terms.carrier}`) })],
      legalBases: terms.legalBases.map(({ law, article, versionOn }) => t('terms.basis', { law, article, version: format.day(versionOn) })),
      scopeNote: [terms.scopeNote],
      tiers: [tiers],
      prerequisites: terms.prerequisites.map((one) => prerequisiteWords(one)),
      resources: terms.resources.map(resourceWords),
      department: [terms.responsibilities?.department ?? ''],
      township: [terms.responsibilities?.township ?? ''],
      trial: [terms.trialMonths === 0 ? t('terms.trialNone') : format.months(terms.trialMonths)],
      term: [terms.termMonths === null ? t('terms.termOpen') : format.months(terms.termMonths)],
      start: [startWords(terms.startRule)],
      returnable: [terms.isReturnable ? t('terms.returnable') : t('terms.notReturnable', { basis: terms.notReturnableBasis ?? '' })],
      exclusions: (terms.suitability?.exclusions ?? []).map((one) => word('exclusion', one)),
    } satisfies Record<TermKey, readonly string[]>;
    return termKeys.map((key) => ({
      key,
      label: t(`terms.field.${key}`),
      lines: (all[key] ?? []).filter((line) => line !== ''),
    }));
  };
}

const termKeys = [
  'carrier',
  'legalBases',
  'scopeNote',
  'tiers',
  'prerequisites',
  'resources',
  'department',
  'township',
  'trial',
  'term',
  'start',
  'returnable',
  'exclusions',
] as const;
type TermKey = (typeof termKeys)[number];

/** 经费3万元/年：… */
export function useResourceWords(): (resource: Pick<Terms['resources'][number], 'kind' | 'amount' | 'unit' | 'description'>) => string {
  const { t } = useTranslation('requests');
  const word = useWords();
  const format = useFormat();
  return ({ kind, amount, unit, description }) =>
    t('terms.resource', { kind: word('resourceKind', kind), amount: format.resource(amount, unit), description });
}

function useStartWords(): (rule: Terms['startRule']) => string {
  const { t } = useTranslation('requests');
  const word = useWords();
  const format = useFormat();
  return (rule) => {
    switch (rule.kind) {
      case 'on_signing':
        return word('startRule', 'on_signing');
      case 'on_day':
        return t('terms.startOn', { day: format.day(rule.on) });
      case 'days_after_issue':
        return t('terms.startAfter', { count: rule.days });
    }
  };
}
