import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import { Notice } from '#client/ui/shown/notice.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import type { ConsequencesView, PreparationView, RequestAction, RequestView } from '#client/parts/requests/request-types.ts';
import type { RequestActProps } from './request-act-props.ts';
import { RequestDecision } from '../reviews/request-decision.tsx';
import { RequestExtension } from '../preparation/request-extension.tsx';
import { RequestLegalReview } from '../reviews/request-legal-review.tsx';
import { RequestOpinion } from '../reviews/request-opinion.tsx';
import { RequestReconsideration } from '../reviews/request-reconsideration.tsx';
import { RequestResubmission } from '../reviews/request-resubmission.tsx';
import { RequestSendBack } from '../reviews/request-send-back.tsx';
import { RequestSigning } from '../preparation/request-signing.tsx';
import { RequestWithdrawal } from '../reviews/request-withdrawal.tsx';

/** Opened by a button; the other acts are why somebody came, hence open from the start. */
const secondary = ['send_back', 'extend_preparation', 'withdraw'] as const satisfies readonly RequestAction[];
type Secondary = (typeof secondary)[number];

interface RequestActsProps {
  readonly file: RequestView;
  readonly consequences: ConsequencesView | undefined;
  readonly preparation: PreparationView | undefined;
  readonly onDone: (action: RequestAction, file: RequestView) => void;
  readonly onReload: () => void;
}

/** What the reader may do to the request now; a form that was shown stays while something is typed in it. */
export function RequestActs({ file, consequences, preparation, onDone, onReload }: RequestActsProps) {
  const { t } = useTranslation('requests');
  const [shown, setShown] = useState<readonly RequestAction[]>(file.allowedActions);
  const [opened, setOpened] = useState<readonly Secondary[]>([]);
  const fresh = file.allowedActions.filter((action) => !shown.includes(action));
  if (fresh.length > 0) setShown([...shown, ...fresh]);

  const propsOf = (action: RequestAction): RequestActProps => ({
    file,
    isAllowed: file.allowedActions.includes(action),
    onDone: (after) => onDone(action, after),
    onReload,
  });
  const closing = (action: Secondary): RequestActProps => ({
    ...propsOf(action),
    onClose: () => setOpened(opened.filter((other) => other !== action)),
  });
  const has = (action: Exclude<RequestAction, Secondary>): boolean => shown.includes(action);
  return (
    <>
      {file.excluded === null ? null : <Notice tone="warn" title={t(`excluded.${file.excluded}`)} />}
      {has('give_opinion') ? <RequestOpinion {...propsOf('give_opinion')} /> : null}
      {has('review_legally') ? <RequestLegalReview {...propsOf('review_legally')} /> : null}
      {has('decide') ? <RequestDecision {...propsOf('decide')} consequences={consequences} /> : null}
      {has('resubmit') ? <RequestResubmission {...propsOf('resubmit')} /> : null}
      {has('request_reconsideration') ? <RequestReconsideration {...propsOf('request_reconsideration')} /> : null}
      {has('sign_hand_over') && preparation ? <RequestSigning {...propsOf('sign_hand_over')} preparation={preparation} /> : null}
      {opened.includes('send_back') ? <RequestSendBack {...closing('send_back')} /> : null}
      {opened.includes('extend_preparation') ? <RequestExtension {...closing('extend_preparation')} /> : null}
      {opened.includes('withdraw') ? <RequestWithdrawal {...closing('withdraw')} /> : null}
      <OtherActs
        actions={secondary.filter((action) => file.allowedActions.includes(action) && !opened.includes(action))}
        onOpen={(action) => setOpened([...opened, action])}
      />
    </>
  );
}

function OtherActs({ actions, onOpen }: { readonly actions: readonly Secondary[]; readonly onOpen: (action: Secondary) => void }) {
  const { t } = useTranslation('requests');
  const word = useWords();
  if (actions.length === 0) return null;
  return (
    <Panel title={t('act.other')}>
      <div className="row">
        {actions.map((action) => (
          <Button key={action} onClick={() => onOpen(action)}>
            {word('requestAction', action)}
          </Button>
        ))}
      </div>
    </Panel>
  );
}
