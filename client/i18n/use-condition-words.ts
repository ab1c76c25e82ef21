import { useTranslation } from 'react-i18next';
import type { Prerequisite, ResourceItem } from '#contract/words.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { useFormat } from './use-format.ts';
import { useWords } from './use-words.ts';

/** A prerequisite in a sentence; the name of a certificate is looked up where the server did not send it along. */
export function usePrerequisiteWords(): (prerequisite: Prerequisite, certificateKindName?: string | null) => string {
  const { t } = useTranslation('terms');
  const word = useWords();
  const kinds = useCertificateKinds();
  return (prerequisite, name) => {
    switch (prerequisite.kind) {
      case 'certified_officers': {
        const kind = name ?? kinds.find(({ id }) => id === prerequisite.certificateKind)?.name ?? prerequisite.certificateKind;
        return t('certified', { kind, count: prerequisite.count });
      }
      case 'staffing':
        return t('staffing', { count: prerequisite.count });
      case 'attestation':
        return t('attestation', { subject: word('attestationSubject', prerequisite.subject), text: prerequisite.text });
    }
  };
}

export function useCertificateKinds(): readonly { readonly id: string; readonly name: string }[] {
  return useAnswer('GET /courses').data?.kinds ?? [];
}

/** 经费3万元/年：… */
export function useResourceWords(): (resource: Pick<ResourceItem, 'kind' | 'amount' | 'unit' | 'description'>) => string {
  const { t } = useTranslation('terms');
  const word = useWords();
  const format = useFormat();
  return ({ kind, amount, unit, description }) =>
    t('resource', { kind: word('resourceKind', kind), amount: format.resource(amount, unit), description });
}
