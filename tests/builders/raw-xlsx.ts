import { gzipSync } from 'node:zlib';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

interface RawSheet {
  /** What stands within `sheetData`. */
  readonly rows: string;
  /** What stands behind it. */
  readonly tail?: string;
  /** Styles by their index: the number of a format that the file does not declare. */
  readonly formats?: readonly number[];
  /** The file of the sheet, below `xl/`. */
  readonly path?: string;
  /** Parts are stored as they are instead of packed. */
  readonly isStored?: boolean;
  /** Further parts by their place in the file. */
  readonly more?: Readonly<Record<string, string>>;
}

/** A workbook of one sheet, letter for letter: as other programs write it and a library would not. */
export function rawSpreadsheet({
  rows,
  tail = '',
  formats = [0],
  path = 'worksheets/sheet1.xml',
  isStored = false,
  more = {},
}: RawSheet): Buffer {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (inner: string): string => `<Relationships xmlns="${packages}/relationships">${inner}</Relationships>`;
  const styles = formats.map((id) => `<xf numFmtId="${String(id)}" applyNumberFormat="1"/>`).join('');
  const files = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(relation('rId1', 'worksheet', path) + relation('rId2', 'styles', 'styles.xml')),
    'xl/styles.xml': `<styleSheet ${main}><cellXfs count="${String(formats.length)}">${styles}</cellXfs></styleSheet>`,
    [`xl/${path}`]: `<worksheet ${main}><sheetData>${rows}</sheetData>${tail}</worksheet>`,
  };
  return zipped({ ...files, ...more }, isStored);
}

function zipped(files: Readonly<Record<string, string>>, isStored: boolean): Buffer {
  const entries = Object.entries(files);
  const locals: Buffer[] = [];
  const places: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of entries) {
    // What gzip writes between its head and its tail is what a zip entry holds; the tail begins with the checksum.
    const gzip = gzipSync(text);
    const [packed, tail] = [isStored ? Buffer.from(text) : gzip.subarray(10, -8), gzip.subarray(-8)];
    const name = Buffer.from(path);
    const sizes = numbers([4, packed.length], [4, tail.readUInt32LE(4)], [2, name.length], [2, 0]);
    const shared = Buffer.concat([numbers([2, 20], [2, 0], [2, isStored ? 0 : 8], [4, 0]), tail.subarray(0, 4), sizes]);
    const local = Buffer.concat([numbers([4, 0x04034b50]), shared, name, packed]);
    places.push(numbers([4, 0x02014b50], [2, 20]), shared, numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name);
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(places);
  const count = entries.length;
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, directory.length], [4, offset], [2, 0]);
  return Buffer.concat([...locals, directory, end]);
}

/** Fields of so many bytes, one after the other. */
function numbers(...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}
