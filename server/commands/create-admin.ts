import { openInstallation } from '#db/installation.ts';
import { findMigrations } from '#db/migrations.ts';
import { createUnitOfWork } from '#db/unit-of-work.ts';
import { createFirstAdmin } from '#server/features/accounts/index.ts';
import { authorise } from '#server/features/sign-in/index.ts';
import { systemClock } from '#server/platform/clock.ts';
import { runCommand, say } from '#server/platform/command.ts';
import { createNewId } from '#server/platform/ids.ts';
import { createLog } from '#server/platform/log.ts';

const help = `npm run create-admin -- --username <name> --name <display name> [--county <XX县>] [--prefix <XX赋权>]

Opens an administrator's account and prints its initial secret, which serves for one sign-in.
On a new installation --county names the county, and --prefix begins its document numbers (XX赋权〔2026〕1号).
The server must not be running.`;

await runCommand({
  help,
  texts: ['username', 'name', 'county', 'prefix'],
  async run({ dataDir, texts: { username, name, county = '本县', prefix } }) {
    if (username === undefined || name === undefined) {
      say('--username and --name are needed; see --help.');
      return false;
    }
    if (!/^[a-z0-9][a-z0-9._-]{2,39}$/.test(username)) {
      say('--username: 3 to 40 characters of a-z, 0-9, dot, hyphen and underscore.');
      return false;
    }
    const opened = openInstallation(dataDir, 'create-admin', findMigrations());
    const clock = systemClock();
    const unitOfWork = createUnitOfWork(opened.db);
    try {
      const ports = { db: opened.db, unitOfWork, newId: createNewId(clock), log: createLog('warn'), authorise };
      const wanted = { username, name, countyName: county, documentPrefix: prefix ?? `${county}赋权` };
      const outcome = await createFirstAdmin(ports, wanted, clock.now());
      if (outcome.kind === 'refused') {
        say(`The username ${username} is taken.`);
        return false;
      }
      say(`Account ${username} is open. Initial secret, shown only now: ${outcome.value.initialSecret}`);
      return true;
    } finally {
      await unitOfWork.close();
      opened.release();
    }
  },
});
