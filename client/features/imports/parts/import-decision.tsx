import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#client/lib/use-act.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { ConfirmPanel } from '#client/ui/forms/confirm-panel.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { importReads, type ImportOne } from '../api/imports.ts';

interface ImportDecisionProps {
  readonly one: ImportOne;
  readonly onReload: () => void;
}

/** What writing will do, and the acts: write, leave the faulty out, check again, give up. */
export function ImportDecision({ one, onReload }: ImportDecisionProps) {
  const { t } = useTranslation('imports');
  const [asking, setAsking] = useState<'apply' | 'discard' | null>(null);
  const { counts, allowedActions } = one;
  const may = (action: ImportOne['allowedActions'][number]): boolean => allowedActions.includes(action);
  if (asking === 'apply') return <Confirm one={one} onReload={onReload} onCancel={() => setAsking(null)} />;
  if (asking === 'discard') return <Discard one={one} onReload={onReload} onCancel={() => setAsking(null)} />;
  return (
    <div className="stack">
      <Standing one={one} />
      <div className="row">
        {may('apply') ? (
          <Button type="primary" onClick={() => setAsking('apply')}>
            {t('check.apply')}
          </Button>
        ) : null}
        {may('apply_without_faulty') ? (
          <Button onClick={() => setAsking('apply')}>{t('check.leaveOut', { count: counts.faulty })}</Button>
        ) : null}
        {may('recheck') ? <Recheck one={one} onReload={onReload} /> : null}
        {may('discard') ? <Button onClick={() => setAsking('discard')}>{t('check.discard')}</Button> : null}
      </div>
    </div>
  );
}

/** What was found, in one sentence and in figures. */
function Standing({ one }: { readonly one: ImportOne }) {
  const { t } = useTranslation('imports');
  const { counts, state } = one;
  if (state !== 'checked') return null;
  const figures = (['added', 'changed', 'unchanged', 'faulty', 'skipped'] as const).filter((name) => counts[name] > 0);
  return (
    <div className="stack-tight">
      {counts.sheetErrors > 0 ? <Notice tone="bad">{t('check.sheetErrors')}</Notice> : null}
      {counts.sheetErrors === 0 && counts.faulty > 0 ? <Notice tone="warn">{t('check.blocked', { count: counts.faulty })}</Notice> : null}
      {counts.errors === 0 && counts.added + counts.changed === 0 ? <Notice>{t('check.nothing')}</Notice> : null}
      {counts.errors + counts.warnings === 0 && counts.added + counts.changed > 0 ? <Notice tone="good">{t('check.clean')}</Notice> : null}
      {figures.length === 0 ? null : (
        <>
          <p>{t('check.will')}</p>
          <ul>
            {figures.map((name) => (
              <li key={name}>{t(`check.${name}`, { count: counts[name] })}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

interface ActProps extends ImportDecisionProps {
  readonly onCancel: () => void;
}

function Confirm({ one, onReload, onCancel }: ActProps) {
  const { t } = useTranslation('imports');
  const { counts } = one;
  const act = useAct('POST /imports/{importId}/application', { refreshes: importReads });
  const send = (): void => act.act({ params: { importId: one.id }, version: one.version, body: { leaveOutFaulty: counts.faulty > 0 } });
  return (
    <ConfirmPanel
      title={t('check.confirmTitle')}
      consequences={[
        `${t('check.added', { count: counts.added })} · ${t('check.changed', { count: counts.changed })}`,
        ...(counts.faulty > 0 ? [t('check.confirmLeft', { count: counts.faulty })] : []),
        ...(one.kind === 'menu' ? [t('check.confirmDraft')] : []),
        t('check.confirmAll'),
      ]}
      confirmLabel={t('check.confirm')}
      isActing={act.isActing}
      error={act.error}
      onConfirm={send}
      onCancel={onCancel}
      onReload={onReload}
    >
      {counts.faulty > 0 ? <LeftOut one={one} /> : null}
    </ConfirmPanel>
  );
}

/** The rows that will not be written, by number; the first of many. */
function LeftOut({ one }: { readonly one: ImportOne }) {
  const { t } = useTranslation('imports');
  const { data } = useAnswer('GET /imports/{importId}/findings', {
    params: { importId: one.id },
    query: { severity: 'error', limit: '200' },
  });
  const rows = [...new Set(data?.items.map(({ row }) => row) ?? [])];
  if (rows.length === 0) return null;
  const shown = rows.slice(0, 60).join('、');
  return (
    <p>
      {t('check.leftRows', { rows: shown })}
      {rows.length < one.counts.faulty || rows.length > 60 ? ` ${t('check.leftMore', { count: one.counts.faulty })}` : ''}
    </p>
  );
}

function Recheck({ one, onReload }: ImportDecisionProps) {
  const { t } = useTranslation('imports');
  const act = useAct('POST /imports/{importId}/check', { refreshes: importReads });
  const send = (): void => act.act({ params: { importId: one.id }, version: one.version });
  return (
    <>
      <Button loading={act.isActing} title={t('check.recheckWhy')} onClick={send}>
        {t('check.recheck')}
      </Button>
      <ProblemAlert error={act.error} onRetry={send} onReload={onReload} />
    </>
  );
}

function Discard({ one, onReload, onCancel }: ActProps) {
  const { t } = useTranslation('imports');
  const act = useAct('DELETE /imports/{importId}', { refreshes: importReads, onDone: onCancel });
  return (
    <ConfirmPanel
      title={t('check.discard')}
      consequences={[t('check.willDiscard')]}
      confirmLabel={t('check.discardConfirm')}
      isDangerous
      isActing={act.isActing}
      error={act.error}
      onConfirm={() => act.act({ params: { importId: one.id }, version: one.version })}
      onCancel={onCancel}
      onReload={onReload}
    />
  );
}
