import { z } from 'zod';
import { OperatorError } from '#db/operator-error.ts';
import { logLevels, type LogLevel } from './log.ts';

export const defaultDataDir = './data';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  /** Without a token there is no /metrics. */
  readonly metricsToken: string | null;
  /** How many proxies stand before the server; 0 trusts no forwarded address. */
  readonly trustProxyHops: number;
  /** The address that people type, where a proxy hides it from the server. */
  readonly publicOrigin: string | null;
}

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, { error: 'must be a whole number' })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error: `must lie between ${least} and ${most}` });

const origin = z.string().refine(isOrigin, { error: 'must be an origin such as https://portal.example, without a path' });

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.origin === text;
}

const Environment = z.object({
  PORT: whole(0, 65535).default(4180),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default(defaultDataDir),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
  METRICS_TOKEN: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
  TRUST_PROXY: whole(0, 8).default(0),
  PUBLIC_ORIGIN: origin.optional(),
});

/** Reads the environment; an empty variable counts as absent. Names every variable that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new OperatorError('config', `The environment is not usable: ${faults.join('; ')}.`);
  }
  const { PORT, HOST, DATA_DIR, LOG_LEVEL, METRICS_TOKEN, TRUST_PROXY, PUBLIC_ORIGIN } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: DATA_DIR,
    logLevel: LOG_LEVEL,
    metricsToken: METRICS_TOKEN ?? null,
    trustProxyHops: TRUST_PROXY,
    publicOrigin: PUBLIC_ORIGIN ?? null,
  };
}
