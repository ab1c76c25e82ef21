// The contract of the directory, word by word.
export * from './directory-entries.ts';
export * from './duties.ts';
export * from './township-powers.ts';
