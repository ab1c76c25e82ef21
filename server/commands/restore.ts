import { findMigrations, readMigrations } from '#db/migrations.ts';
import { systemClock } from '#server/platform/clock.ts';
import { runCommand, say } from '#server/platform/command.ts';
import { restoreBackup } from '#server/maintenance/restore.ts';

const help = `npm run restore -- <backup file> [--adopt]

Checks a backup and puts it in the place of the database. What was there is kept in replaced/ in the data folder.
The server must be stopped.

  --adopt  take a backup of another installation all the same`;

await runCommand({
  help,
  flags: ['adopt'],
  words: 1,
  async run({ dataDir, flags, words: [backup = ''] }) {
    const migrations = readMigrations(findMigrations());
    const restored = await restoreBackup({ directory: dataDir, backup, migrations, now: systemClock().now(), adopt: flags.adopt });
    say(`Restored ${restored.rows} rows from ${backup}.`);
    if (restored.replaced) say(`What was there before is kept in ${restored.replaced}`);
    if (restored.pending > 0) say('The backup is of an older version. Run next: npm run migrate');
    return true;
  },
});
