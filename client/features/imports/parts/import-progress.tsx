import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { Panel } from '#client/ui/page/panel.tsx';
import type { ImportOne } from '../api/imports.ts';

/** Long work, how far it is, and that one need not wait for it. */
export function ImportProgress({ one }: { readonly one: ImportOne }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const title = t(one.state === 'applying' ? 'one.applying' : 'one.reading');
  const { doneRows, totalRows } = one;
  return (
    <Panel title={title}>
      <div className="stack-tight">
        <progress className="progress" aria-label={title} {...(totalRows === 0 ? {} : { value: doneRows, max: totalRows })} />
        <p role="status">
          {totalRows === 0 ? t('one.queued') : t('one.progress', { done: format.number(doneRows), total: format.number(totalRows) })}
        </p>
        <p className="secondary">{t('one.mayLeave')}</p>
      </div>
    </Panel>
  );
}
