import type { readRegisterPower as contract } from '#contract/register.ts';
import { consequencesOf } from '#server/domain/law/carriers.ts';
import { answered, notFound, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { askedDay } from './asked-day.ts';
import { basesAt, flagsOf, publicBases } from './law-standing.ts';
import { bodiesById, demandBody, presentBody, presentHolder } from './present.ts';
import { bodiesOf, holdingsOfPower, powerByCode, publishedTerms } from './queries.ts';

/** Who exercises one power in each township on a day, on what basis, whom to ask. */
export const readPower = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const day = askedDay(call.query.on, call.now);
  if (day.kind === 'refused') return day;
  const power = powerByCode(ports.db, call.params.code);
  const published = power ? publishedTerms(ports.db, power.id, day.at) : null;
  if (!power || !published) return notFound;
  const { terms } = published;
  const rows = bodiesOf(ports.db);
  const bodies = bodiesById(rows);
  const holdings = holdingsOfPower(ports.db, power.id, day.at);
  const flags = flagsOf(ports.db, holdings, day.at);
  const held = new Map(holdings.map((row) => [row.townshipId, row]));
  const bases = basesAt(ports.db, published, day.at);
  const townships = rows.filter(({ id, kind, isActive }) => kind === 'township' && (isActive === 1 || held.has(id)));
  const where = { powerId: power.id, departmentId: power.departmentId, at: day.at };
  return answered({
    ...{ on: day.on, code: power.code, name: power.name, statutoryType: power.statutoryType },
    department: presentBody(demandBody(bodies, power.departmentId)),
    legalBases: [...bases],
    basesNow: publicBases(ports.db, published.itemId, bases, day.at),
    scopeNote: terms.scopeNote,
    carveOuts: [...terms.carveOuts],
    carrier: terms.carrier,
    consequences: { ...consequencesOf(terms.carrier) },
    holders: townships.map((township) => presentHolder(township, held.get(township.id), where, bodies, flags)),
  });
};
