import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { useStatuteVersion, type BasisLine, type StatuteVersion } from '../api/statutes.ts';
import { BasisLines } from '../parts/basis-lines.tsx';
import { BasisReview } from '../parts/basis-review.tsx';
import { ValidityTag } from '../parts/validity-tag.tsx';
import { VersionFacts, subjectKinds } from '../parts/version-facts.tsx';

/** One version of a statute: what rests on it, and once it has ended, the worklist of reviews. */
export function StatuteVersionScreen() {
  const { versionId = '' } = useParams();
  const { data: version, error, refetch } = useStatuteVersion(versionId);
  if (error && !version) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!version) return <Loading />;
  return <Worklist key={version.id} version={version} onReload={() => void refetch()} />;
}

const noneChosen: ReadonlyMap<string, BasisLine> = new Map();

function Worklist({ version, onReload }: { readonly version: StatuteVersion; readonly onReload: () => void }) {
  const { t } = useTranslation('statutes');
  const format = useFormat();
  const address = useAddress(['kind', 'status']);
  const [chosen, setChosen] = useState<ReadonlyMap<string, BasisLine>>(noneChosen);
  const [done, setDone] = useState({ rounds: 0, count: 0 });
  const { kind, status } = address.values;
  const query = {
    kind: subjectKinds.find((one) => one === kind),
    status: status === 'done' ? ('done' as const) : undefined,
    cursor: address.cursor,
    limit: '50',
  };
  const found = useListAnswer('GET /statute-versions/{versionId}/lines', { params: { versionId: version.id }, query });
  const reviewable = found.data?.reviewable ?? [];
  const reload = (): void => {
    onReload();
    setChosen(noneChosen);
    void found.refetch();
  };
  return (
    <>
      <PageHeader
        title={version.title}
        status={<ValidityTag version={version} />}
        lead={t('version', { day: format.day(version.versionOn) })}
        crumbs={[
          { title: t('changes.title'), to: pathTo('lawChanges') },
          { title: t('title'), to: pathTo('statutes') },
        ]}
      />
      <div className="stack">
        {done.count === 0 ? null : (
          <Notice key={done.rounds} tone="good" announce="status">
            {t('review.done', { count: done.count })}
          </Notice>
        )}
        <Panel title={t('lines.facts')}>
          <VersionFacts version={version} />
        </Panel>
        <BasisLines version={version} address={address} found={found} chosen={chosen} onChoose={setChosen} />
        {reviewable.length === 0 ? null : (
          <BasisReview
            // The next review begins with an empty form.
            key={done.rounds}
            version={version}
            lines={[...chosen.values()]}
            onReload={reload}
            onDone={(count) => {
              setDone({ rounds: done.rounds + 1, count });
              setChosen(noneChosen);
              window.scrollTo({ top: 0 });
            }}
          />
        )}
      </div>
    </>
  );
}
