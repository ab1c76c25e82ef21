import type { readRegisterPower as contract } from '#contract/register.ts';
import { consequencesOf } from '#server/domain/carriers.ts';
import { answered, notFound, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { askedDay } from './asked-day.ts';
import { bodiesById, demandBody, presentBody, presentHolder } from './present.ts';
import { bodiesOf, holdingsOfPower, powerByCode, publishedTerms } from './queries.ts';

/** Who exercises one power in each township on a day, on what basis, whom to ask. */
export const readPower = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const day = askedDay(call.query.on, call.now);
  if (day.kind === 'refused') return day;
  const power = powerByCode(ports.db, call.params.code);
  const terms = power ? publishedTerms(ports.db, power.id, day.at) : null;
  if (!power || !terms) return notFound;
  const rows = bodiesOf(ports.db);
  const bodies = bodiesById(rows);
  const held = new Map(holdingsOfPower(ports.db, power.id, day.at).map((row) => [row.townshipId, row]));
  const townships = rows.filter(({ id, kind, isActive }) => kind === 'township' && (isActive === 1 || held.has(id)));
  const where = { powerId: power.id, departmentId: power.departmentId, at: day.at };
  return answered({
    ...{ on: day.on, code: power.code, name: power.name, statutoryType: power.statutoryType },
    department: presentBody(demandBody(bodies, power.departmentId)),
    legalBases: [...terms.legalBases],
    scopeNote: terms.scopeNote,
    carveOuts: [...terms.carveOuts],
    carrier: terms.carrier,
    consequences: { ...consequencesOf(terms.carrier) },
    holders: townships.map((township) => presentHolder(township, held.get(township.id), where, bodies)),
  });
};
