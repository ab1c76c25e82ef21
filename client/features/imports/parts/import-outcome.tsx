import { useTranslation } from 'react-i18next';
import { pathTo, type AppPathName, type PublicPathName } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import type { ImportOne } from '../api/imports.ts';

/** How it ended, or why it has to be looked at again. */
export function ImportOutcome({ one }: { readonly one: ImportOne }) {
  const { t } = useTranslation('imports');
  const { state, failure, counts } = one;
  if (state === 'applied') return <Applied one={one} />;
  if (state === 'discarded') return <Notice>{t('discarded')}</Notice>;
  if (failure === null) return null;
  if (failure === 'changed_since_check')
    return (
      <Notice tone="warn" announce="alert">
        {t('failure.changed_since_check', { count: counts.differing })}
      </Notice>
    );
  if (failure === 'identity_numbers')
    return (
      <Notice tone="bad" announce="alert" title={t('identity.title')}>
        <p>{t('identity.emptied')}</p>
        <p>{t('identity.next')}</p>
        <div className="row no-print">
          <ButtonLink to={`${pathTo('imports')}?kind=${one.kind}`} isPrimary>
            {t('identity.again')}
          </ButtonLink>
        </div>
      </Notice>
    );
  if (failure === 'scope_changed') return <Notice tone="warn">{t('failure.scope_changed')}</Notice>;
  return <Failed one={one} failure={failure} />;
}

/** These are no fault of the file: it is still there and can be checked again. */
const ofThePortal: readonly ImportOne['failure'][] = ['interrupted', 'storage', 'internal', 'nothing_to_write'];

interface FailedProps {
  readonly one: ImportOne;
  readonly failure: NonNullable<ImportOne['failure']>;
}

function Failed({ one, failure }: FailedProps) {
  const { t } = useTranslation('imports');
  const word = useWords();
  const isGone = one.state === 'failed' && !ofThePortal.includes(failure);
  return (
    <Notice tone="bad" announce="alert">
      <p>{t('failure.other', { reason: word('importFailure', failure) })}</p>
      {isGone ? (
        <>
          <p>{t('notStored')}</p>
          <div className="row no-print">
            <ButtonLink to={`${pathTo('imports')}?kind=${one.kind}`} isPrimary>
              {t('identity.again')}
            </ButtonLink>
          </div>
        </>
      ) : null}
    </Notice>
  );
}

/** Where what was written is seen. A draft edition has its own page. */
const places = {
  menu: 'powers',
  organisations: 'organisations',
  directory: 'directory',
  duty_lists: 'duties',
  rosters: 'roster',
  training_results: 'courses',
  existing_grants: 'register',
} as const satisfies Record<ImportOne['kind'], AppPathName | PublicPathName>;

function Applied({ one }: { readonly one: ImportOne }) {
  const { t } = useTranslation('imports');
  const { counts, scope, kind } = one;
  const editionId = scope['editionId'];
  return (
    <Notice tone="good" title={t('applied.title')} announce="status">
      <p>{t('applied.summary', { added: counts.added, changed: counts.changed, unchanged: counts.unchanged, leftOut: counts.leftOut })}</p>
      {editionId === undefined ? null : <p>{t('applied.next')}</p>}
      <div className="row no-print">
        {editionId === undefined ? (
          <ButtonLink to={pathTo(places[kind])} isPrimary isDocument={kind === 'existing_grants'}>
            {t(`applied.to.${kind}`)}
          </ButtonLink>
        ) : (
          <ButtonLink to={pathTo('edition', { editionId })} isPrimary>
            {t('applied.toEdition')}
          </ButtonLink>
        )}
        <ButtonLink to={pathTo('imports')}>{t('applied.another')}</ButtonLink>
      </div>
    </Notice>
  );
}
