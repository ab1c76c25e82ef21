import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { DescriptionList, type Fact } from '#client/ui/shown/description-list.tsx';
import type { StatuteVersion } from '../api/statutes.ts';

export const subjectKinds = ['menu_item', 'grant', 'directory_entry', 'township_power'] as const;

export const leftOf = ({ left }: Pick<StatuteVersion, 'left'>): number => subjectKinds.reduce((sum, kind) => sum + left[kind], 0);

/** Since when a version is no longer the law, by what, and what rests on it; each count leads to what is counted. */
export function VersionFacts({ version }: { readonly version: StatuteVersion }) {
  const { t } = useTranslation('statutes');
  const word = useWords();
  const format = useFormat();
  const { id, endedOn, endBasis, successor } = version;
  const place = pathTo('statuteVersion', { versionId: id });
  const counts = subjectKinds.filter((kind) => version.left[kind] > 0);
  const items: (Fact | null)[] = [
    endedOn === null ? null : { key: 'since', term: t('one.since'), children: format.day(endedOn) },
    endedOn === null ? null : { key: 'why', term: t('one.why'), children: endBasis },
    successor === null
      ? null
      : {
          key: 'successor',
          term: t('one.successor'),
          children: (
            <Link to={pathTo('statute', { statuteId: successor.statuteId })}>
              {`《${successor.title}》 ${t('version', { day: format.day(successor.versionOn) })}`}
            </Link>
          ),
        },
    {
      key: 'left',
      term: endedOn === null ? t('one.resting') : t('one.left'),
      children:
        counts.length === 0 ? (
          endedOn === null ? (
            t('one.nothing')
          ) : (
            t('changes.finished')
          )
        ) : (
          <span className="row">
            {counts.map((kind) => (
              <Link key={kind} to={`${place}?kind=${kind}`}>
                {t('one.counts', { kind: word('basisSubject', kind), count: version.left[kind] })}
              </Link>
            ))}
          </span>
        ),
    },
    endedOn === null
      ? null
      : {
          key: 'done',
          term: t('one.done'),
          children: version.done === 0 ? '0' : <Link to={`${place}?status=done`}>{format.number(version.done)}</Link>,
        },
  ];
  return <DescriptionList items={items.filter((one) => one !== null)} />;
}
