import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { now } from '#client/lib/clock.ts';
import { dayOf } from '#client/lib/days.ts';
import { hasRole, townshipsOf, useMe } from '#client/lib/session.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FilterBar, type Filter } from '#client/ui/lists/filter-bar.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { useRoster, type CertificateKindView, type OfficerView } from '../api/roster.ts';
import { StandingCell } from '../parts/people/certificate-standing.tsx';
import { OfficerAdd } from '../parts/people/officer-add.tsx';
import { filterRoster, hasLeft, standings } from '../parts/people/roster-filter.ts';
import { RosterSummary } from '../parts/people/roster-summary.tsx';
import { useRosterSheet } from '../parts/sheets.ts';

const names = ['q', 'township', 'kind', 'standing', 'people'] as const;
const pageSize = 25;

/** People and certificates as a matrix: current, expiring, expired, never. */
export function RosterScreen() {
  const { t } = useTranslation('training');
  const me = useMe();
  const seesAll = hasRole(me, 'training_officer', 'auditor');
  const seesSeveral = seesAll || townshipsOf(me).length > 1;
  const mayAdd = hasRole(me, 'clerk', 'lead');
  const mayImport = mayAdd || hasRole(me, 'training_officer');
  const [isAdding, setAdding] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const openers = (
    <>
      <ButtonLink to={`${pathTo('imports')}?kind=rosters`}>{t('toImport', { ns: 'imports' })}</ButtonLink>
      {mayAdd ? (
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('roster.add')}
        </Button>
      ) : null}
    </>
  );
  return (
    <>
      <PageHeader
        title={t('roster.title')}
        lead={t(seesAll ? 'roster.lead.all' : 'roster.lead.own')}
        {...(mayImport && !isAdding ? { actions: openers } : {})}
      />
      {added === null ? null : (
        <Notice tone="good" announce="status">
          {t('add.done', { name: added })}
        </Notice>
      )}
      {isAdding ? (
        <OfficerAdd
          onDone={({ name }) => {
            setAdded(name);
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
      <Roster seesAll={seesAll} seesSeveral={seesSeveral} />
    </>
  );
}

function Roster({ seesAll, seesSeveral }: { readonly seesAll: boolean; readonly seesSeveral: boolean }) {
  const { t } = useTranslation('training');
  const address = useAddress(names);
  const roster = useRoster();
  const townships = useAnswer('GET /organisations', { query: { kind: 'township' } });
  const townshipNames = new Map((townships.data?.items ?? []).map(({ id, shortName }) => [id, shortName]));
  const today = dayOf(now());
  const kinds = byIssuer(roster.data?.kinds ?? []);
  const all = roster.data?.items ?? [];
  const rows = filterRoster(all, kinds, address.values, today);
  const from = Number(address.cursor ?? 0) || 0;
  const { township, kind } = address.values;
  const inScope = all.filter((officer) => !hasLeft(officer, today) && (township === '' || officer.townshipId === township));
  const columns = useColumns(
    kinds.filter(({ id }) => kind === '' || id === kind),
    seesSeveral ? townshipNames : null,
    today,
  );
  return (
    <>
      <Panel>
        <FilterBar address={address} filters={useFilters(kinds, seesSeveral ? townshipNames : null)} />
        <DataList
          caption={t('roster.caption')}
          columns={columns}
          rows={roster.data === undefined ? undefined : rows.slice(from, from + pageSize)}
          keyOf={(row) => row.id}
          total={rows.length}
          nextCursor={from + pageSize < rows.length ? String(from + pageSize) : null}
          pages={address.pages}
          error={roster.error}
          onRetry={() => void roster.refetch()}
          address={address}
          actions={
            <ExportButton
              list="GET /officers"
              query={{ withLeft: 'yes' }}
              only={rows.length === all.length ? undefined : rows.map(({ id }) => id)}
              sheet={useRosterSheet(seesSeveral ? townshipNames : null)}
            />
          }
          empty={{ title: t('roster.emptyTitle'), advice: t(seesAll ? 'roster.emptyAdvice.all' : 'roster.emptyAdvice.own') }}
        />
      </Panel>
      {inScope.length === 0 ? null : (
        <Panel title={t('roster.summary.caption')}>
          <RosterSummary officers={inScope} kinds={kinds} />
        </Panel>
      )}
    </>
  );
}

type Names = ReadonlyMap<string, string> | null;

function useFilters(kinds: readonly CertificateKindView[], townships: Names): Filter<(typeof names)[number]>[] {
  const { t } = useTranslation('training');
  const word = useWords();
  return [
    { kind: 'text', name: 'q', label: t('roster.filter.q') },
    ...(townships === null
      ? []
      : [
          {
            kind: 'choice' as const,
            name: 'township' as const,
            label: t('roster.filter.township'),
            options: [...townships].map(([value, label]) => ({ value, label })),
          },
        ]),
    {
      kind: 'choice',
      name: 'kind',
      label: t('roster.filter.kind'),
      all: t('roster.filter.anyKind'),
      options: kinds.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      kind: 'choice',
      name: 'standing',
      label: t('roster.filter.standing'),
      options: standings.map((value) => ({ value, label: value === 'never' ? t('roster.never') : word('certificateStanding', value) })),
    },
    {
      kind: 'choice',
      name: 'people',
      label: t('roster.filter.people'),
      all: t('roster.filter.inPost'),
      options: [{ value: 'all', label: t('roster.filter.withLeft') }],
    },
  ];
}

function useColumns(kinds: readonly CertificateKindView[], townships: Names, today: string): Column<OfficerView>[] {
  const { t } = useTranslation('training');
  const format = useFormat();
  return [
    {
      key: 'name',
      title: t('roster.column.name'),
      isName: true,
      cell: (row) => (
        <>
          <Link to={pathTo('officer', { officerId: row.id })}>{row.name}</Link>
          <br />
          <span className="secondary training-post">
            {row.post}
            {row.leftOn === null ? null : ` · ${t(hasLeft(row, today) ? 'roster.left' : 'roster.leaves', { day: format.day(row.leftOn) })}`}
          </span>
        </>
      ),
    },
    ...(townships === null
      ? []
      : [{ key: 'township', title: t('roster.column.township'), cell: (row: OfficerView) => townships.get(row.townshipId) ?? '' }]),
    ...kinds.map((kind) => ({
      key: kind.id,
      title: kind.name,
      cell: (row: OfficerView) => <StandingCell officer={row} kindId={kind.id} />,
    })),
  ];
}

/** What another body issues first, the certificate of enforcement above all: powers rest on it. */
function byIssuer(kinds: readonly CertificateKindView[]): readonly CertificateKindView[] {
  return [...kinds].sort((a, b) => Number(a.issuer === 'course') - Number(b.issuer === 'course'));
}
