import type { Tx } from '#db/connection.ts';
import { seedCounty } from './county.ts';

/** The small county with many more townships like east, `t0` and up, each with a lead and an officer who has no certificate. */
export const countyOf =
  (townships: number) =>
  (tx: Tx): void => {
    seedCounty(tx);
    const copy = (table: string, of: string, values: Readonly<Record<string, string>>): void => {
      const columns = tx.$client.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
      const chosen = columns.map((name) => (name in values ? '?' : `"${name}"`)).join(', ');
      const bound = columns.flatMap((name) => values[name] ?? []);
      tx.$client.prepare(`INSERT INTO ${table} SELECT ${chosen} FROM ${table} WHERE ${of}`).run(...bound);
    };
    for (let index = 0; index < townships; index += 1) {
      const id = `t${String(index)}`;
      copy('organisations', `id = 'east'`, { id, name: `${id}镇`, short_name: id, division_code: String(980_000_000 + index) });
      copy('accounts', `id = 'eastlead'`, { id: `lead-${id}`, username: `lead-${id}` });
      copy('memberships', `account_id = 'eastlead'`, { account_id: `lead-${id}`, organisation_id: id });
      copy('officers', `id = 'officer-li'`, { id: `officer-${id}`, township_id: id });
    }
  };
