import type { ImportKind } from '#contract/imports/import-kinds.ts';
import { organisationImporter } from '#server/features/organisations/index.ts';
import { directoryImporter, dutyListImporter } from '#server/features/directory/index.ts';
import { existingGrantImporter, reprojectLapses } from '#server/features/grants/index.ts';
import { menuImporter } from '#server/features/editions/index.ts';
import { publishedItem } from '#server/features/catalogue/index.ts';
import { rosterChangedForRequests } from '#server/features/preparation/index.ts';
import { rosterImporter, trainingResultImporter, type TrainingHooks } from '#server/features/training/index.ts';
import { importerOf, type AnyImporter } from '#server/spreadsheets/importing.ts';

/** Grants and preparations follow the rosters in the transaction that writes them, beside the main thread as on it. */
const following: TrainingHooks = {
  rosterChanged(act, townshipId) {
    reprojectLapses(act, townshipId);
    rosterChangedForRequests({ catalogue: { itemById: (itemId) => publishedItem(act.tx, itemId) } })(act, townshipId);
  },
};

/** Every kind of spreadsheet that the portal reads. To add one: its importer in the feature it belongs to, and a line here. */
const importers: readonly AnyImporter[] = [
  importerOf(menuImporter),
  organisationImporter,
  directoryImporter,
  dutyListImporter,
  rosterImporter(following),
  trainingResultImporter(following),
  existingGrantImporter,
];

const byKind = new Map<string, AnyImporter>(importers.map((importer) => [importer.kind, importer]));

export const allImporters = (): readonly AnyImporter[] => importers;
export const importerFor = (kind: ImportKind): AnyImporter | undefined => byKind.get(kind);

/** For what was started with it: a kind that is not read any more is a fault of ours. */
export function demandImporter(kind: string): AnyImporter {
  const importer = byKind.get(kind);
  if (!importer) throw new Error(`there is no importer for ${kind}`);
  return importer;
}
