import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Problem } from '#contract/problems.ts';
import type { Order } from '#contract/orders.ts';
import { people, seedCounty, type PowerKey } from '#tests/builders/county.ts';
import { lineFor } from '#tests/builders/orders.ts';
import { createTestFolder } from '#tests/support/database.ts';
import { createCounty, send, startServer, type Sent } from '#tests/support/server-process.ts';

const powers: readonly PowerKey[] = ['fine', 'inspect', 'litter', 'populous', 'mandated'];
const opinion = { position: 'support', text: '' };

it('two reviewers who act on one request at once: one succeeds, the other is told who and what', async () => {
  const folder = createTestFolder();
  const directory = join(folder.directory, 'data');
  try {
    await createCounty(directory, seedCounty);
    const { origin, kill } = await startServer(directory);
    const { status, body } = await send(origin, 'eastlead', '/orders', {
      key: 'the-order',
      body: { name: '点单', lines: powers.map((power) => lineFor(power)), submit: true },
    });
    expect(status).toBe(201);
    const requestIds = (body as Order).lines.map(({ requestId }) => requestId);
    const by = (account: string, requestId: string): Promise<Sent> =>
      send(origin, account, `/requests/${requestId}/opinion`, { key: `${account}-${requestId}`, version: 1, body: opinion });
    const pairs = await Promise.all(
      requestIds.map((requestId) => Promise.all([by('urbanreviewer', requestId), by('urbanreviewer2', requestId)])),
    );
    for (const [one, other] of pairs) {
      expect([one.status, other.status].sort()).toEqual([200, 412]);
      const winner = one.status === 200 ? people.urbanreviewer.name : people.urbanreviewer2.name;
      const loser = (one.status === 200 ? other : one).body as Problem;
      expect(loser).toMatchObject({ code: 'version_stale', currentVersion: 2, changes: [{ actor: winner, action: 'opinion_given' }] });
    }
    await kill();
  } finally {
    folder.dispose();
  }
});
