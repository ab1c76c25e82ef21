import { posix } from 'node:path';
import ts from 'typescript';
import type { ReadTree } from './tree.ts';

/** One name that a file takes from another. `*` is everything, an empty name an import for its effect alone. */
export interface Taken {
  readonly to: string;
  readonly name: string;
  readonly isType: boolean;
  /** The name under which the file passes it on, where it does. */
  readonly passedOnAs: string | null;
}

/** What each source file takes from which other file of the project; packages and `import()` are left out. */
export type ImportGraph = ReadonlyMap<string, readonly Taken[]>;

export const sourceRooms = ['server', 'client', 'db', 'tests'] as const;
const aliases: Readonly<Record<string, string>> = { '#contract/': 'server/contract/' };
const isSource = /(?<!\.d)\.(ts|tsx|js|mjs)$/;

export const sourcesOf = (tree: ReadTree): readonly string[] =>
  sourceRooms.flatMap((room) => tree.files(room)).filter((path) => isSource.test(path));

export function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, path.endsWith('.tsx') ? ts.ScriptKind.TSX : undefined);
}

export function readImports(tree: ReadTree): ImportGraph {
  const files = sourcesOf(tree);
  const known = new Set(files);
  return new Map(files.map((path) => [path, takenBy(path, parse(path, tree.text(path)), known)]));
}

function takenBy(path: string, source: ts.SourceFile, known: ReadonlySet<string>): Taken[] {
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return [];
    const to = resolve(path, moduleSpecifier.text);
    if (!known.has(to)) return [];
    const names = ts.isImportDeclaration(statement) ? importedBy(statement) : exportedBy(statement);
    return names.map((name) => ({ to, ...name }));
  });
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  const alias = Object.keys(aliases).find((start) => specifier.startsWith(start));
  return alias ? `${aliases[alias] ?? ''}${specifier.slice(alias.length)}` : specifier.replace(/^#/, '');
}

type Name = Omit<Taken, 'to'>;

function importedBy({ importClause: clause }: ts.ImportDeclaration): Name[] {
  if (!clause) return [{ name: '', isType: false, passedOnAs: null }];
  const isType = clause.phaseModifier === ts.SyntaxKind.TypeKeyword;
  const own = clause.name ? [{ name: 'default', isType, passedOnAs: null }] : [];
  const { namedBindings } = clause;
  if (!namedBindings) return own;
  if (ts.isNamespaceImport(namedBindings)) return [...own, { name: '*', isType, passedOnAs: null }];
  return [...own, ...namedBindings.elements.map((one) => specifierOf(one, isType, null))];
}

function exportedBy({ exportClause: clause, isTypeOnly }: ts.ExportDeclaration): Name[] {
  if (!clause || ts.isNamespaceExport(clause)) return [{ name: '*', isType: isTypeOnly, passedOnAs: clause ? clause.name.text : '*' }];
  return clause.elements.map((one) => specifierOf(one, isTypeOnly, one.name.text));
}

function specifierOf(one: ts.ImportSpecifier | ts.ExportSpecifier, isTypeOnly: boolean, passedOnAs: string | null): Name {
  return { name: (one.propertyName ?? one.name).text, isType: isTypeOnly || one.isTypeOnly, passedOnAs };
}
