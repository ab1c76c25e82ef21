// node server/commands/run.mjs <command> [arguments]: builds when dist is missing or out of date, then becomes the command.
// It loads the bundle into this very process rather than a child: signals, exit code and process id are then the command's own.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, isStale, root } from './build.mjs';

const [command, ...rest] = process.argv.slice(2);
const bundles = join(root, 'dist', 'server');

function known() {
  if (!existsSync(bundles)) return [];
  return readdirSync(bundles)
    .filter((file) => file.endsWith('.js') && !file.endsWith('.worker.js'))
    .map((file) => basename(file, '.js'));
}

/** @param {string} message @returns {never} */
function stop(message) {
  console.error(message);
  process.exit(2);
}

if (!command || !/^[a-z][a-z-]*$/.test(command)) stop('usage: node server/commands/run.mjs <command> [arguments]');

try {
  if (isStale()) await build({ ifStale: true });
} catch (error) {
  stop(`the product could not be built: ${error instanceof Error ? error.message : String(error)}`);
}

const bundle = join(bundles, `${command}.js`);
if (!existsSync(bundle)) stop(`unknown command "${command}"; there are: ${known().join(', ')}`);

// Source maps would take 12 MB for as long as the process lives; to see the lines of the sources in a stack, start with
// NODE_OPTIONS=--enable-source-maps. The bundle keeps the names and is not made small.
process.argv = [process.execPath, bundle, ...rest];
await import(pathToFileURL(bundle).href);
