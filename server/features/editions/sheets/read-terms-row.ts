import { closest } from '#server/domain/values/likeness.ts';
import type { MenuReference } from './import-reference.ts';
import type { ItemTerms } from '../queries.ts';
import { readBases } from './read-bases.ts';
import type { RowReader } from '#server/spreadsheets/row-reader.ts';
import { readCarveOuts, readCodes, readPrerequisites, readResources, readStartRule, type ListReading } from './sheet-lists.ts';
import { difficultyWords, exclusionWords, kindWords, liabilityWords, releaseWords, returnableWords, written } from './sheet-words.ts';

/** What a new item gets where its row says nothing; what only a person can say stays unsaid, and the gates ask for it. */
export const usualTerms: Omit<ItemTerms, 'carrier'> = {
  release: 'optional',
  legalBases: [],
  scopeNote: '',
  carveOuts: [],
  difficulty: 'medium',
  liability: 'medium',
  eligibility: { kinds: [], tags: [], minimum: {} },
  prerequisites: [],
  resources: [],
  isPrerequisiteFree: false,
  isResourceFree: false,
  responsibilities: null,
  suitability: null,
  trialMonths: 6,
  termMonths: null,
  startRule: { kind: 'on_signing' },
  isReturnable: true,
  notReturnableBasis: null,
  companions: [],
  exclusiveWith: [],
};

/** Columns whose default is said once for the sheet where it has no such column, in the words of the sheet. */
export const spokenDefaults: Readonly<Record<string, string>> = {
  release: written(releaseWords, 'optional'),
  difficulty: written(difficultyWords, 'medium'),
  liability: written(liabilityWords, 'medium'),
  trialMonths: String(usualTerms.trialMonths),
  termMonths: '长期',
  startRule: '签署即生效',
  isReturnable: written(returnableWords, 'yes'),
};

const minimumKeys = [
  'residents',
  'areaSquareMetres',
  'communities',
  'staffQuota',
  'staffPresent',
  'certifiedOfficers',
  'budgetYuanPerYear',
] as const;

/** The terms of a row, upon those that are there already or upon what is usual. */
export function readTerms(reader: RowReader, carrier: ItemTerms['carrier'], base: ItemTerms | null, reference: MenuReference): ItemTerms {
  const from = base ?? { ...usualTerms, carrier };
  const isSaid = (key: string): boolean => reader.has(key) && !(base !== null && reader.isUnchanged(key));
  const one = <T>(key: string, now: T, read: () => T): T => (isSaid(key) ? read() : now);
  const termMonths = (): number | null => {
    const text = reader.raw('termMonths').trim();
    return text === '' || /^(?:长期|不限|无期限|-|\/)$/.test(text) ? null : (reader.count('termMonths', 1, 240) ?? null);
  };
  return {
    carrier,
    release: one(
      'release',
      from.release,
      () => reader.word('release', releaseWords, { value: from.release, shown: written(releaseWords, from.release) }) ?? from.release,
    ),
    legalBases: one('bases', from.legalBases, () => readBases(reader, reference)),
    scopeNote: one('scopeNote', from.scopeNote, () => reader.prose('scopeNote', 500)),
    carveOuts: one('carveOuts', from.carveOuts, () => carveOuts(reader)),
    difficulty: one(
      'difficulty',
      from.difficulty,
      () =>
        reader.word('difficulty', difficultyWords, { value: from.difficulty, shown: written(difficultyWords, from.difficulty) }) ??
        from.difficulty,
    ),
    liability: one(
      'liability',
      from.liability,
      () =>
        reader.word('liability', liabilityWords, { value: from.liability, shown: written(liabilityWords, from.liability) }) ??
        from.liability,
    ),
    eligibility: {
      kinds: one('kinds', from.eligibility.kinds, () => reader.words('kinds', kindWords)),
      tags: one('tags', from.eligibility.tags, () => tags(reader)),
      minimum: minimum(reader, from.eligibility.minimum, isSaid),
    },
    ...lists(reader, from, isSaid, reference),
    responsibilities:
      isSaid('departmentDuty') || isSaid('townshipDuty') ? responsibilities(reader, from.responsibilities) : from.responsibilities,
    suitability: suitabilityKeys.some(isSaid) ? suitability(reader, from.suitability) : from.suitability,
    trialMonths: one('trialMonths', from.trialMonths, () => reader.count('trialMonths', 0, 36) ?? from.trialMonths),
    termMonths: one('termMonths', from.termMonths, termMonths),
    startRule: one('startRule', from.startRule, () => startRule(reader, from.startRule)),
    isReturnable: one(
      'isReturnable',
      from.isReturnable,
      () => reader.word<'yes' | 'no'>('isReturnable', returnableWords, { value: 'yes' }) !== 'no',
    ),
    notReturnableBasis: one('notReturnableBasis', from.notReturnableBasis, () => reader.prose('notReturnableBasis', 300) || null),
    companions: one('companions', from.companions, () => codes(reader, 'companions')),
    exclusiveWith: one('exclusiveWith', from.exclusiveWith, () => codes(reader, 'exclusiveWith')),
  };
}

function minimum(
  reader: RowReader,
  now: ItemTerms['eligibility']['minimum'],
  isSaid: (key: string) => boolean,
): ItemTerms['eligibility']['minimum'] {
  const figures = minimumKeys.map((key) => {
    const most = key === 'areaSquareMetres' || key === 'budgetYuanPerYear' ? 1_000_000_000_000 : 1_000_000_000;
    return [key, isSaid(key) ? reader.count(key, 0, most) : now[key]] as const;
  });
  return Object.fromEntries(figures.filter(([, value]) => value !== undefined));
}

function tags(reader: RowReader): string[] {
  const found = reader
    .raw('tags')
    .split(/[、，,；;\n]+/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  if (found.some((tag) => [...tag].length > 20) || found.length > 20)
    reader.say('error', 'tags', 'not_understood', { part: found.join('、').slice(0, 200) });
  return [...new Set(found)];
}

function carveOuts(reader: RowReader): ItemTerms['carveOuts'] {
  const read = readCarveOuts(reader.raw('carveOuts'));
  if (!read) reader.say('error', 'carveOuts', 'not_understood', { part: reader.raw('carveOuts').slice(0, 200) });
  return read ?? [];
}

type Lists = Pick<ItemTerms, 'prerequisites' | 'isPrerequisiteFree' | 'resources' | 'isResourceFree'>;
function lists(
  reader: RowReader,
  from: ItemTerms | (Omit<ItemTerms, 'carrier'> & { carrier: ItemTerms['carrier'] }),
  isSaid: (key: string) => boolean,
  { names, providers }: MenuReference,
): Lists {
  const take = <T>(key: string, read: ListReading<T>): { readonly list: readonly T[]; readonly isFree: boolean } => {
    if (read.kind === 'read') return read;
    const proposal = read.code === 'unknown_organisation' ? providers.nearest(read.text) : '';
    reader.say(
      'error',
      key,
      read.code,
      { part: read.text.slice(0, 200), name: read.text.slice(0, 200), most: 10, count: read.text },
      proposal,
    );
    return { list: [], isFree: false };
  };
  const prerequisites = isSaid('prerequisites')
    ? take('prerequisites', readPrerequisites(reader.raw('prerequisites'), names))
    : { list: from.prerequisites, isFree: from.isPrerequisiteFree };
  const resources = isSaid('resources')
    ? take('resources', readResources(reader.raw('resources'), names))
    : { list: from.resources, isFree: from.isResourceFree };
  return {
    prerequisites: prerequisites.list,
    isPrerequisiteFree: prerequisites.isFree,
    resources: resources.list,
    isResourceFree: resources.isFree,
  };
}

function responsibilities(reader: RowReader, now: ItemTerms['responsibilities']): ItemTerms['responsibilities'] {
  const side = (key: string, unchanged: string | undefined): string => (!reader.has(key) ? (unchanged ?? '') : reader.prose(key, 1000));
  const department = side('departmentDuty', now?.department);
  const township = side('townshipDuty', now?.township);
  if (department === '' && township === '') return null;
  if (department === '') reader.say('error', 'departmentDuty', 'required_empty');
  if (township === '') reader.say('error', 'townshipDuty', 'required_empty');
  return { department, township };
}

const tests = ['isFrequent', 'isEasyToSpot', 'canBeTakenOn', 'canBeManaged'] as const;
const suitabilityKeys = [...tests, 'exclusions', 'exclusionReason'];

function suitability(reader: RowReader, now: ItemTerms['suitability']): ItemTerms['suitability'] {
  const isBlank = (key: string): boolean => !reader.has(key) || reader.raw(key) === '';
  if (suitabilityKeys.every(isBlank)) return suitabilityKeys.some((key) => reader.has(key)) ? null : now;
  const test = (key: (typeof tests)[number]): boolean => {
    if (!reader.has(key) && now) return now[key];
    if (isBlank(key)) reader.say('error', key, 'required_empty');
    return reader.flag(key, false);
  };
  const reason = !reader.has('exclusionReason') ? (now?.exclusionReason ?? null) : reader.prose('exclusionReason', 500) || null;
  return {
    isFrequent: test('isFrequent'),
    isEasyToSpot: test('isEasyToSpot'),
    canBeTakenOn: test('canBeTakenOn'),
    canBeManaged: test('canBeManaged'),
    exclusions: !reader.has('exclusions') ? (now?.exclusions ?? []) : reader.words('exclusions', exclusionWords),
    exclusionReason: reason,
  };
}

function startRule(reader: RowReader, now: ItemTerms['startRule']): ItemTerms['startRule'] {
  const text = reader.raw('startRule');
  if (text === '') return now;
  const read = readStartRule(text);
  if (!read)
    reader.say(
      'error',
      'startRule',
      'not_understood',
      { part: text.slice(0, 200) },
      closest(text, ['签署即生效', '印发后30天'], (one) => one) ?? '',
    );
  return read ?? now;
}

function codes(reader: RowReader, key: 'companions' | 'exclusiveWith'): string[] {
  const found = [...new Set(readCodes(reader.raw(key)))];
  if (found.length > 10) reader.say('error', key, 'too_many_entries', { count: found.length, most: 10 });
  if (found.some((code) => code.length > 40)) reader.say('error', key, 'not_understood', { part: found.join('、').slice(0, 200) });
  return found;
}
