import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { useEndSession, useSessions, type SessionView } from '../api/sessions.ts';
import { deviceName } from '../parts/device-name.ts';

export function SessionsScreen() {
  const { t } = useTranslation('accounts');
  const { instant } = useFormat();
  const sessions = useSessions();
  const end = useEndSession();
  const nameOf = (session: SessionView): string => deviceName(session.userAgent) ?? t('sessions.unknownDevice');

  const columns: readonly Column<SessionView>[] = [
    {
      key: 'device',
      title: t('sessions.device'),
      isName: true,
      cell: (session) => (
        <span className="row">
          {nameOf(session)}
          {session.isCurrent ? <StatusTag tone="good">{t('sessions.current')}</StatusTag> : null}
        </span>
      ),
    },
    { key: 'address', title: t('sessions.address'), isFit: true, cell: (session) => session.address },
    { key: 'since', title: t('sessions.since'), isFit: true, cell: (session) => instant(session.createdAt) },
    { key: 'seen', title: t('sessions.lastSeen'), isFit: true, cell: (session) => instant(session.lastSeenAt) },
    {
      key: 'act',
      title: t('sessions.action'),
      isFit: true,
      cell: (session) =>
        session.isCurrent ? null : (
          <Button
            size="small"
            disabled={end.isActing}
            aria-label={t('sessions.endFor', { device: nameOf(session) })}
            onClick={() => end.act({ params: { sessionId: session.id } })}
          >
            {t('sessions.end')}
          </Button>
        ),
    },
  ];

  return (
    <div className="stack">
      <PageHeader title={t('sessions.title')} lead={t('sessions.lead')} />
      <ProblemAlert error={end.error} />
      {end.isDone ? (
        <Notice tone="good" announce="status">
          {t('sessions.ended')}
        </Notice>
      ) : null}
      <Panel>
        <DataList
          caption={t('sessions.caption')}
          columns={columns}
          rows={sessions.data?.items}
          keyOf={(session) => session.id}
          error={sessions.error}
          onRetry={() => void sessions.refetch()}
          empty={{ title: t('sessions.emptyTitle') }}
        />
      </Panel>
    </div>
  );
}
