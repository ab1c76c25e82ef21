import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { Answer } from '#client/lib/call-types.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import type { Address } from '#client/ui/lists/use-address.ts';
import type { BasisLine, StatuteVersion } from '../api/statutes.ts';
import { subjectKinds } from './version-facts.tsx';
import { useBasisLineSheet } from './sheets.ts';

type Lines = Answer<'GET /statute-versions/{versionId}/lines'>;

export const keyOfLine = ({ subjectKind, subjectId }: BasisLine): string => `${subjectKind} ${subjectId}`;

interface BasisLinesProps {
  readonly version: StatuteVersion;
  readonly address: Address<'kind' | 'status'>;
  readonly found: UseQueryResult<Lines>;
  readonly chosen: ReadonlyMap<string, BasisLine>;
  readonly onChoose: (chosen: ReadonlyMap<string, BasisLine>) => void;
}

/** Everything that rests on the version, or was reviewed because of it; nothing is ticked from the start. */
export function BasisLines({ version, address, found, chosen, onChoose }: BasisLinesProps) {
  const { t } = useTranslation('statutes');
  const format = useFormat();
  const word = useWords();
  const { data } = found;
  const isDone = address.values.status === 'done';
  const rows = data?.items;
  const hasEnded = version.endedOn !== null;
  const select = (keys: ReadonlySet<string>): void => {
    const known = [...chosen.values(), ...(rows ?? []).filter((row) => !chosen.has(keyOfLine(row)))];
    onChoose(new Map(known.map((row): [string, BasisLine] => [keyOfLine(row), row]).filter(([key]) => keys.has(key))));
  };
  const reviewable = data?.reviewable ?? [];
  const isUncited = !hasEnded || version.done === 0;
  const empty = isDone ? 'noneDone' : isUncited ? 'empty' : 'allDone';
  return (
    <Panel title={t('lines.title')}>
      <FilterBar
        address={address}
        filters={[
          {
            kind: 'choice',
            name: 'kind',
            label: t('lines.filter.kind'),
            options: subjectKinds.map((value) => ({ value, label: word('basisSubject', value) })),
          },
          ...(hasEnded
            ? [
                {
                  kind: 'choice',
                  name: 'status',
                  label: t('lines.filter.status'),
                  all: t('lines.filter.open'),
                  options: [{ value: 'done', label: t('lines.filter.done') }],
                } as const,
              ]
            : []),
        ]}
      />
      <DataList
        caption={t('lines.caption')}
        columns={useColumns(isDone)}
        rows={rows}
        keyOf={keyOfLine}
        total={data?.isTotalExact === true ? data.total : undefined}
        nextCursor={data?.nextCursor}
        pages={address.pages}
        error={found.error}
        onRetry={() => void found.refetch()}
        isUpdating={found.isPlaceholderData}
        actions={
          <ExportButton
            list="GET /statute-versions/{versionId}/lines"
            params={{ versionId: version.id }}
            query={address.values}
            sheet={useBasisLineSheet()}
          />
        }
        empty={{ title: t(`lines.${empty}.title`), advice: t(`lines.${empty}.advice`) }}
        {...(reviewable.length === 0
          ? {}
          : {
              selection: {
                chosen: new Set(chosen.keys()),
                onChange: select,
                nameOf: (row: BasisLine) => (row.place === '' ? row.name : format.aside(row.name, row.place)),
                isSelectable: (row: BasisLine) => reviewable.includes(row.subjectKind) && !row.isRecallOpen,
              },
            })}
      />
      {hasEnded && !isDone ? (
        <div className="secondary">
          {reviewable.length > 0 && !reviewable.includes('grant') ? <p>{t('lines.onlyLegal')}</p> : null}
          <p>{t('lines.ask')}</p>
        </div>
      ) : null}
    </Panel>
  );
}

/** Where a line leads; the administrator has no pages of grants. */
function usePlaceOf(): (line: BasisLine) => string | null {
  const seesGrants = hasRole(useMe(), 'legal_reviewer', 'decider', 'auditor', 'reviewer');
  const seesDrafts = hasRole(useMe(), 'admin', 'legal_reviewer', 'auditor');
  return ({ subjectKind, subjectId, edition }) => {
    if (subjectKind === 'grant') return seesGrants ? pathTo('grant', { grantId: subjectId }) : null;
    if (subjectKind === 'directory_entry') return pathTo('directoryEntry', { entryId: subjectId });
    if (subjectKind === 'township_power') return pathTo('townshipPower', { townshipPowerId: subjectId });
    if (edition === null) return null;
    if (edition.state !== 'draft') return pathTo('menuItem', { itemId: subjectId });
    return seesDrafts ? pathTo('editionItem', { editionId: edition.id, itemId: subjectId }) : null;
  };
}

function useColumns(isDone: boolean): readonly Column<BasisLine>[] {
  const { t } = useTranslation('statutes');
  const word = useWords();
  const placeOf = usePlaceOf();
  const mayRecall = hasRole(useMe(), 'decider');
  return [
    {
      key: 'name',
      title: t('lines.column.name'),
      isName: true,
      cell: (row) => {
        const to = placeOf(row);
        return (
          <>
            {to === null ? row.name : <Link to={to}>{row.name}</Link>}
            {row.code === '' ? null : <div className="secondary">{row.code}</div>}
          </>
        );
      },
    },
    { key: 'kind', title: t('lines.column.kind'), isFit: true, cell: (row) => word('basisSubject', row.subjectKind) },
    {
      key: 'place',
      title: t('lines.column.place'),
      isFit: true,
      cell: (row) => {
        if (row.edition === null) return row.place === '' ? null : row.place;
        return row.edition.state === 'draft' ? `${t('lines.draft')} · ${row.place}` : t('lines.current');
      },
    },
    {
      key: 'article',
      title: t('lines.column.article'),
      isFit: true,
      cell: (row) => (row.articles.length === 0 ? null : row.articles.map((article) => <div key={article}>{article}</div>)),
    },
    ...(isDone ? [{ key: 'review', title: t('lines.column.review'), cell: (row: BasisLine) => <Reviewed line={row} /> }] : []),
    ...(mayRecall && !isDone
      ? [
          {
            key: 'recall',
            title: t('lines.toRecall'),
            isFit: true,
            cell: (row: BasisLine) =>
              row.subjectKind === 'grant' ? (
                <Link
                  to={`${pathTo('grant', { grantId: row.subjectId })}?act=open_recall&reason=law_changed`}
                  aria-label={t('lines.toRecallOf', { name: row.name, place: row.place })}
                >
                  {t('lines.toRecall')}
                </Link>
              ) : null,
          },
        ]
      : []),
  ];
}

function Reviewed({ line }: { readonly line: BasisLine }) {
  const { t } = useTranslation('statutes');
  const word = useWords();
  const format = useFormat();
  const { review } = line;
  if (review === null) return null;
  const { act, at, by, reason, newBases } = review;
  return (
    <>
      {line.isRecallOpen ? <StatusTag tone="waiting">{t('lines.recallOpen')}</StatusTag> : null}
      <div>{t('lines.reviewed', { act: word('basisAct', act), day: format.dayAt(at), name: by })}</div>
      {newBases?.map(({ law, article }) => (
        <div key={law + article}>{t('lines.newBasis', { law, article })}</div>
      ))}
      <div className="secondary">{reason}</div>
    </>
  );
}
