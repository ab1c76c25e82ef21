import { isDeepStrictEqual } from 'node:util';
import type { Act } from '#server/records/change.ts';
import type { ImportScope, ReadRow } from '#server/spreadsheets/importing.ts';
import { draftItemOf } from './import-queries.ts';
import { insertPower, powerById, savePinyin, type Spelling, spellingAtHand, updatePower } from '#server/features/powers/index.ts';
import type { MenuRecord } from './draft-row.ts';
import { draftChanged } from '../draft.ts';
import { insertItem, updateItem } from '../store.ts';

/** Writes powers and items; the edition gets one new version for all of them, as for any single change. */
export function writeMenuRows(act: Act, rows: readonly ReadRow<MenuRecord>[], { editionId = '' }: ImportScope): void {
  const toPinyin = spellingAtHand();
  const items = { added: 0, changed: 0 };
  for (const { record } of rows) {
    const powerId = writePower(act, record, toPinyin);
    const done = record.terms ? writeItem(act, record, powerId, editionId) : null;
    if (done) items[done] += 1;
  }
  draftChanged(act, editionId);
  act.record({ action: 'edition_items_imported', subjectKind: 'edition', subjectId: editionId, detail: { rows: rows.length, ...items } });
}

function writePower(act: Act, { power, powerId }: MenuRecord, toPinyin: Spelling): string {
  const known = powerId === null ? undefined : powerById(act.tx, powerId);
  if (!known) {
    const id = act.newId();
    insertPower(act.tx, { ...power, id, mergedIntoId: null, version: 1, createdAt: act.now }, toPinyin(power.name));
    act.record({ action: 'power_created', subjectKind: 'power', subjectId: id, detail: { ...power } });
    return id;
  }
  const fields = (Object.keys(power) as (keyof typeof power)[]).filter((key) => power[key] !== known[key]);
  if (fields.length === 0) return known.id;
  const { code: _code, statutoryType: _type, category: _category, ...changes } = power;
  if (!updatePower(act.tx, known.id, known.version, changes)) throw new Error(`power ${known.code} changed while it was written`);
  if (fields.includes('name')) savePinyin(act.tx, known.id, toPinyin(power.name));
  const before = Object.fromEntries(fields.map((key) => [key, known[key]]));
  const after = Object.fromEntries(fields.map((key) => [key, power[key]]));
  act.record({ action: 'power_changed', subjectKind: 'power', subjectId: known.id, detail: { code: known.code, before, after } });
  return known.id;
}

function writeItem(act: Act, { power, terms }: MenuRecord, powerId: string, editionId: string): 'added' | 'changed' | null {
  if (!terms) return null;
  const item = draftItemOf(act.tx, editionId, powerId);
  const { code } = power;
  if (!item) {
    const id = act.newId();
    insertItem(act.tx, { id, editionId, powerId, terms, createdAt: act.now });
    act.record({ action: 'item_added', subjectKind: 'menu_item', subjectId: id, detail: { editionId, code, before: null, after: terms } });
    return 'added';
  }
  if (isDeepStrictEqual(item.terms, terms)) return null;
  if (!updateItem(act.tx, item.id, item.version, terms)) throw new Error(`item ${code} changed while it was written`);
  act.record({
    action: 'item_changed',
    subjectKind: 'menu_item',
    subjectId: item.id,
    detail: { editionId, code, before: item.terms, after: terms },
  });
  return 'changed';
}
