import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import type { OnePower } from '../api/powers.ts';
import { AlikePairs } from '../parts/alike-pairs.tsx';
import { PowerEdit } from '../parts/power-edit.tsx';
import { PowerStanding } from '../parts/power-standing.tsx';

/** One power: what it is, what directory and lists say of it, what it may be confused with, and its correction. */
export function PowerScreen() {
  const { t } = useTranslation('powers');
  const me = useMe();
  const { powerId = '' } = useParams();
  const [isSaved, setSaved] = useState(false);
  const { data: power, error, refetch } = useAnswer('GET /powers/{powerId}', { params: { powerId } });
  if (error && !power) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!power) return <Loading />;
  return (
    <>
      <PageHeader title={power.name} lead={power.code} crumbs={[{ title: t('title'), to: pathTo('powers') }]} />
      {power.mergedIntoId === null ? null : (
        <Notice tone="warn">
          <p>
            {t('retired')} <Link to={pathTo('power', { powerId: power.mergedIntoId })}>{t('toRemaining')}</Link>
          </p>
        </Notice>
      )}
      {isSaved ? (
        <Notice tone="good" announce="status">
          {t('edit.saved')}
        </Notice>
      ) : null}
      <Facts power={power} />
      <PowerStanding power={power} />
      {power.mergedIntoId === null ? (
        <>
          <Alikes powerId={power.id} />
          {hasRole(me, 'admin') ? (
            <Panel title={t('edit.title')} id="edit">
              <PowerEdit key={power.version} power={power} onSaved={() => setSaved(true)} onReload={() => void refetch()} />
            </Panel>
          ) : null}
        </>
      ) : null}
    </>
  );
}

function Facts({ power }: { readonly power: OnePower }) {
  const { t } = useTranslation('powers');
  const { t: common } = useTranslation();
  const word = useWords();
  return (
    <Panel title={t('facts')}>
      <DescriptionList
        items={[
          { key: 'type', term: t('type'), children: word('statutoryType', power.statutoryType) },
          { key: 'category', term: t('category'), children: word('category', power.category) },
          { key: 'field', term: t('field'), children: power.field },
          { key: 'department', term: t('department'), children: power.departmentName },
          { key: 'origin', term: t('origin'), children: t(`origins.${power.cameDownFrom ?? 'county'}`) },
          ...(power.cameDownBasis === '' ? [] : [{ key: 'basis', term: t('basis'), children: power.cameDownBasis }]),
          { key: 'freedom', term: t('freedom'), children: common(power.limitsPersonalFreedom ? 'state.yes' : 'state.no') },
        ]}
      />
    </Panel>
  );
}

function Alikes({ powerId }: { readonly powerId: string }) {
  const { t } = useTranslation('powers');
  const { data, error, refetch } = useAnswer('GET /alikes', { query: { powerId } });
  return (
    <Panel title={t('alike.ofThis')} id="alikes">
      {error && !data ? <ProblemAlert error={error} isReading onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : data.items.length === 0 ? (
        <p className="secondary">{t('alike.ofNone')}</p>
      ) : (
        <AlikePairs pairs={data.items} />
      )}
    </Panel>
  );
}
