import { verifyBackup } from '#server/maintenance/backup.ts';
import { runCommand, say } from '#server/platform/command.ts';

const help = `npm run verify-backup -- <backup file>

Restores a backup on trial, aside, and checks it: checksums, integrity, keys, row counts, audit trail. A damaged copy is refused.`;

await runCommand({
  help,
  words: 1,
  async run({ words: [path = ''] }) {
    const { manifest } = await verifyBackup(path);
    say(
      `Sound: ${path}, made ${new Date(manifest.createdAt).toISOString()}, ${manifest.audit.records} audit records, head ${manifest.audit.head}`,
    );
    return true;
  },
});
