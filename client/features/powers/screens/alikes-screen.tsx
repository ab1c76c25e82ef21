import { useTranslation } from 'react-i18next';
import { pathTo } from '#client/app/paths.ts';
import { useAnswer, useListAnswer } from '#client/lib/use-answer.ts';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { Empty } from '#client/ui/lists/empty.tsx';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { useAlikeSheet } from '../parts/sheets.ts';
import { AlikePairs } from '../parts/alike-pairs.tsx';

const kinds = ['power', 'directory_entry', 'duty_entry', 'township_power'] as const;

/** Names that look the same, power by power, until somebody has said what they are. */
export function AlikesScreen() {
  const { t } = useTranslation('powers');
  const address = useAddress(['kind', 'powerId']);
  const { kind, powerId } = address.values;
  const query = { kind: kinds.find((one) => one === kind), powerId: powerId || undefined, cursor: address.cursor };
  const { data, error, refetch } = useListAnswer('GET /alikes', { query });
  const sheet = useAlikeSheet();
  return (
    <>
      <PageHeader
        title={t('alike.title')}
        lead={powerId === '' ? t('alike.lead') : <OfPower powerId={powerId} />}
        crumbs={[{ title: t('title'), to: pathTo('powers') }]}
      />
      <Panel>
        <FilterBar
          address={address}
          filters={[
            {
              kind: 'choice',
              name: 'kind',
              label: t('alike.kind'),
              options: kinds.map((value) => ({ value, label: t(`alike.kinds.${value}`) })),
            },
          ]}
        />
        {error && !data ? <ProblemAlert error={error} isReading onRetry={() => void refetch()} /> : null}
        {data === undefined ? (
          <Loading />
        ) : (
          <div className="stack">
            <div className="list-head">
              <p role="status" className="secondary">
                {t('alike.looked', { count: data.looked })}
              </p>
              {data.items.length === 0 ? null : <ExportButton list="GET /alikes" query={query} sheet={sheet} />}
            </div>
            {data.items.length === 0 && data.nextCursor === null ? (
              <Empty title={t('alike.empty')} advice={t('alike.emptyAdvice')} />
            ) : (
              <AlikePairs pairs={data.items} />
            )}
            <Pager nextCursor={data.nextCursor} pages={address.pages} />
          </div>
        )}
      </Panel>
    </>
  );
}

function OfPower({ powerId }: { readonly powerId: string }) {
  const { t } = useTranslation('powers');
  const { data } = useAnswer('GET /powers/{powerId}', { params: { powerId } });
  return data === undefined ? null : t('alike.of', { name: data.name });
}

interface PagerProps {
  readonly nextCursor: string | null;
  readonly pages: ReturnType<typeof useAddress>['pages'];
}

function Pager({ nextCursor, pages }: PagerProps) {
  const { t } = useTranslation('powers');
  if (nextCursor === null && pages.isFirst) return null;
  return (
    <div className="row">
      {pages.isFirst ? null : (
        <button type="button" className="button" onClick={pages.first}>
          {t('alike.restart')}
        </button>
      )}
      {nextCursor === null ? null : (
        <button type="button" className="button" onClick={() => pages.next(nextCursor)}>
          {t('alike.more')}
        </button>
      )}
    </div>
  );
}
