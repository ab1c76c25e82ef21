import { useTranslation } from 'react-i18next';
import { ActFrame as Frame, type ActFrameProps as FrameProps } from '#client/ui/forms/act-frame.tsx';
import type { Answered } from '#client/ui/forms/act-parts.tsx';
import { useAuditWords } from './request-changes.tsx';

export type { Answered };

export interface ActFrameProps extends Omit<FrameProps, 'actionWords' | 'answers'> {
  /** What was typed, to be read once more before it is sent. */
  readonly answers: readonly Answered[];
}

/** The frame of every act on a request: its words, and those of the audit trail of requests. */
export function ActFrame(props: ActFrameProps) {
  const { t } = useTranslation('requests');
  const actionWords = useAuditWords();
  return <Frame {...props} confirmTitle={t('act.check', { what: props.confirmTitle })} actionWords={actionWords} />;
}
