import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { pathTo } from '#client/app/paths.ts';
import { useMe } from '#client/lib/session.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { ErrorSummary, type SummaryError } from '#client/ui/forms/error-summary.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { SecretInput } from '#client/ui/forms/secret-input.tsx';
import { useChangePassword } from '../api/change-password.ts';

const names = ['current', 'next', 'repeat'] as const;
type Name = (typeof names)[number];
type Typed = Readonly<Record<Name, string>>;
const nothing: Typed = { current: '', next: '', repeat: '' };

export function ChangePasswordScreen() {
  const { t } = useTranslation('accounts');
  const me = useMe();
  const [typed, setTyped] = useState(nothing);
  const [attempt, setAttempt] = useState(0);
  const [isChecked, setChecked] = useState(false);
  const [isDone, setDone] = useState(false);
  const change = useChangePassword(() => {
    setDone(true);
    setChecked(false);
    setTyped(nothing);
  });
  const faults = isChecked ? faultsOf(typed) : {};
  const errors: readonly SummaryError[] = names.flatMap((name) => {
    const fault = faults[name];
    return fault === undefined ? [] : [{ fieldId: name, message: t(`password.${fault}`) }];
  });

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    setDone(false);
    setAttempt(attempt + 1);
    if (Object.keys(faultsOf(typed)).length > 0) return;
    change.act({ body: { current: typed.current, next: typed.next } });
  };

  return (
    <div className="stack">
      <PageHeader title={t('password.title')} lead={t('password.lead')} />
      {me.mustChangePassword ? <Notice tone="warn">{t('password.mustChange')}</Notice> : null}
      {isDone ? (
        <Notice tone="good" announce="status">
          <p>{t('password.done')}</p>
          <div className="row">
            <ButtonLink to={pathTo('home')}>{t('password.toHome')}</ButtonLink>
          </div>
        </Notice>
      ) : null}
      <Panel>
        <form className="form" onSubmit={submit} noValidate>
          <ErrorSummary errors={errors} attempt={attempt} />
          {errors.length === 0 ? <ProblemAlert error={change.error} /> : null}
          {/* Password managers tie the new password to this name. */}
          <input type="text" name="username" autoComplete="username" value={me.username} readOnly hidden />
          {names.map((name) => (
            <Field
              key={name}
              id={name}
              label={t(`password.${name}`)}
              error={errors.find((error) => error.fieldId === name)?.message}
              {...(name === 'next' ? { hint: t('password.nextHint') } : {})}
            >
              {(control) => (
                <SecretInput
                  {...control}
                  name={name}
                  autoComplete={name === 'current' ? 'current-password' : 'new-password'}
                  value={typed[name]}
                  onChange={(value) => setTyped({ ...typed, [name]: value })}
                  showLabel={t('signIn.showPassword')}
                  hideLabel={t('signIn.hidePassword')}
                />
              )}
            </Field>
          ))}
          <div className="row">
            <Button type="primary" htmlType="submit" loading={change.isActing}>
              {t('password.submit')}
            </Button>
          </div>
        </form>
      </Panel>
    </div>
  );
}

function faultsOf(typed: Typed): Partial<Record<Name, 'currentMissing' | 'nextMissing' | 'repeatMissing' | 'repeatDiffers'>> {
  return {
    ...(typed.current === '' ? { current: 'currentMissing' } : {}),
    ...(typed.next === '' ? { next: 'nextMissing' } : {}),
    ...(typed.repeat === '' ? { repeat: 'repeatMissing' } : typed.repeat === typed.next ? {} : { repeat: 'repeatDiffers' }),
  } as const;
}
