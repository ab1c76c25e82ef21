// The contract of spreadsheets in and out, word by word.
export * from './import-findings.ts';
export * from './import-kinds.ts';
export * from './import-runs.ts';
