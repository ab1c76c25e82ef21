import { withGuard } from './formula-guard.ts';
import type { WrittenSheet } from './written-sheet.ts';

const quoted = (cell: string): string => {
  const safe = withGuard(cell);
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** UTF-8 with its mark, without which Excel takes it for GB18030. */
export function csvOf({ columns, rows }: WrittenSheet): Uint8Array {
  const lines = [columns.map(({ title }) => quoted(title)).join(',')];
  for (const cells of rows) lines.push(cells.map(quoted).join(','));
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
}
