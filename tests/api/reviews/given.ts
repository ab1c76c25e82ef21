import { expect } from 'vitest';
import type { TestApp } from '#tests/support/app.ts';

export const support = { position: 'support', text: '' } as const;
export const lawful = { finding: 'lawful', citation: '', text: '' } as const;
export const approve = { outcome: 'approve', text: '' } as const;
export const rejection = {
  reasonCode: 'not_ready',
  text: '人员不足',
  wouldBePossibleIf: '增加两名持证人员',
  alternativeItemId: null,
} as const;
export const reject = { outcome: 'reject', ...rejection } as const;

export const outcomeOf = (reply: { status: number; problem?: { code: string } }) =>
  `${String(reply.status)} ${reply.status < 400 ? 'done' : (reply.problem?.code ?? '')}`;

/** The fields of a body that no case of its union takes, each with the reason. */
export const faults = async (reply: Promise<{ problem: { code: string; errors?: { pointer: string; code: string }[] | undefined } }>) => {
  const { problem } = await reply;
  expect(problem.code).toBe('invalid_input');
  return (problem.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
};

/** What reviewers do with a request, and what the database holds then. */
export function reviewingIn(app: () => TestApp) {
  const sql = (text: string, ...values: unknown[]) =>
    app()
      .db.$client.prepare(text)
      .all(...values);

  const opinion = (requestId: string, version: number, body: object = support) =>
    app()
      .as('urbanreviewer')
      .call('POST /requests/{requestId}/opinion', { params: { requestId }, version, body: body as never });
  const decide = (requestId: string, version: number, body: object = approve, by: 'decider' | 'decider2' = 'decider') =>
    app()
      .as(by)
      .call('POST /requests/{requestId}/decision', { params: { requestId }, version, body: body as never });
  return { sql, opinion, decide };
}
