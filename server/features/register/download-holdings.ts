import type { downloadRegister as contract } from '#contract/register.ts';
import { type Answer, answered, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { askedDay } from './asked-day.ts';
import { csvLine, header, lineOf, cutNote } from './csv.ts';
import { flagsOf } from './law-standing.ts';
import { bodiesById, presentListed } from './present.ts';
import { bodiesOf, holdingPage, type HoldingCursor } from './queries.ts';

const batch = 500;
/** Far above what a county holds; a file that were longer says so at its end. */
const longest = 100_000;

/** The search as a file. Others are served between the batches (RULES.md R12), and what is downloaded is one instant. */
export const downloadHoldings =
  (ports: Ports) =>
  async (call: CallOf<typeof contract>): Promise<Answer<string>> => {
    const { q, townshipId, departmentId } = call.query;
    const day = askedDay(call.query.on, call.now);
    if (day.kind === 'refused') return day;
    const bodies = bodiesById(bodiesOf(ports.db));
    const parts = [header];
    let cursor: HoldingCursor | null = null;
    for (let written = 0; written < longest; written += batch) {
      const rows = holdingPage(ports.db, { q, townshipId, departmentId, at: day.at }, cursor, batch);
      const flags = flagsOf(ports.db, rows, day.at);
      parts.push(...rows.map((row) => lineOf(presentListed(row, bodies, day.at, flags), day.on)));
      const last = rows.at(-1);
      if (rows.length < batch || !last) return answered(parts.join(''));
      cursor = { code: last.code, townshipId: last.townshipId };
      await new Promise((resolve) => setImmediate(resolve));
    }
    return answered(`${parts.join('')}${csvLine([cutNote(longest)])}`);
  };
