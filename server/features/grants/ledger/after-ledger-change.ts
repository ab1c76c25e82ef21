import type { TownshipFacts } from '#server/domain/requests/prerequisites.ts';
import { undoSwap } from '#server/domain/grants/swap.ts';
import { countySettings } from '#server/features/organisations/index.ts';
import { townshipFacts } from '#server/features/training/index.ts';
import type { Act } from '#server/records/change.ts';
import { followersOf, tieOf } from './follow-penalty.ts';
import { assembleGrant, demandGrant, type GrantRecord } from './grant-record.ts';
import { factsFor } from './lapses.ts';
import { holdingsOf } from '../queries.ts';
import { followEnd, followLapses, type Cause } from './settle-grant.ts';
import { settleTasks } from './settle-tasks.ts';
import { replacedBy } from '../recalls/swap-queries.ts';
import type { By } from './signed-by.ts';
import { toldAs } from './told.ts';
import { writeMove } from './write-ledger.ts';

export interface Visit {
  readonly grant: GrantRecord;
  readonly cause: Cause;
}
type Officers = TownshipFacts['officers'];
export interface Around {
  /** Who signed the act. */
  readonly by: By;
  /** Where many grants are settled in one act, rosters are read once. */
  readonly officersOf?: ((townshipId: string) => Officers) | undefined;
}
export interface Settled {
  readonly grant: GrantRecord;
  readonly facts: TownshipFacts;
}

interface Round {
  readonly act: Act;
  readonly by: By;
  readonly officersOf: (townshipId: string) => Officers;
  readonly graceDays: number;
  readonly settled: Map<string, Settled>;
  readonly waiting: Map<string, Cause>;
}

/**
 * What must follow every change of the ledger, in its transaction: a measure ends and rests with its penalties (行政强制法 17), a swap whose new
 * grant will never begin gives the old one back (RULES.md 6.18), lapses are projected anew, tasks say what is owed. What moves
 * by that has followers of its own, so it goes on until nothing moves: a swap is undone once, and only penalties have followers.
 */
export function afterLedgerChange(
  act: Act,
  visits: readonly Visit[],
  { by, officersOf = rosters(act) }: Around,
): ReadonlyMap<string, Settled> {
  const { lapseGraceDays: graceDays } = countySettings(act.tx).settings;
  const round: Round = { act, by, officersOf, graceDays, settled: new Map(), waiting: new Map() };
  for (const { grant, cause } of visits) settle(round, round.settled.get(grant.row.id)?.grant ?? grant, cause);
  for (let [next] = round.waiting; next; [next] = round.waiting) {
    const [grantId, cause] = next;
    round.waiting.delete(grantId);
    settle(round, grantOf(round, grantId), cause);
  }
  return round.settled;
}

function rosters({ tx }: Act): (townshipId: string) => Officers {
  const known = new Map<string, Officers>();
  return (townshipId) => {
    const officers = known.get(townshipId) ?? townshipFacts(tx, townshipId).officers;
    known.set(townshipId, officers);
    return officers;
  };
}

/** What was looked at before is not read again, but for its neighbours, which may have moved meanwhile. */
function grantOf({ act, settled }: Round, grantId: string): GrantRecord {
  const known = settled.get(grantId)?.grant;
  if (!known) return demandGrant(act, grantId);
  const { powerId, townshipId } = known.row;
  return assembleGrant({ ...known, others: holdingsOf(act.tx, powerId, townshipId).filter((one) => one.grantId !== grantId) });
}

function settle(round: Round, grant: GrantRecord, cause: Cause): void {
  const { act, officersOf, graceDays } = round;
  const facts = factsFor(act.tx, grant, officersOf(grant.row.townshipId));
  const tie = tieOf(act.tx, grant);
  const ended = tie ? followEnd(act, grant, tie) : grant;
  const after = followLapses(act, ended, { facts, tie, graceDays, cause: ended === grant ? cause : moved });
  round.settled.set(after.row.id, { grant: after, facts });
  const hasMoved = after !== grant || (cause.kind === 'act' && cause.hasMoved);
  if (hasMoved || cause.kind === 'act') settleTasks(act, after, outcomeOf(cause));
  if (!hasMoved) return;
  giveBack(round, after);
  const { row, powerName } = after;
  for (const follower of followersOf(act.tx, after, act.now)) round.waiting.set(follower, { kind: 'penalty', grantId: row.id, powerName });
}

const moved: Cause = { kind: 'act', outcome: 'end_rides', hasMoved: true };
const outcomeOf = (cause: Cause): string => (cause.kind === 'act' ? cause.outcome : cause.kind === 'people' ? 'cured' : 'end_rides');

/** A new grant that never begins takes nothing away: what was given in exchange for it runs on (RULES.md 6.18). */
function giveBack(round: Round, { row, period, file }: GrantRecord): void {
  const { act, by } = round;
  const isEmptied = period.toAt <= period.fromAt && act.now < period.fromAt;
  const replacedId = isEmptied ? replacedBy(act.tx, row.id) : null;
  if (replacedId === null) return;
  const replaced = grantOf(round, replacedId);
  const restored = undoSwap(replaced.file, file.grant, act.now);
  if (!restored) return;
  const facts = { byGrantId: row.id, byPowerId: row.powerId };
  const told = toldAs({ kind: 'swap_undone', facts }, by);
  settle(round, writeMove(act, { grant: replaced, changes: [restored], told }), { kind: 'act', outcome: 'swap_undone', hasMoved: true });
}
