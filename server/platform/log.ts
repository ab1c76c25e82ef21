import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const secrets = ['password', 'newPassword', 'secret', 'token', 'cookie', 'authorization', '["set-cookie"]'];
const at = (path: string, key: string) => (key.startsWith('[') ? `${path}${key}` : path === '' ? key : `${path}.${key}`);

/** One JSON object per line, so that no text from outside can forge a line; secrets never get there, wherever they stand. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const paths = ['', '*', '*.*', '*.*.*'].flatMap((path) => secrets.map((key) => at(path, key)));
  // Without this, JSON makes `{}` of an error.
  const serializers = { fault: stdSerializers.err };
  const options = { level, base: null, serializers, redact: { paths, censor: '[redacted]' } };
  return destination ? pino(options, destination) : pino(options);
}
