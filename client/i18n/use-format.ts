import { now } from '#client/lib/clock.ts';
import { FOREVER, dayOf } from '#client/lib/days.ts';
import * as format from '#client/lib/format.ts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from './use-language.ts';
import type { WordLists } from './word-lists.ts';

export interface Format {
  /** Calendar day YYYY-MM-DD. */
  readonly day: (day: string) => string;
  /** Month YYYY-MM. */
  readonly month: (month: string) => string;
  /** The name of a month, 1 to 12, without its year. */
  readonly monthName: (number: number) => string;
  /** First and last day. */
  readonly period: (from: string, to: string) => string;
  /** Day of the county on which an instant falls; 长期 for an open end. */
  readonly dayAt: (at: number) => string;
  /** Day and time of the county. */
  readonly instant: (at: number) => string;
  /** How far a deadline is away: 还有3天, in 3 days. */
  readonly until: (at: number) => string;
  readonly number: (value: number) => string;
  readonly yuan: (yuan: number) => string;
  readonly workingDays: (days: number) => string;
  readonly calendarDays: (days: number) => string;
  readonly months: (months: number) => string;
  readonly list: (items: readonly string[]) => string;
  /** A thing and, in brackets, what is to be said of it. */
  readonly aside: (what: string, aside: string) => string;
  readonly labelled: (label: string, text: string) => string;
  /** An amount of a resource with its unit: 3万元/年, 2人. */
  readonly resource: (amount: number, unit: WordLists['resourceUnit']) => string;
}

export function useFormat(): Format {
  const { language } = useLanguage();
  const { t } = useTranslation();
  return {
    day: (day) => format.formatDay(day, language),
    month: (month) => format.formatMonth(month, language),
    monthName: (number) => format.formatMonthName(number, language),
    period: (from, to) => format.formatPeriod(from, to, language),
    dayAt: (at) => (at >= FOREVER ? t('state.openEnd') : format.formatInstantDay(at, language)),
    instant: (at) => format.formatInstant(at, language),
    until: (at) => format.formatDistance(dayOf(at), dayOf(now()), language),
    number: format.formatNumber,
    yuan: (yuan) => format.formatYuan(yuan, language),
    workingDays: (days) => format.formatWorkingDays(days, language),
    calendarDays: (days) => format.formatCalendarDays(days, language),
    months: (months) => format.formatMonths(months, language),
    list: (items) => format.formatList(items, language),
    aside: (what, aside) => format.formatAside(what, aside, language),
    labelled: (label, text) => format.formatLabelled(label, text, language),
    resource: (amount, unit) => {
      if (language === 'zh' && (unit === 'yuan' || unit === 'yuan_per_year')) {
        return `${format.formatYuan(amount, 'zh')}${unit === 'yuan_per_year' ? '/年' : ''}`;
      }
      return t(`amount.${unit}`, { count: amount, figure: format.formatNumber(amount) });
    },
  };
}
