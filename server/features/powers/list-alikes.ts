import type { AlikePair, listAlikes as contract } from '#contract/powers.ts';
import type { Db } from '#db/connection.ts';
import { createAlikeIndex, type Alike, type AlikeIndex } from '#server/domain/law/name-alikes.ts';
import { answered, notFound, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import {
  alikePower,
  alikePowers,
  sliceOfNames,
  unlinkedNames,
  verdictOn,
  type AlikePowerRow,
  type LeftKind,
  type LeftRow,
} from './alike-queries.ts';

/** As many pairs are enough to read at once; the next page goes on from there. */
const pairsShown = 20;
/** So many powers are looked at for one answer, found or not. */
const powersLooked = 1000;

/** Others get their turn: comparing names takes longer than anything else here. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Names that look the same and that have no verdict yet: read, indexed and compared in slices, so that no other request waits (RULES.md 3.19). */
export const listAlikes = (ports: Ports) => async (call: CallOf<typeof contract>) => {
  const { kind, powerId, cursor = '' } = call.query;
  const only = powerId === undefined ? undefined : alikePower(ports.db, powerId);
  if (powerId !== undefined && !only) return notFound;
  const index = await indexOf(ports.db, kind);
  const items: AlikePair[] = [];
  let after = cursor;
  let looked = 0;
  for (;;) {
    const powers = only ? [only] : alikePowers(ports.db, after);
    for (const power of powers) {
      if (items.length >= pairsShown || looked >= powersLooked) return answered({ items, nextCursor: after, looked });
      items.push(...pairsOf(ports.db, index, power, only !== undefined));
      after = power.code;
      looked += 1;
      if (looked % 20 === 0) await breathe();
    }
    if (only || powers.length < sliceOfNames) return answered({ items, nextCursor: null, looked });
  }
};

const leftKinds = ['directory_entry', 'duty_entry', 'township_power'] as const;

async function indexOf(db: Db, kind: LeftKind | undefined): Promise<AlikeIndex<LeftRow>> {
  const index = createAlikeIndex<LeftRow>();
  for (const one of leftKinds) {
    if (kind !== undefined && kind !== one) continue;
    await addUnlinked(db, index, one);
  }
  if (kind === undefined || kind === 'power') await addPowers(db, index);
  return index;
}

async function addUnlinked(db: Db, index: AlikeIndex<LeftRow>, kind: (typeof leftKinds)[number]): Promise<void> {
  // One and the same duty stands on many lists: it is shown once, and judged once.
  const said = new Map<string, LeftRow & { count: number }>();
  for (let after = ''; ;) {
    const rows = unlinkedNames(db, kind, after);
    for (const { place, ...row } of rows) {
      after = place;
      const name = `${row.list ?? ''}\n${row.name}`;
      const known = said.get(name);
      if (known) known.count += 1;
      else said.set(name, row);
    }
    await breathe();
    if (rows.length < sliceOfNames) break;
  }
  await addAll(index, [...said.values()]);
}

async function addPowers(db: Db, index: AlikeIndex<LeftRow>): Promise<void> {
  for (let after = ''; ;) {
    const rows = alikePowers(db, after);
    await addAll(
      index,
      rows.map(({ id, code, name, type }) => ({ kind: 'power', id, code, name, type, list: null, count: 1 })),
    );
    after = rows.at(-1)?.code ?? after;
    if (rows.length < sliceOfNames) return;
  }
}

async function addAll(index: AlikeIndex<LeftRow>, rows: readonly LeftRow[]): Promise<void> {
  for (const [place, row] of rows.entries()) {
    index.add({ key: row, name: row.name, type: row.type });
    if (place % 100 === 99) await breathe();
  }
}

function pairsOf(db: Db, index: AlikeIndex<LeftRow>, power: AlikePowerRow, isOneAsked: boolean): AlikePair[] {
  const { id, code, name, type, departmentName } = power;
  return index
    .alikes({ key: leftOf(power), name, type })
    .filter(({ key }) => isOpen(db, key, power, isOneAsked))
    .map(({ key, score, common }: Alike<LeftRow>) => {
      const { type: _type, ...left } = key;
      return { left, power: { id, code, name, departmentName }, likeness: Math.round(score * 100), common: [...common] };
    });
}

const leftOf = ({ id, code, name, type }: AlikePowerRow): LeftRow => ({ kind: 'power', id, code, name, type, list: null, count: 1 });

// Two powers are told once, beside the one with the later code, unless somebody asks for one of them.
function isOpen(db: Db, left: LeftRow, power: AlikePowerRow, isOneAsked: boolean): boolean {
  const isPower = left.kind === 'power';
  if (isPower && (left.id === power.id || (!isOneAsked && (left.code ?? '') >= power.code))) return false;
  return verdictOn(db, left.kind, left.id, power.id) === null;
}
