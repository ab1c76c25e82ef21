import { holdsIdentityNumber, withoutIdentityNumbers } from '#server/domain/people/identity-number.ts';
import { said, type RowFinding } from './importing.ts';
import { columnName } from './column-name.ts';
import { attributeOf, elementsOf, textOf, unescaped } from './xlsx-markup.ts';
import { cellsIn, openWorkbook, relationsOf, type Workbook } from './xlsx-sheets.ts';
import { UnreadableFile } from './zip-entries.ts';

/** Where a person has to look: a hidden cell, a note on a cell, or somewhere else in the file. */
interface Aside {
  readonly kind: 'identity_in_hidden' | 'identity_in_note' | 'identity_elsewhere';
  readonly row: number;
  readonly sheet: string;
  readonly place: string;
  readonly text: string;
}

/** So many places are enough to show what has to be removed. */
const mostNamed = 200;
const readable = /\.(?:xml|vml|rels|txt)$/i;

/**
 * Identity numbers where no reader of sheets looks: hidden sheets, notes on cells, headers and text boxes, properties of the file,
 * what is left of deleted cells. A file that holds other files is refused: they cannot be searched.
 */
export function identityAsides(bytes: Buffer): RowFinding[] {
  const found: RowFinding[] = [];
  for (const { kind, row, sheet, place, text } of asidesOf(openWorkbook(bytes))) {
    if (!holdsIdentityNumber(text)) continue;
    const params = { sheet: withoutIdentityNumbers(sheet), place };
    found.push(said('error', kind, { row, cell: withoutIdentityNumbers(text).slice(0, 200) }, params));
    if (found.length === mostNamed) return found;
  }
  return found;
}

function* asidesOf({ zip, sheets, reading }: Workbook): Generator<Aside> {
  if (zip.paths().some((path) => /(?:^|\/)embeddings\/./.test(path))) throw new UnreadableFile('embedded_files');
  const seen = new Set<string>();
  for (const { name, path, isVisible } of sheets) {
    const xml = zip.text(path);
    seen.add(path);
    if (!isVisible)
      for (const { row, column, text } of cellsIn(xml, reading))
        yield { kind: 'identity_in_hidden', row, sheet: name, place: `${columnName(column)}${String(row)}`, text };
    // Visible cells are looked at as a person sees them; this is what stands around them.
    yield* elsewhere(name, xml.replace(/<(?:\w+:)?sheetData[\s>][\s\S]*<\/(?:\w+:)?sheetData>/, ''));
    for (const { type, path: noted } of relationsOf(zip, path)) {
      if (!type.endsWith('/comments') || !zip.has(noted)) continue;
      seen.add(noted);
      yield* notesOf(name, zip.text(noted));
    }
  }
  for (const text of reading.strings) yield* elsewhere('', text);
  for (const path of zip.paths()) if (readable.test(path) && !seen.has(path)) yield* elsewhere('', zip.text(path));
}

function* notesOf(sheet: string, xml: string): Generator<Aside> {
  for (const { attributes, content } of elementsOf(xml, 'comment')) {
    const place = attributeOf(attributes, 'ref') ?? '';
    yield { kind: 'identity_in_note', row: Number(/\d+$/.exec(place)?.[0] ?? 0), sheet, place, text: textOf(content) };
  }
}

/** Texts and values of attributes alike, each by itself, and the paragraphs of text boxes, whose words may be cut into pieces. */
function* elsewhere(sheet: string, xml: string): Generator<Aside> {
  const aside = (text: string): Aside => ({ kind: 'identity_elsewhere', row: 0, sheet, place: '', text });
  // Only where there are so many digits can there be one of them.
  if (!/\d{4}/.test(xml)) return;
  for (const text of xml.split(/[<>"']/)) if (text.length >= 18) yield aside(unescaped(text));
  if (xml.includes(':p>')) for (const { content } of elementsOf(xml, 'p')) yield aside(textOf(content));
}
