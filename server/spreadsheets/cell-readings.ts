import { isDay, dayOfNumber, dayNumber } from '#server/domain/time/time.ts';
import { foldText, plainLine } from '#server/domain/values/text.ts';

/**
 * Reading cells of spreadsheets as counties send them: tolerant where no meaning is lost, and where meaning would be lost the answer says so
 * and proposes (RULES.md 3.46). All of it works on the text of one cell.
 */

/** Why a cell could not be read; amounts.ts has the words about figures. */
export type UnclearCode =
  | 'day_without_date'
  | 'day_with_short_year'
  | 'day_unreadable'
  | 'day_does_not_exist'
  | 'flag_unreadable'
  | 'word_unknown'
  | 'amount_unreadable'
  | 'amount_negative'
  | 'amount_too_large'
  | 'amount_not_whole'
  | 'unit_unknown'
  | 'unit_missing';

/** What a cell says; `unclear` says why by code and, where somebody can guess, what may be meant. */
export type Reading<T> =
  | { readonly kind: 'empty' }
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'unclear'; readonly code: UnclearCode; readonly proposal: string };

const empty = { kind: 'empty' } as const;
const read = <T>(value: T): Reading<T> => ({ kind: 'read', value });
const unclear = <T>(code: UnclearCode, proposal = ''): Reading<T> => ({ kind: 'unclear', code, proposal });

const pad = (digits: string): string => digits.padStart(2, '0');
const dayShapes = [
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/,
  /^(\d{4})[-/.、](\d{1,2})[-/.、](\d{1,2})[日.]?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  // As programs write an instant; a day's beginning in the county may be written in UTC, so the time is looked at.
  /^(\d{4})-(\d{1,2})-(\d{1,2})[T ]0{1,2}:00(?::00(?:\.0+)?)?(?:Z|\+0?0:?00)?$/i,
];
const monthShape = /^(\d{4})[年\-/.](\d{1,2})月?$/;
const shortYear = /^(\d{2})[年\-/.](\d{1,2})[月\-/.](\d{1,2})日?$/;
/** Days since the last day of 1899, as spreadsheets count; the bounds keep out years, amounts and codes. */
const serial = { shape: /^\d{5}(?:\.0+)?$/, origin: dayNumber('1899-12-30'), from: 18_264, to: 73_050 } as const;

/** A calendar day in any of the forms that sheets have; a month alone, a short year and a day that does not exist are unclear (RULES.md 3.46). */
export function readDay(cell: string): Reading<string> {
  const text = plainLine(cell)
    .normalize('NFKC')
    .replaceAll(/\s*([年月日号/.-])\s*/g, '$1')
    .replace(/[(（](?:周|星期).[)）]$/, '')
    .trim();
  if (text === '') return empty;
  for (const shape of dayShapes) {
    const [, year = '', month = '', date = ''] = shape.exec(text) ?? [];
    if (year !== '') return dayOr(`${year}-${pad(month)}-${pad(date)}`);
  }
  if (serial.shape.test(text)) {
    const days = Math.floor(Number(text));
    if (days >= serial.from && days <= serial.to) return read(dayOfNumber(serial.origin + days));
  }
  const [, monthYear = '', monthOnly = ''] = monthShape.exec(text) ?? [];
  if (monthYear !== '') return unclear('day_without_date', proposed(`${monthYear}-${pad(monthOnly)}-01`));
  const [, yy = '', month = '', date = ''] = shortYear.exec(text) ?? [];
  if (yy !== '') return unclear('day_with_short_year', proposed(`20${yy}-${pad(month)}-${pad(date)}`));
  return unclear('day_unreadable');
}

const dayOr = (day: string): Reading<string> => (isDay(day) ? read(day) : unclear('day_does_not_exist'));
const proposed = (day: string): string => (isDay(day) ? day : '');

const yes = new Set(['是', '有', '对', '真', '√', '✓', '✔', '☑', 'v', 'y', 'yes', 'true', '1', '已', '可', '可以', '属于']);
const refusal = new Set([
  '否',
  '无',
  '不',
  '非',
  '没有',
  '×',
  '✗',
  '✘',
  '☒',
  '☐',
  'x',
  'n',
  'no',
  'false',
  '0',
  '未',
  '不可',
  '不可以',
  '不属于',
  '-',
  '/',
]);

/** Yes or no in the words and marks of sheets. */
export function readFlag(cell: string): Reading<boolean> {
  const text = foldText(cell);
  if (text === '') return empty;
  if (yes.has(text)) return read(true);
  return refusal.has(text) ? read(false) : unclear('flag_unreadable');
}

/** One of several words: by the word itself, or by any of its synonyms. */
export function readWord<T extends string>(cell: string, words: Readonly<Record<T, readonly string[]>>): Reading<T> {
  const text = foldText(cell);
  if (text === '') return empty;
  for (const [word, synonyms] of Object.entries(words) as [T, readonly string[]][]) {
    if (synonyms.some((synonym) => foldText(synonym) === text)) return read(word);
  }
  return unclear('word_unknown');
}
