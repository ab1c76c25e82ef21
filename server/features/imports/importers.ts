import type { ImportKind } from '#contract/imports.ts';
import { menuImporter } from '#server/features/menu/index.ts';
import { importerOf, type AnyImporter } from '#server/platform/importing.ts';

/** Every kind of spreadsheet that the portal reads. To add one: its importer in the feature it belongs to, and a line here. */
const importers: readonly AnyImporter[] = [importerOf(menuImporter)];

const byKind = new Map<string, AnyImporter>(importers.map((importer) => [importer.kind, importer]));

export const allImporters = (): readonly AnyImporter[] => importers;
export const importerFor = (kind: ImportKind): AnyImporter | undefined => byKind.get(kind);

/** For what was started with it: a kind that is not read any more is a fault of ours. */
export function demandImporter(kind: string): AnyImporter {
  const importer = byKind.get(kind);
  if (!importer) throw new Error(`there is no importer for ${kind}`);
  return importer;
}
