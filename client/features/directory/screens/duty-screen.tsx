import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { useAct } from '#client/lib/use-act.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { reaches } from '../api/directory.ts';
import { DutyForm } from '../parts/duty-form.tsx';
import { LinkedPower, PowerLink } from '../parts/power-link.tsx';
import { RemoveAct } from '../parts/remove-act.tsx';

/** One line of a duty list, or a new one. */
export function DutyScreen() {
  const { dutyId = '' } = useParams();
  return dutyId === 'new' ? <NewDuty /> : <OneDuty dutyId={dutyId} />;
}

function NewDuty() {
  const { t } = useTranslation('directory');
  return (
    <>
      <PageHeader title={t('duties.add')} crumbs={[{ title: t('duties.title'), to: pathTo('duties') }]} />
      <Panel>
        <DutyForm duty={null} onSaved={() => undefined} onReload={() => undefined} />
      </Panel>
    </>
  );
}

function OneDuty({ dutyId }: { readonly dutyId: string }) {
  const { t } = useTranslation('directory');
  const word = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const { data: duty, error, refetch } = useAnswer('GET /duties/{dutyId}', { params: { dutyId } });
  const link = useAct('PUT /duties/{dutyId}/power', { refreshes: reaches });
  const remove = useAct('DELETE /duties/{dutyId}', { refreshes: ['GET /duties'], onDone: () => void navigate(pathTo('duties')) });
  if (error && !duty) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!duty) return <Loading />;
  const reload = (): void => void refetch();
  const isAdmin = hasRole(me, 'admin');
  const facts = [
    { key: 'list', term: t('duty.list'), children: word('dutyList', duty.list) },
    { key: 'whose', term: t('duty.whose'), children: duty.townshipName ?? t('duty.county') },
    { key: 'field', term: t('duty.field'), children: duty.field },
    ...(['department', 'note'] as const)
      .filter((one) => duty[one] !== '')
      .map((one) => ({ key: one, term: t(`duty.${one}`), children: duty[one] })),
    ...(isAdmin
      ? []
      : [
          {
            key: 'power',
            term: t('column.power'),
            isWide: true,
            children: <LinkedPower of={duty} mayOpen={hasRole(me, 'legal_reviewer', 'auditor')} />,
          },
        ]),
  ];
  return (
    <>
      <PageHeader title={duty.name} crumbs={[{ title: t('duties.title'), to: pathTo('duties') }]} />
      <Panel title={t('entry.facts')}>
        <DescriptionList items={facts} />
      </Panel>
      {isAdmin ? (
        <>
          <PowerLink
            key={`link ${String(duty.version)}`}
            of={duty}
            means={t(duty.list === 'taken_back' ? 'link.meansTaken' : 'link.meansDuty')}
            act={link}
            onLink={(powerId) => link.act({ params: { dutyId }, version: duty.version, body: { powerId } })}
            onReload={reload}
          />
          <Panel title={t('duty.edit')}>
            <DutyForm key={duty.version} duty={duty} onSaved={reload} onReload={reload} />
          </Panel>
          <RemoveAct
            words={{ title: t('duty.remove'), why: t('duty.removeWhy'), act: t('duty.removeAct') }}
            consequences={[t('duty.willRemove', { name: duty.name }), t('duty.willFree')]}
            act={remove}
            onConfirm={() => remove.act({ params: { dutyId }, version: duty.version })}
            onReload={reload}
          />
        </>
      ) : null}
    </>
  );
}
