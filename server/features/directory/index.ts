export { linkEntry, namedEntry, relinkEntries, type EntryKind } from './link-entry.ts';
export { rebaseEntry } from './rebase-entry.ts';
export { limitedPowers, unlinkedLimits, type UnlinkedRow } from './standing-queries.ts';
export { standingOf } from './standing.ts';
