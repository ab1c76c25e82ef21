import type { z } from 'zod';
import type { Holder as PublicHolder, RegisterRow, RegisterTownship } from '#contract/register.ts';
import { grantState, type GrantTimes } from '#server/domain/grants/grant.ts';
import { holder, type Holder, type Territory } from '#server/domain/ledger/ledger.ts';
import type { StatuteEnd } from '#server/domain/law/statutes.ts';
import { dayOf } from '#server/domain/time/time.ts';
import type { GrantState } from '#server/domain/values/words.ts';
import type { BodyRow, HeldRow, ListedRow } from './queries.ts';

/** What the rules need to know of one power over one territory at the instant asked about. */
export function territoryOf(row: HeldRow, departmentId: string): Territory {
  return { ...{ powerId: row.powerId, townshipId: row.townshipId, departmentId }, holdings: [row], suspensions: suspensionsIn(row) };
}

function suspensionsIn({ grantId, suspensionId, suspensionKind, suspendedFromAt, suspendedToAt }: HeldRow): Territory['suspensions'] {
  if (suspensionId === null || suspensionKind === null || suspendedFromAt === null || suspendedToAt === null) return [];
  return [{ id: suspensionId, grantId, kind: suspensionKind, fromAt: suspendedFromAt, toAt: suspendedToAt }];
}

function stateOf(row: HeldRow, at: number): GrantState {
  const { fromAt, toAt, trialEndsAt, trialClosedAt } = row;
  const times: GrantTimes = { fromAt, toAt, trialEndsAt, trialClosedAt, suspensions: suspensionsIn(row) };
  return grantState(times, at);
}

/** Since when the one who exercises the power now does. */
const sinceOn = (row: HeldRow): string => dayOf(row.suspendedFromAt ?? row.fromAt);

export type Bodies = ReadonlyMap<string, BodyRow>;
export const bodiesById = (rows: readonly BodyRow[]): Bodies => new Map(rows.map((row) => [row.id, row]));

export function demandBody(bodies: Bodies, id: string): BodyRow {
  const row = bodies.get(id);
  if (!row) throw new Error(`organisation ${id} is referred to but missing`);
  return row;
}

/** What rests on a statute that has ended, by grant. */
export type Flags = ReadonlyMap<string, StatuteEnd>;

export function presentListed(row: ListedRow, bodies: Bodies, at: number, flags: Flags): z.infer<typeof RegisterRow> {
  const { powerId, code, powerName, statutoryType, townshipId, departmentId, carrier, documentNumber } = row;
  return {
    ...{ powerId, code, powerName, statutoryType, townshipId, carrier, documentNumber },
    townshipName: demandBody(bodies, townshipId).name,
    departmentName: demandBody(bodies, departmentId).name,
    holder: holder(territoryOf(row, departmentId), at).by,
    state: stateOf(row, at),
    sinceOn: sinceOn(row),
    lawFlag: flags.get(row.grantId) ?? null,
  };
}

/** Who exercises a power in one township: computed by the one function that computes it everywhere. */
export function presentHolder(
  township: BodyRow,
  row: HeldRow | undefined,
  where: { powerId: string; departmentId: string; at: number },
  bodies: Bodies,
  flags: Flags,
): z.infer<typeof PublicHolder> {
  const { powerId, departmentId, at } = where;
  const none: Territory = { powerId, townshipId: township.id, departmentId, holdings: [], suspensions: [] };
  const found: Holder = holder(row ? territoryOf(row, departmentId) : none, at);
  const body = demandBody(bodies, found.organisationId);
  return {
    townshipId: township.id,
    townshipName: township.name,
    holder: found.by,
    holderName: body.name,
    state: row ? stateOf(row, at) : null,
    sinceOn: row ? sinceOn(row) : null,
    inWhoseName: demandBody(bodies, found.inWhoseName).name,
    respondentName: demandBody(bodies, found.respondent).name,
    documentNumber: found.documentNumber,
    lawFlag: (row && flags.get(row.grantId)) ?? null,
    contactPhone: body.contactPhone,
    complaintPhone: body.complaintPhone,
  };
}

export function presentBody({ id, name, contactPhone, complaintPhone, address }: BodyRow) {
  return { id, name, contactPhone, complaintPhone, address };
}

export function presentTownship(row: BodyRow): z.infer<typeof RegisterTownship> {
  if (row.divisionCode === null || row.townshipKind === null) throw new Error(`township ${row.id} has no division`);
  return { ...presentBody(row), divisionCode: row.divisionCode, kind: row.townshipKind };
}
