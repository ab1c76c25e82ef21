import { readDay } from '#server/spreadsheets/cell-readings.ts';
import { foldText, plainCode } from '#server/domain/values/text.ts';
import { knownTitle, readCitations } from '#server/domain/law/legal-citations.ts';
import { typeIn } from '#server/domain/law/name-alikes.ts';
import type { StatutoryType } from '#server/domain/values/words.ts';
import type { SheetReading, SheetRow } from '#server/spreadsheets/importing.ts';
import { cellChanges, RowReader, sheetReading, understood } from '#server/spreadsheets/row-reader.ts';
import { cellsOfEntry, typeWords, writeBases } from './directory-sheet.ts';
import { powerLinker, type LinkedPower } from './link-power.ts';
import type { EntryRow } from '../queries.ts';
import type { EntryFields } from '../store.ts';

export interface DirectoryReference {
  readonly powers: readonly LinkedPower[];
  readonly entries: readonly EntryRow[];
  /** Titles of statutes, each with the day of the version in force, null where none is. */
  readonly statutes: Readonly<Record<string, string | null>>;
}
export interface DirectoryRecord {
  readonly before: EntryRow | null;
  readonly fields: EntryFields;
}

const codeShape = /^[0-9A-Z][0-9A-Z-]{0,39}$/;

/** Reads the provincial directory: entries by their code; what a sheet does not say of a known entry stays as it is. */
export function readDirectory(rows: readonly SheetRow[], reference: DirectoryReference): SheetReading<DirectoryRecord> {
  const readers = rows.map((row) => new RowReader(row));
  const known = new Map(reference.entries.map((entry) => [entry.code, entry]));
  const codes = new Map(reference.powers.map(({ id, code }) => [id, code]));
  const entryOf = entryReader(reference);
  const seen = new Map<string, number>();
  const understoodRows = readers.map((reader) => {
    const code = plainCode(reader.raw('code'));
    if (code === '') return reader.error('required_empty', 'code');
    if (!codeShape.test(code)) return reader.error('code_unreadable', 'code', {}, code.replaceAll(/[^0-9A-Z-]/g, '').replace(/^-+/, ''));
    const twin = seen.get(code);
    if (twin !== undefined) return reader.error('duplicate_value', 'code', { rows: String(twin) });
    seen.set(code, reader.row);
    const before = known.get(code) ?? null;
    const fields = entryOf(reader, code, before);
    if (!fields || reader.isFaulty()) return null;
    const cells = (entry: EntryFields): Record<string, string> => cellsOfEntry(entry, codes.get(entry.powerId ?? '') ?? '');
    return understood(reader.row, fields.name, { before, fields }, before && cellChanges(cells(before), cells(fields)));
  });
  return sheetReading(readers, understoodRows);
}

function entryReader(reference: DirectoryReference) {
  const link = powerLinker(reference.powers);
  const powers = new Map(reference.powers.map((power) => [power.id, power]));
  const usual = reference.entries.at(-1);
  return (reader: RowReader, code: string, before: EntryRow | null): EntryFields | null => {
    const name = reader.line('name', 300) || (before?.name ?? '');
    if (name === '') return reader.error('required_empty', 'name');
    const statutoryType = typeOf(reader, name, before);
    const bases = basesOf(reader, before, reference);
    const decision = reader.line('decision', 200) || (before?.decision ?? '');
    if (decision === '') reader.error('required_empty', 'decision', {}, usual?.decision ?? '');
    const decidedOn = reader.take('decidedOn', readDay(reader.raw('decidedOn'))) ?? before?.decidedOn ?? null;
    if (decidedOn === null && !reader.isFaulty()) reader.error('required_empty', 'decidedOn', {}, usual?.decidedOn ?? '');
    const endedOn = reader.take('endedOn', readDay(reader.raw('endedOn'))) ?? before?.endedOn ?? null;
    if (endedOn !== null && decidedOn !== null && endedOn < decidedOn) reader.error('period_reversed', 'endedOn', { day: decidedOn });
    if (statutoryType === null || decidedOn === null || reader.isFaulty()) return null;
    const powerId = link(reader, { name, code, statutoryType, before: before?.powerId ?? null });
    return {
      ...{ code, name, statutoryType, bases, decision, decidedOn, endedOn, powerId },
      field: fieldOf(reader, before, powers.get(powerId ?? '')),
      scopeNote: reader.prose('scopeNote', 500) || (before?.scopeNote ?? ''),
    };
  };
}

function typeOf(reader: RowReader, name: string, before: EntryRow | null): StatutoryType | null {
  const said = reader.word('statutoryType', typeWords);
  if (said !== null || reader.isFaulty()) return said;
  if (before) return before.statutoryType;
  const byName = typeIn(name);
  if (byName === null) return reader.error('required_empty', 'statutoryType');
  reader.note('default_taken', 'statutoryType', { value: typeWords[byName][0] });
  return byName;
}

function fieldOf(reader: RowReader, before: EntryRow | null, power: LinkedPower | undefined): string {
  const said = reader.line('field', 20) || (before?.field ?? '');
  if (said !== '') return said;
  const usual = power?.field ?? '其他';
  reader.note('default_taken', 'field', { value: usual });
  return usual;
}

/** Several bases may stand in one cell; a law without its article is refused, where no version is named, the one in force is taken, and a finding says so. */
function basesOf(reader: RowReader, before: EntryRow | null, { statutes }: DirectoryReference): EntryFields['bases'] {
  const cell = reader.raw('bases');
  if (cell.trim() === '' || (before && foldText(cell) === foldText(writeBases(before.bases)))) return before?.bases ?? [];
  const { citations, unclear } = readCitations(cell);
  for (const part of unclear) reader.error('article_not_understood', 'bases', { part: part.slice(0, 200) });
  if (citations.length > 10) reader.error('too_many_entries', 'bases', { count: citations.length, most: 10 });
  return citations.flatMap((citation) => {
    const law = knownTitle(citation.law, (title) => title in statutes) ?? citation.law;
    if (law !== citation.law) reader.note('statute_title_completed', 'bases', { before: citation.law, after: law });
    const versionOn = citation.versionOn ?? statutes[law] ?? null;
    if (versionOn === null) {
      reader.error('statute_version_unknown', 'bases', { law }, `《${law}》（yyyy-mm-dd）${citation.article}`);
      return [];
    }
    if (citation.versionOn === null) reader.note('statute_version_taken', 'bases', { law, day: versionOn });
    return [{ law, article: citation.article, versionOn }];
  });
}
