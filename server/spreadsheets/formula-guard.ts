// Full-width signs too: spreadsheets in Chinese take them for what they look like (OWASP, CSV injection).
const dangerous = /^[=+\-@＝＋－＠\t\r\n]/;
const guarded = /^'[=+\-@＝＋－＠\t\r\n]/;

/** What a spreadsheet program would run as a formula when it opens a CSV; the mark in front makes it a text. */
export const withGuard = (cell: string): string => (dangerous.test(cell) ? `'${cell}` : cell);

/** The cell as it was before `withGuard`. */
export const withoutGuard = (cell: string): string => (guarded.test(cell) ? cell.slice(1) : cell);
