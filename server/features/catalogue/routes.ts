import * as contract from '#contract/catalogue/menu-items.ts';
import { listLawFlags, readItemBases } from '#server/features/editions/index.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import type { Catalogue } from './catalogue.ts';
import { listFavourites, markFavourite, unmarkFavourite } from './favourites.ts';
import { listMenu, readMenuItem, type MenuStandings } from './read-menu.ts';

interface CatalogueNeeds {
  readonly catalogue: Catalogue;
  readonly standings: MenuStandings;
}

export const catalogueRoutes = (ports: Ports, { catalogue, standings }: CatalogueNeeds): Binding[] => [
  bind(contract.listMenu, listMenu(ports, catalogue, standings)),
  bind(contract.readMenuItem, readMenuItem(catalogue)),
  bind(contract.listFavourites, listFavourites(ports, catalogue)),
  bind(contract.markFavourite, markFavourite(ports)),
  bind(contract.unmarkFavourite, unmarkFavourite(ports)),
  bind(contract.listLawFlags, listLawFlags(ports)),
  bind(contract.readItemBases, readItemBases(ports)),
];
