/** How much a county holds. Every order has three lines, and each line is a request. */
export interface Size {
  readonly name: string;
  readonly powers: number;
  readonly townships: number;
  readonly orders: number;
}

export const linesPerOrder = 3;
export const departments = 14;

/** S is far beyond any county, L is ten times the orders; XS only shows that everything runs. */
export const sizes = {
  XS: { name: 'XS', powers: 1_000, townships: 100, orders: 3_000 },
  S: { name: 'S', powers: 10_000, townships: 2_000, orders: 100_000 },
  L: { name: 'L', powers: 10_000, townships: 2_000, orders: 1_000_000 },
} as const satisfies Record<string, Size>;

export const requestsOf = (size: Size): number => size.orders * linesPerOrder;
export const requestsPerTownship = (size: Size): number => (size.orders / size.townships) * linesPerOrder;

/** The powers that a township has ordered are neighbours, beginning here; whatever follows has never been ordered. */
export const powerOf = (size: Size, township: number, nth: number): number => (township * 7 + nth) % size.powers;
