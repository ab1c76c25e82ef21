import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendAudit, auditHead, isOnChain, verifyAudit } from '#server/records/audit.ts';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';

let test: TestDatabase;
beforeEach(async () => {
  test = createTestDatabase();
  await append(1200);
});
afterEach(() => test.close());

const fact = (index: number) => ({
  ...{ at: index, actorId: 'A1', actorName: '王芳', onBehalfOfId: null, onBehalfOf: null, action: 'decide', subjectKind: 'request' },
  ...{ subjectId: `Q${index}`, detail: JSON.stringify({ text: '同意\n“附条件”', index }), requestId: `R${index}` },
});

async function append(count: number): Promise<void> {
  await test.unitOfWork.transact((tx) => {
    for (let index = 1; index <= count; index += 1) appendAudit(tx, fact(index));
  });
}

/** Somebody with the file in hands, whom no trigger stops. */
function tamper(statement: string): void {
  const triggers = test.tx.$client.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all() as string[];
  for (const name of triggers) test.tx.$client.exec(`DROP TRIGGER "${name}"`);
  test.tx.$client.exec(statement);
}

describe('the audit chain', () => {
  it('verifies, over several batches', async () => {
    const { records, head } = auditHead(test.db);
    expect(await verifyAudit(test.db)).toEqual({ isIntact: true, records, head, brokenAt: null, algorithm: 'sm3' });
    expect(records).toBe(1200);
  });

  it('can be recomputed by anybody from the description alone', () => {
    const rows = test.db.$client.prepare('SELECT * FROM audit_records ORDER BY seq').raw().all() as (string | number | null)[][];
    let previous = '0'.repeat(64);
    for (const row of rows) {
      const covered = JSON.stringify(row.slice(0, -2));
      previous = createHash('sm3')
        .update(previous + covered, 'utf8')
        .digest('hex');
      expect(row.at(-1)).toBe(previous);
    }
  });

  it.each([
    ['an edited text', `UPDATE audit_records SET detail = '{}' WHERE seq = 700`, 700],
    ['an edited name', `UPDATE audit_records SET actor_name = '李军' WHERE seq = 1`, 1],
    ['an edited time', `UPDATE audit_records SET at = at + 1 WHERE seq = 1200`, 1200],
    ['a removed record', 'DELETE FROM audit_records WHERE seq = 501', 501],
    ['a removed first record', 'DELETE FROM audit_records WHERE seq = 1', 1],
    ['a record pushed in', `UPDATE audit_records SET seq = seq + 1 WHERE seq = 1200`, 1200],
    [
      'two records that changed places',
      'UPDATE audit_records SET seq = -9 WHERE seq = 3; UPDATE audit_records SET seq = 3 WHERE seq = 4; UPDATE audit_records SET seq = 4 WHERE seq = -9',
      3,
    ],
    ['another algorithm', `UPDATE audit_records SET algorithm = 'none' WHERE seq = 9`, 9],
  ])('shows %s', async (_, statement, brokenAt) => {
    tamper(`PRAGMA ignore_check_constraints = ON; ${statement}`);
    expect(await verifyAudit(test.db)).toMatchObject({ isIntact: false, brokenAt });
  });

  it('shows by an earlier head that records were cut off or rewritten', async () => {
    const early = auditHead(test.db);
    await append(5);
    expect(isOnChain(test.db, early)).toBe(true);
    tamper('DELETE FROM audit_records WHERE seq > 1000');
    expect(await verifyAudit(test.db)).toMatchObject({ isIntact: true, records: 1000 });
    expect(isOnChain(test.db, early)).toBe(false);
  });

  it.each([
    ['changed', `UPDATE audit_records SET detail = '{}'`],
    ['deleted', 'DELETE FROM audit_records'],
    ['replaced', `INSERT OR REPLACE INTO audit_records SELECT * FROM audit_records WHERE seq = 5`],
    [
      'left out',
      `INSERT INTO audit_records SELECT 1300, at, actor_id, actor_name, on_behalf_of_id, on_behalf_of, action, subject_kind, subject_id, detail, request_id, algorithm, prev_hash, hash FROM audit_records WHERE seq = 5`,
    ],
  ])('lets nothing be %s from within the program', (_, statement) => {
    expect(() => test.tx.$client.exec(statement)).toThrow(/append_only|gap/);
  });

  it('refuses half a character, which would not verify', async () => {
    await expect(test.unitOfWork.transact((tx) => appendAudit(tx, { ...fact(1), actorName: 'A\ud83d' }))).rejects.toThrow('well-formed');
    expect(auditHead(test.db).records).toBe(1200);
  });
});
