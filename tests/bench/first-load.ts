import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}
export interface FirstLoad {
  readonly page: string;
  readonly bytes: number;
  readonly goal: number;
}

const client = fileURLToPath(new URL('../../dist/client', import.meta.url));
const kibibyte = 1024;
const pages = [
  { page: 'public.html', title: 'register and sign-in', goal: 150 * kibibyte },
  { page: 'app.html', title: 'application', goal: 350 * kibibyte },
] as const;

/** What a browser fetches before a page can show anything: the page, its scripts with all that they import at once, and its styles; gzip. */
export function firstLoads(): readonly FirstLoad[] {
  const path = join(client, '.vite', 'manifest.json');
  if (!existsSync(path)) return [];
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Chunk>;
  return pages.map(({ page, title, goal }) => {
    const files = [...filesOf(manifest, page), page];
    return {
      page: title,
      goal,
      bytes: files.reduce((sum, file) => sum + gzipSync(readFileSync(join(client, file)), { level: 9 }).length, 0),
    };
  });
}

function filesOf(manifest: Record<string, Chunk>, entry: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[entry];
  if (!chunk || seen.has(chunk.file)) return seen;
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
  for (const imported of chunk.imports ?? []) filesOf(manifest, imported, seen);
  return seen;
}
