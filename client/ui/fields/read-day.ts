import { isDay } from '#client/lib/days.ts';

const padded = (part: string): string => part.padStart(2, '0');
const plain = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ');

// 2026年11月22日, 2026-11-22, 2026/11/22, 2026.11.22, blanks anywhere between them; 号 as one says it.
const separated = /^(\d{4}) ?(?:年|[-/.]) ?(\d{1,2}) ?(?:月|[-/.]) ?(\d{1,2}) ?[日号]?$/;
const inOneGo = /^(\d{4})(\d{2})(\d{2})$/;
// 22 Nov 2026, 22 November 2026, and November 22, 2026.
const dayFirst = /^(\d{1,2}) ([a-z]{3,9})\.?,? (\d{4})$/i;
const monthFirst = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i;

const english = 'january february march april may june july august september october november december'.split(' ');
function monthOf(name: string): string | null {
  const index = english.findIndex((full) => full.startsWith(name.toLowerCase()));
  return index < 0 ? null : padded(String(index + 1));
}

function asDay(year = '', month: string | null = '', day = ''): string | null {
  const found = `${year}-${padded(month ?? '')}-${padded(day)}`;
  return month !== null && isDay(found) ? found : null;
}

/** The calendar day that somebody typed as YYYY-MM-DD, or nothing: a year is never guessed, and 30 February is no day. */
export function readDay(text: string): string | null {
  const typed = plain(text);
  const figures = separated.exec(typed) ?? inOneGo.exec(typed);
  if (figures !== null) return asDay(figures[1], figures[2], figures[3]);
  const british = dayFirst.exec(typed);
  if (british !== null) return asDay(british[3], monthOf(british[2] ?? ''), british[1]);
  const american = monthFirst.exec(typed);
  return american === null ? null : asDay(american[3], monthOf(american[1] ?? ''), american[2]);
}

const monthInFigures = /^(\d{4}) ?(?:年|[-/.])? ?(\d{1,2}) ?月?$/;
const monthInWords = /^([a-z]{3,9})\.?,? (\d{4})$/i;

/** The month that somebody typed as YYYY-MM, or nothing. */
export function readMonth(text: string): string | null {
  const typed = plain(text);
  const figures = monthInFigures.exec(typed);
  const words = monthInWords.exec(typed);
  const day = figures !== null ? asDay(figures[1], figures[2], '1') : words === null ? null : asDay(words[2], monthOf(words[1] ?? ''), '1');
  return day === null ? null : day.slice(0, 7);
}
