import { workInThread } from '#server/platform/thread-work.ts';

/** A worker for tests: says what it was asked to say, or dies in the middle of it. */
workInThread((asked: { readonly say: string } | { readonly fill: true }) => {
  if ('say' in asked) return asked.say;
  setTimeout(() => {
    throw new Error('the worker died');
  }, 0);
  return new Promise(() => undefined);
});
