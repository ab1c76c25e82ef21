import { describe, expect, test } from 'vitest';
import { listAudit } from '#contract/audit/audit.ts';
import { auditStatements } from '#server/features/audit/queries.ts';
import { appendAudit, auditHead } from '#server/records/audit.ts';
import { useApp } from '#tests/support/app.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { planOf } from '#tests/support/plans.ts';

const app = useApp();

function given(...facts: readonly (readonly [action: string, subjectId: string])[]): void {
  app().arrange((tx) => {
    for (const [action, subjectId] of facts) {
      const who = { actorId: 'decider', actorName: '县领导', onBehalfOfId: 'decider2', onBehalfOf: '另一领导' };
      appendAudit(tx, { ...who, at: 5, action, subjectKind: 'request', subjectId, detail: '{"outcome":"approve"}', requestId: 'r' });
    }
  });
}
const listed = async (query: Record<string, string> = {}) => {
  const reply = await app()
    .as('auditor')
    .send('GET', `/audit?${new URLSearchParams(query).toString()}`);
  return listAudit.response.parse(reply.body);
};
const sequences = async (query: Record<string, string> = {}) => (await listed(query)).items.map(({ sequence }) => sequence);

describe('the trail', () => {
  test('says who did what to what, for whom, with the hash that closes it', async () => {
    given(['decided', 'request-1']);
    expect(await listed()).toEqual({
      items: [
        {
          ...{
            sequence: 1,
            at: 5,
            actorName: '县领导',
            onBehalfOf: '另一领导',
            action: 'decided',
            subjectKind: 'request',
            subjectId: 'request-1',
          },
          ...{ detail: '{"outcome":"approve"}', hash: auditHead(app().db).head },
        },
      ],
      nextCursor: null,
    });
  });

  test('is read newest first, page by page, whole or by subject and action', async () => {
    given(['opened', 'a'], ['decided', 'a'], ['opened', 'b'], ['decided', 'b'], ['opened', 'c']);
    expect(await sequences()).toEqual([5, 4, 3, 2, 1]);
    expect(await sequences({ subjectId: 'a' })).toEqual([2, 1]);
    expect(await sequences({ action: 'opened' })).toEqual([5, 3, 1]);
    expect(await sequences({ action: 'opened', subjectId: 'b' })).toEqual([3]);
    expect(await sequences({ subjectId: 'unknown' })).toEqual([]);
    const first = await listed({ limit: '2' });
    const second = await listed({ limit: '2', cursor: first.nextCursor ?? '' });
    const third = await listed({ limit: '2', cursor: second.nextCursor ?? '' });
    expect([first, second, third].map(({ items }) => items.map(({ sequence }) => sequence))).toEqual([[5, 4], [3, 2], [1]]);
    expect(third.nextCursor).toBeNull();
    expect(await sequences({ cursor: 'nonsense' })).toEqual([5, 4, 3, 2, 1]);
  });

  test('is for auditor and admin', async () => {
    for (const path of ['/audit', '/audit/verification']) {
      expect((await app().anonymous.send('GET', path)).status).toBe(401);
      for (const person of ['eastlead', 'urbanreviewer', 'legal', 'decider', 'trainer'] as const) {
        expect((await app().as(person).send('GET', path)).problem.code).toBe('forbidden');
      }
      for (const person of ['auditor', 'admin'] as const) expect((await app().as(person).send('GET', path)).status).toBe(200);
    }
  });

  test('is found through its indexes, however long it is', () => {
    const { db } = createTestDatabase();
    const indexes = {
      all: 'INTEGER PRIMARY KEY',
      ofSubject: 'INDEX audit_records_subject',
      ofAction: 'INDEX audit_records_action',
    } as const;
    for (const [name, sql] of Object.entries(auditStatements)) {
      expect(planOf(db, sql), name).toEqual([
        expect.stringMatching(`^SEARCH audit_records USING ${indexes[name as keyof typeof indexes]}`),
      ]);
    }
  });
});

describe('its verification', () => {
  const verify = () => app().as('auditor').ok('GET /audit/verification');

  test('says that the chain is whole, and where it ends', async () => {
    expect(await verify()).toEqual({ isIntact: true, records: 0, head: '0'.repeat(64), brokenAt: null, algorithm: 'sm3' });
    given(['opened', 'a'], ['decided', 'a']);
    expect(await verify()).toEqual({ isIntact: true, records: 2, head: auditHead(app().db).head, brokenAt: null, algorithm: 'sm3' });
  });

  test('finds the record that somebody changed past the portal', async () => {
    given(['opened', 'a'], ['decided', 'a'], ['opened', 'b']);
    app().arrange((tx) => {
      tx.$client.exec(`DROP TRIGGER audit_records_no_update; UPDATE audit_records SET detail = '{"outcome":"reject"}' WHERE seq = 2`);
    });
    expect(await verify()).toMatchObject({ isIntact: false, brokenAt: 2 });
  });

  test('lets others be served while it reads a long trail, and is shared by those who ask at once', async () => {
    given(...Array.from({ length: 6000 }, (_, index) => ['opened', `subject-${String(index)}`] as const));
    const order: string[] = [];
    const verifications = [verify(), verify()].map((running) => running.then((verdict) => order.push('verified') && verdict));
    const reading = app()
      .as('eastclerk')
      .ok('GET /me')
      .then(() => order.push('read'));
    const [first, second] = await Promise.all(verifications);
    await reading;
    expect(first).toMatchObject({ isIntact: true, records: 6000 });
    expect(second).toEqual(first);
    expect(order[0]).toBe('read');
  });
});
