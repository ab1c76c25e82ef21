import type { listMenu as listContract, readMenuItem as readContract } from '#contract/menu.ts';
import type { CallOf } from '#server/platform/binding.ts';
import { notFound, refuse } from '#server/platform/binding.ts';
import type { Catalogue } from './catalogue.ts';

/** The menu in force. Published is published, so the answer was made before anybody asked. */
export const listMenu = (catalogue: Catalogue) => (call: CallOf<typeof listContract>) =>
  catalogue.list(call.query) ?? refuse('no_published_edition');

/** An item of the edition in force or of a former one: whoever cites it can still read it. */
export const readMenuItem = (catalogue: Catalogue) => (call: CallOf<typeof readContract>) => catalogue.read(call.params.itemId) ?? notFound;
