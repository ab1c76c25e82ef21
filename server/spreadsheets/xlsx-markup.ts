import { UnreadableFile } from './zip-entries.ts';

/**
 * As much of XML as a sheet has: elements that do not lie within their own kind, attributes in double or single quotes, texts with
 * entities. Scanned by index, not built as a tree: a sheet of ten thousand rows has some hundred thousand cells.
 */
export interface Element {
  readonly attributes: string;
  /** Empty for `<c/>`. */
  readonly content: string;
}

const patterns = new Map<string, RegExp>();
function openingOf(name: string): RegExp {
  const known = patterns.get(name);
  if (known) return known;
  // No `<` stands within a tag (XML 1.0, 3.1): whatever is sent, no character is read more often than a few times.
  const made = new RegExp(`<((?:\\w+:)?)${name}(\\s(?:[^<>"']|"[^<"]*"|'[^<']*')*)?/?>`, 'g');
  patterns.set(name, made);
  return made;
}

/** The elements of a name in their order, whatever prefix they have. */
export function* elementsOf(xml: string, name: string): Generator<Element> {
  const opening = new RegExp(openingOf(name));
  for (let found = opening.exec(xml); found; found = opening.exec(xml)) {
    const attributes = found[2] ?? '';
    if (attributes.endsWith('/') || found[0].endsWith('/>')) {
      yield { attributes, content: '' };
      continue;
    }
    const begin = opening.lastIndex;
    const closing = `</${found[1] ?? ''}${name}>`;
    const end = xml.indexOf(closing, begin);
    // An element that never ends is a file that was cut off: what is missing must not be passed over.
    if (end < 0) throw new UnreadableFile('damaged');
    yield { attributes, content: xml.slice(begin, end) };
    opening.lastIndex = end + closing.length;
  }
}

export function attributeOf(attributes: string, name: string): string | null {
  for (const quote of ['"', "'"]) {
    const begin = attributes.indexOf(` ${name}=${quote}`);
    if (begin < 0) continue;
    const from = begin + name.length + 3;
    const end = attributes.indexOf(quote, from);
    if (end >= 0) return unescaped(attributes.slice(from, end));
  }
  return null;
}

/** All text below an element, without the readings above Chinese characters (rPh); `isBare` where the content is the text itself. */
export function textOf(content: string, isBare = false): string {
  if (isBare) return unescaped(content);
  let text = '';
  const spoken = content.includes('rPh') ? content.replaceAll(/<(?:\w+:)?rPh[\s\S]*?<\/(?:\w+:)?rPh>/g, '') : content;
  for (const { content: part } of elementsOf(spoken, 't')) text += unescaped(part);
  return text;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Entities, CDATA, and the `_x000D_` by which spreadsheets write characters that XML does not allow. */
export function unescaped(text: string): string {
  let plain = text.includes('<![CDATA[')
    ? text.replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, inner: string) => inner.replaceAll('&', '&amp;'))
    : text;
  if (plain.includes('&')) plain = plain.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,6}));/g, entity);
  if (plain.includes('_x'))
    plain = plain.replaceAll(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return plain.replaceAll(/\p{Surrogate}/gu, '\u{FFFD}');
}

function entity(whole: string, decimal: string | undefined, hex: string | undefined, name: string | undefined): string {
  if (name !== undefined) return named[name] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\u{FFFD}';
}
