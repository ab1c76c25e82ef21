import type {
  listFavourites as listContract,
  markFavourite as markContract,
  unmarkFavourite as unmarkContract,
} from '#contract/catalogue/menu-items.ts';
import { answered, notFound, refuse, type CallOf, type Refused } from '#server/platform/binding.ts';
import { changeOnce, presentNothing } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import type { Catalogue } from './catalogue.ts';
import { favouritesOf } from './queries.ts';
import { deleteFavourite, insertFavourite } from './store.ts';
import { powerById } from '#server/features/powers/index.ts';

/** As many as one response shows: more could not be surveyed. */
const mostFavourites = 200;

export const listFavourites = (ports: Ports, catalogue: Catalogue) => (call: CallOf<typeof listContract>) =>
  answered({
    items: favouritesOf(ports.db, call.actor.accountId).map((row) => ({ ...row, itemId: catalogue.rowByPower(row.powerId)?.id ?? null })),
  });

const done = { kind: 'done', value: undefined } as const;
type Done = typeof done;

/** Marks a power for the person, whatever edition it stands on. What is marked already needs no change and no record. */
export const markFavourite = (ports: Ports) => async (call: CallOf<typeof markContract>) => {
  const key = { accountId: call.actor.accountId, powerId: call.params.powerId };
  if (favouritesOf(ports.db, key.accountId).some(({ powerId }) => powerId === key.powerId)) return done;
  return changeOnce(ports, call, presentNothing, (act): Done | Refused => {
    if (!powerById(act.tx, key.powerId)) return notFound;
    if (favouritesOf(act.tx, key.accountId).length >= mostFavourites) return refuse('too_many_favourites');
    insertFavourite(act.tx, key, call.now);
    act.record({ action: 'favourite_marked', subjectKind: 'power', subjectId: key.powerId });
    return done;
  });
};

export const unmarkFavourite = (ports: Ports) => async (call: CallOf<typeof unmarkContract>) => {
  const key = { accountId: call.actor.accountId, powerId: call.params.powerId };
  if (!favouritesOf(ports.db, key.accountId).some(({ powerId }) => powerId === key.powerId)) return done;
  return changeOnce(ports, call, presentNothing, (act): Done => {
    deleteFavourite(act.tx, key);
    act.record({ action: 'favourite_unmarked', subjectKind: 'power', subjectId: key.powerId });
    return done;
  });
};
