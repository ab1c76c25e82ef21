/**
 * zod compiles schemas to code where the page allows code from text, and tries that out with `new Function`. The content security
 * policy forbids it, and a browser reports the attempt as a violation. zod reads this setting once, with the first schema that is
 * made; `z.config` in a form would come after the schemas of the contract.
 */
export function keepZodFromEval(): void {
  Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
}
