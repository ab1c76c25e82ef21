import { useTranslation } from 'react-i18next';
import { pathTo } from '#client/app/paths.ts';
import { useGateWords, type GateWords } from '#client/i18n/use-gate-words.ts';
import type { Finding, Terms } from '#client/parts/editions/editions.ts';

/** Where in the form a term stands. */
export const sectionOf = {
  carrier: 'carrier',
  release: 'carrier',
  difficulty: 'carrier',
  liability: 'carrier',
  legalBases: 'bases',
  scopeNote: 'bases',
  carveOuts: 'bases',
  eligibility: 'eligibility',
  prerequisites: 'prerequisites',
  isPrerequisiteFree: 'prerequisites',
  resources: 'resources',
  isResourceFree: 'resources',
  responsibilities: 'responsibilities',
  suitability: 'suitability',
  trialMonths: 'period',
  termMonths: 'period',
  startRule: 'period',
  isReturnable: 'period',
  notReturnableBasis: 'period',
  companions: 'relations',
  exclusiveWith: 'relations',
} as const satisfies Record<keyof Terms, string>;

export type Section = (typeof sectionOf)[keyof Terms];

export const sectionId = (section: Section): string => `section-${section}`;

/** The term that a finding or a difference is about; null where it is about the power itself. */
export function fieldOf(pointer: string): keyof Terms | null {
  const name = pointer.split('/').find((part) => part !== '') ?? '';
  return name in sectionOf ? (name as keyof Terms) : null;
}

export interface FindingWords extends GateWords {
  /** Where it is mended, when that is not a term of the item. */
  readonly place: { readonly to: string; readonly words: string } | null;
}

/** Gates that look at the power itself, at its department or at the county's settings, and where each of these is mended. */
function usePlaces(): (finding: Finding) => FindingWords['place'] {
  const { t } = useTranslation('editions');
  return ({ gate, params }) => {
    const id = (name: string): string => String(params[name] ?? '');
    if (gate === 'department_locked' && id('organisationId') !== '')
      return { to: pathTo('organisation', { organisationId: id('organisationId') }), words: t('check.toDepartment') };
    if (gate === 'penalty_without_evaluation' || gate === 'licence_for_subdistrict')
      return { to: pathTo('settings'), words: t('check.toSettings') };
    if (id('powerId') === '') return null;
    const power = pathTo('power', { powerId: id('powerId') });
    return gate === 'name_alike' ? { to: `${power}#alikes`, words: t('check.toAlikes') } : { to: power, words: t('check.toPower') };
  };
}

/** A finding in words, and where it is mended. */
export function useFindingWords(): (finding: Finding) => FindingWords {
  const words = useGateWords();
  const placeOf = usePlaces();
  return (finding) => ({ ...words(finding), place: placeOf(finding) });
}
