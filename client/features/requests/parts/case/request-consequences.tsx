import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { Panel } from '#client/ui/page/panel.tsx';
import type { ConsequencesView } from '#client/parts/requests/request-types.ts';
import { MeasureTie } from './measure-tie.tsx';
import { isOpen, RequestPrerequisites } from '#client/parts/requests/request-prerequisites.tsx';

/** What an approval entails, in sentences: prerequisites open, what the county will owe, slots in use. */
export function useConsequenceSentences(): (consequences: ConsequencesView) => readonly string[] {
  const { t } = useTranslation('requests');
  const word = useWords();
  const format = useFormat();
  return ({ prerequisites, resources, inPreparation, preparationSlots }) => {
    const open = prerequisites.filter(isOpen).length;
    const what = format.list(resources.map(({ kind, amount, unit }) => `${word('resourceKind', kind)} ${format.resource(amount, unit)}`));
    return [
      prerequisites.length === 0
        ? t('consequences.prerequisitesNone')
        : open === 0
          ? t('consequences.prerequisitesMet')
          : t('consequences.prerequisitesOpen', { count: open }),
      what === '' ? t('consequences.owesNothing') : t('consequences.owes', { what }),
      t('consequences.slots', { used: inPreparation, all: preparationSlots }),
      inPreparation < preparationSlots ? t('consequences.slotsFree') : t('consequences.slotsFull'),
    ];
  };
}

export function ConsequenceSentences({ consequences }: { readonly consequences: ConsequencesView }) {
  const sentences = useConsequenceSentences()(consequences);
  return (
    <ul className="case-sentences">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

interface RequestConsequencesProps {
  readonly consequences: ConsequencesView;
  /** The sentences stand in the form of the decision already. */
  readonly isWithoutSentences: boolean;
}

/** Beside a decision: what follows from an approval, live. */
export function RequestConsequences({ consequences, isWithoutSentences }: RequestConsequencesProps) {
  const { t } = useTranslation('requests');
  return (
    <Panel title={t('consequences.title')}>
      <div className="stack">
        {isWithoutSentences ? null : <ConsequenceSentences consequences={consequences} />}
        <div className="stack-tight">
          <h3>{t('consequences.prerequisites')}</h3>
          <RequestPrerequisites list={consequences.prerequisites} />
        </div>
        <MeasureTie tie={consequences.tie} isUndecided />
        <Resources consequences={consequences} />
        <Elsewhere list={consequences.elsewhere} />
      </div>
    </Panel>
  );
}

function Resources({ consequences: { resources, resourceOwners } }: { readonly consequences: ConsequencesView }) {
  const { t } = useTranslation('requests');
  const word = useWords();
  const format = useFormat();
  if (resources.length === 0) return null;
  return (
    <div className="stack-tight">
      <h3>{t('consequences.resources')}</h3>
      <ul className="case-list">
        {resources.map((one) => (
          <li key={one.key}>
            <p>{t('consequences.resource', { kind: word('resourceKind', one.kind), description: one.description })}</p>
            <p className="secondary">
              {t('consequences.within', {
                amount: format.resource(one.amount, one.unit),
                who: resourceOwners.find(({ id }) => id === one.organisationId)?.shortName ?? '',
                days: format.workingDays(one.withinWorkingDays),
              })}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Elsewhere({ list }: { readonly list: ConsequencesView['elsewhere'] }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  return (
    <div className="stack-tight">
      <h3>{t('consequences.elsewhere')}</h3>
      {list.length === 0 ? <p className="secondary">{t('consequences.elsewhereNone')}</p> : null}
      <ul className="case-list">
        {list.map(({ requestId, townshipName, outcome, at, text }) => {
          const line = t('consequences.elsewhereLine', { township: townshipName, day: format.dayAt(at) });
          return (
            <li key={`${requestId ?? townshipName}${outcome}${at}`}>
              <p>
                {requestId === null ? line : <Link to={pathTo('request', { requestId })}>{line}</Link>}
                {' · '}
                {t(`consequences.elsewhereOutcome.${outcome}`)}
              </p>
              {text === '' ? null : <p className="secondary">{text}</p>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
