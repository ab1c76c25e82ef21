import type {
  createOrganisation as createContract,
  editOrganisation as editContract,
  listOrganisations as listContract,
} from '#contract/organisations/organisations.ts';
import { covers } from '#server/domain/people/scope.ts';
import { townshipRecordScope } from '#server/domain/people/visibility.ts';
import { answered, type CallOf, notFound, refuse, type Refused } from '#server/platform/binding.ts';
import type { Db } from '#db/connection.ts';
import { changeOnce, presentFound } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { refuseStale, staleVersion } from '#server/records/stale.ts';
import { demandOrganisation, presentOrganisation } from './present.ts';
import { membershipCount, organisationById, type OrganisationRow, organisationsOfKind } from './queries.ts';
import { hasPowers } from './use-queries.ts';
import { insertOrganisation, updateOrganisation } from './store.ts';

/** Everybody knows the bodies; the figures of a township (posts, money) are its own and the county's. */
export const listOrganisations = (ports: Ports) => (call: CallOf<typeof listContract>) => {
  const scope = townshipRecordScope(call.actor);
  const seen = (row: OrganisationRow): OrganisationRow => (covers(scope, { townshipId: row.id }) ? row : { ...row, profile: null });
  return answered({ items: organisationsOfKind(ports.db, call.query.kind).map((row) => presentOrganisation(seen(row))) });
};

/** For those who keep names of organisations in memory. */
export interface OrganisationHooks {
  /** Called once a change of an organisation is committed. */
  readonly organisationsChanged: () => void;
}

async function told<O extends { readonly kind: string }>(outcome: Promise<O>, { organisationsChanged }: OrganisationHooks): Promise<O> {
  const settled = await outcome;
  if (settled.kind === 'done') organisationsChanged();
  return settled;
}

const again = presentFound(organisationById, presentOrganisation);

export const createOrganisation = (ports: Ports, hooks: OrganisationHooks) => (call: CallOf<typeof createContract>) =>
  told(create(ports, call), hooks);

const create = (ports: Ports, call: CallOf<typeof createContract>) =>
  changeOnce(ports, call, again, (act) => {
    const refusal = checkFields(act.tx, call.body.kind, call.body, null);
    if (refusal) return refusal;
    const id = act.newId();
    insertOrganisation(act.tx, { ...call.body, id, version: 1, createdAt: call.now });
    act.record({ action: 'organisation_created', subjectKind: 'organisation', subjectId: id, detail: { name: call.body.name } });
    return { kind: 'done', value: presentOrganisation(demandOrganisation(act.tx, id)) };
  });

export const editOrganisation = (ports: Ports, hooks: OrganisationHooks) => (call: CallOf<typeof editContract>) =>
  told(edit(ports, call), hooks);

const edit = (ports: Ports, call: CallOf<typeof editContract>) =>
  changeOnce(ports, call, again, (act) => {
    const before = organisationById(act.tx, call.params.organisationId);
    if (!before) return notFound;
    const stale = refuseStale(act.tx, before, call.expectedVersion);
    if (stale) return stale;
    const refusal = checkFields(act.tx, before.kind, call.body, before.id);
    if (refusal) return refusal;
    // Rights hang on an organisation's duty and on its being there: first the people and the powers, then the body.
    const loses = (before.isActive && !call.body.isActive) || before.duty !== call.body.duty;
    const closes = before.isActive && !call.body.isActive;
    if ((loses && membershipCount(act.tx, before.id) > 0) || (closes && hasPowers(act.tx, before.id, call.now)))
      return refuse('organisation_in_use');
    if (!updateOrganisation(act.tx, before.id, call.expectedVersion, call.body)) return staleVersion(act.tx, before, call.expectedVersion);
    act.record({
      action: 'organisation_changed',
      subjectKind: 'organisation',
      subjectId: before.id,
      detail: { before, after: call.body },
    });
    return { kind: 'done', value: presentOrganisation(demandOrganisation(act.tx, before.id)) };
  });

interface Fields {
  readonly name: string;
  readonly duty: string | null;
  readonly divisionCode: string | null;
  readonly townshipKind: string | null;
  readonly profile: object | null;
}
function checkFields(db: Db, kind: string, fields: Fields, ownId: string | null): Refused | null {
  const isTownship = kind === 'township';
  const missing = [
    ...((fields.divisionCode !== null) === isTownship ? [] : ['/divisionCode']),
    ...((fields.townshipKind !== null) === isTownship ? [] : ['/townshipKind']),
    ...((fields.profile !== null) === isTownship ? [] : ['/profile']),
    // Who reviews the law or keeps the posts is a body of the county.
    ...(isTownship && fields.duty !== null ? ['/duty'] : []),
  ];
  if (missing.length > 0) return refuse('invalid_input', {}, missing);
  const others = organisationsOfKind(db).filter(({ id }) => id !== ownId);
  if (others.some(({ name }) => name === fields.name)) return refuse('organisation_name_taken', { name: fields.name }, ['/name']);
  const isTaken = fields.divisionCode !== null && others.some(({ divisionCode }) => divisionCode === fields.divisionCode);
  return isTaken ? refuse('division_taken', { code: fields.divisionCode }, ['/divisionCode']) : null;
}
