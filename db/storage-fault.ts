/** What the storage can fail with. `closed`: the program is stopping and takes no more work. */
export type StorageFaultKind = 'full' | 'io' | 'read_only' | 'busy' | 'corrupt' | 'closed';

/** Nothing of the work was saved; the same work may be tried again later (RULES.md R9). */
export class StorageFault extends Error {
  override readonly name = 'StorageFault';
  readonly kind: StorageFaultKind;

  constructor(kind: StorageFaultKind, cause?: unknown) {
    super(`storage fault: ${kind}`, { cause });
    this.kind = kind;
  }
}

const families: readonly (readonly [prefix: string, kind: StorageFaultKind])[] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_IOERR', 'io'],
  ['SQLITE_CANTOPEN', 'io'],
  ['SQLITE_NOMEM', 'io'],
  ['SQLITE_READONLY', 'read_only'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
];

function codeOf(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && at.code.startsWith('SQLITE_')) return at.code;
  }
  return null;
}

/** The storage's own failure behind an error, or null if the error is not the storage's (a broken constraint is the program's). */
export function storageFaultOf(error: unknown): StorageFault | null {
  if (error instanceof StorageFault) return error;
  const code = codeOf(error);
  if (code === null) return null;
  const family = families.find(([prefix]) => code.startsWith(prefix));
  return family ? new StorageFault(family[1], error) : null;
}
