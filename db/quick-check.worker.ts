// Started by background-check.ts: reads a whole database and prints what it found. A process of its own, because a check cannot be
// interrupted and takes memory that the portal need not keep.
import Database from 'better-sqlite3';
import { findingOf } from './finding.ts';

const [, , path = ''] = process.argv;
process.stdout.write(`${JSON.stringify({ finding: findingOf(() => new Database(path, { readonly: true, timeout: 60_000 })) })}\n`);
