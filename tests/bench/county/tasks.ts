import type { Connection } from '#db/connection.ts';
import { into } from './bulk.ts';
import type { Frame } from './frame.ts';

import { day, type Fate, type Line } from './case.ts';

interface Pending {
  readonly kind: string;
  readonly organisationId: string;
  readonly role: string;
}

/** Whose turn it is (RULES.md 7.9). */
export function pendingTask({ state, stage }: Fate, { township }: Line, frame: Frame, departmentId: string): Pending | null {
  if (state === 'sent_back') return { kind: 'supplement', organisationId: township.id, role: 'lead' };
  if (state === 'preparing') return { kind: 'meet_prerequisites', organisationId: township.id, role: 'lead' };
  switch (stage) {
    case 'department':
      return { kind: 'department_opinion', organisationId: departmentId, role: 'reviewer' };
    case 'legal':
      return { kind: 'legal_review', organisationId: frame.legalOffice.id, role: 'legal_reviewer' };
    case 'county':
      return { kind: 'county_decision', organisationId: frame.county.id, role: 'decider' };
    case null:
      return null;
  }
}

export function taskWriter(client: Connection, now: number, idAt: (at: number) => string) {
  const insert = into(
    client,
    'tasks',
    ...[
      'id',
      'kind',
      'subject_kind',
      'subject_id',
      'organisation_id',
      'role',
      'power_id',
      'township_id',
      'due_at',
      'opened_at',
      'closed_at',
      'outcome',
    ],
  );
  const write = (
    kind: string,
    { id, item, township }: Line,
    organisationId: string,
    role: string,
    openedAt: number,
    dueAt: number,
    closedAt: number | null,
  ): void =>
    insert(
      idAt(openedAt),
      kind,
      'request',
      id,
      organisationId,
      role,
      item.powerId,
      township.id,
      dueAt,
      openedAt,
      closedAt,
      closedAt === null ? null : 'done',
    );
  return {
    open: (kind: string, line: Line, organisationId: string, role: string, at: number) =>
      write(kind, line, organisationId, role, at, now + 60 * day, null),
    closed: (kind: string, line: Line, organisationId: string, role: string, at: number) =>
      write(kind, line, organisationId, role, at - 3 * day, at + 7 * day, at),
  };
}
