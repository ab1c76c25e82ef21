import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { now } from '#client/lib/clock.ts';
import { dayOf } from '#client/lib/days.ts';
import { hasRole, membershipsWith, useMe } from '#client/lib/session.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { useRoster, type CertificateKindView, type CertificateView, type OfficerView } from '../api/roster.ts';
import { CertificateList } from '../parts/people/certificate-list.tsx';
import { CertificateRecord } from '../parts/people/certificate-record.tsx';
import { CertificateRevocation } from '../parts/people/certificate-revocation.tsx';
import { OfficerEdit, OfficerLeaving } from '../parts/people/officer-edit.tsx';
import { hasLeft } from '../parts/people/roster-filter.ts';

/** One person of a roster with every certificate. */
export function OfficerScreen() {
  const { t } = useTranslation('training');
  const { officerId = '' } = useParams();
  const roster = useRoster();
  const crumbs = [{ title: t('officer.crumb'), to: pathTo('roster') }];
  const officer = roster.data?.items.find(({ id }) => id === officerId);
  if (officer !== undefined) {
    return (
      <Page key={officer.id} officer={officer} kinds={roster.data?.kinds ?? []} crumbs={crumbs} onReload={() => void roster.refetch()} />
    );
  }
  return (
    <>
      <PageHeader title={t('title')} crumbs={crumbs} />
      {roster.error !== null ? (
        <ProblemAlert error={roster.error} isReading onRetry={() => void roster.refetch()} />
      ) : roster.data === undefined ? (
        <Loading />
      ) : (
        <Notice tone="warn">{t('officer.missing')}</Notice>
      )}
    </>
  );
}

interface PageProps {
  readonly officer: OfficerView;
  readonly kinds: readonly CertificateKindView[];
  readonly crumbs: readonly { readonly title: string; readonly to: string }[];
  readonly onReload: () => void;
}

type ActName = 'edit' | 'leave' | 'record' | 'revoke';

function Page({ officer, kinds, crumbs, onReload }: PageProps) {
  const { t } = useTranslation('training');
  const me = useMe();
  const format = useFormat();
  const [opened, setOpened] = useState<Exclude<ActName, 'revoke'> | CertificateView | null>(null);
  const [done, setDone] = useState<ActName | null>(null);
  const townships = useAnswer('GET /organisations', { query: { kind: 'township' } });
  const townshipName = townships.data?.items.find(({ id }) => id === officer.townshipId)?.name ?? '';
  const isGone = hasLeft(officer, dayOf(now()));
  const keepsRoster = membershipsWith(me, 'clerk', 'lead').some(({ organisation }) => organisation.id === officer.townshipId);
  const certifies = hasRole(me, 'training_officer');
  const acts = isGone ? [] : [...(keepsRoster ? (['edit', 'leave'] as const) : []), ...(certifies ? (['record'] as const) : [])];
  const open = (what: typeof opened): void => {
    setDone(null);
    setOpened(what);
  };
  const actProps = (name: ActName) => ({
    officer,
    townshipName,
    isAllowed: !isGone,
    onReload,
    onClose: () => setOpened(null),
    onDone: () => {
      setDone(name);
      setOpened(null);
    },
  });
  return (
    <>
      <PageHeader
        title={officer.name}
        lead={officer.post}
        crumbs={crumbs}
        status={<Standing officer={officer} isGone={isGone} />}
        actions={
          opened === null && acts.length > 0
            ? acts.map((name) => (
                <Button key={name} type={name === 'record' ? 'primary' : 'default'} onClick={() => open(name)}>
                  {t(`${name}.act`)}
                </Button>
              ))
            : undefined
        }
      />
      {done === null ? null : (
        <Notice tone="good" announce="status">
          {t(`${done}.done`)}
        </Notice>
      )}
      {opened === 'edit' ? (
        <Panel title={t('edit.title', { name: officer.name })}>
          <OfficerEdit {...actProps('edit')} />
        </Panel>
      ) : opened === 'leave' ? (
        <Panel title={t('leave.title', { name: officer.name })}>
          <OfficerLeaving {...actProps('leave')} />
        </Panel>
      ) : opened === 'record' ? (
        <Panel title={t('record.title', { name: officer.name })}>
          <CertificateRecord {...actProps('record')} kinds={kinds} />
        </Panel>
      ) : opened === null ? null : (
        <Panel title={t('revoke.title', { name: officer.name, kind: opened.kindName, number: opened.number })}>
          <CertificateRevocation key={opened.id} {...actProps('revoke')} certificate={opened} />
        </Panel>
      )}
      <Panel title={t('officer.certificates')}>
        <CertificateList certificates={officer.certificates} onRevoke={certifies && opened === null ? open : undefined} />
      </Panel>
      <Panel title={t('officer.facts')}>
        <DescriptionList
          items={[
            { key: 'township', term: t('officer.township'), children: townshipName },
            { key: 'post', term: t('officer.post'), children: officer.post },
            { key: 'phone', term: t('officer.phone'), children: officer.dutyPhone },
            { key: 'joined', term: t('officer.joinedOn'), children: format.day(officer.joinedOn) },
            ...(officer.leftOn === null ? [] : [{ key: 'left', term: t('officer.leftOn'), children: format.day(officer.leftOn) }]),
          ]}
        />
      </Panel>
    </>
  );
}

function Standing({ officer, isGone }: { readonly officer: OfficerView; readonly isGone: boolean }) {
  const { t } = useTranslation('training');
  const format = useFormat();
  if (officer.leftOn === null) return <StatusTag tone="good">{t('officer.inPost')}</StatusTag>;
  const day = format.day(officer.leftOn);
  return <StatusTag tone={isGone ? 'ended' : 'waiting'}>{t(isGone ? 'officer.left' : 'officer.leaving', { day })}</StatusTag>;
}
