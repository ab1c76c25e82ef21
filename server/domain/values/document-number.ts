/** A number as official papers carry it, in parts (GB/T 9704, 发文字号). */
export interface DocumentNumber {
  readonly prefix: string;
  readonly year: number;
  readonly sequence: number;
}

const shape = /^(.+)〔(\d{4})〕([1-9]\d*)号$/;

/** Prefix, whole year in 六角括号, sequence without leading zeros and without 第 (GB/T 9704—2012, 7.2.5). */
export function formatDocumentNumber({ prefix, year, sequence }: DocumentNumber): string {
  const isWhole =
    prefix.trim() !== '' && Number.isInteger(year) && year >= 1000 && year <= 9999 && Number.isInteger(sequence) && sequence >= 1;
  if (!isWhole) throw new RangeError(`Not a document number: ${prefix} ${year} ${sequence}`);
  return `${prefix}〔${year}〕${sequence}号`;
}

/** The parts of a document number, null when the text is none (GB/T 9704—2012, 7.2.5). */
export function parseDocumentNumber(text: string): DocumentNumber | null {
  const [, prefix, year, sequence] = shape.exec(text) ?? [];
  return prefix && year && sequence ? { prefix, year: Number(year), sequence: Number(sequence) } : null;
}

/** A document number as it is kept, however it was typed: people copy them with other brackets, wide digits and blanks (GB/T 9704—2012, 7.2.5). */
export function plainDocumentNumber(typed: string): string {
  const plain = typed.normalize('NFKC').replaceAll(/\s/g, '');
  return plain
    .replaceAll(/[[(【〔](?=\d{4}[\])】〕])/g, '〔')
    .replaceAll(/(?<=〔\d{4})[\])】〕]/g, '〕')
    .replace(/(?<=〕)第?0*(?=[1-9]\d*号$)/, '');
}
