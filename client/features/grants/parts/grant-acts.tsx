import { lazy, Suspense, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { Button } from '#client/ui/forms/button.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { pathTo } from '#client/app/paths.ts';
import type { Grant } from '../api/grant-act.ts';
import type { GrantActProps } from './grant-act-props.ts';
import { CancelReturnAct, ResumeAct, StatementAct, SuspendAct } from './text-acts.tsx';
import { AcceptReturnAct, DeferReturnAct } from './answer-return-acts.tsx';
import { CloseTrialAct } from './close-trial-act.tsx';
import { DecideRecallAct, OpenRecallAct } from './recall-acts.tsx';

/** Forms of the contract come with its schemas, when they are opened. */
const FileReturnForm = lazy(async () => ({ default: (await import('../forms/file-return-form.tsx')).FileReturnForm }));

type Action = WordLists['grantAction'];

/** A swap is an order, so it has no form here: it leads to the menu. */
const forms: Readonly<Record<Exclude<Action, 'start_swap'>, ComponentType<GrantActProps>>> = {
  file_return: FileReturnForm,
  cancel_return: CancelReturnAct,
  accept_return: AcceptReturnAct,
  defer_return: DeferReturnAct,
  open_recall: OpenRecallAct,
  state_in_hearing: StatementAct,
  decide_recall: DecideRecallAct,
  suspend: SuspendAct,
  resume: ResumeAct,
  close_trial: CloseTrialAct,
};

/** What may be done now, one at a time; a form that is open stays open when the grant changes beneath it, and what was done is said. */
export function GrantActs({ grant }: { readonly grant: Grant }) {
  const { t } = useTranslation('grants');
  const asked = useSearchParams()[0].get('act');
  // A link may lead straight to an act, if it may be done.
  const [open, setOpen] = useState<Exclude<Action, 'start_swap'> | null>(
    asked === 'open_recall' && grant.allowedActions.includes('open_recall') ? 'open_recall' : null,
  );
  const [isDone, setDone] = useState(false);
  const choose = (action: Exclude<Action, 'start_swap'>): void => {
    setDone(false);
    setOpen(action);
  };
  if (open !== null) {
    const Form = forms[open];
    return (
      <Panel title={t('act.heading')}>
        <div className="stack">
          <h3>{t(`act.start.${open}`)}</h3>
          <Suspense fallback={<Loading />}>
            <Form
              grant={grant}
              onClose={() => setOpen(null)}
              onDone={() => {
                setOpen(null);
                setDone(true);
              }}
            />
          </Suspense>
        </div>
      </Panel>
    );
  }
  if (!isDone && grant.allowedActions.length === 0) return null;
  return (
    <Panel title={t('act.heading')}>
      <div className="stack-tight">
        {isDone ? (
          <Notice tone="good" announce="status">
            {t('act.done')}
          </Notice>
        ) : null}
        <div className="row">
          {grant.allowedActions.map((action) =>
            action === 'start_swap' ? (
              <ButtonLink key={action} to={`${pathTo('menu')}?swap=${encodeURIComponent(grant.id)}`}>
                {t('act.start.start_swap')}
              </ButtonLink>
            ) : (
              <Button key={action} onPress={() => choose(action)}>
                {t(`act.start.${action}`)}
              </Button>
            ),
          )}
        </div>
        {grant.allowedActions.includes('start_swap') ? (
          <p className="secondary">{t('act.swapWhat', { department: grant.department.name })}</p>
        ) : null}
      </div>
    </Panel>
  );
}
