import { describe, expect, it } from 'vitest';
import { conditionOfReading, entityTags, wantedVersion } from '#server/http/calls/preconditions.ts';
import { useApp } from '#tests/support/app.ts';

const message = (headers: Record<string, string>) => ({ headers }) as unknown as Parameters<typeof conditionOfReading>[0];

describe('a list of entity tags', () => {
  it.each([
    ['*', '*'],
    ['"a"', [{ isWeak: false, opaque: '"a"' }]],
    ['W/"a", "b,c" ,, "d"', [{ isWeak: true, opaque: '"a"' }, ...['"b,c"', '"d"'].map((opaque) => ({ isWeak: false, opaque }))]],
    ['a', null],
    ['"a" "b"', null],
    ['w/"a"', null],
    ['"a', null],
  ])('%s', (header, expected) => {
    expect(entityTags(header)).toEqual(expected);
  });

  it('is read in linear time', () => {
    const begunAt = process.cpuUsage().user;
    expect(entityTags(`${' '.repeat(16_000)}x`)).toBeNull();
    // Quadratic, it would be a hundred million steps.
    expect(process.cpuUsage().user - begunAt).toBeLessThan(2_000_000);
  });
});

describe('the conditions of a reader (RFC 9110, 13.2.2)', () => {
  it.each([
    [{ 'if-none-match': '"1"' }, 'not_modified'],
    [{ 'if-none-match': 'W/"1"' }, 'not_modified'],
    [{ 'if-none-match': '"0", W/"1"' }, 'not_modified'],
    [{ 'if-none-match': '*' }, 'not_modified'],
    [{ 'if-none-match': '"2"' }, 'met'],
    [{ 'if-none-match': '1' }, 'met'],
    [{ 'if-match': '"1"' }, 'met'],
    [{ 'if-match': '"0", "1"' }, 'met'],
    [{ 'if-match': '*' }, 'met'],
    [{ 'if-match': 'W/"1"' }, 'failed'],
    [{ 'if-match': '"2"' }, 'failed'],
    // If-Match is looked at first.
    [{ 'if-match': '"2"', 'if-none-match': '"1"' }, 'failed'],
    [{ 'if-match': '"1"', 'if-none-match': '"1"' }, 'not_modified'],
    [{}, 'met'],
  ] as const)('%j', (headers, expected) => {
    expect(conditionOfReading(message(headers), '"1"')).toBe(expected);
  });

  it('compare nothing with what has no tag, and a weak tag weakly', () => {
    expect(conditionOfReading(message({ 'if-none-match': '"1"' }), null)).toBe('met');
    expect(conditionOfReading(message({ 'if-none-match': '*' }), null)).toBe('not_modified');
    expect(conditionOfReading(message({ 'if-match': '"1"' }), null)).toBe('failed');
    expect(conditionOfReading(message({ 'if-none-match': '"1"' }), 'W/"1"')).toBe('not_modified');
    expect(conditionOfReading(message({ 'if-match': 'W/"1"' }), 'W/"1"')).toBe('failed');
  });
});

describe('the version that a change is for', () => {
  it.each([
    [{}, null],
    [{ 'if-match': '' }, null],
    [{ 'if-match': '3' }, null],
    [{ 'if-match': '"3"' }, [3, true, false]],
    [{ 'if-match': '"2", "3"' }, [2, true, false]],
    [{ 'if-match': 'W/"3"' }, [0, false, false]],
    [{ 'if-match': '"x"' }, [0, false, false]],
    [{ 'if-match': '*' }, [0, true, true]],
    [{ 'if-match': '*', 'if-none-match': '"3"' }, [0, false, true]],
  ] as const)('%j', (headers, expected) => {
    const wanted = wantedVersion(message(headers));
    expect(wanted && [wanted.first, wanted.isWanted(3), wanted.isWanted(4)]).toEqual(expected);
  });
});

describe('over the wire', () => {
  const app = useApp();
  const json = { 'content-type': 'application/json' };
  let keys = 0;
  const create = async () => {
    const { body } = await app()
      .as('eastclerk')
      .call('POST /orders', { body: { name: '三月', lines: [] } });
    return body;
  };
  const rename = (id: string, headers: Record<string, string>) =>
    app()
      .as('eastclerk')
      .send('PATCH', `/orders/${id}`, {
        body: JSON.stringify({ name: `改名${String(keys)}` }),
        headers: { ...json, 'idempotency-key': `condition-${String((keys += 1))}`, ...headers },
      });

  it('a file that its reader has is not sent again', async () => {
    const { id } = await create();
    const read = (headers: Record<string, string>) => app().as('eastclerk').send('GET', `/orders/${id}`, { headers });
    const first = await read({});
    expect(first.headers.get('etag')).toBe('"1"');
    const again = await read({ 'if-none-match': '"7", W/"1"' });
    expect([again.status, again.headers.get('etag'), again.body]).toEqual([304, '"1"', undefined]);
    const other = await read({ 'if-match': '"2"' });
    expect([other.status, other.problem.code]).toEqual([412, 'version_stale']);
    expect(
      (
        await app()
          .as('eastclerk')
          .send('GET', '/orders/unknown', { headers: { 'if-none-match': '*' } })
      ).status,
    ).toBe(404);
  });

  it('a change is made on any version that its list names, and on none by a weak tag', async () => {
    const { id } = await create();
    expect((await rename(id, { 'if-match': 'W/"1"' })).problem).toMatchObject({ code: 'version_stale', currentVersion: 1 });
    expect((await rename(id, { 'if-match': '"7", "8"' })).status).toBe(412);
    expect((await rename(id, { 'if-match': '"7", "1"' })).headers.get('etag')).toBe('"2"');
    expect((await rename(id, { 'if-match': '*' })).headers.get('etag')).toBe('"3"');
    expect((await rename(id, { 'if-match': '*', 'if-none-match': '"3"' })).status).toBe(412);
    expect((await rename('unknown', { 'if-match': '*' })).status).toBe(404);
    expect((await rename(id, {})).status).toBe(428);
  });

  it('the OpenAPI document has a tag', async () => {
    const first = await app().anonymous.send('GET', '/openapi.json');
    const again = await app().anonymous.send('GET', '/openapi.json', {
      headers: { 'if-none-match': `W/${first.headers.get('etag') ?? ''}` },
    });
    expect(again.status).toBe(304);
  });
});
