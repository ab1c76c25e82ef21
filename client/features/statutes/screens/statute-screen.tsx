import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { useMayKeep, useStatute } from '../api/statutes.ts';
import { StatuteActs } from '../parts/statute-acts.tsx';
import { VersionPanel } from '../parts/version-panel.tsx';

/** One statute: its versions, what rests on each, and what may be done when the law changes. */
export function StatuteScreen() {
  const { t } = useTranslation('statutes');
  const word = useWords();
  const { statuteId = '' } = useParams();
  const mayKeep = useMayKeep();
  const [saves, setSaves] = useState(0);
  const { data: statute, error, refetch } = useStatute(statuteId);
  if (error && !statute) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!statute) return <Loading />;
  const say = (): void => setSaves(saves + 1);
  const reload = (): void => void refetch();
  return (
    <>
      <PageHeader title={statute.title} lead={word('statuteKind', statute.kind)} crumbs={[{ title: t('title'), to: pathTo('statutes') }]} />
      <div className="stack">
        {saves === 0 ? null : (
          <Notice key={saves} tone="good" announce="status">
            {t('saved')}
          </Notice>
        )}
        {statute.versions.map((version) => (
          <VersionPanel key={version.id} version={version} mayKeep={mayKeep} onDone={say} onReload={reload} />
        ))}
        {mayKeep ? (
          <Panel title={t('one.acts')}>
            <StatuteActs statute={statute} onDone={say} onReload={reload} />
          </Panel>
        ) : null}
      </div>
    </>
  );
}
