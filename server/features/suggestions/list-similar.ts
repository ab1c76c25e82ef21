import type { listHeldBySimilar as contract } from '#contract/suggestions.ts';
import { similarTownships, suggestSimilar, type Peer } from '#server/domain/suggestions/similar.ts';
import { organisationsOfKind, type OrganisationRow } from '#server/features/organisations/index.ts';
import type { RequestsPorts } from '#server/features/requests/index.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import { adviseOn } from './candidates.ts';
import { presentLikeness, presentSuggestion, similarReason } from './present.ts';
import { heldNow } from './queries.ts';

/** Further down is of no use; the menu in the order of popularity goes on. */
const most = 50;

function peerOf({ id, shortName, townshipKind, profile }: OrganisationRow): Peer | null {
  if (townshipKind === null) return null;
  const { tags = [], residents = null, staffPresent = null } = profile ?? {};
  return { townshipId: id, name: shortName, profile: { kind: townshipKind, tags, residents, staffPresent } };
}

/** What townships like one's own hold. Their figures stay with them: only what is alike is said. */
export const listHeldBySimilar = (ports: RequestsPorts) => (call: CallOf<typeof contract>) => {
  const advice = adviseOn(ports, call.actor, call.query.townshipId, call.now);
  if (advice.kind === 'refused') return advice;
  const { value: advised } = advice;
  const townships = organisationsOfKind(ports.db, 'township').filter(({ isActive }) => isActive);
  const peers = townships.flatMap((row) => peerOf(row) ?? []);
  const own = peers.find(({ townshipId }) => townshipId === advised.townshipId);
  if (own === undefined) return answered({ similar: [], items: [], total: 0 });
  const similar = similarTownships(
    own.profile,
    peers.filter((peer) => peer !== own),
  );
  const held = heldNow(
    ports.db,
    similar.map(({ peer }) => peer.townshipId),
    call.now,
  );
  const found = suggestSimilar(advised.candidates, advised.taken, similar, held);
  const ids = new Set(similar.map(({ peer }) => peer.townshipId));
  // Townships come in the order of their divisions.
  const inOrder = peers.filter(({ townshipId }) => ids.has(townshipId)).flatMap((peer) => similar.find((one) => one.peer === peer) ?? []);
  return answered({
    similar: inOrder.map(presentLikeness),
    items: found
      .slice(0, most)
      .map((one) => presentSuggestion(ports.catalogue, one.candidate, [similarReason(one, similar.length)], one.companions)),
    total: found.length,
  });
};
