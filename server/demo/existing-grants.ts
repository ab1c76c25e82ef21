import { addDays } from '#server/domain/time/time.ts';
import { existingGrantImporter } from '#server/features/grants/existing-grant-importer.ts';
import { change } from '#server/records/change.ts';
import { county } from './organisations.ts';
import { actorOf, type World } from './world.ts';

/** What the townships held before the portal: papers of 青禾县, invented as the county is; days before the day of the demo. */
const papers = [
  { code: 'NY-XK-001', township: '青石镇', from: 1100, until: null, number: 9 },
  { code: 'NY-XK-001', township: '柳河镇', from: 1100, until: null, number: 9 },
  { code: 'SL-XK-001', township: '青石镇', from: 980, until: null, number: 17 },
  { code: 'NY-XK-002', township: '柳河镇', from: 1300, until: 520, number: 31 },
  // A compulsory measure came with the penalty that it serves, on one paper.
  { code: 'XF-CF-001', township: '禾阳街道', from: 760, until: null, number: 26 },
  { code: 'XF-QZ-001', township: '禾阳街道', from: 760, until: null, number: 26 },
] as const;

/** Registers the existing grants (存量) as an admin does with a sheet: read, found right, written with their real days. */
export async function registerExistingGrants(world: World): Promise<void> {
  const rows = papers.map(({ code, township, from, until, number }, index) => {
    const fromOn = addDays(world.today, -from);
    return {
      row: index + 2,
      cells: {
        ...{
          powerCode: code,
          township,
          carrier: code.startsWith('XF-') ? '直接下放' : '委托',
          from: fromOn,
          until: until === null ? '' : addDays(world.today, -until),
        },
        documentNumber: `${county.editionPrefix}〔${fromOn.slice(0, 4)}〕${String(number)}号`,
        issuedOn: addDays(fromOn, -12),
      },
    };
  });
  const { accountId, name } = actorOf(world, 'guanliyuan');
  const context = {
    operationId: 'applyImport',
    actor: { accountId, name, onBehalfOf: null },
    now: world.clock.now(),
    requestId: world.newId(),
    idempotency: null,
  };
  await change(world, context, (act) => {
    const reading = existingGrantImporter.readWith(act.tx, {}, act.now, { rows, head: { name: '存量', headers: {} } });
    const faults = reading.findings.filter(({ severity }) => severity === 'error');
    if (faults.length > 0) throw new Error(`the demo's existing grants are refused: ${JSON.stringify(faults)}`);
    existingGrantImporter.apply(act, reading.rows, {});
    act.record({ action: 'import_applied', subjectKind: 'import', subjectId: 'demo', detail: { kind: 'existing_grants' } });
    return { kind: 'done' as const, value: null };
  });
}
