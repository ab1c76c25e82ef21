import { describe, expect, test } from 'vitest';
import * as contract from '#contract/accounts.ts';
import type { OperationShape } from '#contract/operation.ts';
import { people, type Person } from '#tests/builders/county.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const operations = Object.values(contract).filter((value): value is typeof value & OperationShape => 'method' in value && 'path' in value);
const guarded = operations
  .filter(({ access }) => access.kind !== 'public')
  .map((operation) => ({ name: `${operation.method} ${operation.path}`, operation }));
const pathOf = ({ path }: OperationShape): string => path.replaceAll(/\{\w+\}/g, 'nobody');

describe.each(guarded)('$name', ({ operation }) => {
  test('asks who it is, and lets in exactly the roles of the contract', async () => {
    expect((await app().nobody.send(operation.method, pathOf(operation))).problem).toMatchObject({ status: 401, code: 'not_signed_in' });
    const { access }: OperationShape = operation;
    for (const [person, { role }] of Object.entries(people) as [Person, (typeof people)[Person]][]) {
      const { status, problem } = await app().as(person).send(operation.method, pathOf(operation));
      const mayCall = access.kind === 'signed_in' || (access.kind === 'roles' && access.roles.includes(role));
      const isForbidden = status === 403 && problem.code === 'forbidden';
      expect(isForbidden, `${person} at ${operation.path}`).toBe(!mayCall);
    }
  });
});

test('every operation of the feature is answered', async () => {
  for (const operation of operations) {
    const { problem } = await app().as('admin').send(operation.method, pathOf(operation));
    expect(problem?.code, operation.path).not.toBe('unknown_operation');
  }
});
