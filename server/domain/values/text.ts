// Byte order marks, zero-width characters and soft hyphens: never typed on purpose.
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
// Control characters as well: line feeds and tabs are among them.
const blanks = /[\s\p{Cc}]+/gu;
const wide = /[！-～]/g;
const wideAllowed = new Set('（），：；！？');
const between = /(?<=[\p{Script=Han}（）、，。：；《》〔〕“”]) (?=[\p{Script=Han}（）、，。：；《》〔〕“”])/gu;

const narrow = (text: string): string =>
  text.replaceAll(wide, (character) => (wideAllowed.has(character) ? character : String.fromCharCode(character.charCodeAt(0) - 0xfee0)));

/** One line of text as it is kept: wide letters and digits narrow, blanks and line breaks one blank, none between Chinese characters (`张　三`). */
export function plainLine(cell: string): string {
  return narrow(cell.normalize('NFC').replaceAll(invisible, '')).replaceAll(blanks, ' ').replaceAll(between, '').trim();
}

/** Text of several lines as it is kept: each line plain, empty lines gone. */
export function plainProse(cell: string): string {
  return cell
    .split(/\r\n|\r|\n/)
    .map(plainLine)
    .filter((line) => line !== '')
    .join('\n');
}

/** What two texts are compared by: width, case, blanks, brackets, quotation marks and dashes make no difference. */
export function foldText(cell: string): string {
  return plainLine(cell)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s/g, '')
    .replaceAll(/[[【〔{]/g, '(')
    .replaceAll(/[\]】〕}]/g, ')')
    .replaceAll(/[‐-―−－_]/g, '-')
    .replaceAll(/["'“”‘’「」『』]/g, '')
    .replaceAll(/[·•・]/g, '·');
}

/** A code as it is kept: no blanks, narrow, dashes alike, capitals. */
export function plainCode(cell: string): string {
  return plainLine(cell)
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[‐-―−]/g, '-')
    .toUpperCase();
}
