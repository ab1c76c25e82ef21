import type { LineCheck, checkOrder as contract } from '#contract/orders.ts';
import type { z } from 'zod';
import type { Db } from '#db/connection.ts';
import { workingDaysBetween, type Calendar } from '#server/domain/time/deadlines.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { waitingTimeOf, type WaitingTime } from '#server/domain/requests/waiting.ts';
import type { CatalogueItem } from '#server/features/catalogue/index.ts';
import { townshipFacts } from '#server/features/training/index.ts';
import { answered, notFound, type CallOf } from '#server/platform/binding.ts';
import { judgeCart, presentReason, type JudgedLine } from './cart.ts';
import { countyRules, demandItem, presentHealth, presentRoute, type RequestsPorts } from '#server/features/requests/index.ts';
import { decidedOfDepartment, decidedOfPower, leadNames, linesOf, orderById, type BodyRow } from './order-queries.ts';
import { canSeeOrder } from './order-visibility.ts';

type Check = z.infer<typeof LineCheck>;
/** With fewer decisions of the power itself, those of its department say more. */
const enough = 5;

/** What follows from a draft, line by line: shown before anybody signs (RULES.md 4.7). */
export const checkOrder = (ports: RequestsPorts) => (call: CallOf<typeof contract>) => {
  const { db } = ports;
  const stored = orderById(db, call.params.orderId);
  if (!stored || !canSeeOrder(call.actor, stored.row)) return notFound;
  if (stored.row.submittedAt !== null) return answered({ lines: [], isReady: false, leads: [] });
  const rules = countyRules(db);
  const lines = linesOf(db, stored.row.id).map(({ row }) => ({ ...row, item: demandItem(ports, row.itemId) }));
  const cart = judgeCart(ports, db, stored.row.townshipId, lines, call.now, rules);
  const township = townshipFacts(db, stored.row.townshipId);
  const checks = cart.lines.map((line): Check => {
    const facts = { prerequisites: line.item.terms.prerequisites, township, commitments: [], waivers: [] };
    return {
      itemId: line.item.id,
      powerName: line.item.name,
      conflicts: conflictsOf(line, cart.lines),
      notEligible: line.reasons.map(presentReason),
      companionsMissing: line.checked.companionsMissing.map((code) => companion(ports, code)),
      prerequisites: presentHealth(db, facts, line.item.terms.prerequisites, call.now),
      resources: [...line.item.terms.resources],
      route: presentRoute(namesFrom(cart.bodies), line.route, call.now, rules.calendar),
      waiting: waitingFor(db, line.item, rules.calendar),
    };
  });
  const isReady = checks.length > 0 && cart.lines.every(({ obstacles }) => obstacles.length === 0);
  return answered({ lines: checks, isReady, leads: leadNames(db, stored.row.townshipId) });
};

/** Everything that stands against a line but its eligibility, which is told with its reasons; powers are named, not coded. */
function conflictsOf({ checked, obstacles }: JudgedLine, lines: readonly JudgedLine[]): Check['conflicts'] {
  const nameOf = (code: string): string => lines.find(({ item }) => item.code === code)?.item.name ?? code;
  const incomplete = obstacles
    .filter(({ code }) => code === 'line_incomplete')
    .map(({ code, fields }) => ({ code, with: '', fields: [...(fields ?? [])] }));
  return [...checked.conflicts.map((one) => ({ code: one.code, with: nameOf(one.with), fields: [...one.fields] })), ...incomplete];
}

function companion({ catalogue }: RequestsPorts, code: string): Check['companionsMissing'][number] {
  const row = catalogue.rowByCode(code);
  return { itemId: row?.id ?? null, code, name: row?.name ?? code };
}

const namesFrom = (bodies: ReadonlyMap<string, BodyRow>) =>
  new Map([...bodies].map(([key, { id, kind, name, shortName }]) => [key, { id, kind, name, shortName }]));

function waitingFor(db: Db, item: CatalogueItem, calendar: Calendar): WaitingTime {
  const ofPower = decidedOfPower(db, item.powerId);
  const sample = ofPower.length >= enough ? ofPower : decidedOfDepartment(db, item.departmentId);
  return waitingTimeOf(sample.map(({ submittedAt, decidedAt }) => workingDaysBetween(calendar, dayOf(submittedAt), dayOf(decidedAt))));
}
