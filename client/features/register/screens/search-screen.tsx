import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { addressOf } from '#client/lib/call.ts';
import { useAnswer, useListAnswer } from '#client/lib/use-answer.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { useHoldingColumns } from '../parts/holding-columns.tsx';
import { PowerMatches } from '../parts/power-matches.tsx';
import { useAskedDay } from '../parts/use-asked-day.ts';

export function SearchScreen() {
  const { t } = useTranslation('register');
  const format = useFormat();
  const address = useAddress(['q', 'townshipId', 'departmentId', 'on']);
  const { q, townshipId, departmentId } = address.values;
  const { on, day, suffix } = useAskedDay();
  const frame = useAnswer('GET /register').data;
  const asked = { q: q || undefined, townshipId: townshipId || undefined, departmentId: departmentId || undefined, on };
  const found = useListAnswer('GET /register/holdings', { query: { ...asked, cursor: address.cursor, limit: '25' } });
  const columns = useHoldingColumns(suffix, true);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <Link className="button" to={pathTo('verifyDocument')}>
            {t('link.verify')}
          </Link>
        }
      />
      <div className="stack">
        <Panel>
          <FilterBar
            address={address}
            filters={[
              { kind: 'text', name: 'q', label: t('filters.q'), placeholder: t('filters.qExample') },
              { kind: 'choice', name: 'townshipId', label: t('filters.township'), options: optionsOf(frame?.townships) },
              { kind: 'choice', name: 'departmentId', label: t('filters.department'), options: optionsOf(frame?.departments) },
              { kind: 'day', name: 'on', label: t('filters.on') },
            ]}
          />
        </Panel>
        <Panel title={t('result.title', { day: format.day(day) })}>
          <DataList
            caption={t('result.caption')}
            columns={columns}
            rows={found.data?.items}
            keyOf={(row) => `${row.powerId} ${row.townshipId}`}
            total={found.data?.total}
            nextCursor={found.data?.nextCursor}
            pages={address.pages}
            error={found.error}
            onRetry={() => void found.refetch()}
            isUpdating={found.isPlaceholderData}
            empty={{ title: t('empty.title'), advice: t('empty.advice') }}
            actions={
              <a className="button" href={addressOf('GET /register/holdings.csv', { query: asked })} download>
                {t('download')}
              </a>
            }
          />
          <p className="secondary">{t('restsWithDepartment')}</p>
        </Panel>
        <PowerMatches q={q} departmentId={departmentId} suffix={suffix} />
        {!frame?.edition ? null : (
          <p className="secondary">{t('edition', { title: frame.edition.title, number: frame.edition.documentNumber })}</p>
        )}
      </div>
    </>
  );
}

const optionsOf = (bodies: readonly { readonly id: string; readonly name: string }[] = []) =>
  bodies.map(({ id, name }) => ({ value: id, label: name }));
