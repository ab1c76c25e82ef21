import { foldText, plainLine } from '#server/domain/values/text.ts';
import type { RowReader } from '#server/spreadsheets/row-reader.ts';
import {
  commonOf,
  isTaken,
  recordOf,
  shortened,
  type KnownOrganisation,
  type OrganisationRecord,
  type OrganisationReference,
} from './organisation-row.ts';
import { dutyWords, systemWords, type OrganisationFields } from './organisation-sheet.ts';
import { figures } from './read-township.ts';

/** A department of the county by its name. */
export function readDepartment(reader: RowReader, reference: OrganisationReference): OrganisationRecord | null {
  const name = reader.line('name', 60);
  if (name === '') return null;
  const known = reference.organisations.find(({ fields }) => fields.kind === 'department' && foldText(fields.name) === foldText(name));
  if (isTaken(reader, name, known, reference)) return null;
  if (figures.some(([column]) => plainLine(reader.raw(column)) !== '') || plainLine(reader.raw('tags')) !== '')
    reader.warn('figures_of_department');
  const common = commonOf(reader, known, known && name !== known.fields.name ? known.fields.name : name);
  const fields: OrganisationFields = {
    ...common,
    kind: 'department',
    duty: dutyOf(reader, known),
    system: systemOf(reader, known, name),
    shortName:
      common.shortName === ''
        ? shortened(name.startsWith(reference.countyName) ? name.slice(reference.countyName.length - 1) : name)
        : common.shortName,
    ...{ divisionCode: null, townshipKind: null, profile: null },
  };
  return recordOf(known, fields);
}

function dutyOf(reader: RowReader, known: KnownOrganisation | undefined): OrganisationFields['duty'] {
  const former = known?.fields.duty ?? null;
  const word = reader.word('duty', dutyWords);
  if (word === null) return former;
  const duty = word === 'none' ? null : word;
  if (known?.hasMembers && duty !== former) reader.error('organisation_in_use', 'duty');
  return duty;
}

const ofVerticalLine = /税务|海关|气象|消防救援|烟草|邮政管理|金融监|国家安全|海事|地震|统计局.*调查队|调查队/;
const ofCity = /市.*(?:分局|直属.*局)$/;

/** The default is the county's own; a name that suggests another line is pointed out, for what is not the county's is locked without a basis. */
function systemOf(reader: RowReader, known: KnownOrganisation | undefined, name: string): OrganisationFields['system'] {
  const word = reader.word('system', systemWords);
  if (word !== null) return word;
  if (known) return known.fields.system;
  if (ofVerticalLine.test(name)) reader.warn('system_unclear', 'system', { name }, systemWords.vertical[0]);
  else if (ofCity.test(name)) reader.warn('system_unclear', 'system', { name }, systemWords.city[0]);
  return 'county';
}
