import { findMigrations, readMigrations } from '#db/migrations.ts';
import { unreadableRecords } from '#server/features/audit/index.ts';
import { proveLedger, unreadableGrantEvents } from '#server/features/grants/index.ts';
import { unreadableRequestEvents } from '#server/features/requests/index.ts';
import { runCommand, say } from '#server/platform/command.ts';
import { examine, type DoctorCheck } from '#server/maintenance/doctor.ts';

const help = `npm run doctor

Examines the data folder, reading only: file integrity, foreign keys, migrations, schema, audit trail, and what the features
can prove of their own data. May run while the server works.`;

/** What the features can prove of their own data. */
const featureChecks: readonly DoctorCheck[] = [
  {
    name: 'ledger: rebuilt from its entries, one holder at every instant',
    find: (db) =>
      proveLedger(db).faults.map(
        ({ kind, grantId, sequence }) =>
          `${kind}${grantId === '' ? '' : ` of grant ${grantId}`}${sequence === null ? '' : `, entry ${String(sequence)}`}`,
      ),
  },
  { name: 'history of requests: every event can be read', find: (db) => unreadableRequestEvents(db).slice(0, 50) },
  { name: 'history of grants: every event can be read', find: (db) => unreadableGrantEvents(db).slice(0, 50) },
  { name: 'audit trail: every record can be read', find: (db) => unreadableRecords(db).slice(0, 50) },
];

await runCommand({
  help,
  async run({ dataDir }) {
    const isHealthy = await examine(dataDir, readMigrations(findMigrations()), featureChecks, ({ name, findings, milliseconds }) => {
      say(`${findings.length === 0 ? 'ok    ' : 'FAULTY'}  ${name} (${Math.round(milliseconds)} ms)`);
      for (const finding of findings) say(`        ${finding}`);
    });
    say(
      isHealthy
        ? 'All is well.'
        : 'Something is wrong: see above. The latest sound backup is restored with: npm run restore -- <backup file>',
    );
    return isHealthy;
  },
});
