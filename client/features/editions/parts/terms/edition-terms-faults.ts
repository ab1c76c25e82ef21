import { useTranslation } from 'react-i18next';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import type { FormField } from '#client/ui/forms/use-field-errors.ts';
import type { TermsTyped } from './edition-terms-typed.ts';

type Say = (fieldId: string, label: string, isMissing: boolean, kind?: 'required' | 'choose' | 'number' | 'day') => readonly SummaryError[];

const isBlank = (text: string): boolean => text.trim() === '';

/** What keeps terms from being saved at all; what keeps them from being published, the gates find. */
export function useTermsFaults(): (typed: TermsTyped) => readonly SummaryError[] {
  const { t } = useTranslation('editions');
  const say: Say = (fieldId, label, isMissing, kind = 'required') => (isMissing ? [{ fieldId, label, message: t(`fault.${kind}`) }] : []);
  const ofList = useListFaults(say);
  return (typed) => [
    ...ofList(typed),
    ...(isBlank(typed.departmentDoes) === isBlank(typed.townshipDoes)
      ? []
      : [
          {
            fieldId: isBlank(typed.departmentDoes) ? 'departmentDoes' : 'townshipDoes',
            label: t('field.responsibilities'),
            message: t('fault.both'),
          },
        ]),
    ...say('trialMonths', t('item.trialMonths'), typed.trialMonths === null, 'number'),
    ...say('startOn', t('item.startOn'), typed.startKind === 'on_day' && typed.startOn === null, 'day'),
    ...say('startDays', t('item.startDays'), typed.startKind === 'days_after_issue' && typed.startDays === null, 'number'),
  ];
}

function useListFaults(say: Say): (typed: TermsTyped) => readonly SummaryError[] {
  const { t } = useTranslation('editions');
  return ({ legalBases, carveOuts, prerequisites, resources }) => [
    ...legalBases.flatMap(({ law, article, versionOn }, index) => {
      const n = index + 1;
      return [
        ...say(`basis-${index}-law`, t('item.law', { n }), isBlank(law)),
        ...say(`basis-${index}-article`, t('item.article', { n }), isBlank(article)),
        ...say(`basis-${index}-version`, t('item.version', { n }), versionOn === null, 'day'),
      ];
    }),
    ...carveOuts.flatMap(({ part }, index) => say(`carve-out-${index}-part`, t('item.part', { n: index + 1 }), isBlank(part))),
    ...prerequisites.flatMap(({ kind, certificateKind, count, text }, index) => {
      const n = index + 1;
      const id = `prerequisite-${index}`;
      if (kind === 'attestation') return say(`${id}-text`, t('item.text', { n }), isBlank(text));
      return [
        ...say(`${id}-certificate`, t('item.certificateKind', { n }), kind === 'certified_officers' && certificateKind === null, 'choose'),
        ...say(`${id}-count`, t('item.count', { n }), count === null, 'number'),
      ];
    }),
    ...resources.flatMap(({ organisationId, amount, description, withinWorkingDays }, index) => {
      const n = index + 1;
      const id = `resource-${index}`;
      return [
        ...say(`${id}-provider`, t('item.provider', { n }), organisationId === null, 'choose'),
        ...say(`${id}-amount`, t('item.amount', { n }), amount === null, 'number'),
        ...say(`${id}-description`, t('item.description', { n }), isBlank(description)),
        ...say(`${id}-within`, t('item.within', { n }), withinWorkingDays === null, 'number'),
      ];
    }),
  ];
}

/** Fields by pointer into the body, for what the server finds. */
export function useTermsFields(typed: TermsTyped): Readonly<Record<string, FormField>> {
  const { t } = useTranslation('editions');
  const single = ['carrier', 'scopeNote', 'trialMonths', 'termMonths', 'notReturnableBasis', 'companions', 'exclusiveWith'] as const;
  const fields: Record<string, FormField> = {
    '/terms/eligibility': { id: 'tags', label: t('field.eligibility') },
    '/terms/responsibilities/department': { id: 'departmentDoes', label: t('item.departmentDoes') },
    '/terms/responsibilities/township': { id: 'townshipDoes', label: t('item.townshipDoes') },
    '/terms/suitability': { id: 'exclusionReason', label: t('field.suitability') },
    '/terms/startRule': { id: 'startKind', label: t('field.startRule') },
  };
  for (const name of single) fields[`/terms/${name}`] = { id: name, label: t(`field.${name}`) };
  typed.legalBases.forEach((_, index) => {
    fields[`/terms/legalBases/${index}`] = { id: `basis-${index}-law`, label: t('item.law', { n: index + 1 }) };
    fields[`/terms/legalBases/${index}/article`] = { id: `basis-${index}-article`, label: t('item.article', { n: index + 1 }) };
  });
  typed.carveOuts.forEach((_, index) => {
    fields[`/terms/carveOuts/${index}`] = { id: `carve-out-${index}-part`, label: t('item.part', { n: index + 1 }) };
  });
  typed.prerequisites.forEach(({ kind }, index) => {
    const n = index + 1;
    const id = `prerequisite-${index}`;
    fields[`/terms/prerequisites/${index}`] =
      kind === 'attestation' ? { id: `${id}-text`, label: t('item.text', { n }) } : { id: `${id}-count`, label: t('item.count', { n }) };
    if (kind === 'certified_officers') {
      fields[`/terms/prerequisites/${index}/certificateKind`] = { id: `${id}-certificate`, label: t('item.certificateKind', { n }) };
    }
  });
  typed.resources.forEach((_, index) => {
    const n = index + 1;
    fields[`/terms/resources/${index}`] = { id: `resource-${index}-description`, label: t('item.description', { n }) };
    fields[`/terms/resources/${index}/organisationId`] = { id: `resource-${index}-provider`, label: t('item.provider', { n }) };
  });
  return fields;
}
