// The contract of requests, word by word.
export * from './orders.ts';
export * from './preparation.ts';
export * from './request-acts.ts';
export * from './request-file.ts';
