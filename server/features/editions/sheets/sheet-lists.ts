import { readDay, readWord } from '#server/spreadsheets/cell-readings.ts';
import { foldText, plainCode, plainLine } from '#server/domain/values/text.ts';
import type { ItemTerms } from '../queries.ts';
import { resourceWords, subjectWords, unitWords, written } from './sheet-words.ts';

type Prerequisite = ItemTerms['prerequisites'][number];
type Resource = ItemTerms['resources'][number];
type CarveOut = ItemTerms['carveOuts'][number];

/** Names for the ids that terms hold, both ways. */
export interface SheetNames {
  readonly organisationName: (id: string) => string;
  readonly certificateName: (id: string) => string;
  readonly organisationId: (name: string) => string | null;
  readonly certificateId: (name: string) => string | null;
}

/** What a part of a cell could not be read as, for a finding. */
export interface Unclear {
  readonly code: 'not_understood' | 'unknown_organisation' | 'unknown_certificate' | 'too_many_entries';
  readonly text: string;
}
export type ListReading<T> =
  { readonly kind: 'read'; readonly list: readonly T[]; readonly isFree: boolean } | ({ readonly kind: 'unclear' } & Unclear);

const none = new Set(['不设', '无', '没有', '不需要', '/', '-'].map(foldText));
const unclear = (code: Unclear['code'], text: string) => ({ kind: 'unclear', code, text }) as const;
const most = 10;

/** The key of an entry is kept in the cell only where it is not the one that its kind would get. */
const keyMark = /\s*#([a-z0-9_-]{1,40})$/;

function keyed<T extends { readonly key: string }>(entries: readonly T[], usual: (entry: T) => string, text: (entry: T) => string): string {
  const taken: string[] = [];
  return entries
    .map((entry) => {
      const derived = nextKey(usual(entry), taken);
      taken.push(entry.key);
      return entry.key === derived ? text(entry) : `${text(entry)} #${entry.key}`;
    })
    .join('\n');
}
const nextKey = (usual: string, taken: readonly string[]): string => {
  if (!taken.includes(usual)) return usual;
  let number = 2;
  while (taken.includes(`${usual}-${String(number)}`)) number += 1;
  return `${usual}-${String(number)}`;
};

type Unkeyed<T> = T extends unknown ? Omit<T, 'key'> : never;
type Part<T> = { readonly kind: 'entry'; readonly entry: Unkeyed<T> } | ({ readonly kind: 'unclear' } & Unclear);
const entry = <T>(one: Unkeyed<T>): Part<T> => ({ kind: 'entry', entry: one });

/** Lines of a cell, each read into an entry; the first that is not understood ends it: half a list is a wrong list. */
function readList<T extends { readonly key: string }>(
  cell: string,
  usual: (one: Unkeyed<T>) => string,
  read: (text: string) => Part<T>,
): ListReading<T> {
  const list: T[] = [];
  let isFree = false;
  for (const part of cell.split(/[\n；;]/).map(plainLine)) {
    if (part === '') continue;
    if (none.has(foldText(part))) {
      isFree = true;
      continue;
    }
    const [, named] = keyMark.exec(part) ?? [];
    const found = read(part.replace(keyMark, ''));
    if (found.kind === 'unclear') return found;
    const taken = list.map(({ key }) => key);
    // An entry with its key is whole again.
    list.push({ key: named ?? nextKey(usual(found.entry), taken), ...found.entry } as unknown as T);
  }
  return list.length > most ? unclear('too_many_entries', String(list.length)) : { kind: 'read', list, isFree };
}

const usualOf = (one: Unkeyed<Prerequisite>): string =>
  one.kind === 'certified_officers' ? 'officers' : one.kind === 'staffing' ? 'staffing' : one.subject;

export function writePrerequisites(list: readonly Prerequisite[], isFree: boolean, names: SheetNames): string {
  const text = keyed(list, usualOf, (entry) =>
    entry.kind === 'certified_officers'
      ? `持证人员：${names.certificateName(entry.certificateKind)} ${String(entry.count)}人`
      : entry.kind === 'staffing'
        ? `在岗人员 ${String(entry.count)}人`
        : `${written(subjectWords, entry.subject)}：${entry.text}`,
  );
  return [text, isFree ? '不设' : ''].filter((part) => part !== '').join('\n');
}

const certified = /^(?:持证人员|持证执法人员|持证)[：:\s]*(.+?)\s*(?:不少于|至少)?\s*(\d{1,3})\s*[人名]$/;
const staffing = /^(?:在岗人员|工作人员|人员)[：:\s]*(?:不少于|至少)?\s*(\d{1,3})\s*[人名]$/;

export const readPrerequisites = (cell: string, names: SheetNames): ListReading<Prerequisite> =>
  readList<Prerequisite>(cell, usualOf, (text) => {
    const [, officers = '', officerCount = ''] = certified.exec(text) ?? [];
    if (officers !== '') {
      const certificateKind = names.certificateId(officers);
      const count = Number(officerCount);
      if (certificateKind === null) return unclear('unknown_certificate', officers);
      if (count < 1 || count > 100) return unclear('not_understood', text);
      return entry({ kind: 'certified_officers', certificateKind, count });
    }
    const [, staffCount = ''] = staffing.exec(text) ?? [];
    if (staffCount !== '' && Number(staffCount) >= 1 && Number(staffCount) <= 500)
      return entry({ kind: 'staffing', count: Number(staffCount) });
    const at = text.search(/[：:]/);
    const subject = readWord(at < 0 ? '' : text.slice(0, at), subjectWords);
    const demand = text.slice(at + 1).trim();
    if (subject.kind !== 'read' || demand === '' || demand.length > 200) return unclear('not_understood', text);
    return entry({ kind: 'attestation', subject: subject.value, text: demand });
  });

export function writeResources(list: readonly Resource[], isFree: boolean, names: SheetNames): string {
  const text = keyed(
    list,
    ({ kind }) => kind,
    ({ kind, amount, unit, organisationId, withinWorkingDays, description }) =>
      `${written(resourceWords, kind)} ${String(amount)}${written(unitWords, unit)}｜${names.organisationName(organisationId)}｜${String(withinWorkingDays)}个工作日｜${description}`,
  );
  return [text, isFree ? '不设' : ''].filter((part) => part !== '').join('\n');
}

const amountWithUnit = /^(\D+?)[：:\s]*(\d{1,10})\s*(\D+)$/;

export const readResources = (cell: string, names: SheetNames): ListReading<Resource> =>
  readList<Resource>(
    cell,
    ({ kind }) => kind,
    (text) => {
      const [what = '', provider = '', within = '', ...rest] = text.split(/\s*[｜|]\s*/);
      const [, kindText = '', amountText = '', unitText = ''] = amountWithUnit.exec(what.trim()) ?? [];
      const kind = readWord(kindText, resourceWords);
      const unit = readWord(unitText, unitWords);
      const days = Number(/^(\d{1,3})\s*个?工作日(?:内)?$/.exec(within.trim())?.[1] ?? '0');
      const description = rest.join('｜').trim();
      const amount = Number(amountText);
      if (
        kind.kind !== 'read' ||
        unit.kind !== 'read' ||
        amount < 1 ||
        amount > 1_000_000_000 ||
        days < 1 ||
        days > 250 ||
        description === '' ||
        description.length > 200
      )
        return unclear('not_understood', text);
      const organisationId = names.organisationId(provider);
      if (organisationId === null) return unclear('unknown_organisation', provider);
      return entry({ kind: kind.value, organisationId, amount, unit: unit.value, description, withinWorkingDays: days });
    },
  );

export const writeCarveOuts = (list: readonly CarveOut[]): string =>
  list.map(({ part, reason }) => (reason === '' ? part : `${part}——${reason}`)).join('\n');

export function readCarveOuts(cell: string): readonly CarveOut[] | null {
  const list = cell
    .split(/[\n；;]/)
    .map(plainLine)
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.indexOf('——');
      return at < 0 ? { part: line, reason: '' } : { part: line.slice(0, at).trim(), reason: line.slice(at + 2).trim() };
    });
  return list.every(({ part, reason }) => part !== '' && part.length <= 120 && reason.length <= 300) && list.length <= 20 ? list : null;
}

/** Codes in a cell: whatever stands between them. */
export const readCodes = (cell: string): string[] =>
  cell
    .split(/[、，,；;\s]+/)
    .map(plainCode)
    .filter((code) => code !== '');

export function writeStartRule(rule: ItemTerms['startRule']): string {
  if (rule.kind === 'on_signing') return '签署即生效';
  return rule.kind === 'on_day' ? rule.on : `印发后${String(rule.days)}天`;
}

export function readStartRule(cell: string): ItemTerms['startRule'] | null {
  const text = foldText(cell);
  if (/^(?:签署|签订|签字)(?:即|后|之日起?)?生效$/.test(text) || text === '签署即生效') return { kind: 'on_signing' };
  const days = /^(?:印发|发文|签发)(?:后|之日起)(\d{1,3})(?:天|日)(?:后?生效)?$/.exec(text)?.[1];
  if (days !== undefined) return Number(days) <= 365 ? { kind: 'days_after_issue', days: Number(days) } : null;
  const day = readDay(cell);
  return day.kind === 'read' ? { kind: 'on_day', on: day.value } : null;
}
