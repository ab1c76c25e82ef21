import type { CertificateKindView, CertificateView, OfficerView } from '../../api/roster.ts';
import { bestOf } from './certificate-standing.tsx';

export const standings = ['current', 'expiring', 'expired', 'never'] as const;
type Asked = (typeof standings)[number];

export interface RosterFilter {
  readonly q: string;
  readonly township: string;
  readonly kind: string;
  readonly standing: string;
  readonly people: string;
}

/** Whether somebody has left by a day of the county. */
export function hasLeft({ leftOn }: Pick<OfficerView, 'leftOn'>, today: string): boolean {
  return leftOn !== null && leftOn <= today;
}

const isStanding = (certificate: CertificateView | undefined, asked: Asked): boolean =>
  asked === 'never' ? certificate === undefined : certificate?.standing === asked;

/** Rows of the matrix. Without a kind, one fitting certificate is enough; "never" then means none of any kind. */
export function filterRoster(
  officers: readonly OfficerView[],
  kinds: readonly CertificateKindView[],
  { q, township, kind, standing, people }: RosterFilter,
  today: string,
): readonly OfficerView[] {
  const asked = standings.find((one) => one === standing);
  const ids = kinds.map(({ id }) => id).filter((id) => kind === '' || id === kind);
  const fits = (officer: OfficerView): boolean => {
    if (asked === undefined) return kind === '' || bestOf(officer, kind) !== undefined;
    const found = ids.map((id) => bestOf(officer, id));
    return asked === 'never' ? found.every((one) => one === undefined) : found.some((one) => isStanding(one, asked));
  };
  return officers.filter(
    (officer) =>
      (people === 'all' || !hasLeft(officer, today)) &&
      (township === '' || officer.townshipId === township) &&
      officer.name.includes(q.trim()) &&
      fits(officer),
  );
}

/** How many people in post stand how with each kind. */
export function countStandings(officers: readonly OfficerView[], kindId: string): Readonly<Record<Asked, number>> {
  const best = officers.map((officer) => bestOf(officer, kindId));
  const count = (asked: Asked): number => best.filter((one) => isStanding(one, asked)).length;
  return { current: count('current'), expiring: count('expiring'), expired: count('expired'), never: count('never') };
}
