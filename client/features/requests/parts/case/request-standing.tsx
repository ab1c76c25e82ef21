import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { now } from '#client/lib/clock.ts';
import type { Fact } from '#client/ui/shown/description-list.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import type { RequestView } from '#client/parts/requests/request-types.ts';
import { RequestState } from '#client/parts/requests/request-state.tsx';

/** With whom the case lies, since when, and until when. */
export function RequestStanding({ file }: { readonly file: RequestView }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const isOpen = file.withWhom !== null || file.state === 'approved';
  const facts: Fact[] = [
    {
      key: 'who',
      term: t('standing.withWhom'),
      children: file.withWhom?.name ?? t(file.state === 'approved' ? 'standing.queue' : 'standing.nobody'),
    },
    ...(isOpen && file.sinceAt !== null ? [{ key: 'since', term: t('standing.since'), children: format.instant(file.sinceAt) }] : []),
    ...(file.dueAt === null ? [] : [{ key: 'due', term: t('standing.due'), children: <Due file={file} dueAt={file.dueAt} /> }]),
  ];
  return (
    <Panel title={t('standing.title')}>
      <div className="stack-tight">
        <div className="row">
          <RequestState state={file.state} stage={file.stage} />
          {file.replaces === null ? null : <StatusTag>{t('swap')}</StatusTag>}
        </div>
        <dl className="case-facts">
          {facts.map(({ key, term, children }) => (
            <div key={key}>
              <dt>{term}</dt>
              <dd>{children}</dd>
            </div>
          ))}
        </dl>
        {file.state === 'sent_back' ? <p className="secondary">{t('standing.stopped')}</p> : null}
      </div>
    </Panel>
  );
}

function Due({ file, dueAt }: { readonly file: RequestView; readonly dueAt: number }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const words = `${format.dayAt(dueAt - 1)} · ${format.until(dueAt - 1)}`;
  return (
    <>
      {dueAt <= now() ? <StatusTag tone="bad">{words}</StatusTag> : words}
      {file.isDueProvisional ? <div className="secondary">{t('standing.provisional')}</div> : null}
    </>
  );
}
