import { countedUpTo } from '#db/statements/count-up-to.ts';
import { pageOf, totalOf } from '#server/platform/list-page.ts';
import type { searchRegister as contract } from '#contract/register.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { askedDay } from './asked-day.ts';
import { flagsOf } from './law-standing.ts';
import { bodiesById, presentListed } from './present.ts';
import { bodiesOf, holdingCount, holdingPage, type HoldingCursor } from './queries.ts';

/** What townships hold on a day, by code of the power; what is suspended stands there with the department. */
export const searchHoldings = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const { q, townshipId, departmentId, cursor, limit = 50 } = call.query;
  const day = askedDay(call.query.on, call.now);
  if (day.kind === 'refused') return day;
  const filter = { q, townshipId, departmentId, at: day.at };
  const rows = holdingPage(ports.db, filter, cursorOf(cursor), limit + 1);
  const { shown, nextCursor } = pageOf(rows, limit, ({ code, townshipId: at }) => textOf({ code, townshipId: at }));
  const count = holdingCount(ports.db, filter, countedUpTo + 1);
  const bodies = bodiesById(bodiesOf(ports.db));
  const flags = flagsOf(ports.db, shown, day.at);
  return answered({
    items: shown.map((row) => presentListed(row, bodies, day.at, flags)),
    nextCursor,
    ...totalOf(count),
    on: day.on,
  });
};

const textOf = ({ code, townshipId }: HoldingCursor): string => `${code}~${townshipId}`;
function cursorOf(text: string | undefined): HoldingCursor | null {
  if (text === undefined) return null;
  const [code = '', townshipId = ''] = text.split('~');
  return { code, townshipId };
}
