import type { IncomingMessage } from 'node:http';

interface EntityTag {
  readonly isWeak: boolean;
  readonly opaque: string;
}
type Tags = '*' | readonly EntityTag[];

// One member of the list with what parts it from the next; RFC 9110, 5.6.1 lets members be empty.
const member = /[ \t]*(?:(W\/)?("[!#-~\u0080-\u00ff]*")[ \t]*)?(?:,|$)/y;

/** `*` or a list of entity tags (RFC 9110, 8.8.3); null when it is neither. */
export function entityTags(header: string): Tags | null {
  if (header.trim() === '*') return '*';
  const tags: EntityTag[] = [];
  member.lastIndex = 0;
  while (member.lastIndex < header.length) {
    const found = member.exec(header);
    if (!found) return null;
    if (found[2] !== undefined) tags.push({ isWeak: found[1] !== undefined, opaque: found[2] });
  }
  return tags;
}

const withoutWeakness = (etag: string): string => (etag.startsWith('W/') ? etag.slice(2) : etag);

/** Two tags are the same by weak comparison whether or not either is weak (RFC 9110, 8.8.3.2). */
const isAmongWeakly = (tags: Tags | null, etag: string | null): boolean =>
  tags === '*' || (tags !== null && etag !== null && tags.some(({ opaque }) => opaque === withoutWeakness(etag)));

/** By strong comparison a weak tag is the same as none, not even itself. */
const isAmongStrongly = (tags: Tags | null, etag: string | null): boolean =>
  tags === '*' || (tags !== null && etag !== null && tags.some(({ isWeak, opaque }) => !isWeak && opaque === etag));

export type Condition = 'met' | 'failed' | 'not_modified';

/** What the conditions of a GET or HEAD say of what it would answer with 200, in the order of RFC 9110, 13.2.2. */
export function conditionOfReading({ headers }: IncomingMessage, etag: string | null): Condition {
  const [ifMatch, ifNoneMatch] = [headers['if-match'], headers['if-none-match']];
  if (ifMatch !== undefined && !isAmongStrongly(entityTags(ifMatch), etag)) return 'failed';
  if (ifNoneMatch !== undefined && isAmongWeakly(entityTags(ifNoneMatch), etag)) return 'not_modified';
  return 'met';
}

/** The versions on which a change may be made. */
export interface WantedVersion {
  /** What to try first; 0, which is no version, where the header names none. */
  readonly first: number;
  readonly isWanted: (version: number) => boolean;
  /** One version and no other: what nearly everybody sends. */
  readonly isOne: boolean;
}

const versionTag = /^"([1-9][0-9]{0,14})"$/;
const tagOf = (version: number): string => `"${String(version)}"`;

/** Null when no version is named, or in a way that cannot be read. */
export function wantedVersion({ headers }: IncomingMessage): WantedVersion | null {
  const [ifMatch, ifNoneMatch] = [headers['if-match'], headers['if-none-match']];
  if (ifMatch === undefined) return null;
  const only = ifNoneMatch === undefined ? versionTag.exec(ifMatch)?.[1] : undefined;
  if (only !== undefined) return { first: Number(only), isWanted: (version) => version === Number(only), isOne: true };
  const [wanted, unwanted] = [entityTags(ifMatch), ifNoneMatch === undefined ? [] : entityTags(ifNoneMatch)];
  if (wanted === null || wanted.length === 0) return null;
  const isWanted = (version: number): boolean => isAmongStrongly(wanted, tagOf(version)) && !isAmongWeakly(unwanted, tagOf(version));
  const versions = wanted === '*' ? [] : wanted.map(({ opaque }) => Number(versionTag.exec(opaque)?.[1] ?? 0));
  return { first: versions.find(isWanted) ?? 0, isWanted, isOne: false };
}
