import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { Notice } from '#client/ui/shown/notice.tsx';
import { Timeline } from '#client/ui/shown/timeline.tsx';
import type { LineCheck } from '../../api/draft-answers.ts';
import { useConflictWords } from './draft-conflict-words.ts';
import { RequestPrerequisites } from '#client/parts/requests/request-prerequisites.tsx';

export interface DraftLineCheckProps {
  readonly check: LineCheck;
  /** Puts a missing companion into the same draft; absent where nothing can be changed any more. */
  readonly onAdd?: (itemId: string) => void;
}

/** What keeps a power from being submitted, and what it had better be ordered with. */
export function DraftLineObstacles({ check, onAdd }: DraftLineCheckProps) {
  const { t } = useTranslation('orders');
  const conflicts = useConflictWords()(check);
  return (
    <>
      {conflicts.length === 0 ? null : (
        <Notice tone="bad" title={t('check.notReady')}>
          <ul className="bullets">
            {conflicts.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Notice>
      )}
      {check.companionsMissing.length === 0 ? null : <Companions check={check} {...(onAdd === undefined ? {} : { onAdd })} />}
    </>
  );
}

/** What follows from ordering one power, as things stand now. */
export function DraftLineCheck({ check }: { readonly check: LineCheck }) {
  const { t } = useTranslation('orders');
  const isOpen = check.prerequisites.some(({ holds }) => !holds);
  return (
    <div className="draft-check">
      <Part title={t('check.prerequisites')}>
        <RequestPrerequisites list={check.prerequisites} />
        {isOpen ? <p className="secondary">{t('check.openLater')}</p> : null}
      </Part>
      <Part title={t('check.resources')}>
        <ResourceLines resources={check.resources} />
      </Part>
      <Part title={t('check.route')}>
        <RouteAhead route={check.route} />
      </Part>
      <Part title={t('check.waiting')}>
        <Waiting waiting={check.waiting} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="stack-tight" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

function Companions({ check, onAdd }: DraftLineCheckProps) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  return (
    <Notice tone="warn" title={t('check.companions')}>
      <p>{t('check.companionsWhy')}</p>
      <ul className="draft-companions">
        {check.companionsMissing.map(({ itemId, code, name }) => (
          <li key={code} className="row">
            {itemId === null ? format.aside(name, t('check.notOnMenu')) : <Link to={pathTo('menuItem', { itemId })}>{name}</Link>}
            {itemId === null || onAdd === undefined ? null : (
              <button
                type="button"
                className="button"
                aria-label={t('check.addCompanionOf', { power: name })}
                onClick={() => onAdd(itemId)}
              >
                {t('check.addCompanion')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function ResourceLines({ resources }: { readonly resources: LineCheck['resources'] }) {
  const { t } = useTranslation('orders');
  const word = useWords();
  const format = useFormat();
  if (resources.length === 0) return <p>{t('check.resourcesNone')}</p>;
  return (
    <ul className="bullets">
      {resources.map(({ key, kind, amount, unit, description, withinWorkingDays }) => (
        <li key={key}>
          {t('check.resourceLine', {
            kind: word('resourceKind', kind),
            amount: format.resource(amount, unit),
            description,
            days: format.workingDays(withinWorkingDays),
          })}
        </li>
      ))}
    </ul>
  );
}

function RouteAhead({ route }: { readonly route: LineCheck['route'] }) {
  const { t } = useTranslation('orders');
  const word = useWords();
  const format = useFormat();
  return (
    <Timeline
      label={t('check.route')}
      items={route.map(({ stage, organisation, dueOn, workingDays, isProvisional }) => ({
        key: stage,
        title: t('check.routeStep', { stage: word('stage', stage), organisation: organisation.shortName }),
        meta: `${t('check.routeWhen', { day: format.day(dueOn), days: format.workingDays(workingDays) })} ${isProvisional ? t('check.provisional') : ''}`,
        tone: 'ahead',
      }))}
    />
  );
}

function Waiting({ waiting }: { readonly waiting: LineCheck['waiting'] }) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  const { decided, medianWorkingDays, p90WorkingDays } = waiting;
  if (medianWorkingDays === null || p90WorkingDays === null) return <p>{t('check.waitingNone')}</p>;
  return (
    <p>{t('check.waitingWords', { decided, median: format.workingDays(medianWorkingDays), p90: format.workingDays(p90WorkingDays) })}</p>
  );
}
