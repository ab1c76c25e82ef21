import type { Act } from '#server/records/change.ts';
import { afterLedgerChange, type Around, type Settled, type Visit } from './after-ledger-change.ts';
import { writeMove, writeOpening, type Move, type Opening } from './write-ledger.ts';

/** What an act does to one grant. */
export type Part = (Move | Opening) & {
  /** How the open tasks end that this part closes. */
  readonly outcome: string;
};

/**
 * The one way into the ledger: all that an act does to grants is written, then what must follow follows. Nothing else can write a holding or a
 * suspension (tests/architecture), so a new act cannot forget a measure, a lapse, a task or a swap. Answers the first grant as it then stands.
 */
export function changeLedger(act: Act, parts: readonly [Part, ...Part[]], officersOf?: Around['officersOf']): Settled {
  const visits = parts.map((part) => write(act, part));
  const settled = afterLedgerChange(act, visits, { by: parts[0].told.by, officersOf });
  const first = visits[0] && settled.get(visits[0].grant.row.id);
  if (!first) throw new Error('a grant was changed but not settled');
  return first;
}

function write(act: Act, part: Part): Visit {
  const isOpening = 'holding' in part;
  const grant = isOpening ? writeOpening(act, part) : writeMove(act, part);
  return { grant, cause: { kind: 'act', outcome: part.outcome, hasMoved: isOpening || part.changes.length > 0 } };
}
