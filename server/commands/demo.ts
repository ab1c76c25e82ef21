import { existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openDatabase } from '#db/connection.ts';
import { claimDataFolder, dataFolder, type DataFolder } from '#db/data-folder.ts';
import { county, departments, townships, type BodyKey } from '#server/demo/organisations.ts';
import { demoPassword, people } from '#server/demo/people.ts';
import { demoStanding } from '#server/demo/standing.ts';
import { fillDemo } from '#server/demo/index.ts';
import { openInstallation } from '#db/installation.ts';
import { migrateInstallation } from '#db/migrate.ts';
import { findMigrations, readMigrations } from '#db/migrations.ts';
import { OperatorError } from '#db/operator-error.ts';
import { createUnitOfWork } from '#db/unit-of-work.ts';
import { buildApp } from '#server/app.ts';
import { backUp } from '#server/maintenance/backup.ts';
import { fixedClock, systemClock } from '#server/platform/clock.ts';
import { tellOperator } from '#server/platform/command.ts';
import { readConfig } from '#server/platform/config.ts';
import { createNewId } from '#server/platform/ids.ts';
import { createLog } from '#server/platform/log.ts';
import { serve, stopOnSignals } from '#server/serve.ts';

const help = `npm run demo -- [--fresh] [--data-dir DIR]

Serves ${county.name}, a county that does not exist: bodies, people, numbers and cases are invented; laws and powers are real.
The first start makes it (some seconds) in DIR (DATA_DIR, or ./data-demo); later starts serve it as it was left.
--fresh throws the demo county in DIR away and makes it anew, dated relative to today. PORT is 4180 unless set.
Never put real data in it: everybody has the same password.`;

const { values } = parseArgs({
  options: { fresh: { type: 'boolean', default: false }, 'data-dir': { type: 'string' }, help: { type: 'boolean', default: false } },
});

const bodyNames: Readonly<Record<BodyKey, string>> = {
  county: county.fullName,
  ...mapNames(departments),
  ...mapNames(townships),
};
function mapNames<K extends string>(bodies: Readonly<Record<K, { readonly name: string }>>): Record<K, string> {
  return Object.fromEntries(Object.entries<{ readonly name: string }>(bodies).map(([key, { name }]) => [key, name])) as Record<K, string>;
}
const roleNames = {
  clerk: '经办',
  lead: '负责人',
  reviewer: '部门审核',
  legal_reviewer: '合法性审查',
  decider: '县级决定',
  training_officer: '培训管理',
  admin: '系统管理',
  auditor: '审计',
} as const;

async function run(): Promise<void> {
  if (values.help) {
    console.log(help);
    return;
  }
  const config = { ...readConfig(process.env), dataDir: values['data-dir'] ?? process.env['DATA_DIR'] ?? './data-demo' };
  if (needsMaking(config.dataDir)) await makeDemo(config.dataDir);
  else await bringUpToDate(config.dataDir);
  const serving = await serve(config, 'demo');
  stopOnSignals(serving);
  console.log(accountsTable());
  // Browsers accept the Secure session cookie without TLS on localhost only.
  const origin = serving.origin.replace('127.0.0.1', 'localhost');
  console.log(`\n演示县（虚构）：${origin}\n登录：${origin}/sign-in\n`);
}

/** Whether the folder has no whole demo county; what was half made, or is to be made anew, is thrown away. Nothing else is ever touched. */
function needsMaking(directory: string): boolean {
  const folder = dataFolder(directory);
  if (!existsSync(folder.database)) return true;
  const claim = claimDataFolder(folder, 'demo');
  try {
    const { $client } = openDatabase(folder.database, { readonly: true });
    const standing = demoStanding($client);
    $client.close();
    if (standing === 'no_demo')
      throw new OperatorError('in_use', `The installation in ${folder.directory} is no demo: start it with npm start.`);
    if (standing === 'whole' && !values.fresh) return false;
  } finally {
    claim.release();
  }
  discard(folder);
  return true;
}

/** A newer version finds the demo county as it was left, without a command of their own. */
async function bringUpToDate(directory: string): Promise<void> {
  const now = systemClock().now();
  const { applied } = await migrateInstallation({
    directory,
    migrations: readMigrations(findMigrations()),
    now,
    backUp: async (folder) => (await backUp(folder, now)).path,
  });
  if (applied.length > 0) console.log(`演示数据已升级：${applied.join('、')}`);
}

/** Only the files of the installation: the folder may hold others. */
function discard(folder: DataFolder): void {
  const files = [folder.database, `${folder.database}-wal`, `${folder.database}-shm`, folder.marker, folder.lock, folder.owner];
  for (const path of [...files, folder.backups, folder.replaced]) rmSync(path, { recursive: true, force: true });
}

async function makeDemo(directory: string): Promise<void> {
  console.log(`正在生成演示县 ${county.name}（虚构），约需数秒。`);
  const begun = performance.now();
  const now = systemClock().now();
  const migrations = readMigrations(findMigrations());
  await migrateInstallation({
    directory,
    migrations,
    now,
    create: true,
    backUp: () => Promise.reject(new Error('a new installation has nothing to back up')),
  });
  try {
    await fillInstallation(directory, now);
  } catch (error) {
    discard(dataFolder(directory));
    throw error;
  }
  console.log(`完成，用时 ${((performance.now() - begun) / 1000).toFixed(1)} 秒。`);
}

async function fillInstallation(directory: string, now: number): Promise<void> {
  const { db, release } = openInstallation(directory, 'demo', findMigrations());
  // A county that is being made can be made again: nothing of it has been acknowledged, so no commit waits for the disk.
  db.$client.pragma('synchronous = OFF');
  const clock = fixedClock(0);
  const newId = createNewId(clock);
  const unitOfWork = createUnitOfWork(db);
  try {
    const { bindings, sweep, stop } = buildApp({ db, unitOfWork, clock, newId, log: createLog('warn') });
    await fillDemo({ db, unitOfWork, clock, newId, bindings, sweep }, now, (line) => console.log(`  ${line}`));
    await stop();
    db.$client.pragma('synchronous = FULL');
  } finally {
    await unitOfWork.close();
    release();
  }
}

function accountsTable(): string {
  const width = Math.max(...people.map(({ username }) => username.length)) + 2;
  const rows = people.map(({ username, name, role, body }) => `  ${username.padEnd(width)}${roleNames[role]}　${name}　${bodyNames[body]}`);
  return [`\n账号（密码均为 ${demoPassword}）：`, ...rows].join('\n');
}

try {
  await run();
} catch (error) {
  tellOperator(error);
}
