import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { Prose, type Fact } from '#client/ui/shown/description-list.tsx';
import type { Grant } from '../api/grant-act.ts';

type Event = Grant['timeline'][number];
type Facts = readonly (Fact | null)[];

/** What was said in an event, term by term. A kind without its terms does not compile. */
export function useEventFacts(): (event: Event) => Fact[] {
  const { t } = useTranslation('grants');
  const word = useWords();
  const format = useFormat();
  const returned = useReturnFacts();
  const recalled = useRecallFacts();
  const { fact, said, day, document } = useFact();
  const facts = (event: Event): Facts => {
    switch (event.kind) {
      case 'granted':
      case 'registered':
      case 'started':
        return [document(event.facts.documentNumber)];
      case 'trial_closed':
        return [
          fact('outcome', t('event.outcome'), t(`act.outcome.${event.facts.outcome}`)),
          said('text', t('event.text'), event.facts.text),
          event.facts.outcome === 'take_back' ? document(event.facts.documentNumber) : null,
        ];
      case 'suspended':
      case 'resumed':
        return event.facts.kind === 'decision' ? [said('text', t('event.text'), event.facts.reason)] : [];
      case 'return_filed':
      case 'return_cancelled':
      case 'return_accepted':
      case 'return_deferred':
        return returned(event);
      case 'recall_noticed':
      case 'hearing_stated':
      case 'recall_decided':
        return recalled(event);
      case 'ended':
        return event.facts.endKind === null ? [] : [fact('end', t('event.endKind'), word('endKind', event.facts.endKind))];
      case 'end_rides': {
        const { withPowerName, endsOn } = event.facts;
        const until = endsOn === null ? t('event.goesOn') : format.day(endsOn);
        return [fact('with', t('event.withPower'), withPowerName), fact('endsOn', t('event.endsOn'), until)];
      }
      case 'rests_along':
        return [fact('with', t('event.withPower'), event.facts.withPowerName)];
      case 'basis_reconfirmed':
        return [said('text', t('event.text'), event.facts.reason)];
      case 'basis_rebased': {
        const { basis, reason } = event.facts;
        return [
          fact('basis', t('event.basis'), t('page.basisLine', { law: basis.law, article: basis.article })),
          said('text', t('event.text'), reason),
        ];
      }
      case 'swap_planned':
        return [day('endsOn', t('event.endsOn'), event.facts.endsOn)];
      case 'swap_undone':
        return [];
      case 'unreadable':
        return [fact('unreadable', t('event.unreadable'), t('event.unreadableWhat'))];
    }
  };
  return (event) => facts(event).flatMap((one) => one ?? []);
}

type Returned = Extract<Event, { readonly kind: `return_${string}` }>;

function useReturnFacts(): (event: Returned) => Facts {
  const { t } = useTranslation('grants');
  const word = useWords();
  const { fact, said, day, document } = useFact();
  return (event) => {
    switch (event.kind) {
      case 'return_filed': {
        const { reasonCode, text, wishedOn, effectiveOn } = event.facts;
        return [
          fact('reason', t('event.reason'), word('returnReason', reasonCode)),
          said('text', t('event.text'), text),
          day('wishedOn', t('event.wishedOn'), wishedOn),
          day('effectiveOn', t('event.effectiveOn'), effectiveOn),
        ];
      }
      case 'return_cancelled':
        return [said('text', t('event.text'), event.facts.text)];
      case 'return_accepted': {
        const { text, effectiveOn, documentNumber } = event.facts;
        return [said('text', t('event.text'), text), day('effectiveOn', t('event.effectiveOn'), effectiveOn), document(documentNumber)];
      }
      case 'return_deferred': {
        const { untilOn, supportPlan, documentNumber } = event.facts;
        return [day('untilOn', t('event.untilOn'), untilOn), said('plan', t('event.supportPlan'), supportPlan), document(documentNumber)];
      }
    }
  };
}

type Recalled = Extract<Event, { readonly kind: 'recall_noticed' | 'hearing_stated' | 'recall_decided' }>;

function useRecallFacts(): (event: Recalled) => Facts {
  const { t } = useTranslation('grants');
  const word = useWords();
  const format = useFormat();
  const { fact, said, day, document } = useFact();
  return (event) => {
    switch (event.kind) {
      case 'recall_noticed': {
        const { reasonCode, basis, notice, isUrgent, hearingUntilAt } = event.facts;
        return [
          fact('reason', t('event.reason'), word('recallReason', reasonCode)),
          fact('basis', t('event.basis'), basis),
          said('notice', t('event.notice'), notice),
          isUrgent ? fact('urgent', t('event.urgent'), '✓') : null,
          fact('hearing', t('event.hearingUntil'), format.dayAt(hearingUntilAt - 1)),
        ];
      }
      case 'hearing_stated':
        return [said('statement', t('event.statement'), event.facts.statement)];
      case 'recall_decided': {
        const { facts } = event;
        return [
          fact('outcome', t('event.outcome'), t(`act.outcome.${facts.outcome}`)),
          said('text', t('event.text'), facts.text),
          facts.outcome === 'recall' ? day('effectiveOn', t('event.effectiveOn'), facts.effectiveOn) : null,
          document(facts.documentNumber),
        ];
      }
    }
  };
}

function useFact() {
  const { t } = useTranslation('grants');
  const format = useFormat();
  const fact = (key: string, term: string, content: string): Fact => ({ key, term, children: content });
  return {
    fact,
    said: (key: string, term: string, text: string): Fact | null => (text === '' ? null : { key, term, children: <Prose>{text}</Prose> }),
    day: (key: string, term: string, on: string): Fact => fact(key, term, format.day(on)),
    document: (number: string): Fact => fact('document', t('event.document'), number),
  };
}
