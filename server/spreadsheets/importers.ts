import type { ImportKind } from '#contract/imports/import-kinds.ts';
import type { AnyImporter } from './importing.ts';

/** The importers of the portal, by kind. */
export interface Importers {
  readonly all: readonly AnyImporter[];
  readonly find: (kind: ImportKind) => AnyImporter | undefined;
  /** For what was started with it: a kind that is not read any more is a fault of ours. */
  readonly demand: (kind: string) => AnyImporter;
}

export function importersOf(all: readonly AnyImporter[]): Importers {
  const byKind = new Map<string, AnyImporter>(all.map((importer) => [importer.kind, importer]));
  return {
    all,
    find: (kind) => byKind.get(kind),
    demand(kind) {
      const importer = byKind.get(kind);
      if (!importer) throw new Error(`there is no importer for ${kind}`);
      return importer;
    },
  };
}
