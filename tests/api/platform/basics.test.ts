import { describe, expect, it } from 'vitest';
import { fixedClock, systemClock } from '#server/platform/clock.ts';
import { readConfig } from '#server/platform/config.ts';
import { createNewId } from '#server/platform/ids.ts';
import { createLog } from '#server/platform/log.ts';

describe('ids', () => {
  it('rise in the order of their making, within a millisecond and over a clock that jumps back', () => {
    const clock = fixedClock(Date.UTC(2026, 10, 22));
    const newId = createNewId(clock);
    const ids: string[] = [];
    for (const step of [0, 1, -5_000, 5_001, 86_400_000]) {
      clock.advance(step);
      for (let count = 0; count < 500; count += 1) ids.push(newId());
    }
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  });

  it('differ between processes of the same millisecond', () => {
    const clock = fixedClock(1);
    expect(createNewId(clock)()).not.toBe(createNewId(clock)());
  });
});

describe('the environment', () => {
  it('has sensible defaults; an empty variable counts as absent', () => {
    expect(readConfig({ PORT: '' })).toEqual({
      ...{ port: 4180, host: '127.0.0.1', dataDir: './data', logLevel: 'info', metricsToken: null, trustProxyHops: 0, publicOrigin: null },
    });
  });

  it.each([
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['LOG_LEVEL', 'loud'],
    ['METRICS_TOKEN', 'short'],
    ['TRUST_PROXY', 'true'],
    ['PUBLIC_ORIGIN', 'https://portal.example/path'],
    ['PUBLIC_ORIGIN', 'portal.example'],
  ])('names the variable that is wrong: %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`${name} must`));
  });
});

describe('the log', () => {
  it('keeps secrets out, wherever they stand, and lines apart', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line: string) => void lines.push(line) });
    const secret = 'geheim-7';
    log.info(
      {
        password: secret,
        body: { newPassword: secret },
        request: { headers: { cookie: secret, authorization: secret, 'set-cookie': secret } },
      },
      'sign-in',
    );
    log.info({ name: 'a\n{"level":60,"msg":"forged"}' }, 'note');
    log.error({ fault: new Error('out of paper') }, 'request failed');
    expect(lines.join('')).not.toContain(secret);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toContain('out of paper');
    expect(lines.every((line) => line.trimEnd().split('\n').length === 1)).toBe(true);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ password: '[redacted]', msg: 'sign-in' });
  });
});

describe('the clock', () => {
  it('tells when it jumps back, and how far', ({ onTestFinished }) => {
    const real = Date.now;
    onTestFinished(() => void (Date.now = real));
    const jumps: number[] = [];
    const clock = systemClock((milliseconds) => jumps.push(milliseconds));
    for (const at of [10_000, 9_500, 20_000, 5_000]) {
      Date.now = () => at;
      clock.now();
    }
    expect(jumps).toEqual([15_000]);
  });
});
