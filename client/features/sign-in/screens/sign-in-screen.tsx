import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { safePlace } from '#client/lib/place.ts';
import { ErrorSummary, type SummaryError } from '#client/ui/forms/error-summary.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { SecretInput } from '#client/ui/forms/secret-input.tsx';
import { useSignIn } from '../api/sign-in.ts';

export function SignInScreen() {
  const { t } = useTranslation('accounts');
  const [search] = useSearchParams();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [missing, setMissing] = useState<readonly SummaryError[]>([]);
  const next = search.get('next');
  // Another document: the application is an entry of its own.
  const signIn = useSignIn(() => window.location.replace(safePlace(next)));
  const errorOf = (fieldId: string): string | undefined => missing.find((error) => error.fieldId === fieldId)?.message;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const errors = [
      ...(username.trim() === '' ? [{ fieldId: 'username', message: t('signIn.usernameMissing') }] : []),
      ...(password === '' ? [{ fieldId: 'password', message: t('signIn.passwordMissing') }] : []),
    ];
    setMissing(errors);
    setAttempt(attempt + 1);
    if (errors.length === 0) signIn.act({ body: { username: username.trim(), password } });
  };

  return (
    <div className="panel sign-in">
      <PageHeader title={t('signIn.title')} lead={t('signIn.lead')} />
      <form className="form" onSubmit={submit} noValidate>
        {next !== null && !signIn.isActing && signIn.error === null && missing.length === 0 ? <Notice>{t('signIn.expired')}</Notice> : null}
        <ErrorSummary errors={missing} attempt={attempt} />
        {missing.length === 0 ? <ProblemAlert error={signIn.error} /> : null}
        <Field id="username" label={t('signIn.username')} error={errorOf('username')}>
          {(control) => (
            <input
              {...control}
              className="input"
              name="username"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={80}
              value={username}
              onChange={(event) => setUsername(event.target.value)}
            />
          )}
        </Field>
        <Field id="password" label={t('signIn.password')} error={errorOf('password')}>
          {(control) => (
            <SecretInput
              {...control}
              name="password"
              autoComplete="current-password"
              value={password}
              onChange={setPassword}
              showLabel={t('signIn.showPassword')}
              hideLabel={t('signIn.hidePassword')}
            />
          )}
        </Field>
        <button type="submit" className="button button-primary" aria-disabled={signIn.isActing}>
          {signIn.isActing ? t('signIn.submitting') : t('signIn.submit')}
        </button>
        <p className="secondary">{t('signIn.help')}</p>
        <Link to={pathTo('register')}>{t('signIn.toRegister')}</Link>
      </form>
    </div>
  );
}
