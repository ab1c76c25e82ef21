import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { useAct } from '#client/lib/use-act.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { useChangeWords, useOrganisations, useTyped, type Organisation } from '#client/parts/administration/administration.ts';
import { OrganisationFields, OrganisationText } from '../parts/organisation-fields.tsx';
import { OrganisationProfile } from '../parts/organisation-profile.tsx';
import { bodyOf, typedOf, useOrganisationFaults, useOrganisationFields, type OrganisationTyped } from '../parts/organisation-typed.ts';

export function OrganisationScreen() {
  const { t } = useTranslation('administration');
  const { organisationId = '' } = useParams();
  const isNew = organisationId === 'new';
  const { data, error, refetch } = useOrganisations();
  const [savedName, setSavedName] = useState<string | null>(null);
  const organisation = isNew ? null : data?.items.find(({ id }) => id === organisationId);
  if (error && !data) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const title = isNew ? t('organisation.newTitle') : (organisation?.name ?? t('organisation.missing'));
  return (
    <>
      <PageHeader title={title} crumbs={[{ title: t('organisations.title'), to: pathTo('organisations') }]} />
      {savedName === null ? null : (
        <Notice tone="good" announce="status">
          {t('organisation.saved')}
        </Notice>
      )}
      {organisation === undefined ? null : (
        <OrganisationForm
          key={`${organisationId} ${savedName ?? ''}`}
          organisation={organisation}
          onSaved={(version) => setSavedName(String(version))}
          onReload={() => void refetch()}
        />
      )}
    </>
  );
}

interface FormProps {
  readonly organisation: Organisation | null;
  readonly onSaved: (version: number) => void;
  readonly onReload: () => void;
}

function OrganisationForm({ organisation, onSaved, onReload }: FormProps) {
  const { t } = useTranslation('administration');
  const navigate = useNavigate();
  const typed = useTyped(`organisation:${organisation?.id ?? 'new'}`, typedOf(organisation));
  const changeWords = useChangeWords();
  const refreshes = 'everything' as const;
  const create = useAct('POST /organisations', {
    refreshes,
    onDone: ({ id }) => {
      typed.forget();
      void navigate(pathTo('organisation', { organisationId: id }));
    },
  });
  const edit = useAct('PUT /organisations/{organisationId}', {
    refreshes,
    onDone: ({ version }) => {
      typed.forget();
      onSaved(version);
    },
  });
  const { kind } = typed.value;
  const send = (): void => {
    const body = bodyOf(typed.value);
    if (organisation !== null) edit.act({ params: { organisationId: organisation.id }, version: organisation.version, body });
    else if (kind !== null) create.act({ body: { kind, ...body } });
  };
  const part = { typed: typed.value, onChange: typed.set };
  return (
    <div className="form-wide">
      <ActFrame
        act={organisation === null ? create : edit}
        faults={useOrganisationFaults()(typed.value)}
        fields={useOrganisationFields()}
        consequences={useConsequences(organisation, typed.value)}
        confirmTitle={organisation === null ? t('organisation.confirmCreate') : t('organisation.confirmSave')}
        confirmLabel={organisation === null ? t('organisation.confirmCreate') : t('organisation.confirmSave')}
        isAllowed
        isRestored={typed.isRestored}
        onSend={send}
        onReload={onReload}
        onDiscard={typed.forget}
        actionWords={changeWords}
      >
        {(errorOf) => (
          <>
            <Panel title={t('organisation.basics')}>
              <div className="stack">
                <OrganisationFields {...part} errorOf={errorOf} isNew={organisation === null} />
              </div>
            </Panel>
            {kind === 'township' ? (
              <Panel title={t('organisation.profileTitle')}>
                <div className="stack">
                  <OrganisationProfile {...part} errorOf={errorOf} />
                </div>
              </Panel>
            ) : null}
            <Panel title={t('organisation.contact')}>
              <div className="stack">
                <p className="secondary">{t('organisation.publicHint')}</p>
                <div className="fields">
                  {(['contactPhone', 'complaintPhone', 'address'] as const).map((name) => (
                    <OrganisationText key={name} name={name} {...part} errorOf={errorOf} />
                  ))}
                </div>
              </div>
            </Panel>
          </>
        )}
      </ActFrame>
    </div>
  );
}

function useConsequences(organisation: Organisation | null, typed: OrganisationTyped): readonly string[] {
  const { t } = useTranslation('administration');
  const word = useWords();
  const { name, kind, isActive } = typed;
  if (organisation === null) {
    return kind === null ? [] : [t('organisation.will.created', { name, kind: word('organisationKind', kind) })];
  }
  return [
    t('organisation.will.saved', { name }),
    ...(kind === 'township' ? [t('organisation.will.profile')] : []),
    ...(organisation.isActive && !isActive ? [t('organisation.will.closed')] : []),
  ];
}
