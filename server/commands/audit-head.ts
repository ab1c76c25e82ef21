import { existsSync } from 'node:fs';
import { openDatabase } from '#db/connection.ts';
import { dataFolder, noInstallation } from '#db/data-folder.ts';
import { OperatorError } from '#db/operator-error.ts';
import { auditHead, isOnChain, verifyAudit } from '#server/records/audit.ts';
import { runCommand, say } from '#server/platform/command.ts';

const help = `npm run audit-head -- [--verify] [--expect <records>:<hash>]

Prints the head of the audit trail as <records>:<hash>. Write it down outside of this machine: a later --expect then shows
whether records were cut off or rewritten since. May run while the server works.

  --verify                     recompute the whole chain as well
  --expect <records>:<hash>    is this earlier head still on the chain?`;

await runCommand({
  help,
  flags: ['verify'],
  texts: ['expect'],
  async run({ dataDir, flags, texts }) {
    const folder = dataFolder(dataDir);
    if (!existsSync(folder.database)) throw noInstallation(folder);
    const db = openDatabase(folder.database, { readonly: true, check: false });
    try {
      const { records, head } = auditHead(db);
      say(`${records}:${head}`);
      if (texts.expect !== undefined && !isOnChain(db, readHead(texts.expect))) {
        say(`The head ${texts.expect} is no longer on the chain: records were cut off or rewritten.`);
        return false;
      }
      if (!flags.verify) return true;
      const verdict = await verifyAudit(db);
      say(verdict.isIntact ? 'The chain is intact.' : `The chain is broken at record ${verdict.brokenAt ?? verdict.records}.`);
      return verdict.isIntact;
    } finally {
      db.$client.close();
    }
  },
});

function readHead(text: string) {
  const [records, head] = text.split(':');
  if (!records || !head || !/^\d+$/.test(records))
    throw new OperatorError('config', '--expect takes what this command printed: <records>:<hash>');
  return { records: Number(records), head };
}
