import { authorise } from '#server/features/sign-in/index.ts';
import { itemsReadOnce } from '#server/features/catalogue/index.ts';
import { createNewId } from '#server/platform/ids.ts';
import { workInThread } from '#server/platform/thread-work.ts';
import { takeCommonDecision, type CommonCall } from './take-common-decision.ts';

/** One decision for thousands of townships, in one transaction, while the main thread answers everybody else. */
workInThread(async (call: CommonCall, { writer, mayWrite }) => {
  const newId = createNewId({ now: () => call.now });
  await mayWrite();
  return takeCommonDecision({ unitOfWork: writer, newId, authorise, catalogue: itemsReadOnce(writer.db) }, call);
});
