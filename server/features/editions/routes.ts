import * as editions from '#contract/editions/editions.ts';
import * as menuItemsContract from '#contract/catalogue/menu-items.ts';
import * as editionDraftsContract from '#contract/editions/edition-drafts.ts';
import * as powersContract from '#contract/powers.ts';
import * as powers from '#contract/powers.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import type { Catalogue } from '#server/features/catalogue/index.ts';
import { checkEdition } from './check-edition.ts';
import { callBackEdition, reviewEdition } from './close-review.ts';
import { discardEdition } from './discard-edition.ts';
import { editPower, readPower } from '#server/features/powers/index.ts';
import { addItem, dropItem, editItem } from './edit-items.ts';
import { listFavourites, markFavourite, unmarkFavourite } from '#server/features/catalogue/index.ts';
import { judgeAlike } from '#server/features/powers/index.ts';
import { listAlikes } from '#server/features/powers/index.ts';
import { listEditionReviews } from './list-reviews.ts';
import { createPower, listPowers } from '#server/features/powers/index.ts';
import { listEditions, openEdition } from './open-edition.ts';
import { publishEdition } from './publish-edition.ts';
import { readEditionDifference } from './read-difference.ts';
import { listDraftItems, readDraftItem } from './read-draft.ts';
import { listLawFlags, readItemBases } from './item-bases.ts';
import { listMenu, readMenuItem, type MenuStandings } from '#server/features/catalogue/index.ts';
import { sendEdition } from './send-edition.ts';

interface MenuNeeds {
  readonly catalogue: Catalogue;
  readonly standings: MenuStandings;
}

export const menuRoutes = (ports: Ports, { catalogue, standings }: MenuNeeds): Binding[] => [
  bind(menuItemsContract.listMenu, listMenu(ports, catalogue, standings)),
  bind(menuItemsContract.readMenuItem, readMenuItem(catalogue)),
  bind(menuItemsContract.listFavourites, listFavourites(ports, catalogue)),
  bind(menuItemsContract.markFavourite, markFavourite(ports)),
  bind(menuItemsContract.unmarkFavourite, unmarkFavourite(ports)),
  bind(menuItemsContract.listLawFlags, listLawFlags(ports)),
  bind(menuItemsContract.readItemBases, readItemBases(ports)),
  bind(editionDraftsContract.listEditions, listEditions(ports)),
  bind(editionDraftsContract.openEdition, openEdition(ports)),
  bind(editionDraftsContract.listDraftItems, listDraftItems(ports)),
  bind(editionDraftsContract.readDraftItem, readDraftItem(ports)),
  bind(editionDraftsContract.addItem, addItem(ports)),
  bind(editionDraftsContract.editItem, editItem(ports)),
  bind(editionDraftsContract.dropItem, dropItem(ports)),
  bind(editionDraftsContract.discardEdition, discardEdition(ports)),
  bind(editionDraftsContract.checkEdition, checkEdition(ports)),
  bind(editions.listEditionReviews, listEditionReviews(ports)),
  bind(editions.sendEdition, sendEdition(ports)),
  bind(editions.callBackEdition, callBackEdition(ports)),
  bind(editions.reviewEdition, reviewEdition(ports)),
  bind(editions.readEditionDifference, readEditionDifference(ports)),
  bind(editionDraftsContract.publishEdition, publishEdition(ports, catalogue)),
  bind(powersContract.listPowers, listPowers(ports)),
  bind(powersContract.createPower, createPower(ports)),
  bind(powers.readPower, readPower(ports)),
  bind(powers.editPower, editPower(ports, catalogue)),
  bind(powers.listAlikes, listAlikes(ports)),
  bind(powers.judgeAlike, judgeAlike(ports)),
];
