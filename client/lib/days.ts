const millisecondsPerDay = 86_400_000;
// Asia/Shanghai has had no daylight saving time since 1991, and no instant of the portal lies before that.
const offset = 8 * 3_600_000;

/** The open end of an interval, the same number as on the wire. */
export const FOREVER = 253402300799000;

/** Calendar day of the county (UTC+8) on which an instant falls. */
export function dayOf(at: number): string {
  return new Date(at + offset).toISOString().slice(0, 10);
}

/** First instant of a calendar day of the county. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - offset;
}

/** Wall-clock time HH:MM of the county. */
export function timeOf(at: number): string {
  return new Date(at + offset).toISOString().slice(11, 16);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * millisecondsPerDay).toISOString().slice(0, 10);
}

/** Calendar days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay);
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && addDays(text, 0) === text;
}
