import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/connection.ts';
import { dataFolder } from '#db/data-folder.ts';
import { ensureCounty } from '#tests/bench/county/fill-county.ts';
import { requestsOf } from '#tests/bench/county/sizes.ts';

// The bench fills its county past the use cases, by statements of its own, and no other test runs it.
test('the county of the bench can be filled by the schema as it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'county-power-menu-bench-'));
  const size = { name: 'test', powers: 100, townships: 20, orders: 60 };
  try {
    await ensureCounty(folder, size, Date.parse('2026-11-22T04:00:00Z'));
    const { $client } = openDatabase(dataFolder(folder).database);
    expect($client.prepare('SELECT count(*) FROM requests').pluck().get()).toBe(requestsOf(size));
    expect($client.pragma('foreign_key_check')).toEqual([]);
    $client.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
