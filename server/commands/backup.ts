import { dataFolder } from '#db/data-folder.ts';
import { backUp } from '#server/maintenance/backup.ts';
import { systemClock } from '#server/platform/clock.ts';
import { runCommand, say } from '#server/platform/command.ts';

const help = `npm run backup

Copies the database to backups/ in the data folder, while the server goes on working, and restores the copy on trial:
integrity, keys, row counts, audit trail and checksums. Only then does it count as a backup. Keep copies on another machine.`;

await runCommand({
  help,
  async run({ dataDir }) {
    const { path, manifest } = await backUp(dataFolder(dataDir), systemClock().now());
    const rows = Object.values(manifest.counts).reduce((sum, count) => sum + count, 0);
    say(`Backup: ${path}`);
    say(`Restored on trial: ${rows} rows, ${manifest.audit.records} audit records, head ${manifest.audit.head}`);
    return true;
  },
});
