import { dayNumber, dayOfNumber } from '#server/domain/time/time.ts';
import { attributeOf, elementsOf } from './xlsx-markup.ts';

export interface DateFormats {
  readonly isDate: (style: number) => boolean;
  readonly isFrom1904: boolean;
}

/** The formats that every spreadsheet program knows without being told, those of Chinese ones included (ECMA-376, 18.8.30). */
const builtIn = (id: number): boolean => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Which styles show a number as a day. */
export function createDateFormats(styles: string, isFrom1904: boolean): DateFormats {
  const own = new Map<number, boolean>();
  for (const { attributes } of elementsOf(styles, 'numFmt'))
    own.set(Number(attributeOf(attributes, 'numFmtId')), isDayFormat(attributeOf(attributes, 'formatCode') ?? ''));
  const [formats] = elementsOf(styles, 'cellXfs');
  const days = Array.from(elementsOf(formats?.content ?? '', 'xf'), ({ attributes }) => {
    const id = Number(attributeOf(attributes, 'numFmtId') ?? '0');
    return own.get(id) ?? builtIn(id);
  });
  return { isDate: (style) => days[style] ?? false, isFrom1904 };
}

/** Years or days in the pattern, once texts in quotes and brackets are taken out. */
const isDayFormat = (code: string): boolean => /[yd]/i.test(code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '').replaceAll(/general/gi, ''));

/** The day of a date cell; a time of day that is not midnight is kept behind it, so that nothing is lost. */
export function dayOfSerial(serial: number, isFrom1904: boolean): string {
  const whole = Math.floor(serial);
  // 1900 is a leap year in spreadsheets only: before March of it, days lie one further.
  const shifted = isFrom1904 ? whole + 1462 : whole < 60 ? whole + 1 : whole;
  if (shifted < 1 || shifted > 2_958_465) return String(serial);
  const day = dayOfNumber(dayNumber('1899-12-30') + shifted);
  const seconds = Math.round((serial - whole) * 86_400);
  if (seconds === 0) return day;
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${day} ${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}
