import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { now } from '#client/lib/clock.ts';

export interface PrintFrameProps {
  readonly children: ReactNode;
  /** Beside the print button on the screen. */
  readonly actions?: ReactNode;
}

/** A record that can be printed: a button on the screen, date and note on paper. */
export function PrintFrame({ children, actions }: PrintFrameProps) {
  const { t } = useTranslation();
  const { dayAt } = useFormat();
  return (
    <div className="stack">
      <div className="row no-print">
        <button type="button" className="button" onClick={() => window.print()}>
          {t('action.print')}
        </button>
        {actions}
      </div>
      {children}
      <p className="print-only">
        {t('print.printedOn', { day: dayAt(now()) })} · {t('print.note')}
      </p>
    </div>
  );
}
