import { useTranslation } from 'react-i18next';
import { useFormat } from './use-format.ts';
import { useWords } from './use-words.ts';
import type { WordLists } from './word-lists.ts';

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

/** Terms that a finding may be about. */
const fields = [
  'carrier',
  'release',
  'difficulty',
  'liability',
  'legalBases',
  'scopeNote',
  'carveOuts',
  'eligibility',
  'prerequisites',
  'isPrerequisiteFree',
  'resources',
  'isResourceFree',
  'responsibilities',
  'suitability',
  'trialMonths',
  'termMonths',
  'startRule',
  'isReturnable',
  'notReturnableBasis',
  'companions',
  'exclusiveWith',
] as const;

/** What a gate has found, as it comes over the wire. */
export interface GateFinding {
  readonly gate: string;
  readonly law: string;
  readonly article: string;
  readonly field: string;
  readonly params: Readonly<Record<string, string | number>>;
}

type Kind = WordLists['townshipKind'];
type Known = (typeof gates)[number] | 'unknown';
type Given = { readonly word: string; readonly code: string; readonly field: string };

export interface GateWords {
  readonly what: string;
  readonly wayOut: string;
  readonly basis: string;
}

/** What a legal gate has found, in words: what is wrong, by which statute, and the way out. */
export function useGateWords(): (finding: GateFinding) => GateWords {
  const { t } = useTranslation('editions');
  const nameOf = (field: string): string => {
    if (field === '/responsibilities/department') return t('item.departmentDoes');
    if (field === '/responsibilities/township') return t('item.townshipDoes');
    const name = field.split('/').find((part) => part !== '') ?? '';
    return t(`field.${fields.find((one) => one === name) ?? 'power'}`);
  };
  const format = useFormat();
  const word = useWords();
  const kindsIn = (text: string): string => format.list(text.split(',').map((kind) => word('townshipKind', kind as Kind)));
  /** What is wrong, in the words that fit the facts of the finding. */
  const whatIs = (known: Known, params: GateFinding['params'], given: Given): string => {
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
  return ({ gate, law, article, field, params }) => {
    const known = gates.find((one) => one === gate) ?? 'unknown';
    const given = { word: String(params['word'] ?? ''), code: String(params['code'] ?? ''), field: nameOf(field) };
    return {
      what: whatIs(known, params, given),
      wayOut: t('check.wayOut', { what: t(`gate.${known}.out`, given) }),
      basis: law === '' ? t('check.house') : t('check.basis', { law, article }),
    };
  };
}
