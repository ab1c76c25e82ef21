import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasRole, useMe } from '#client/lib/session.ts';
import { useAct } from '#client/lib/use-act.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { CheckField } from '#client/ui/forms/check-field.tsx';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { NumberField } from '#client/ui/forms/number-field.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { useChangeWords, useTyped, type Settings } from '#client/parts/administration/administration.ts';
import {
  flagSettings,
  numberSettings,
  settingsOf,
  textSettings,
  typedFrom,
  useSettingsChanges,
  useSettingsFaults,
  useSettingsFields,
  type SettingsTyped,
} from '../parts/settings-typed.ts';

/** Deadlines and readings of the law, with what follows from each. */
export function SettingsScreen() {
  const { t } = useTranslation('administration');
  const me = useMe();
  const [savedVersion, setSavedVersion] = useState<number | null>(null);
  const { data, error, refetch } = useAnswer('GET /settings');
  if (error && !data) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!data || (savedVersion !== null && data.version < savedVersion)) return <Loading />;
  return (
    <>
      <PageHeader title={t('settings.title')} lead={t('settings.lead')} />
      {savedVersion === null ? null : (
        <Notice tone="good" announce="status">
          {t('settings.saved')}
        </Notice>
      )}
      {hasRole(me, 'admin') ? (
        <SettingsForm
          key={savedVersion}
          settings={data.settings}
          version={data.version}
          onSaved={setSavedVersion}
          onReload={() => void refetch()}
        />
      ) : (
        <SettingsRead settings={data.settings} />
      )}
    </>
  );
}

interface SettingsFormProps {
  readonly settings: Settings;
  readonly version: number;
  readonly onSaved: (version: number) => void;
  readonly onReload: () => void;
}

const groups = { review: numberSettings.slice(0, 6), preparation: numberSettings.slice(6, 9), law: numberSettings.slice(9) } as const;

function SettingsForm({ settings, version, onSaved, onReload }: SettingsFormProps) {
  const { t } = useTranslation('administration');
  const saved = typedFrom(settings);
  const typed = useTyped<SettingsTyped>('settings', saved);
  const changes = useSettingsChanges()(saved, typed.value);
  const changeWords = useChangeWords();
  const found = useSettingsFaults()(typed.value);
  const act = useAct('PUT /settings', {
    refreshes: 'everything',
    onDone: (answer) => {
      typed.forget();
      onSaved(answer.version);
    },
  });
  const change = (part: Partial<SettingsTyped>): void => typed.set({ ...typed.value, ...part });
  return (
    <div className="form-wide">
      <ActFrame
        act={act}
        faults={found.length === 0 && changes.length === 0 ? [{ message: t('settings.nothing') }] : found}
        fields={useSettingsFields()}
        consequences={[...changes, t('settings.will.running')]}
        confirmTitle={t('settings.confirmTitle')}
        confirmLabel={t('settings.confirm')}
        isAllowed
        isRestored={typed.isRestored}
        onSend={() => act.act({ body: settingsOf(typed.value), version })}
        onReload={onReload}
        onDiscard={typed.forget}
        actionWords={changeWords}
      >
        {(errorOf) => (
          <>
            <Panel title={t('settings.group.county')}>
              <div className="fields">
                {textSettings.map((name) => (
                  <Field
                    key={name}
                    id={name}
                    label={t(`settings.field.${name}`)}
                    hint={t(`settings.hint.${name}`)}
                    error={errorOf(name)}
                    isDouble={name === 'registerContact'}
                  >
                    {(control) => (
                      <Input {...control} value={typed.value[name]} onChange={(event) => change({ [name]: event.target.value })} />
                    )}
                  </Field>
                ))}
              </div>
            </Panel>
            {(['review', 'preparation', 'law'] as const).map((group) => (
              <Panel key={group} title={t(`settings.group.${group}`)}>
                <div className="fields">
                  {groups[group].map(([name, unit, min, max]) => (
                    <NumberField
                      key={name}
                      id={name}
                      label={t(`settings.field.${name}`)}
                      hint={t(`settings.hint.${name}`)}
                      unit={t(`settings.unit.${unit}`)}
                      min={min}
                      max={max}
                      error={errorOf(name)}
                      value={typed.value[name]}
                      onChange={(value) => change({ [name]: value })}
                    />
                  ))}
                </div>
                {group === 'law'
                  ? flagSettings.map((name) => (
                      <CheckField
                        key={name}
                        id={name}
                        label={t(`settings.field.${name}`)}
                        hint={t(`settings.hint.${name}`)}
                        isChecked={typed.value[name]}
                        onChange={(isChecked) => change({ [name]: isChecked })}
                      />
                    ))
                  : null}
              </Panel>
            ))}
          </>
        )}
      </ActFrame>
    </div>
  );
}

function SettingsRead({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation('common');
  return (
    <Panel>
      <div className="stack">
        <p className="secondary">{t('kept')}</p>
        <DescriptionList
          items={[
            ...textSettings.map((name) => ({ key: name, term: t(`settings.field.${name}`), children: settings[name] })),
            ...numberSettings.map(([name, unit]) => ({
              key: name,
              term: t(`settings.field.${name}`),
              children: settings[name] === undefined ? '—' : `${settings[name]} ${t(`settings.unit.${unit}`)}`,
            })),
            ...flagSettings.map((name) => ({
              key: name,
              term: t(`settings.field.${name}`),
              children: common(settings[name] ? 'state.yes' : 'state.no'),
            })),
          ]}
        />
      </div>
    </Panel>
  );
}
