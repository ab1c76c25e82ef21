import type { Catalogue } from '#server/features/catalogue/index.ts';
import type { ChangePorts } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';

/** What requests need of the world: the terms of menu items come from the catalogue, which holds them in memory. */
export interface RequestsPorts extends Ports {
  readonly catalogue: Catalogue;
}

/** What the rules about terms need: any menu item that was ever published. */
export interface TermsPorts {
  readonly catalogue: Pick<Catalogue, 'itemById'>;
}

/** What a decision on a common item needs: all else is read in its own transaction, so that it can be taken beside the main thread. */
export type CommonPorts = ChangePorts & TermsPorts;
