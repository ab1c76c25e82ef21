import { useTranslation } from 'react-i18next';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import type { Finding, Terms } from '../api/editions.ts';

const gates = [
  'incomplete',
  'contradiction',
  'duplicate_key',
  'exclusion_without_reason',
  'not_returnable_without_basis',
  'penalty_not_transferred',
  'penalty_outside_directory',
  'scope_wider_than_directory',
  'penalty_without_evaluation',
  'licence_transferred',
  'licence_for_subdistrict',
  'compulsion_not_transferred',
  'compulsion_alone',
  'limits_personal_freedom',
  'department_locked',
  'passed_on',
  'township_power_by_law',
  'taken_back',
  'name_alike',
  'transfer_of_other_power',
  'fewer_than_two_officers',
  'companion_not_on_menu',
  'statute_ended',
  'statute_ending',
  'statute_unknown',
] as const;

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

type Kind = WordLists['townshipKind'];
type Known = (typeof gates)[number] | 'unknown';
type Given = { readonly word: string; readonly code: string; readonly field: string };

export interface FindingWords {
  readonly what: string;
  readonly wayOut: string;
  readonly basis: string;
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

/** A finding in words: what is wrong, by which statute, and the way out. */
export function useFindingWords(): (finding: Finding) => FindingWords {
  const { t } = useTranslation('editions');
  const nameOf = (field: string): string => {
    if (field === '/responsibilities/department') return t('item.departmentDoes');
    if (field === '/responsibilities/township') return t('item.townshipDoes');
    return t(`field.${fieldOf(field) ?? 'power'}`);
  };
  const format = useFormat();
  const word = useWords();
  const placeOf = usePlaces();
  const kindsIn = (text: string): string => format.list(text.split(',').map((kind) => word('townshipKind', kind as Kind)));
  /** What is wrong, in the words that fit the facts of the finding. */
  const whatIs = (known: Known, params: Finding['params'], given: Given): string => {
    const text = (name: string): string => String(params[name] ?? '');
    if (known === 'penalty_outside_directory' && text('endedOn') !== '')
      return t('gate.penalty_outside_directory.ended', { day: format.day(text('endedOn')) });
    if (known === 'limits_personal_freedom' && given.word !== '') return t('gate.limits_personal_freedom.word', given);
    if (known === 'township_power_by_law') return t('gate.township_power_by_law.what', { kinds: kindsIn(text('kinds')) });
    if (known === 'taken_back' && text('townships') !== '') return t('gate.taken_back.some', { townships: text('townships') });
    if (known === 'name_alike') return t(`gate.name_alike.${text('kind') === 'duty_entry' ? 'duty' : 'what'}`, { name: text('name') });
    if (known === 'scope_wider_than_directory') return t('gate.scope_wider_than_directory.what', { scope: text('scope') });
    if (known === 'statute_unknown') return t('gate.statute_unknown.what', { law: text('law'), version: format.day(text('versionOn')) });
    if (known === 'statute_ended' || known === 'statute_ending') {
      const kind = text('endKind') === 'amended' ? 'amended' : 'repealed';
      return t(`gate.${known}.${kind}`, { law: text('law'), version: format.day(text('versionOn')), day: format.day(text('endedOn')) });
    }
    return t(`gate.${known}.what`, given);
  };
  return (finding) => {
    const { gate, law, article, field, params } = finding;
    const known = gates.find((one) => one === gate) ?? 'unknown';
    const given = { word: String(params['word'] ?? ''), code: String(params['code'] ?? ''), field: nameOf(field) };
    return {
      what: whatIs(known, params, given),
      wayOut: t('check.wayOut', { what: t(`gate.${known}.out`, given) }),
      basis: law === '' ? t('check.house') : t('check.basis', { law, article }),
      place: placeOf(finding),
    };
  };
}
