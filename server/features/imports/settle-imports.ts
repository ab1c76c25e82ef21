import type { Ports } from '#server/platform/ports.ts';
import { programContext, settle } from './desk.ts';
import { unsettledImports } from './store.ts';

/** At the start: what a former process was reading or about to write broke off with it, and nothing of it was written. */
export async function settleImports(ports: Ports, now: number): Promise<void> {
  const left = await ports.unitOfWork.transact((tx) => unsettledImports(tx).map(({ id }) => id));
  for (const id of left) await settle(ports, id, 'interrupted', programContext(now));
}
