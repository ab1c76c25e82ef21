import { existsSync, rmSync } from 'node:fs';
import { openDatabase, prepared, type Db } from '#db/connection.ts';
import { dataFolder } from '#db/data-folder.ts';
import { holder, type HeldPower, type Suspension } from '#server/domain/ledger/ledger.ts';
import { inBulk, into } from '#tests/bench/county/bulk.ts';
import { hurry, newInstallation, settle } from '#tests/bench/county/fill-county.ts';
import { fillFrame } from '#tests/bench/county/frame.ts';
import { createIdAt, scattered } from '#tests/bench/county/ids.ts';
import { fillMenu } from '#tests/bench/county/menu.ts';
import { sizes } from '#tests/bench/county/sizes.ts';

export interface HolderTimes {
  readonly intervals: number;
  readonly lookups: number;
  /** Milliseconds. */
  readonly median: number;
  readonly p99: number;
  readonly heldByTownship: number;
}

const day = 86_400_000;
/** One after the other, ninety days each with ten between them. */
const perTerritory = 5;
const first = Date.UTC(2020, 0, 1);
const lookups = 20_000;

/** In process: who exercised a power over a territory at an instant, among so many intervals (RULES.md 6.2). */
export async function timeHolders(folder: string, intervals: number): Promise<HolderTimes> {
  const { database } = dataFolder(folder);
  const isFilled = existsSync(database) && countOf(database) === intervals;
  if (!isFilled) {
    rmSync(folder, { recursive: true, force: true });
    await fillHolders(folder, intervals);
  }
  const db = openDatabase(database, { readonly: true, check: false });
  try {
    return timeLookups(db, intervals);
  } finally {
    db.$client.close();
  }
}

function countOf(database: string): number {
  const { $client: client } = openDatabase(database, { readonly: true, check: false });
  try {
    return client.prepare('SELECT count(*) FROM holdings').pluck().get() as number;
  } finally {
    client.close();
  }
}

const size = { ...sizes.S, name: 'holders', orders: 0 };
/** The n-th territory: a power and a township. */
const territoryOf = (nth: number) => ({ power: Math.floor(nth / size.townships), township: nth % size.townships });

async function fillHolders(folder: string, intervals: number): Promise<void> {
  if (intervals > size.powers * size.townships * perTerritory)
    throw new Error(`at most ${size.powers * size.townships * perTerritory} intervals`);
  console.log(`filling ${intervals.toLocaleString('en')} holdings`);
  await newInstallation(folder, first);
  const { $client: client } = openDatabase(dataFolder(folder).database, { check: false });
  hurry(client);
  const idAt = createIdAt();
  const frame = fillFrame(client, size, first, idAt);
  const items = fillMenu(client, size, frame, first, idAt);
  const grant = into(
    client,
    'grants',
    ...[
      'id',
      'item_id',
      'power_id',
      'township_id',
      'department_id',
      'carrier',
      'prerequisites',
      'document_number',
      'issued_at',
      'term_ends_at',
      'observed_from_at',
    ],
    ...['is_trial_extended', 'end_kind', 'version', 'created_at'],
  );
  const holding = into(client, 'holdings', 'grant_id', 'power_id', 'township_id', 'from_at', 'to_at');
  const suspension = into(client, 'suspensions', 'id', 'grant_id', 'kind', 'from_at', 'to_at', 'reason', 'created_at');
  inBulk(client, 'holdings', intervals, (index) => {
    const { power, township } = territoryOf(Math.floor(index / perTerritory));
    const item = items[power];
    const body = frame.townships[township];
    const department = item && frame.departments[item.department];
    if (!item || !body || !department) throw new RangeError('no such territory');
    const from = first + (index % perTerritory) * 100 * day;
    const id = idAt(from);
    grant(
      id,
      item.itemId,
      item.powerId,
      body.id,
      department.id,
      item.carrier,
      '[]',
      `存量〔2020〕${index + 1}号`,
      from,
      from + 90 * day,
      from,
      0,
      'expired',
      1,
      from,
    );
    holding(id, item.powerId, body.id, from, from + 90 * day);
    if (index % 50 === 0) suspension(idAt(from), id, 'decision', from + 30 * day, from + 40 * day, '整改', from);
  });
  settle(client);
  client.close();
}

const statements = prepared((db: Db) => ({
  holdings: db.$client.prepare(
    `SELECT h.grant_id AS grantId, h.power_id AS powerId, h.township_id AS townshipId, h.from_at AS fromAt, h.to_at AS toAt, g.carrier, g.document_number AS documentNumber
     FROM holdings h JOIN grants g ON g.id = h.grant_id WHERE h.power_id = ? AND h.township_id = ? AND h.from_at <= ? ORDER BY h.from_at DESC LIMIT 1`,
  ),
  suspensions: db.$client.prepare(
    'SELECT id, grant_id AS grantId, kind, from_at AS fromAt, to_at AS toAt FROM suspensions WHERE grant_id = ?',
  ),
  departments: db.$client.prepare('SELECT department_id FROM powers WHERE id = ?').pluck(),
}));

/** The last holding that began before the instant is the only one that can cover it, because none overlap. */
function holderAt(db: Db, powerId: string, townshipId: string, at: number) {
  const { holdings, suspensions, departments } = statements(db);
  const found = holdings.all(powerId, townshipId, at) as HeldPower[];
  const territory = {
    ...{ powerId, townshipId, departmentId: departments.get(powerId) as string, holdings: found },
    suspensions: found.flatMap(({ grantId }) => suspensions.all(grantId) as Suspension[]),
  };
  return holder(territory, at);
}

function timeLookups(db: Db, intervals: number): HolderTimes {
  const powers = db.$client.prepare('SELECT id FROM powers ORDER BY rowid').pluck().all() as string[];
  const townships = db.$client.prepare(`SELECT id FROM organisations WHERE kind = 'township' ORDER BY rowid`).pluck().all() as string[];
  const territories = Math.ceil(intervals / perTerritory);
  const times: number[] = [];
  let heldByTownship = 0;
  for (let nth = 0; nth < lookups; nth += 1) {
    const { power, township } = territoryOf(scattered(nth, territories));
    const at = first + scattered(nth + 1, perTerritory * 100) * day;
    const begun = performance.now();
    const found = holderAt(db, powers[power] ?? '', townships[township] ?? '', at);
    times.push(performance.now() - begun);
    if (found.by === 'township') heldByTownship += 1;
  }
  times.sort((a, b) => a - b);
  return { intervals, lookups, median: times[lookups / 2] ?? 0, p99: times[Math.floor(lookups * 0.99)] ?? 0, heldByTownship };
}

export function reportHolders({ intervals, lookups: asked, median, p99, heldByTownship }: HolderTimes): void {
  const verdict = p99 < 1 ? 'under 1 ms' : 'not under 1 ms';
  const share = `${Math.round((heldByTownship / asked) * 100)} % held by a township`;
  console.log(
    `\nholder(power, territory, at) in process on ${intervals.toLocaleString('en')} intervals: median ${median.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms, ${verdict} (${share})`,
  );
}
