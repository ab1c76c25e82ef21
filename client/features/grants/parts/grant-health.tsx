import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { now } from '#client/lib/clock.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import type { Grant } from '../api/grant-act.ts';

type Row = Grant['prerequisites'][number];

/** What must go on holding, how it stands, and when it would lapse; beside it the suspensions that were. */
export function GrantHealth({ grant }: { readonly grant: Grant }) {
  const { t } = useTranslation('grants');
  const word = useWords();
  const format = useFormat();
  const columns = useHealthColumns();
  return (
    <>
      <Panel title={t('page.health')}>
        {grant.prerequisites.length === 0 ? (
          <p>{t('page.healthNone')}</p>
        ) : (
          <DataList
            caption={t('page.healthCaption')}
            columns={columns}
            rows={grant.prerequisites}
            keyOf={(row) => row.prerequisite.key}
            empty={{ title: t('page.healthNone') }}
          />
        )}
      </Panel>
      {grant.suspensions.length === 0 ? null : (
        <Panel title={t('page.suspensions')}>
          <ul className="bullets">
            {grant.suspensions.map((one) => (
              <li key={`${String(one.fromAt)}${one.kind}`}>
                {t(one.fromAt > now() ? 'page.suspensionPlanned' : 'page.suspensionLine', {
                  kind: word('suspensionKind', one.kind),
                  from: format.instant(one.fromAt),
                  to: one.toAt === null ? t('page.suspensionOpen') : format.instant(one.toAt),
                })}
                {one.reason === '' ? null : <div className="secondary">{one.reason}</div>}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function useHealthColumns(): Column<Row>[] {
  const { t } = useTranslation('grants');
  const word = useWords();
  const format = useFormat();
  const nameOf = ({ prerequisite, certificateKindName }: Row): string => {
    switch (prerequisite.kind) {
      case 'certified_officers':
        return t('page.certified', { kind: certificateKindName ?? prerequisite.certificateKind });
      case 'staffing':
        return t('page.staffing');
      case 'attestation':
        return format.labelled(word('attestationSubject', prerequisite.subject), prerequisite.text);
    }
  };
  return [
    { key: 'need', title: t('page.need'), isName: true, cell: nameOf },
    {
      key: 'now',
      title: t('page.now'),
      cell: (row) => (
        <div className="stack-tight">
          <StatusTag tone={row.holds ? 'good' : 'bad'}>{row.holds ? t('page.holds') : t('page.lacking')}</StatusTag>
          {row.prerequisite.kind === 'attestation' ? null : (
            <span className="secondary">{t('page.haveNeed', { have: row.have, required: row.need })}</span>
          )}
          {row.waivedUntilAt === null ? null : (
            <span className="secondary">{t('page.waived', { day: format.dayAt(row.waivedUntilAt) })}</span>
          )}
        </div>
      ),
    },
    { key: 'people', title: t('page.people'), cell: (row) => (row.people.length === 0 ? t('page.never') : format.list(row.people)) },
    {
      key: 'lapses',
      title: t('page.lapses'),
      isFit: true,
      cell: (row) => (row.lapsesAt === null ? t('page.never') : `${format.dayAt(row.lapsesAt)} · ${format.until(row.lapsesAt)}`),
    },
  ];
}
