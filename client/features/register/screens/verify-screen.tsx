import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useCarveOutFact } from '#client/i18n/use-carve-out-words.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import type { Answer } from '#client/lib/call-types.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';

export function VerifyScreen() {
  const { t } = useTranslation('register');
  const [search, setSearch] = useSearchParams();
  const asked = search.get('number') ?? '';
  const [number, setNumber] = useState(asked);
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(number.trim() === '');
    if (number.trim() !== '') setSearch({ number: number.trim() });
  };
  return (
    <>
      <PageHeader title={t('verify.title')} lead={t('verify.lead')} crumbs={[{ title: t('title'), to: pathTo('register') }]} />
      <div className="stack">
        <Panel>
          <form className="form" onSubmit={submit} noValidate>
            <Field id="number" label={t('verify.number')} hint={t('verify.example')} error={isMissing ? t('verify.missing') : undefined}>
              {(control) => (
                <input
                  {...control}
                  className="input"
                  name="number"
                  maxLength={80}
                  value={number}
                  onChange={(event) => setNumber(event.target.value)}
                />
              )}
            </Field>
            <div className="row">
              <button type="submit" className="button button-primary">
                {t('verify.submit')}
              </button>
            </div>
          </form>
        </Panel>
        {asked === '' ? null : <Verdict number={asked} />}
      </div>
    </>
  );
}

function Verdict({ number }: { readonly number: string }) {
  const { t } = useTranslation('register');
  const format = useFormat();
  const carveOutFact = useCarveOutFact();
  const { data, error, refetch } = useAnswer('GET /register/documents', { query: { number } });
  if (error) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (!data.isKnown)
    return (
      <Notice tone="warn" announce="status">
        {t('verify.unknown')}
      </Notice>
    );
  const { kind, issuedOn, title, powerCode, townshipName } = data;
  return (
    <Panel title={data.number}>
      <div className="stack">
        <Notice tone="good" announce="status">
          {t(kind === 'existing' ? 'verify.knownExisting' : 'verify.known')}
        </Notice>
        <DescriptionList
          items={[
            ...(kind === null ? [] : [{ key: 'kind', term: t('verify.kind'), children: t(`verify.kinds.${kind}`) }]),
            ...(issuedOn === null ? [] : [{ key: 'issued', term: t('verify.issued'), children: format.day(issuedOn) }]),
            ...(townshipName === null ? [] : [{ key: 'township', term: t('verify.township'), children: townshipName }]),
            ...(powerCode === null
              ? []
              : [
                  {
                    key: 'power',
                    term: t('verify.power'),
                    children: <Link to={pathTo('registerPower', { code: powerCode })}>{powerCode}</Link>,
                  },
                ]),
            ...(title === null ? [] : [{ key: 'title', term: t('verify.subject'), children: title, isWide: true }]),
            ...carveOutFact(data.carveOuts),
            ...(data.grants.length === 0
              ? []
              : [
                  {
                    key: 'grants',
                    term: t('verify.grants'),
                    isWide: true,
                    children: <OlderGrants grants={data.grants} hasMore={data.hasMoreGrants} />,
                  },
                ]),
          ]}
        />
      </div>
    </Panel>
  );
}

interface OlderGrantsProps {
  readonly grants: Answer<'GET /register/documents'>['grants'];
  readonly hasMore: boolean;
}

/** What a paper from before the portal gave, township by township. */
function OlderGrants({ grants, hasMore }: OlderGrantsProps) {
  const { t } = useTranslation('register');
  return (
    <>
      <ul>
        {grants.map(({ powerCode, powerName, townshipName }) => (
          <li key={`${powerCode} ${townshipName}`}>
            <Link to={pathTo('registerPower', { code: powerCode })}>
              {t('verify.grantLine', { township: townshipName, power: powerName })}
            </Link>
          </li>
        ))}
      </ul>
      {hasMore ? <p className="secondary">{t('verify.moreGrants')}</p> : null}
    </>
  );
}
