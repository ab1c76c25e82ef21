// The one list of what prettier formats: npm run format and the check must never differ.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const formatted = ['{server,client,db,tests}/**/*.{ts,tsx,js,mjs,json,css,html}', 'eslint.config.js', 'package.json', 'tsconfig.json'];
const mode = process.argv.includes('--check') ? '--check' : '--write';
const words = [
  'node_modules/prettier/bin/prettier.cjs',
  mode,
  '--log-level',
  mode === '--check' ? 'log' : 'warn',
  '--no-error-on-unmatched-pattern',
];

process.exitCode = spawnSync(process.execPath, [...words, ...formatted], { cwd: root, stdio: 'inherit' }).status ?? 1;
