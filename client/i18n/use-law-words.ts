import { useTranslation } from 'react-i18next';
import type { SubjectBases } from '#contract/statutes.ts';
import { useFormat } from './use-format.ts';

type Basis = SubjectBases['bases'][number];
type Flag = NonNullable<SubjectBases['lawFlag']>;
/** The register does not say who decided. */
type Review = Omit<SubjectBases['reviews'][number], 'by'> & { readonly by?: string };

interface LawLine {
  readonly key: string;
  readonly text: string;
  readonly mark: { readonly tone: 'info' | 'waiting' | 'ended'; readonly words: string } | undefined;
  readonly notes: readonly string[];
}

export interface LawWords {
  /** 依据已废止，待复核 */
  readonly flag: (flag: Flag) => string;
  /** Each basis with what became of its statute, and after them what the county decided about those that ended: for `MarkedLines`. */
  readonly standing: (subject: Pick<SubjectBases, 'bases'> & { readonly reviews: readonly Review[] }) => {
    readonly lines: LawLine[];
    readonly after: { readonly title: string; readonly lines: LawLine[] };
  };
}

export function useLawWords(): LawWords {
  const { t } = useTranslation('law');
  const format = useFormat();
  const markOf = ({ validity, needsReview, endKind, endedOn }: Basis): LawLine['mark'] => {
    if (endKind === null || endedOn === null) return undefined;
    const day = format.day(endedOn);
    if (validity === 'ending') return { tone: 'info', words: t(`ahead.${endKind}`, { day }) };
    return needsReview
      ? { tone: 'waiting', words: t(`pending.${endKind}`, { day }) }
      : { tone: 'ended', words: t(`settled.${endKind}`, { day }) };
  };
  const lineOf = (basis: Basis): LawLine => {
    const { law, article, versionOn, endBasis, successor } = basis;
    return {
      key: `${law}${versionOn}${article}`,
      text: t('basis', { law, article, version: format.day(versionOn) }),
      mark: markOf(basis),
      notes: [
        ...(endBasis === '' ? [] : [t('why', { basis: endBasis })]),
        ...(successor === null ? [] : [t('successor', { law: successor.title, version: format.day(successor.versionOn) })]),
      ],
    };
  };
  const reviewLineOf = ({ act, law, versionOn, reason, at, by }: Review): LawLine => ({
    key: `${String(at)}${law}${versionOn}`,
    text: t(`review.${act}`, { day: format.dayAt(at), law, version: format.day(versionOn) }),
    mark: undefined,
    notes: [t('reason', { reason }), ...(by === undefined ? [] : [t('by', { name: by })])],
  });
  return {
    flag: (flag) => t(`flag.${flag}`),
    standing: ({ bases, reviews }) => ({ lines: bases.map(lineOf), after: { title: t('decided'), lines: reviews.map(reviewLineOf) } }),
  };
}
