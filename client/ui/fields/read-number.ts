/** 万 and 亿 as factors; the longer unit of a field (万元) begins with its factor. */
const factors: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

function splitUnit(unit: string): { readonly factor: number; readonly base: string } {
  const factor = factors[unit.charAt(0)];
  return factor === undefined ? { factor: 1, base: unit } : { factor, base: unit.slice(1) };
}

/**
 * The number that somebody typed, in the unit of the field, or nothing when it is not understood: full-width digits, thousands
 * separated by commas or blanks, 3万, 1.5亿元, and the unit itself after the figure. Another unit than the field's is not guessed at.
 */
export function readNumber(text: string, unit = ''): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').toLowerCase();
  const match = /^([+-]?(?:\d+(?:\.\d+)?|\.\d+))([万亿]?)(.*)$/.exec(plain);
  if (match === null) return null;
  const [, figure = '', factor = '', suffix = ''] = match;
  const field = splitUnit(unit.normalize('NFKC').replace(/\s/g, '').toLowerCase());
  if (suffix !== '' && suffix !== field.base) return null;
  // A bare figure is meant in the unit that stands beside the field; one with a factor or a unit says itself what it is.
  const isBare = factor === '' && suffix === '';
  const scale = isBare ? 1 : (factors[factor] ?? 1) / field.factor;
  return Number((Number(figure) * scale).toFixed(6));
}
