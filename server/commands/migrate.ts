import { migrateInstallation, rehearseMigration } from '#db/migrate.ts';
import { findMigrations, readMigrations } from '#db/migrations.ts';
import { backUp } from '#server/maintenance/backup.ts';
import { systemClock } from '#server/platform/clock.ts';
import { runCommand, say } from '#server/platform/command.ts';

const help = `npm run migrate -- [--create] [--dry-run]

Brings the database to the schema of this program. Backs it up first; if anything fails, the database stays as it was.
The server must be stopped, except for a dry run.

  --create   begin a new installation if the data folder holds none
  --dry-run  do it all on a copy, say what would be applied, and change nothing`;

await runCommand({
  help,
  flags: ['create', 'dry-run'],
  async run({ dataDir, flags }) {
    const migrations = readMigrations(findMigrations());
    if (flags['dry-run']) {
      const tags = await rehearseMigration(dataDir, migrations);
      say(tags.length === 0 ? 'Nothing to do: the database is up to date.' : `Would apply, and would succeed: ${tags.join(', ')}`);
      return true;
    }
    const now = systemClock().now();
    const { applied, backup, isNew } = await migrateInstallation({
      directory: dataDir,
      migrations,
      now,
      create: flags.create,
      backUp: async (folder) => (await backUp(folder, now)).path,
    });
    if (backup) say(`Backed up to ${backup}`);
    if (isNew) say(`New installation in ${dataDir}.`);
    say(applied.length === 0 ? 'Nothing to do: the database is up to date.' : `Applied: ${applied.join(', ')}`);
    return true;
  },
});
