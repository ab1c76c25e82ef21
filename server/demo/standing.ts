import type { Connection } from '#db/connection.ts';

/** What lies in a file: a whole demo county, one whose making was cut short, or something that is no demo at all. */
export type DemoStanding = 'whole' | 'half_made' | 'no_demo';

/** The act with which a demo county is finished. */
export const finished = 'demo_finished';

export function demoStanding(client: Connection): DemoStanding {
  const has = (sql: string, ...values: string[]): boolean =>
    client
      .prepare(sql)
      .pluck()
      .get(...values) !== undefined;
  if (!has("SELECT 1 FROM sqlite_schema WHERE name = 'settings'")) return 'half_made';
  if (has('SELECT 1 FROM settings WHERE is_demo = 1'))
    return has('SELECT 1 FROM audit_records WHERE action = ?', finished) ? 'whole' : 'half_made';
  // Tables and nothing in them is all that a demo leaves which was cut short at once.
  return has('SELECT 1 FROM settings') || has('SELECT 1 FROM audit_records') ? 'no_demo' : 'half_made';
}
