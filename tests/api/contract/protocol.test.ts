import { describe, expect, it } from 'vitest';
import { operations } from '#contract/operations.ts';
import { Problem, problemCodes } from '#contract/problems.ts';
import { domainRefusalCodes } from '#server/domain/values/outcome.ts';
import { openApiDocument, refusalsOf } from '#server/http/openapi.ts';
import { statusOf } from '#server/http/problems.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const json = { 'content-type': 'application/json' };

describe('the operation table', () => {
  it('has one id and one place for each operation', () => {
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    expect(new Set(operations.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`)).size).toBe(operations.length);
  });

  it('demands a key of whatever creates, decides or moves a power', () => {
    const free = operations.filter(({ method, idempotent }) => method !== 'GET' && !idempotent).map(({ id }) => id);
    const edits = ['dropLine', 'editItem', 'putLine', 'renameOrder'];
    const sessions = ['changePassword', 'endAccountSessions', 'endMySession', 'endSubstitution', 'signIn', 'signOut'];
    expect(free.sort()).toEqual([...edits, ...sessions].sort());
  });

  it('knows every refusal of the domain', () => {
    expect(problemCodes).toEqual(expect.arrayContaining([...domainRefusalCodes]));
  });
});

describe('the OpenAPI document', () => {
  it('is served, describes each operation and each status that it can return', async () => {
    const { status, body } = await app().anonymous.send('GET', '/openapi.json');
    expect(status).toBe(200);
    const { openapi, paths } = body as { openapi: string; paths: Record<string, Record<string, { responses: Record<string, unknown> }>> };
    expect(openapi).toBe('3.1.0');
    for (const operation of operations) {
      const described = paths[operation.path]?.[operation.method.toLowerCase()];
      const ofReading = operation.method === 'GET' ? [304] : [];
      const statuses = [operation.status, ...ofReading, ...refusalsOf(operation).map((code) => statusOf[code])];
      expect(
        Object.keys(described?.responses ?? {})
          .map(Number)
          .sort(),
      ).toEqual([...new Set(statuses)].sort());
    }
  });

  it('marks no answer as closed: a new field is no breaking change', () => {
    const text = JSON.stringify(
      Object.values(openApiDocument(operations, 'x')['paths'] as object).map((path: object) =>
        Object.values(path).map((one: { responses: unknown }) => one.responses),
      ),
    );
    expect(text).not.toContain('"additionalProperties":false');
  });
});

describe('the protocol', () => {
  it('returns problems for an unknown place and an unknown method', async () => {
    const unknown = await app().anonymous.send('GET', '/nothing/here');
    expect([unknown.status, unknown.problem.code, unknown.headers.get('content-type')]).toEqual([
      404,
      'unknown_operation',
      'application/problem+json; charset=utf-8',
    ]);
    expect(Problem.safeParse(unknown.problem).success).toBe(true);
    const method = await app().anonymous.send('PATCH', '/session');
    expect([method.status, method.problem.code, method.headers.get('allow')]).toEqual([405, 'method_not_allowed', 'POST, DELETE']);
  });

  it('refuses what is not JSON, broken JSON and too much of it', async () => {
    const post = (body: string, headers: Record<string, string>) => app().as('eastclerk').send('POST', '/orders', { body, headers });
    expect((await post('name=x', { 'content-type': 'application/x-www-form-urlencoded' })).problem.code).toBe('unsupported_media');
    expect((await post('{"name":', json)).problem.code).toBe('malformed_json');
    expect((await post(`{"name":"${'x'.repeat(1_100_000)}"}`, json)).problem.code).toBe('body_too_large');
  });

  it('takes UTF-8 as it is and nothing that would have to be unfolded', async () => {
    const post = (headers: Record<string, string>) =>
      app()
        .as('eastclerk')
        .send('POST', '/orders', {
          body: JSON.stringify({ name: '三月', lines: [] }),
          headers: { 'idempotency-key': 'charset-1', ...headers },
        });
    expect((await post({ 'content-type': 'application/json; charset=UTF-8' })).status).toBe(201);
    expect((await post({ 'content-type': 'application/json; charset=gbk' })).problem.code).toBe('unsupported_media');
    expect((await post({ ...json, 'content-encoding': 'gzip' })).problem.code).toBe('unsupported_media');
    expect((await post({ 'content-type': 'application/jsonx' })).problem.code).toBe('unsupported_media');
  });

  it('names the field and the reason of bad input, and refuses unknown keys', async () => {
    const body = JSON.stringify({ name: 'a\u0007b', lines: [{ itemId: 'item-fine' }], surprise: 1 });
    const { status, problem } = await app()
      .as('eastclerk')
      .send('POST', '/orders', { body, headers: { ...json, 'idempotency-key': 'bad-input-1' } });
    expect([status, problem.code]).toEqual([400, 'invalid_input']);
    const places = problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`) ?? [];
    expect(places).toEqual(expect.arrayContaining(['/name control_character', '/lines/0/need required']));
    expect(places.some((place) => place.endsWith('unrecognized_keys'))).toBe(true);
  });

  it('demands the key and the version where the table says so', async () => {
    const path = '/orders/any/submission';
    const withoutKey = await app().as('eastlead').send('POST', path, { headers: json });
    expect([withoutKey.status, withoutKey.problem.code]).toEqual([400, 'idempotency_key_missing']);
    const withoutVersion = await app()
      .as('eastlead')
      .send('POST', path, { headers: { ...json, 'idempotency-key': 'no-version-1' } });
    expect([withoutVersion.status, withoutVersion.problem.code]).toEqual([428, 'version_missing']);
  });

  it('refuses a change that another site sends with our cookie', async () => {
    const body = JSON.stringify({ name: '别的网站', lines: [] });
    const headers = { ...json, 'idempotency-key': 'cross-site-1', origin: 'https://evil.example' };
    const { status, problem } = await app().as('eastclerk').send('POST', '/orders', { body, headers });
    expect([status, problem.code]).toEqual([403, 'cross_site']);
  });

  it('sends the security headers with everything, and private data is never stored', async () => {
    const { headers } = await app().as('eastclerk').send('GET', '/me');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});
