import * as editions from '#contract/editions.ts';
import * as contract from '#contract/menu.ts';
import * as powers from '#contract/powers.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import type { Catalogue } from './catalogue.ts';
import { checkEdition } from './check-edition.ts';
import { callBackEdition, reviewEdition } from './close-review.ts';
import { discardEdition } from './discard-edition.ts';
import { editPower, readPower } from './edit-power.ts';
import { addItem, dropItem, editItem } from './edit-items.ts';
import { listFavourites, markFavourite, unmarkFavourite } from './favourites.ts';
import { judgeAlike } from './judge-alike.ts';
import { listAlikes } from './list-alikes.ts';
import { listEditionReviews } from './list-reviews.ts';
import { createPower, listPowers } from './manage-powers.ts';
import { listEditions, openEdition } from './open-edition.ts';
import { publishEdition } from './publish-edition.ts';
import { readEditionDifference } from './read-difference.ts';
import { listDraftItems, readDraftItem } from './read-draft.ts';
import { listLawFlags, readItemBases } from './item-bases.ts';
import { listMenu, readMenuItem, type MenuStandings } from './read-menu.ts';
import { sendEdition } from './send-edition.ts';

interface MenuNeeds {
  readonly catalogue: Catalogue;
  readonly standings: MenuStandings;
}

export const menuRoutes = (ports: Ports, { catalogue, standings }: MenuNeeds): Binding[] => [
  bind(contract.listMenu, listMenu(ports, catalogue, standings)),
  bind(contract.readMenuItem, readMenuItem(catalogue)),
  bind(contract.listFavourites, listFavourites(ports, catalogue)),
  bind(contract.markFavourite, markFavourite(ports)),
  bind(contract.unmarkFavourite, unmarkFavourite(ports)),
  bind(contract.listLawFlags, listLawFlags(ports)),
  bind(contract.readItemBases, readItemBases(ports)),
  bind(contract.listEditions, listEditions(ports)),
  bind(contract.openEdition, openEdition(ports)),
  bind(contract.listDraftItems, listDraftItems(ports)),
  bind(contract.readDraftItem, readDraftItem(ports)),
  bind(contract.addItem, addItem(ports)),
  bind(contract.editItem, editItem(ports)),
  bind(contract.dropItem, dropItem(ports)),
  bind(contract.discardEdition, discardEdition(ports)),
  bind(contract.checkEdition, checkEdition(ports)),
  bind(editions.listEditionReviews, listEditionReviews(ports)),
  bind(editions.sendEdition, sendEdition(ports)),
  bind(editions.callBackEdition, callBackEdition(ports)),
  bind(editions.reviewEdition, reviewEdition(ports)),
  bind(editions.readEditionDifference, readEditionDifference(ports)),
  bind(contract.publishEdition, publishEdition(ports, catalogue)),
  bind(contract.listPowers, listPowers(ports)),
  bind(contract.createPower, createPower(ports)),
  bind(powers.readPower, readPower(ports)),
  bind(powers.editPower, editPower(ports, catalogue)),
  bind(powers.listAlikes, listAlikes(ports)),
  bind(powers.judgeAlike, judgeAlike(ports)),
];
