import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '#contract/common.ts';
import type { OperationShape } from '#contract/operation.ts';
import { operations } from '#contract/operations.ts';
import { people, type Person } from '#tests/builders/county.ts';
import { startApp, type Caller, type TestApp } from '#tests/support/app.ts';

const personWith = (role: Role): Person => {
  const found = Object.entries(people).find(([, person]) => person.role === role);
  if (!found) throw new Error(`nobody in the small county is ${role}`);
  return found[0] as Person;
};

const mayCall = ({ access }: OperationShape, role: Role | null): boolean => {
  if (access.kind === 'public') return true;
  if (role === null) return false;
  return access.kind === 'signed_in' || access.roles.includes(role);
};

/** Calls an operation with ids that do not exist and an empty body: who may call gets past the door and is stopped by something else. */
async function knock(caller: Caller, { method, path, body }: OperationShape) {
  const headers = { 'idempotency-key': 'knock-on-the-door', 'if-match': '"1"', ...(body ? { 'content-type': 'application/json' } : {}) };
  const target = path.replace(/\{\w+\}/g, 'does-not-exist');
  return caller.send(method, target, { headers, ...(body ? { body: '{}' } : {}) });
}

// One county for all knocks: none of them gets far enough to change anything that another one meets.
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

describe.each(operations.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
  it.each([null, ...roles])('as %s', async (role) => {
    const caller = role === null ? app.anonymous : app.as(personWith(role));
    const { status, problem } = await knock(caller, operation);
    // Anything but the door: unknown ids, missing input, or an answer.
    if (mayCall(operation, role)) {
      expect([status, problem?.code]).not.toEqual([401, 'not_signed_in']);
      expect([status, problem?.code]).not.toEqual([403, 'forbidden']);
      expect(problem?.code).not.toBe('unknown_operation');
      expect(status).toBeLessThan(500);
    } else {
      expect([status, problem.code]).toEqual(role === null ? [401, 'not_signed_in'] : [403, 'forbidden']);
    }
  });
});

it('publishes the matrix of roles and operations', async () => {
  const cell = (operation: OperationShape, role: Role | null): string => (mayCall(operation, role) ? '●' : '');
  const head = `| operation | public | ${roles.join(' | ')} |\n|---|${'---|'.repeat(roles.length + 1)}`;
  const lines = operations.map(
    (operation) => `| ${operation.method} ${operation.path} | ${[null, ...roles].map((role) => cell(operation, role)).join(' | ')} |`,
  );
  const text = `# Who may call what\n\nGenerated from the operation table; \`npx vitest -u\` on tests/api/contract renews it. What may be done to which subject is decided\ninside each operation; what belongs to others answers 404.\n\n${head}\n${lines.join('\n')}\n`;
  await expect(text).toMatchFileSnapshot('../../../server/contract/access.md');
});
