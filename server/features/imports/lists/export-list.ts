import type { exportList as contract, SheetColumn } from '#contract/imports/list-files.ts';
import { mediaOf } from '#contract/imports/import-kinds.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { answered, mayCall, refuse, type Answer, type Binding, type CallOf } from '#server/platform/binding.ts';
import { changeOnce } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import type { ImportRunner } from '../import-runner.ts';
import { cellsOf } from './list-cells.ts';
import { eachPage } from './list-pages.ts';
import { textOf, type WrittenCell } from '#server/spreadsheets/written-sheet.ts';

/** Every operation that answers something; `app.ts` hands it in. */
export type Readings = () => readonly Binding[];

const widest = 60;
/** Chinese characters take two places. */
const placesOf = (text: string): number => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);

/** Gathers rows page by page as texts, which cross to another thread at no cost, and how wide each column has to be. */
function gathering(columns: readonly SheetColumn[]) {
  const widths = columns.map(({ title }) => placesOf(title) + 4);
  const pages: string[] = [];
  let count = 0;
  return {
    take: (rows: readonly unknown[]): void => {
      const cells = rows.map((row) => cellsOf(row, columns));
      for (const row of cells) row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, widthOf(cell))));
      pages.push(JSON.stringify(cells));
      count += rows.length;
    },
    pages,
    rows: () => count,
    columns: () => columns.map(({ title }, index) => ({ title, width: Math.min(widest, widths[index] ?? 0) })),
  };
}
const widthOf = (cell: WrittenCell): number => placesOf(textOf(cell)) + 2;

/**
 * A list as somebody sees it on their screen, all pages of it, as a spreadsheet. Who took a list of people with them is
 * written down before they get it.
 */
export const exportList =
  (ports: Ports, runner: Pick<ImportRunner, 'fetch'>, readings: Readings) =>
  async (call: CallOf<typeof contract>): Promise<Answer<undefined>> => {
    const { list, params = {}, query = {}, rows = 'items', only, name, columns } = call.body;
    const binding = readings().find(({ operation }) => operation.method === 'GET' && operation.path === list);
    if (!binding || binding.operation.media || binding.operation.download) return refuse('list_unknown');
    if (!mayCall(binding.operation, call.actor)) return refuse('forbidden');
    const gathered = gathering(columns);
    const refused = await eachPage(binding, call, { params, query, rows, only: only ? new Set(only) : null }, gathered.take);
    if (refused) return refused;
    if (binding.operation.isPersonal) {
      const recorded = await changeOnce(
        ports,
        call,
        () => answered(null),
        (act) => {
          const detail = { list, ...params, ...query, rows: gathered.rows() };
          act.record({ action: 'people_exported', subjectKind: 'export', subjectId: binding.operation.id, detail });
          return { kind: 'done', value: null };
        },
      );
      if (recorded.kind === 'refused') return recorded;
    }
    const bytes = await runner.fetch({ kind: 'list', name, columns: gathered.columns(), pages: gathered.pages });
    if (!bytes) throw new Error(`nothing was written for ${list}`);
    return { kind: 'file', name: `${name}-${dayOf(call.now)}.xlsx`, media: mediaOf.xlsx, bytes };
  };
