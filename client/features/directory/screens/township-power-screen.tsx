import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { useAct } from '#client/lib/use-act.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { reaches, type TownshipPower } from '../api/directory.ts';
import { BasisWords } from '../parts/basis-words.tsx';
import { LinkedPower, PowerLink } from '../parts/power-link.tsx';
import { RemoveAct } from '../parts/remove-act.tsx';
import { TownshipPowerForm } from '../parts/township-power-form.tsx';

/** One power that townships have by law, or a new one. */
export function TownshipPowerScreen() {
  const { townshipPowerId = '' } = useParams();
  return townshipPowerId === 'new' ? <NewPower /> : <OnePower townshipPowerId={townshipPowerId} />;
}

function NewPower() {
  const { t } = useTranslation('directory');
  return (
    <>
      <PageHeader title={t('statutory.add')} crumbs={[{ title: t('statutory.title'), to: pathTo('townshipPowers') }]} />
      <Panel>
        <TownshipPowerForm power={null} onSaved={() => undefined} onReload={() => undefined} />
      </Panel>
    </>
  );
}

function OnePower({ townshipPowerId }: { readonly townshipPowerId: string }) {
  const { t } = useTranslation('directory');
  const me = useMe();
  const navigate = useNavigate();
  const params = { townshipPowerId };
  const { data: power, error, refetch } = useAnswer('GET /township-powers/{townshipPowerId}', { params });
  const link = useAct('PUT /township-powers/{townshipPowerId}/power', { refreshes: reaches });
  const remove = useAct('DELETE /township-powers/{townshipPowerId}', {
    refreshes: ['GET /township-powers'],
    onDone: () => void navigate(pathTo('townshipPowers')),
  });
  if (error && !power) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!power) return <Loading />;
  const reload = (): void => void refetch();
  return (
    <>
      <PageHeader title={power.name} crumbs={[{ title: t('statutory.title'), to: pathTo('townshipPowers') }]} />
      <Facts power={power} hasLink={!hasRole(me, 'admin')} mayOpen={hasRole(me, 'legal_reviewer', 'auditor')} />
      {hasRole(me, 'admin') ? (
        <>
          <PowerLink
            key={`link ${String(power.version)}`}
            of={power}
            means={t('link.meansByLaw')}
            act={link}
            onLink={(powerId) => link.act({ params, version: power.version, body: { powerId } })}
            onReload={reload}
          />
          <Panel title={t('statutory.edit')}>
            <TownshipPowerForm key={power.version} power={power} onSaved={reload} onReload={reload} />
          </Panel>
          <RemoveAct
            words={{ title: t('statutory.remove'), why: t('statutory.removeWhy'), act: t('statutory.removeAct') }}
            consequences={[t('statutory.willRemove', { name: power.name }), t('duty.willFree')]}
            act={remove}
            onConfirm={() => remove.act({ params, version: power.version })}
            onReload={reload}
          />
        </>
      ) : null}
    </>
  );
}

interface FactsProps {
  readonly power: TownshipPower;
  /** Who may change the link sees it where it is changed. */
  readonly hasLink: boolean;
  readonly mayOpen: boolean;
}

function Facts({ power, hasLink, mayOpen }: FactsProps) {
  const { t } = useTranslation('directory');
  const word = useWords();
  const format = useFormat();
  const kinds = power.kinds.length === 0 ? t('statutory.allKinds') : format.list(power.kinds.map((one) => word('townshipKind', one)));
  return (
    <Panel title={t('entry.facts')}>
      <DescriptionList
        items={[
          { key: 'kinds', term: t('statutory.kinds'), children: kinds },
          { key: 'bases', term: t('basis.title'), isWide: true, children: <BasisWords bases={power.bases} /> },
          ...(hasLink
            ? [{ key: 'power', term: t('column.power'), isWide: true, children: <LinkedPower of={power} mayOpen={mayOpen} /> }]
            : []),
        ]}
      />
    </Panel>
  );
}
