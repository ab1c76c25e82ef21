import { describe, expect, test } from 'vitest';
import { memberships } from '#db/schema/accounts.ts';
import { auditRecords } from '#db/schema/records.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { editAccount } from '#server/features/accounts/manage-accounts.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const admin = () => app().as('admin');
const newcomer = { username: 'eastdeputy', name: '东河副镇长', memberships: [{ organisationId: 'east', role: 'lead' as const }] };
const create = () => admin().ok('POST /accounts', { body: newcomer });
const deputy = { name: '东河副镇长', memberships: newcomer.memberships, isDisabled: false };
const lastFact = () => app().db.select().from(auditRecords).all().at(-1);

/** A second admin, for no other may change the first. */
async function secondAdmin() {
  const body = { username: 'admin2', name: '副管理员', memberships: [{ organisationId: 'county', role: 'admin' as const }] };
  return (await admin().ok('POST /accounts', { body })).account;
}

describe('reading an account', () => {
  test('shows it to admin and auditor alike; an unknown one is not found', async () => {
    const { account } = await create();
    const params = { accountId: account.id };
    expect(await admin().ok('GET /accounts/{accountId}', { params })).toEqual(account);
    expect(await app().as('auditor').ok('GET /accounts/{accountId}', { params })).toEqual(account);
    expect(await admin().refusal('GET /accounts/{accountId}', { params: { accountId: 'nobody' } })).toBe('404 not_found');
  });
});

describe('opening an account', () => {
  test('gives an initial secret once, with which only a password can be chosen', async () => {
    const { account, initialSecret } = await create();
    expect(account).toMatchObject({
      username: 'eastdeputy',
      isDisabled: false,
      isLocked: false,
      mustChangePassword: true,
      lastSignInAt: null,
      version: 1,
    });
    expect(account.memberships).toMatchObject([{ organisation: { id: 'east' }, role: 'lead' }]);
    const signedIn = await app().anonymous.call('POST /session', { body: { username: 'eastdeputy', password: initialSecret ?? '' } });
    expect(signedIn.body.mustChangePassword).toBe(true);
    expect(lastFact()).toMatchObject({ action: 'signed_in', actorId: account.id });
    const created = app().db.select().from(auditRecords).all()[0];
    expect(created).toMatchObject({ action: 'account_created', subjectId: account.id, actorId: 'admin' });
    expect(JSON.stringify(app().db.select().from(auditRecords).all())).not.toContain(initialSecret ?? '?');
  });

  test('is done once for one key, and the secret is kept nowhere: not even a repeated key gets it again', async () => {
    const first = await admin().call('POST /accounts', { body: newcomer, key: 'open-account-1' });
    const again = await admin().call('POST /accounts', { body: newcomer, key: 'open-account-1' });
    expect(again.body).toEqual({ ...first.body, initialSecret: null });
    expect(first.body.initialSecret).toMatch(/^(\w{4}-){3}\w{4}$/);
    expect((await admin().ok('GET /accounts', { query: { q: 'eastdeputy' } })).total).toBe(1);
    expect(await admin().refusal('POST /accounts', { body: newcomer })).toBe('409 username_taken');
  });

  test.each([
    ['a township role in a department', [{ organisationId: 'urban', role: 'lead' }], '/memberships/0'],
    ['a reviewer in a township', [{ organisationId: 'east', role: 'reviewer' }], '/memberships/0'],
    ['a legal reviewer outside of the legal office', [{ organisationId: 'water', role: 'legal_reviewer' }], '/memberships/0'],
    ['an organisation that is not there', [{ organisationId: 'nowhere', role: 'clerk' }], '/memberships/0'],
    [
      'an admin who decides',
      [
        { organisationId: 'county', role: 'admin' },
        { organisationId: 'county', role: 'decider' },
      ],
      '/memberships',
    ],
    [
      'an auditor who does something else',
      [
        { organisationId: 'county', role: 'auditor' },
        { organisationId: 'east', role: 'clerk' },
      ],
      '/memberships',
    ],
  ] as const)('refuses %s', async (_, wanted, pointer) => {
    const reply = await admin().call('POST /accounts', { body: { ...newcomer, memberships: [...wanted] } });
    expect(reply.problem).toMatchObject({ status: 422, code: 'membership_mismatch', errors: [{ pointer }] });
  });
});

describe('changing an account', () => {
  test('replaces its roles and ends its sessions', async () => {
    const { account, initialSecret } = await create();
    const session = await app().anonymous.call('POST /session', { body: { username: 'eastdeputy', password: initialSecret ?? '' } });
    const cookie = /^[^;]*/.exec(session.headers.get('set-cookie') ?? '')?.[0] ?? '';
    const params = { accountId: account.id };
    const body = { ...deputy, name: '西关副主任', memberships: [{ organisationId: 'west', role: 'clerk' as const }] };
    const changed = await admin().ok('PUT /accounts/{accountId}', { params, version: 1, body });
    expect(changed).toMatchObject({ name: '西关副主任', version: 2, memberships: [{ organisation: { id: 'west' }, role: 'clerk' }] });
    expect((await app().anonymous.send('GET', '/me', { headers: { cookie } })).status).toBe(401);
    expect(JSON.parse(lastFact()?.detail ?? '')).toMatchObject({ former: [{ organisationId: 'east', role: 'lead' }] });
  });

  test('disables it: it can no longer sign in, and its work stays', async () => {
    const { account, initialSecret } = await create();
    const params = { accountId: account.id };
    const disabled = await admin().ok('PUT /accounts/{accountId}', { params, version: 1, body: { ...deputy, isDisabled: true } });
    expect(disabled.isDisabled).toBe(true);
    const refused = await app().anonymous.call('POST /session', { body: { username: 'eastdeputy', password: initialSecret ?? '' } });
    expect(refused.problem.code).toBe('wrong_credentials');
    expect((await admin().ok('PUT /accounts/{accountId}', { params, version: 2, body: deputy })).isDisabled).toBe(false);
  });

  test('on an old version is refused with what the other did, whatever else may be wrong with it', async () => {
    const { account, initialSecret } = await create();
    const params = { accountId: account.id };
    await admin().ok('PUT /accounts/{accountId}', { params, version: 1, body: { ...deputy, name: '新名' } });
    await app().anonymous.call('POST /session', { body: { username: 'eastdeputy', password: initialSecret ?? '' } });
    const late = await admin().call('PUT /accounts/{accountId}', {
      params,
      version: 1,
      body: { ...deputy, memberships: [{ organisationId: 'nowhere', role: 'clerk' }] },
    });
    expect(late.problem).toMatchObject({ status: 412, currentVersion: 2, changes: [{ actor: '管理员', action: 'account_changed' }] });
    expect(
      (
        await admin().send('PUT', `/accounts/${account.id}`, {
          headers: { 'idempotency-key': 'no-version', 'content-type': 'application/json' },
          body: JSON.stringify(deputy),
        })
      ).problem,
    ).toMatchObject({ status: 428 });
    expect(await admin().refusal('PUT /accounts/{accountId}', { params: { accountId: 'nobody' }, version: 1, body: deputy })).toBe(
      '404 not_found',
    );
    expect(
      await admin().refusal('PUT /accounts/{accountId}', {
        params,
        version: 2,
        body: { ...deputy, memberships: [{ organisationId: 'urban', role: 'clerk' }] },
      }),
    ).toBe('422 membership_mismatch');
  });

  test('is never done to the own account, nor to that of the person in whose place one acts', async () => {
    const body = { name: '管理员', memberships: [{ organisationId: 'county', role: 'admin' as const }], isDisabled: false };
    expect(await admin().refusal('PUT /accounts/{accountId}', { params: { accountId: 'admin' }, version: 1, body })).toBe(
      '409 own_account',
    );
    expect(await admin().refusal('POST /accounts/{accountId}/secret', { params: { accountId: 'admin' }, version: 1 })).toBe(
      '409 own_account',
    );
  });

  test('leaves one admin, also when two put each other out at once', async () => {
    const other = await secondAdmin();
    const memberships: Actor['memberships'] = [{ organisationId: 'county', organisationKind: 'county', role: 'admin' }];
    const actorOf = (accountId: string): Actor => ({ accountId, name: accountId, memberships, onBehalfOf: null });
    const disable = (by: string, accountId: string) =>
      editAccount(app().ports)({
        ...{ operationId: 'editAccount', actor: actorOf(by), params: { accountId }, query: {}, expectedVersion: 1, idempotency: null },
        body: { name: accountId, memberships: [{ organisationId: 'county', role: 'admin' }], isDisabled: true },
        ...{ now: app().clock.now(), requestId: 'r', address: '', userAgent: '', sessionId: null },
      });
    // Both were let in while both were admins; their authority is read again inside the transaction.
    const [first, second] = await Promise.all([disable('admin', other.id), disable(other.id, 'admin')]);
    expect(first.kind).toBe('done');
    expect(second).toMatchObject({ kind: 'refused', refusal: { code: 'not_signed_in' } });
    expect((await admin().ok('GET /accounts', { query: {} })).items.filter(({ isDisabled }) => isDisabled)).toMatchObject([
      { id: other.id },
    ]);
  });
});

describe('a new secret', () => {
  test('ends lockout and sessions, and the old password no longer opens', async () => {
    const { account, initialSecret } = await create();
    for (let time = 0; time < 5; time += 1)
      await app().anonymous.call('POST /session', { body: { username: 'eastdeputy', password: 'wrong' } });
    expect((await admin().ok('GET /accounts', { query: { q: '东河副' } })).items).toMatchObject([{ isLocked: true }]);
    const reset = await admin().ok('POST /accounts/{accountId}/secret', { params: { accountId: account.id }, version: 1 });
    expect(reset.account).toMatchObject({ isLocked: false, mustChangePassword: true, version: 2 });
    expect(reset.initialSecret).not.toBe(initialSecret);
    expect(
      (await app().anonymous.call('POST /session', { body: { username: 'eastdeputy', password: initialSecret ?? '' } })).problem.code,
    ).toBe('wrong_credentials');
    expect(
      (await app().anonymous.call('POST /session', { body: { username: 'eastdeputy', password: reset.initialSecret ?? '' } })).status,
    ).toBe(200);
    expect(await admin().refusal('POST /accounts/{accountId}/secret', { params: { accountId: account.id }, version: 1 })).toBe(
      '412 version_stale',
    );
    expect(await admin().refusal('POST /accounts/{accountId}/secret', { params: { accountId: 'nobody' }, version: 1 })).toBe(
      '404 not_found',
    );
  });

  test('is not needed to end the sessions of somebody who lost a machine', async () => {
    await app().as('eastlead').ok('GET /me');
    expect((await admin().call('DELETE /accounts/{accountId}/sessions', { params: { accountId: 'eastlead' } })).status).toBe(204);
    expect(lastFact()).toMatchObject({ action: 'sessions_ended', subjectId: 'eastlead', detail: '{"ended":1}' });
    expect(await admin().refusal('DELETE /accounts/{accountId}/sessions', { params: { accountId: 'nobody' } })).toBe('404 not_found');
  });
});

describe('the list of accounts', () => {
  test('is read page by page and searched by name and username', async () => {
    const first = await app()
      .as('auditor')
      .ok('GET /accounts', { query: { limit: '8' } });
    const second = await admin().ok('GET /accounts', { query: { limit: '8', cursor: first.nextCursor ?? '' } });
    expect(first.total).toBe(14);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(14);
    expect((await admin().ok('GET /accounts', { query: { q: '东河' } })).items.map(({ username }) => username)).toEqual([
      'eastclerk',
      'eastlead',
    ]);
    expect((await admin().ok('GET /accounts', { query: { q: '_' } })).total).toBe(0);
    expect(JSON.stringify(first)).not.toContain('password_hash');
    expect(app().db.select().from(memberships).all()).toHaveLength(14);
  });
});
