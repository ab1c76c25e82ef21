import { prepared, type Db } from '#db/connection.ts';
import type { TownshipKind } from '#server/domain/values/words.ts';

// Asked for one power or for all of an edition: the ids go in as one list, each row is found through an index.
const statements = prepared((db: Db) => ({
  facts: db.$client.prepare(
    `SELECT 'power' AS what, id AS powerId, limits_personal_freedom AS flag, came_down_from AS word, NULL AS text
     FROM powers WHERE id IN (SELECT value FROM json_each(:ids))
     UNION ALL
     SELECT 'listed', e.power_id, 0, e.ended_on, e.scope_note FROM directory_entries e WHERE e.power_id IN (SELECT value FROM json_each(:ids))
     UNION ALL
     SELECT 'listed', p.id, 0, e.ended_on, e.scope_note FROM powers p JOIN directory_entries e ON e.code = p.code
     WHERE p.id IN (SELECT value FROM json_each(:ids)) AND e.power_id IS NULL
     UNION ALL
     SELECT 'taken_back', d.power_id, 0, d.township_id, o.short_name FROM duty_entries d LEFT JOIN organisations o ON o.id = d.township_id
     WHERE d.power_id IN (SELECT value FROM json_each(:ids)) AND d.list = 'taken_back'
     UNION ALL
     SELECT 'by_law', power_id, 0, kinds, NULL FROM township_powers WHERE power_id IN (SELECT value FROM json_each(:ids))
     UNION ALL
     SELECT 'has_directory', '', EXISTS (SELECT 1 FROM directory_entries WHERE code > ''), NULL, NULL
     UNION ALL
     SELECT 'townships', '', (SELECT count(*) FROM organisations
       WHERE division_code IS NOT NULL AND division_code > '' AND kind = 'township' AND is_active = 1), NULL, NULL
     WHERE EXISTS (SELECT 1 FROM duty_entries WHERE power_id IN (SELECT value FROM json_each(:ids)) AND list = 'taken_back')`,
  ),
  // The very words of the indexes powers_limited and directory_entries_ended: SQLite takes a partial index only where its condition is repeated.
  limited: db.$client
    .prepare(
      `SELECT id FROM powers WHERE id > '' AND (came_down_from IS NOT NULL OR limits_personal_freedom = 1)
       UNION SELECT power_id FROM township_powers WHERE power_id IS NOT NULL
       UNION SELECT power_id FROM duty_entries WHERE power_id IS NOT NULL AND list = 'taken_back'
       UNION SELECT power_id FROM directory_entries WHERE ended_on IS NOT NULL AND power_id IS NOT NULL
       UNION SELECT p.id FROM directory_entries e JOIN powers p ON p.code = e.code WHERE e.ended_on IS NOT NULL AND e.power_id IS NULL`,
    )
    .pluck(),
  // Entries that are not linked yet, each name once; bounded, so that a county that links nothing still gets its findings.
  unlinked: db.$client.prepare(
    `SELECT 'township_power' AS kind, min(id) AS id, name FROM township_powers WHERE power_id IS NULL GROUP BY name
     UNION ALL
     SELECT 'duty_entry', min(id), name FROM duty_entries WHERE power_id IS NULL AND list = 'taken_back' GROUP BY name
     LIMIT 1000`,
  ),
}));

interface FactRow {
  readonly what: 'power' | 'listed' | 'taken_back' | 'by_law' | 'has_directory' | 'townships';
  readonly powerId: string;
  readonly flag: number;
  readonly word: string | null;
  readonly text: string | null;
}
export interface StandingPowerRow {
  readonly powerId: string;
  readonly limitsPersonalFreedom: boolean;
  readonly cameDownFrom: 'province' | 'city' | null;
}
/** What the directory says of a power: by link, and by the same code where the entry is not linked. */
export interface ListedRow {
  readonly powerId: string;
  readonly endedOn: string | null;
  readonly scopeNote: string;
}
export interface TakenBackRow {
  readonly powerId: string;
  readonly townshipId: string | null;
  readonly townshipName: string | null;
}
export interface StatutoryRow {
  readonly powerId: string;
  readonly kinds: readonly TownshipKind[];
}
export interface StandingFacts {
  readonly powers: readonly StandingPowerRow[];
  readonly listed: readonly ListedRow[];
  readonly takenBack: readonly TakenBackRow[];
  readonly statutory: readonly StatutoryRow[];
  readonly hasDirectory: boolean;
  /** How many there are in the county; counted only where a line of theirs takes one of the powers back, otherwise 0. */
  readonly townships: number;
}
/** Everything that is said of powers, in one statement: it is asked at every order. */
export function standingFacts(db: Db, ids: readonly string[]): StandingFacts {
  const rows = statements(db).facts.all({ ids: JSON.stringify(ids) }) as FactRow[];
  const of = (what: FactRow['what']): FactRow[] => rows.filter((row) => row.what === what);
  return {
    powers: of('power').map(({ powerId, flag, word }) => ({
      powerId,
      limitsPersonalFreedom: flag === 1,
      cameDownFrom: word as StandingPowerRow['cameDownFrom'],
    })),
    listed: of('listed').map(({ powerId, word, text }) => ({ powerId, endedOn: word, scopeNote: text ?? '' })),
    takenBack: of('taken_back').map(({ powerId, word, text }) => ({ powerId, townshipId: word, townshipName: text })),
    statutory: of('by_law').map(({ powerId, word }) => ({ powerId, kinds: JSON.parse(word ?? '[]') as TownshipKind[] })),
    hasDirectory: of('has_directory')[0]?.flag === 1,
    townships: of('townships')[0]?.flag ?? 0,
  };
}

/** The powers that anything here may keep a township from ordering; all others may be left alone. */
export const limitedPowers = (db: Db): string[] => statements(db).limited.all() as string[];

export interface UnlinkedRow {
  readonly kind: 'township_power' | 'duty_entry';
  readonly id: string;
  readonly name: string;
}
/** What keeps a power from being ordered once somebody says that it is the same. */
export const unlinkedLimits = (db: Db): UnlinkedRow[] => statements(db).unlinked.all() as UnlinkedRow[];
