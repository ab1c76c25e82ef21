import { describe, expect, test } from 'vitest';
import { approval, reviewed, submitted } from '#tests/builders/orders.ts';
import { useApp, type Reply } from '#tests/support/app.ts';

const app = useApp();
const run = (text: string, ...values: unknown[]): void =>
  void app()
    .db.$client.prepare(text)
    .run(...values);
const written = (): unknown =>
  app()
    .db.$client.prepare(
      'SELECT (SELECT count(*) FROM audit_records), (SELECT count(*) FROM idempotency_keys), (SELECT count(*) FROM outbox)',
    )
    .raw()
    .get();

/** Sends a change that is let in and then waits for others to write; meanwhile something happens to the person who sent it. */
async function meanwhile<T>(send: () => Promise<Reply<T>>, happens: () => void): Promise<string> {
  let reply: Promise<Reply<T>> | undefined;
  await app().unitOfWork.exclusively(async () => {
    reply = send();
    // Long enough for the request to arrive and to wait.
    await new Promise((resolve) => setTimeout(resolve, 300));
    happens();
  });
  const { status, problem } = (await reply) ?? { status: 0, problem: undefined };
  return status < 300 ? String(status) : `${String(status)} ${problem?.code ?? ''}`;
}

const opinion = { position: 'support', text: '' } as const;
const giveOpinion = (requestId: string) => () =>
  app().as('urbanreviewer').call('POST /requests/{requestId}/opinion', { params: { requestId }, version: 1, body: opinion });

describe('who was let in and lost it before the change was written', () => {
  test.each([
    ['the session was ended', () => run(`UPDATE sessions SET revoked_at = 1 WHERE account_id = 'urbanreviewer'`), '401 not_signed_in'],
    ['the account was disabled', () => run(`UPDATE accounts SET disabled_at = 1 WHERE id = 'urbanreviewer'`), '401 not_signed_in'],
    ['the post was taken away', () => run(`DELETE FROM memberships WHERE account_id = 'urbanreviewer'`), '403 forbidden'],
    [
      'another post was given',
      () => run(`UPDATE memberships SET organisation_id = 'water' WHERE account_id = 'urbanreviewer'`),
      '403 forbidden',
    ],
    ['the body was closed', () => run(`UPDATE organisations SET is_active = 0 WHERE id = 'urban'`), '403 forbidden'],
  ])('is refused: %s', async (_, happens, refusal) => {
    const requestId = await submitted(app(), 'fine');
    const before = written();
    expect(await meanwhile(giveOpinion(requestId), happens)).toBe(refusal);
    expect(written()).toEqual(before);
  });

  test('is not refused where nothing has changed', async () => {
    const requestId = await submitted(app(), 'fine');
    expect(await meanwhile(giveOpinion(requestId), () => undefined)).toBe('200');
  });

  test('is refused as a delegate whose delegation has ended', async () => {
    const requestId = await reviewed(app(), 'fine');
    run(
      `INSERT INTO substitutions (id, away_account_id, substitute_account_id, from_at, to_at, reason, version, created_at)
       VALUES ('s', 'decider', 'decider2', 0, ?, '', 1, 0)`,
      app().clock.now() + 86_400_000,
    );
    const send = () =>
      app()
        .as('decider2')
        .send('POST', `/requests/${requestId}/decision`, {
          headers: { 'acting-for': 'decider', 'idempotency-key': 'as-delegate-1', 'if-match': '"3"', 'content-type': 'application/json' },
          body: JSON.stringify(approval),
        });
    const before = written();
    expect(await meanwhile(send, () => run(`UPDATE substitutions SET ended_at = 1 WHERE id = 's'`))).toBe('403 forbidden');
    expect(written()).toEqual(before);
  });
});
