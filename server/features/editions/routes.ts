import * as drafts from '#contract/editions/edition-drafts.ts';
import * as contract from '#contract/editions/editions.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { checkEdition } from './check-edition.ts';
import { callBackEdition, reviewEdition } from './reviews/close-review.ts';
import { discardEdition } from './discard-edition.ts';
import { addItem, dropItem, editItem } from './edit-items.ts';
import { listEditionReviews } from './reviews/list-reviews.ts';
import { listEditions, openEdition } from './open-edition.ts';
import { publishEdition, type EditionHooks } from './publish-edition.ts';
import { readEditionDifference } from './difference/read-difference.ts';
import { listDraftItems, readDraftItem } from './read-draft.ts';
import { sendEdition } from './reviews/send-edition.ts';

export const editionsRoutes = (ports: Ports, hooks: EditionHooks): Binding[] => [
  bind(drafts.listEditions, listEditions(ports)),
  bind(drafts.openEdition, openEdition(ports)),
  bind(drafts.listDraftItems, listDraftItems(ports)),
  bind(drafts.readDraftItem, readDraftItem(ports)),
  bind(drafts.addItem, addItem(ports)),
  bind(drafts.editItem, editItem(ports)),
  bind(drafts.dropItem, dropItem(ports)),
  bind(drafts.discardEdition, discardEdition(ports)),
  bind(drafts.checkEdition, checkEdition(ports)),
  bind(drafts.publishEdition, publishEdition(ports, hooks)),
  bind(contract.listEditionReviews, listEditionReviews(ports)),
  bind(contract.sendEdition, sendEdition(ports)),
  bind(contract.callBackEdition, callBackEdition(ports)),
  bind(contract.reviewEdition, reviewEdition(ports)),
  bind(contract.readEditionDifference, readEditionDifference(ports)),
];
