import { isBlank } from '../values/outcome.ts';
import type { LegalBasis } from '../menu/terms.ts';

export type StatuteEnd = 'amended' | 'repealed';
export type BasisAct = 'reconfirmed' | 'rebased' | 'recalled';
/** What rests on statutes (RULES.md 3.40). */
export type BasisSubject = 'menu_item' | 'grant' | 'directory_entry' | 'township_power';
export type StatuteKind = 'law' | 'administrative_regulation' | 'local_regulation' | 'rule' | 'other';

/** The text of a statute as of a day, and since when it is no longer the law in force; the day may lie ahead (RULES.md 3.40). */
export interface StatuteVersion {
  readonly id: string;
  readonly title: string;
  readonly versionOn: string;
  readonly endedOn: string | null;
  readonly endKind: StatuteEnd | null;
  /** When the end was entered: reviews from before were of another end. */
  readonly markedAt: number | null;
}

/** What the county made of something whose statute ended; the newest of a subject and version counts. */
export interface BasisReview {
  readonly id: string;
  readonly versionId: string;
  readonly act: BasisAct;
  /** All bases of the subject after a rebase; null otherwise. */
  readonly newBases: readonly LegalBasis[] | null;
  readonly at: number;
}

/** Whether a version is the law on a day: it ends with the day on which it was amended or repealed (RULES.md 3.40). */
export function validityOn(version: Pick<StatuteVersion, 'endedOn'>, day: string): 'in_force' | 'ending' | 'ended' {
  if (version.endedOn === null) return 'in_force';
  return version.endedOn <= day ? 'ended' : 'ending';
}

/** Book marks belong to the sentence, not to the title; titles are compared without them (RULES.md 2.19). */
export function titleOf(text: string): string {
  return text
    .trim()
    .replace(/^《(.+)》$/, '$1')
    .trim();
}

const regulation = /(条例|办法|规定|规则|细则)$/;

/** What a statute seems to be by its title, until somebody says better (立法法: 法律 are called 法, 行政法规 条例, 规定 or 办法). */
export function kindOfTitle(title: string): StatuteKind {
  return regulation.test(title) ? 'administrative_regulation' : 'law';
}

const cites = (basis: LegalBasis, version: Pick<StatuteVersion, 'title' | 'versionOn'>): boolean =>
  basis.law === version.title && basis.versionOn === version.versionOn;

/** The bases on which something rests now: those of its newest rebase, else its own; published terms are never changed (RULES.md 3.43). */
export function effectiveBases(own: readonly LegalBasis[], reviews: readonly Pick<BasisReview, 'newBases'>[]): readonly LegalBasis[] {
  return reviews.filter(({ newBases }) => newBases !== null).at(-1)?.newBases ?? own;
}

/** The same bases with one in the place of all that cite the version that ended; what it rests on besides stays (RULES.md 3.43). */
export function rebase(
  bases: readonly LegalBasis[],
  ended: Pick<StatuteVersion, 'title' | 'versionOn'>,
  basis: LegalBasis,
): readonly LegalBasis[] {
  const first = bases.findIndex((one) => cites(one, ended));
  const remaining = bases.flatMap((one, index) => (index === first ? [basis] : cites(one, ended) ? [] : [one]));
  // Somebody may have cited the new article beside the old one already.
  return remaining.filter((one, index) => remaining.findIndex((other) => isSameBasis(one, other)) === index);
}

const isSameBasis = (a: LegalBasis, b: LegalBasis): boolean => a.law === b.law && a.versionOn === b.versionOn && a.article === b.article;

/** The review that counts for a version: the newest since its present end was entered (RULES.md 3.41). */
export function reviewOf<R extends BasisReview>(reviews: readonly R[], version: Pick<StatuteVersion, 'id' | 'markedAt'>): R | null {
  const { id, markedAt } = version;
  return (markedAt === null ? undefined : reviews.filter(({ versionId, at }) => versionId === id && at >= markedAt).at(-1)) ?? null;
}

/** How one basis stands on a day. */
export interface BasisStanding<V extends StatuteVersion = StatuteVersion, R extends BasisReview = BasisReview> {
  readonly basis: LegalBasis;
  /** Null where the register of statutes does not know the version. */
  readonly version: V | null;
  readonly validity: 'unknown' | 'in_force' | 'ending' | 'ended';
  readonly review: R | null;
  /** The version has ended and the basis has not been confirmed since. */
  readonly needsReview: boolean;
}

/** Each basis of something with what became of its version: it needs a review from the day of its end until it is reconfirmed, rebased or being recalled (RULES.md 3.40). */
export function standingsOn<V extends StatuteVersion, R extends BasisReview>(
  bases: readonly LegalBasis[],
  versions: readonly V[],
  reviews: readonly R[],
  { day, isRecallOpen = false }: { readonly day: string; readonly isRecallOpen?: boolean },
): BasisStanding<V, R>[] {
  return bases.map((basis) => {
    const version = versions.find((one) => cites(basis, one)) ?? null;
    const validity = version === null ? 'unknown' : validityOn(version, day);
    const review = version === null ? null : reviewOf(reviews, version);
    const isSettled = review?.act === 'reconfirmed' || (review?.act === 'recalled' && isRecallOpen);
    return { basis, version, validity, review, needsReview: validity === 'ended' && !isSettled };
  });
}

/** The flag of something: repealed outweighs amended; null when nothing waits for a review (RULES.md 3.40). */
export function lawFlagOf(standings: readonly Pick<BasisStanding, 'needsReview' | 'version'>[]): StatuteEnd | null {
  const kinds = standings.filter(({ needsReview }) => needsReview).map(({ version }) => version?.endKind ?? 'amended');
  if (kinds.length === 0) return null;
  return kinds.includes('repealed') ? 'repealed' : 'amended';
}

/** What keeps a version from being marked as ended (RULES.md 3.41): it has ended already, ends before it began, or names no basis. */
export function faultOfMark(
  version: Pick<StatuteVersion, 'id' | 'versionOn' | 'endedOn'>,
  mark: { readonly endedOn: string; readonly endBasis: string },
  successor: StatuteVersion | null,
): 'statute_version_ended' | 'period_reversed' | 'reason_required' | 'successor_unfit' | null {
  if (version.endedOn !== null) return 'statute_version_ended';
  if (mark.endedOn <= version.versionOn) return 'period_reversed';
  if (isBlank(mark.endBasis)) return 'reason_required';
  if (successor === null) return null;
  const isFit = successor.id !== version.id && validityOn(successor, mark.endedOn) !== 'ended';
  return isFit ? null : 'successor_unfit';
}

/** Something is rebased onto a version that is the law when the old one is no longer (RULES.md 3.43). */
export function canSupport(version: StatuteVersion, ended: Pick<StatuteVersion, 'id' | 'endedOn'>, today: string): boolean {
  const day = ended.endedOn !== null && ended.endedOn > today ? ended.endedOn : today;
  return version.id !== ended.id && validityOn(version, day) !== 'ended';
}
