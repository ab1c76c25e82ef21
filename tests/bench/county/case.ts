import type { Person, Township } from './frame.ts';
import type { Item } from './menu.ts';

export type State = 'in_review' | 'sent_back' | 'approved' | 'preparing' | 'granted' | 'rejected' | 'withdrawn' | 'lapsed';
export type Stage = 'department' | 'legal' | 'county';
export interface Fate {
  readonly state: State;
  readonly stage: Stage | null;
}

export interface Line {
  readonly id: string;
  readonly at: number;
  readonly item: Item;
  readonly township: Township;
  readonly fate: Fate;
}

export const hour = 3_600_000;
export const day = 24 * hour;

export const signatory = ({ accountId, name, organisation }: Person): string =>
  JSON.stringify({ accountId, name, organisation, onBehalfOf: null, onBehalfOfId: null });
