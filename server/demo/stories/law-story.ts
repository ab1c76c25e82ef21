import { addStatute, endStatuteVersion, listBasisLines, listStatutes, reviewBases } from '#contract/statutes.ts';
import { noLongerListed } from '../fill-directory.ts';
import { demoPowers } from '../powers.ts';
import type { Story } from './stories.ts';
import { daysAgo, type World } from '../world.ts';

const admin = 'guanliyuan';
const lawyer = 'sifa-fazhi1';

/** 生态环境法典 1242 repealed ten laws from this day on; those on which powers of the demo rest are marked. A fact, whenever the demo is made. */
const repealedOn = '2026-08-15';
const repealedBy = '《生态环境法典》第一千二百四十二条';
/** Noise in the evening: looked at first, since complaints do not wait for a new article. */
const reviewedCode = 'CG-CF-017';

/** What the county drops from its next edition until the articles of the code are known. */
export const droppedForLaw = demoPowers
  .filter(
    ({ statute, code, delegation }) =>
      statute === 'repealed' && delegation === 'transfer' && ![reviewedCode, ...noLongerListed].includes(code),
  )
  .map(({ code }) => code);

const repealedLaws = new Map(
  demoPowers.flatMap(({ statute, basis }): [string, string][] => (statute === 'repealed' && basis ? [[basis.law, basis.versionOn]] : [])),
);

/** The law changes: the administrator marks what is repealed, the legal office begins to look at what rests on it, and much is left. */
export async function* lawStory(world: World): Story {
  yield daysAgo(world, 40);
  const marked = new Map<string, string>();
  for (const [law, versionOn] of repealedLaws) {
    const { items } = await world.act(admin, listStatutes, { query: { q: law } });
    // Some of these laws are the basis of powers that are on no menu here, so that publishing did not register them.
    const known =
      items.find(({ title }) => title === law) ?? (await world.act(admin, addStatute, { body: { title: law, kind: 'law', versionOn } }));
    const [version] = known.versions;
    if (!version) throw new Error(`the demo knows no version of ${law}`);
    const body = { endKind: 'repealed', endedOn: repealedOn, endBasis: repealedBy, successorId: null } as const;
    await world.act(admin, endStatuteVersion, { params: { versionId: version.id }, version: 1, body });
    marked.set(law, version.id);
  }
  yield daysAgo(world, 25);
  const versionId = marked.get(demoPowers.find(({ code }) => code === reviewedCode)?.basis?.law ?? '') ?? '';
  const { items } = await world.act(lawyer, listBasisLines, { params: { versionId } });
  const lines = items
    .filter(({ code }) => code === reviewedCode)
    .map(({ subjectKind, subjectId }) => ({ subjectKind, subjectId, reviewId: null }));
  const reason = '经与主管部门会商，该项职权继续由乡镇（街道）行使；新的条号尚待核对，核对后再改依据。';
  await world.act(lawyer, reviewBases, { params: { versionId }, version: 2, body: { act: 'reconfirmed', reason, lines } });
}
