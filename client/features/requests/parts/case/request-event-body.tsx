import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { Prose } from '#client/ui/shown/description-list.tsx';
import type { FactsOf, RequestEvent } from '#client/parts/requests/request-types.ts';
import { RequestConditions } from './request-conditions.tsx';
import { EventBefore } from './request-event-before.tsx';
import { useEventLines } from '../request-event-lines.ts';

/** What was said in an event, in full. `nameOf` gives the words of a prerequisite or commitment by its key. */
export function EventBody({ event, nameOf }: { readonly event: RequestEvent; readonly nameOf: (key: string) => string }) {
  const lines = useEventLines(nameOf)(event).flatMap((line) => (line === null || line === '' ? [] : [line]));
  const more = moreOf(event);
  if (lines.length === 0 && more === null) return null;
  return (
    <div className="stack-tight">
      {lines.map((line) => (
        <Prose key={line}>{line}</Prose>
      ))}
      {more}
    </div>
  );
}

/** What of an event is not a line: conditions, an alternative, what stood there before, the grant that came of it. */
function moreOf(event: RequestEvent): ReactNode {
  if (event.kind === 'resubmitted') return <EventBefore before={event.facts.before} />;
  if (event.kind === 'granted') return <GrantLink grantId={event.facts.grantId} />;
  if (event.kind !== 'decision') return null;
  const { facts } = event;
  if (facts.outcome === 'approve_with_conditions') return <RequestConditions conditions={facts.conditions} />;
  return facts.outcome === 'reject' && facts.alternativeItemId !== null && facts.alternativeName !== null ? (
    <Alternative itemId={facts.alternativeItemId} name={facts.alternativeName} />
  ) : null;
}

function Alternative({ itemId, name }: { readonly itemId: string; readonly name: string }): ReactNode {
  const { t } = useTranslation('requests');
  return (
    <p>
      {t('timeline.alternative')} <Link to={pathTo('menuItem', { itemId })}>{name}</Link>
    </p>
  );
}

function GrantLink({ grantId }: Pick<FactsOf<'granted'>, 'grantId'>): ReactNode {
  const { t } = useTranslation('requests');
  return (
    <p className="no-print">
      <Link to={pathTo('grant', { grantId })}>{t('page.grant')}</Link>
    </p>
  );
}
