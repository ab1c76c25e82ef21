import type { readRegisterTownship as contract } from '#contract/register.ts';
import { answered, notFound, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { askedDay } from './asked-day.ts';
import { flagsOf } from './law-standing.ts';
import { bodiesById, presentListed, presentTownship } from './present.ts';
import { bodiesOf, bodyById, holdingPage } from './queries.ts';

/** One township holds no more than there are powers in the law; this only keeps an answer finite. */
const most = 5000;

/** What one township holds on a day. */
export const readTownship = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const day = askedDay(call.query.on, call.now);
  if (day.kind === 'refused') return day;
  const township = bodyById(ports.db, call.params.townshipId);
  if (township?.kind !== 'township') return notFound;
  const bodies = bodiesById(bodiesOf(ports.db));
  const rows = holdingPage(ports.db, { q: undefined, townshipId: township.id, departmentId: undefined, at: day.at }, null, most);
  const flags = flagsOf(ports.db, rows, day.at);
  const items = rows.map((row) => presentListed(row, bodies, day.at, flags));
  return answered({ on: day.on, township: presentTownship(township), items });
};
