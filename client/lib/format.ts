import { dayOf, daysBetween, timeOf } from './days.ts';

export type Language = 'zh' | 'en';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 2026年11月22日, 22 Nov 2026. */
export function formatDay(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (language === 'zh') return `${Number(year)}年${Number(month)}月${Number(date)}日`;
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${Number(year)}`;
}

/** 2026年11月, Nov 2026; takes YYYY-MM. */
export function formatMonth(month: string, language: Language): string {
  const [year = '', number = ''] = month.split('-');
  if (language === 'zh') return `${Number(year)}年${Number(number)}月`;
  return `${months[Number(number) - 1] ?? number} ${Number(year)}`;
}

/** The name of a month without its year: 11月, Nov. */
export function formatMonthName(number: number, language: Language): string {
  return language === 'zh' ? `${number}月` : (months[number - 1] ?? String(number));
}

/** First and last day, 2026年12月12日至14日, 12 to 14 Dec 2026: what both have in common is said once. */
export function formatPeriod(from: string, to: string, language: Language): string {
  if (from === to) return formatDay(from, language);
  const isSameYear = from.slice(0, 4) === to.slice(0, 4);
  const isSameMonth = isSameYear && from.slice(5, 7) === to.slice(5, 7);
  const [first, last] = [formatDay(from, language), formatDay(to, language)];
  if (language === 'zh') return `${first}至${isSameMonth ? last.replace(/^.*月/, '') : isSameYear ? last.replace(/^.*年/, '') : last}`;
  const [date = '', month = ''] = first.split(' ');
  return `${isSameMonth ? date : isSameYear ? `${date} ${month}` : first} to ${last}`;
}

/** The calendar day of the county on which an instant falls. */
export function formatInstantDay(at: number, language: Language): string {
  return formatDay(dayOf(at), language);
}

/** Day and time of the county, 2026年11月22日 14:05. */
export function formatInstant(at: number, language: Language): string {
  return `${formatDay(dayOf(at), language)}${language === 'zh' ? ' ' : ', '}${timeOf(at)}`;
}

/** Thousands separated by commas in both languages, as in county budgets. */
export function formatNumber(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** 3万元 where nothing is lost by it, else 12,345元; 30,000 yuan in English. */
export function formatYuan(yuan: number, language: Language): string {
  if (language === 'en') return `${formatNumber(yuan)} yuan`;
  if (Math.abs(yuan) >= 10_000 && yuan % 100 === 0) return `${formatNumber(yuan / 10_000)}万元`;
  return `${formatNumber(yuan)}元`;
}

/** 5个工作日, named as such because a calendar day is something else. */
export function formatWorkingDays(days: number, language: Language): string {
  if (language === 'zh') return `${formatNumber(days)}个工作日`;
  return `${formatNumber(days)} working ${days === 1 ? 'day' : 'days'}`;
}

export function formatCalendarDays(days: number, language: Language): string {
  if (language === 'zh') return `${formatNumber(days)}天`;
  return `${formatNumber(days)} ${days === 1 ? 'day' : 'days'}`;
}

export function formatMonths(count: number, language: Language): string {
  if (language === 'zh') return `${formatNumber(count)}个月`;
  return `${formatNumber(count)} ${count === 1 ? 'month' : 'months'}`;
}

/** 张三、李四, Zhang San, Li Si. */
export function formatList(items: readonly string[], language: Language): string {
  return items.join(language === 'zh' ? '、' : ', ');
}

/** 行政执法证（即将到期）, with the brackets of the language. */
export function formatAside(what: string, aside: string, language: Language): string {
  return language === 'zh' ? `${what}（${aside}）` : `${what} (${aside})`;
}

/** 场所：便民服务中心, with the colon of the language. */
export function formatLabelled(label: string, text: string, language: Language): string {
  return language === 'zh' ? `${label}：${text}` : `${label}: ${text}`;
}

/** How far a deadline is away in calendar days, as one says it; what is past is said to be overdue. */
export function formatDistance(day: string, today: string, language: Language): string {
  const days = daysBetween(today, day);
  if (language === 'zh') {
    if (days < 0) return `已逾期${-days}天`;
    return days === 0 ? '今天' : days === 1 ? '明天' : `还有${days}天`;
  }
  if (days < 0) return `${-days} ${days === -1 ? 'day' : 'days'} overdue`;
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
}
