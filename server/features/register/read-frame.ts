import type { readRegisterFrame as contract } from '#contract/register.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { presentBody, presentTownship } from './present.ts';
import { bodiesOf, publishedEdition, registerSettings } from './queries.ts';

/** The county, its bodies and the edition in force: a handful of rows, so nothing of it is kept. */
export const readFrame = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const { county, contact, isDemo } = registerSettings(ports.db);
  const active = bodiesOf(ports.db).filter(({ isActive }) => isActive === 1);
  const edition = publishedEdition(ports.db);
  return answered({
    ...{ county, contact, isDemo, today: dayOf(call.now) },
    townships: active.filter(({ kind }) => kind === 'township').map(presentTownship),
    departments: active.filter(({ kind }) => kind === 'department').map(presentBody),
    edition: edition
      ? { number: edition.number, title: edition.title, documentNumber: edition.documentNumber, publishedAt: edition.publishedAt }
      : null,
  });
};
