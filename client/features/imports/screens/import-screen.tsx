import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { Loading } from '#client/ui/shown/loading.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { isBusy, useImport, type ImportOne } from '../api/imports.ts';
import { ImportColumns } from '../parts/import-columns.tsx';
import { ImportDecision } from '../parts/import-decision.tsx';
import { ImportFindings } from '../parts/import-findings.tsx';
import { ImportOutcome } from '../parts/import-outcome.tsx';
import { ImportProgress } from '../parts/import-progress.tsx';
import { ImportRows } from '../parts/import-rows.tsx';
import { ImportSteps } from '../parts/import-steps.tsx';
import { importTones } from '../parts/import-tones.ts';

/** One import on its way: match columns, look at the check, write. */
export function ImportScreen() {
  const { t } = useTranslation('imports');
  const word = useWords();
  const { importId = '' } = useParams();
  const { data: one, error, refetch } = useImport(importId);
  if (error && !one) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!one) return <Loading />;
  const reload = (): void => void refetch();
  return (
    <>
      <PageHeader
        title={one.fileName}
        lead={<Facts one={one} />}
        status={<StatusTag tone={importTones[one.state]}>{word('importState', one.state)}</StatusTag>}
        crumbs={[{ title: t('one.crumb'), to: pathTo('imports') }]}
      />
      <div className="stack">
        <ImportSteps state={one.state} />
        <ImportOutcome one={one} />
        {isBusy(one.state) ? <ImportProgress one={one} /> : <Body key={one.version} one={one} onReload={reload} />}
      </div>
    </>
  );
}

function Facts({ one }: { readonly one: ImportOne }) {
  const { t } = useTranslation('imports');
  const word = useWords();
  const format = useFormat();
  const parts = [
    word('importKind', one.kind),
    ...(one.scopeName === null ? [] : [t('one.into', { name: one.scopeName })]),
    ...(one.sheet === '' ? [] : [t('one.sheet', { name: one.sheet })]),
    t('one.by', { name: one.actorName, at: format.instant(one.createdAt) }),
  ];
  return <>{parts.join(' · ')}</>;
}

interface BodyProps {
  readonly one: ImportOne;
  readonly onReload: () => void;
}

function Body({ one, onReload }: BodyProps) {
  const { t } = useTranslation('imports');
  const mayMap = one.allowedActions.includes('map');
  const isRead = one.state === 'checked' || one.state === 'applied';
  return (
    <>
      {one.state === 'mapping' ? (
        <Panel title={t('columns.title')}>{mayMap ? <ImportColumns one={one} onReload={onReload} /> : null}</Panel>
      ) : null}
      {one.allowedActions.length === 0 ? null : (
        <Panel {...(isRead ? { title: t('check.title') } : {})}>
          <ImportDecision one={one} onReload={onReload} />
        </Panel>
      )}
      {isRead || one.counts.errors > 0 ? <ImportFindings one={one} /> : null}
      {isRead && one.counts.added + one.counts.changed + one.counts.unchanged > 0 ? <ImportRows one={one} /> : null}
      {one.state === 'checked' && mayMap && one.headers.length > 0 ? (
        <details className="panel">
          <summary>{t('columns.change')}</summary>
          <ImportColumns one={one} onReload={onReload} />
        </details>
      ) : null}
    </>
  );
}
