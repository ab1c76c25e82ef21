import { plainCode } from '#server/domain/values/text.ts';
import type { StatutoryType } from '#server/domain/values/words.ts';
import type { MenuReference } from './import-reference.ts';
import type { PowerRow } from '#server/features/powers/index.ts';
import type { RowReader } from '#server/spreadsheets/row-reader.ts';
import { categoryOf, categoryWords, originWords, typeWords, written } from './sheet-words.ts';
import type { SheetPower } from './write-item-row.ts';

const codeShape = /^[A-Z0-9][A-Z0-9-]{1,39}$/;

export function readCode(reader: RowReader): string {
  const code = plainCode(reader.raw('code'));
  if (code === '') reader.say('error', 'code', 'required_empty');
  else if (!codeShape.test(code)) reader.say('error', 'code', 'code_unreadable', {}, code.replaceAll(/[^A-Z0-9-]/g, ''));
  else reader.noteReading('code', code);
  return code;
}

/** What a power is. The parts that a sheet does not speak of stay as they are, or are what is usual. */
export function readPower(reader: RowReader, code: string, reference: MenuReference): SheetPower {
  const known = reference.powerByCode.get(code);
  const power = readFields(reader, code, reference, known);
  if (power.cameDownFrom !== null && power.cameDownBasis === '') reader.say('error', 'cameDownBasis', 'required_empty');
  if (known) refuseWhatIsFixed(reader, power, known, reference);
  return power.cameDownFrom === null ? { ...power, cameDownBasis: '' } : power;
}

/** The same as where a power is corrected by hand: its kind is fixed, and its department while somebody holds or requests it. */
function refuseWhatIsFixed(reader: RowReader, power: SheetPower, known: PowerRow, { bodies, isInUse }: MenuReference): void {
  if (known.mergedIntoId !== null) reader.say('error', 'code', 'power_retired');
  const { statutoryType, category } = known;
  if (power.statutoryType !== statutoryType) reader.say('error', 'statutoryType', 'power_fixed', {}, written(typeWords, statutoryType));
  if (power.category !== category) reader.say('error', 'category', 'power_fixed', {}, written(categoryWords, category));
  if (power.departmentId !== '' && power.departmentId !== known.departmentId && isInUse(known.id))
    reader.say('error', 'department', 'power_in_use', {}, bodies.get(known.departmentId)?.name ?? '');
}

function readFields(reader: RowReader, code: string, reference: MenuReference, power: PowerRow | undefined): SheetPower {
  const type = readType(reader, power);
  const departmentId = readDepartment(reader, power, reference);
  return {
    code,
    name: reader.isUnchanged('name') && power ? power.name : reader.line('name', 300, null),
    statutoryType: type,
    category:
      unchanged(reader, 'category', power?.category) ??
      reader.word('category', categoryWords, categoryUsual(type, power)) ??
      categoryOf(type),
    field: unchanged(reader, 'field', power?.field) ?? reader.line('field', 20, fieldUsual(departmentId, reference)),
    departmentId,
    limitsPersonalFreedom:
      unchanged(reader, 'limitsPersonalFreedom', power?.limitsPersonalFreedom) ?? reader.flag('limitsPersonalFreedom', false),
    cameDownFrom:
      power && reader.isUnchanged('cameDownFrom') ? power.cameDownFrom : reader.word('cameDownFrom', originWords, { value: null as never }),
    cameDownBasis: unchanged(reader, 'cameDownBasis', power?.cameDownBasis) ?? reader.prose('cameDownBasis', 300),
  };
}

const unchanged = <T>(reader: RowReader, key: string, value: T | undefined): T | undefined =>
  value !== undefined && reader.isUnchanged(key) ? value : undefined;
const categoryUsual = (type: StatutoryType, power: PowerRow | undefined) => {
  const value = power?.category ?? categoryOf(type);
  return { value, shown: written(categoryWords, value) };
};

function readType(reader: RowReader, power: PowerRow | undefined): StatutoryType {
  return unchanged(reader, 'statutoryType', power?.statutoryType) ?? reader.word('statutoryType', typeWords, null) ?? 'other';
}

function readDepartment(reader: RowReader, power: PowerRow | undefined, { departments }: MenuReference): string {
  if (power && reader.isUnchanged('department')) return power.departmentId;
  const name = reader.raw('department');
  if (name === '') {
    reader.say('error', 'department', 'required_empty');
    return '';
  }
  const found = departments.find(name);
  if (!found) {
    reader.say('error', 'department', 'unknown_organisation', { name }, departments.nearest(name));
    return '';
  }
  if (!found.isOwn) reader.noteReading('department', found.organisation.name);
  return found.organisation.id;
}

/** What is left of a department's name is its line of work: 县水利局 gives 水利. */
function fieldUsual(departmentId: string, { bodies }: MenuReference) {
  const name = bodies.get(departmentId)?.shortName ?? '';
  const field = name
    .replace(/^[县市区]/, '')
    .replace(/(?:管理|监督管理)?(?:局|委员会|办公室|委|办|大队)$/, '')
    .slice(0, 20);
  const value = field === '' ? '其他' : field;
  return { value, shown: value };
}
