import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathTo } from '#client/app/paths.ts';
import { actFor } from '#client/lib/capacity.ts';
import { useMe } from '#client/lib/session.ts';
import { ConfirmPanel } from '#client/ui/forms/confirm-panel.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { useEndSubstitution, useSubstitutes, type Candidate, type SubstitutionView } from '../api/substitutes.ts';
import { SubstituteForm } from '../parts/substitute-form.tsx';
import { MySubstitutes, StandingIn } from '../parts/substitute-lists.tsx';

/** AB 角: who acts for me while I am away, and for whom I act. */
export function SubstitutesScreen() {
  const { t } = useTranslation('accounts');
  const me = useMe();
  const { data, error, refetch } = useSubstitutes();
  const reload = (): void => void refetch();
  const wear = (accountId: string): void => {
    actFor(accountId);
    // Another document, so that no answer read in one capacity is left to be shown in another.
    window.location.assign(pathTo('home'));
  };
  return (
    <div className="stack">
      <PageHeader title={t('substitutes.title')} lead={t('substitutes.lead')} />
      {error !== null && data === undefined ? <ProblemAlert error={error} isReading onRetry={reload} /> : null}
      {data === undefined ? (
        error === null ? (
          <Loading />
        ) : null
      ) : (
        <>
          <Panel title={t('substitutes.others')}>
            <StandingIn
              rows={data.items.filter((row) => row.substituteAccountId === me.accountId)}
              actingFor={me.actingFor?.accountId ?? null}
              onWear={wear}
            />
          </Panel>
          <Mine rows={data.items.filter((row) => row.awayAccountId === me.accountId)} candidates={data.candidates} onReload={reload} />
        </>
      )}
    </div>
  );
}

interface MineProps {
  readonly rows: readonly SubstitutionView[];
  readonly candidates: readonly Candidate[];
  readonly onReload: () => void;
}

function Mine({ rows, candidates, onReload }: MineProps) {
  const { t } = useTranslation('accounts');
  const me = useMe();
  const [isNaming, setNaming] = useState(false);
  const [ending, setEnding] = useState<SubstitutionView | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const mayName = me.actingFor === null && candidates.length > 0;
  const done = (words: string): void => {
    setSaid(words);
    setNaming(false);
    setEnding(null);
  };
  const opener = (
    <Button type="primary" onClick={() => setNaming(true)}>
      {t('substitutes.name')}
    </Button>
  );
  return (
    <Panel title={t('substitutes.mine')} {...(mayName && !isNaming ? { actions: opener } : {})}>
      <div className="stack">
        {said === null ? null : (
          <Notice tone="good" announce="status">
            {said}
          </Notice>
        )}
        {me.actingFor === null ? null : <p className="secondary">{t('substitutes.whileActing', { name: me.actingFor.name })}</p>}
        {me.actingFor === null && candidates.length === 0 ? <p className="secondary">{t('substitutes.noCandidates')}</p> : null}
        {isNaming ? (
          <SubstituteForm
            candidates={candidates}
            onDone={(named) => done(t('substitutes.named', { name: named.substituteName }))}
            onClose={() => setNaming(false)}
            onReload={onReload}
          />
        ) : null}
        {ending === null ? null : <Ending one={ending} onDone={() => done(t('substitutes.ended'))} onClose={() => setEnding(null)} />}
        <MySubstitutes rows={rows} onEnd={setEnding} />
      </div>
    </Panel>
  );
}

interface EndingProps {
  readonly one: SubstitutionView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function Ending({ one, onDone, onClose }: EndingProps) {
  const { t } = useTranslation('accounts');
  const end = useEndSubstitution(onDone);
  const name = one.substituteName;
  return (
    <ConfirmPanel
      title={t('substitutes.endTitle', { name })}
      consequences={[t('substitutes.endWill.now', { name }), t('substitutes.endWill.kept')]}
      confirmLabel={t('substitutes.end')}
      isActing={end.isActing}
      error={end.error}
      onConfirm={() => end.act({ params: { substitutionId: one.id } })}
      onCancel={onClose}
    />
  );
}
