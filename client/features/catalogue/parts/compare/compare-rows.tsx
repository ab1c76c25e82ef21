import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MenuItem } from '#contract/catalogue/menu-terms.ts';
import { useCarveOutWords } from '#client/i18n/use-carve-out-words.ts';
import { usePrerequisiteWords, useResourceWords } from '#client/i18n/use-condition-words.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';

/** One thing that items are compared by; `value` decides whether they differ, `show` is what people read. */
export interface CompareRow {
  readonly key: string;
  readonly title: string;
  readonly lines: (item: MenuItem) => readonly string[];
}

/** Everything by which a township chooses between powers, as plain lines. */
export function useCompareRows(): readonly CompareRow[] {
  const { t } = useTranslation('menu');
  const word = useWords();
  const format = useFormat();
  const prerequisite = usePrerequisiteWords();
  const resource = useResourceWords();
  const carveOut = useCarveOutWords();
  const side = (item: MenuItem, of: 'township' | 'department'): string =>
    of === 'department' ? item.departmentName : word('actor', 'township');
  return [
    { key: 'type', title: t('item.type'), lines: (item) => [word('statutoryType', item.statutoryType), word('category', item.category)] },
    { key: 'department', title: t('item.department'), lines: (item) => [item.departmentName] },
    { key: 'carrier', title: t('item.carrier'), lines: (item) => [word('carrier', item.carrier)] },
    { key: 'decides', title: t('item.decides'), lines: (item) => [side(item, item.consequences.decides)] },
    { key: 'respondent', title: t('item.respondent'), lines: (item) => [side(item, item.consequences.respondent)] },
    { key: 'difficulty', title: t('filter.difficulty'), lines: (item) => [word('difficulty', item.difficulty)] },
    { key: 'liability', title: t('filter.liability'), lines: (item) => [word('liability', item.liability)] },
    {
      key: 'prerequisites',
      title: t('item.prerequisites'),
      lines: ({ terms }) =>
        orNothing(
          terms.prerequisites.map((one) => prerequisite(one)),
          t('item.prerequisitesNone'),
        ),
    },
    {
      key: 'resources',
      title: t('item.resources'),
      lines: ({ terms }) =>
        orNothing(
          terms.resources.map((one) => resource(one)),
          t('item.resourcesNone'),
        ),
    },
    {
      key: 'trial',
      title: t('item.trial'),
      lines: ({ terms }) => [terms.trialMonths === 0 ? t('item.trialNone') : format.months(terms.trialMonths)],
    },
    {
      key: 'term',
      title: t('item.term'),
      lines: ({ terms }) => [terms.termMonths === null ? t('item.termOpen') : format.months(terms.termMonths)],
    },
    {
      key: 'returnable',
      title: t('item.returnable'),
      lines: ({ terms }) => [
        terms.isReturnable ? t('item.returnableYes') : t('item.returnableNo', { basis: terms.notReturnableBasis ?? '' }),
      ],
    },
    {
      key: 'suitability',
      title: t('item.suitability'),
      lines: ({ terms: { suitability } }) =>
        suitability === null
          ? []
          : [
              ...(suitability.isFrequent ? [t('item.frequent')] : []),
              ...(suitability.isEasyToSpot ? [t('item.easyToSpot')] : []),
              ...(suitability.canBeTakenOn ? [t('item.canBeTakenOn')] : []),
              ...(suitability.canBeManaged ? [t('item.canBeManaged')] : []),
            ],
    },
    {
      key: 'companions',
      title: t('item.companions'),
      lines: (item) =>
        orNothing(
          item.companionItems.map(({ name }) => name),
          t('compare.none'),
        ),
    },
    {
      key: 'scope',
      title: t('item.scope'),
      lines: ({ terms }) =>
        orNothing([...terms.carveOuts.map(carveOut), ...(terms.scopeNote === '' ? [] : [terms.scopeNote])], t('compare.whole')),
    },
    {
      key: 'basis',
      title: t('item.basis'),
      lines: ({ terms }) =>
        terms.legalBases.map(({ law, article, versionOn }) => t('item.basisLine', { law, article, version: format.day(versionOn) })),
    },
  ];
}

const orNothing = (lines: readonly string[], nothing: string): readonly string[] => (lines.length === 0 ? [nothing] : lines);

/** Lines one below the other. */
export function Lines({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return lines.map((line) => <div key={line}>{line}</div>);
}
