import type { OperationShape } from '#contract/operation.ts';
import type { Answer, Binding, CallOf } from '#server/platform/binding.ts';
import type { WantedVersion } from './preconditions.ts';

/** Others may make new versions meanwhile. */
const mostAttempts = 4;

/**
 * `If-Match` may be a list or `*`, while a use case compares with one version inside its transaction: its refusal names the present
 * one, which is tried next if the header takes it. A refused attempt has left nothing behind.
 */
export function handleOnVersion(
  handle: Binding['handle'],
  call: CallOf<OperationShape>,
  wanted: WantedVersion,
): Answer<unknown> | Promise<Answer<unknown>> {
  return wanted.isOne ? handle(call) : tryVersions(handle, call, wanted);
}

async function tryVersions(handle: Binding['handle'], call: CallOf<OperationShape>, wanted: WantedVersion): Promise<Answer<unknown>> {
  let expectedVersion = wanted.first;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await handle(Object.assign({}, call, { expectedVersion }));
    const current = answer.kind === 'refused' && answer.refusal.code === 'version_stale' ? answer.currentVersion : undefined;
    if (current === undefined || !wanted.isWanted(current) || attempt === mostAttempts) return answer;
    expectedVersion = current;
  }
}
