import { parseArgs } from 'node:util';
import { openInstallation } from '#db/installation.ts';
import { findMigrations } from '#db/migrations.ts';
import { OperatorError } from '#db/operator-error.ts';
import { createUnitOfWork } from '#db/unit-of-work.ts';
import { createFirstAdmin } from '#server/features/accounts/index.ts';
import { systemClock } from '#server/platform/clock.ts';
import { readConfig } from '#server/platform/config.ts';
import { createNewId } from '#server/platform/ids.ts';
import { createLog } from '#server/platform/log.ts';

const help = `npm run create-admin -- --username NAME --name "DISPLAY NAME" [--county "XX县" --prefix "XX赋权"] [--data-dir DIR]

Opens an administrator's account and prints its initial secret, which serves for one sign-in.
On a new installation --county names the county and --prefix starts its document numbers (XX赋权〔2026〕1号).
The server must not be running.`;

const { values } = parseArgs({
  options: {
    username: { type: 'string' },
    name: { type: 'string' },
    county: { type: 'string' },
    prefix: { type: 'string' },
    'data-dir': { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

async function run(): Promise<number> {
  const { username, name } = values;
  if (values.help || !username || !name) {
    console.log(help);
    return values.help ? 0 : 1;
  }
  if (!/^[a-z0-9][a-z0-9._-]{2,39}$/.test(username)) {
    console.error('--username: 3 to 40 characters of a-z, 0-9, dot, hyphen and underscore.');
    return 1;
  }
  const config = readConfig(process.env);
  const opened = openInstallation(values['data-dir'] ?? config.dataDir, 'create-admin', findMigrations());
  const clock = systemClock();
  const unitOfWork = createUnitOfWork(opened.db);
  try {
    const ports = { db: opened.db, unitOfWork, newId: createNewId(clock), log: createLog('warn') };
    const county = values.county ?? '本县';
    const outcome = await createFirstAdmin(ports, { username, name, countyName: county, documentPrefix: values.prefix ?? `${county}赋权` }, clock.now());
    if (outcome.kind === 'refused') {
      console.error(`The username ${username} is taken.`);
      return 1;
    }
    console.log(`Account ${username} is open. Initial secret, shown only now: ${outcome.value.initialSecret}`);
    return 0;
  } finally {
    await unitOfWork.close();
    opened.release();
  }
}

try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
