import { parseArgs } from 'node:util';
import { operatorErrorOf } from '#db/system-error.ts';
import { defaultDataDir, readConfig } from './config.ts';

/** What the person at the terminal asked for. */
export interface Given<F extends string, T extends string> {
  readonly dataDir: string;
  readonly flags: Readonly<Record<F, boolean>>;
  readonly texts: Readonly<Partial<Record<T, string>>>;
  readonly words: readonly string[];
}

export interface Command<F extends string, T extends string> {
  /** First line: how to call it; then what it does, in plain words. */
  readonly help: string;
  readonly flags?: readonly F[];
  readonly texts?: readonly T[];
  /** How many words it takes besides options. */
  readonly words?: number;
  /** Returns whether all is well. */
  readonly run: (given: Given<F, T>) => boolean | Promise<boolean>;
}

const common =
  '\n\nOptions of every command:\n  --data-dir <folder>  the data folder (else DATA_DIR, else ./data)\n  --help               this text\n';
const exits = '\nExit code: 0 all is well, 1 refused or found faulty, 2 called wrongly.\n';

export const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

/** Runs a command and sets the exit code: 0 all is well, 1 refused or found faulty, 2 called wrongly. */
export async function runCommand<const F extends string = never, const T extends string = never>(
  command: Command<F, T>,
  words: readonly string[] = process.argv.slice(2),
): Promise<void> {
  let where: string | undefined;
  try {
    const given = read(command, words);
    where = given?.dataDir;
    if (given === null) return say(command.help.trimEnd() + common + exits);
    process.exitCode = (await command.run(given)) ? 0 : 1;
  } catch (error) {
    if (error instanceof UsageError) {
      complain(`${error.message}\n\n${command.help.trimEnd()}`);
      process.exitCode = 2;
      return;
    }
    tellOperator(error, where);
  }
}

/** What an operator can mend is told in words; a stack is for what only a programmer can. The exit code is 1. */
export function tellOperator(error: unknown, where = process.env['DATA_DIR'] ?? defaultDataDir): void {
  const told = operatorErrorOf(error, where);
  complain(told?.message ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)));
  process.exitCode = 1;
}

class UsageError extends Error {}

function read<F extends string, T extends string>(command: Command<F, T>, words: readonly string[]): Given<F, T> | null {
  const { flags = [], texts = [], words: count = 0 } = command;
  const options = Object.fromEntries([
    ...['help', ...flags].map((name) => [name, { type: 'boolean' as const }]),
    ...['data-dir', ...texts].map((name) => [name, { type: 'string' as const }]),
  ]) as Record<string, { type: 'boolean' | 'string' }>;
  const { values, positionals } = parsed(options, words);
  if (values['help'] === true) return null;
  if (positionals.length !== count) throw new UsageError(count === 0 ? 'This command takes no further words.' : 'Something is missing.');
  const folder = values['data-dir'];
  return {
    dataDir: typeof folder === 'string' ? folder : readConfig(process.env).dataDir,
    flags: Object.fromEntries(flags.map((name) => [name, values[name] === true])) as Record<F, boolean>,
    texts: Object.fromEntries(texts.flatMap((name) => (typeof values[name] === 'string' ? [[name, values[name]]] : []))) as Partial<
      Record<T, string>
    >,
    words: positionals,
  };
}

function parsed(options: Record<string, { type: 'boolean' | 'string' }>, words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
