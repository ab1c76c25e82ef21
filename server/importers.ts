import { publishedItem } from '#server/features/catalogue/index.ts';
import { directoryImporter } from '#server/features/directory/directory-importer.ts';
import { dutyListImporter } from '#server/features/directory/duty-list-importer.ts';
import { menuImporter } from '#server/features/editions/menu-importer.ts';
import { existingGrantImporter } from '#server/features/grants/existing-grant-importer.ts';
import { organisationImporter } from '#server/features/organisations/organisation-importer.ts';
import { rosterImporter } from '#server/features/training/roster-importer.ts';
import { trainingResultImporter } from '#server/features/training/training-result-importer.ts';
import { importerOf } from '#server/spreadsheets/importing.ts';
import { importersOf } from '#server/spreadsheets/importers.ts';
import { rosterEffects } from './roster-effects.ts';

const following = rosterEffects(({ tx }) => ({ catalogue: { itemById: (itemId) => publishedItem(tx, itemId) } }));

/** Every kind of spreadsheet that the portal reads. To add one: its importer in the feature it belongs to, and a line here. */
export const importers = importersOf([
  importerOf(menuImporter),
  organisationImporter,
  directoryImporter,
  dutyListImporter,
  rosterImporter(following),
  trainingResultImporter(following),
  existingGrantImporter,
]);
