import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import type { PrerequisiteView } from '../api/request-types.ts';

type Prerequisite = PrerequisiteView['prerequisite'];

/** A prerequisite in a sentence; the name of a certificate is looked up where the server did not send it along. */
export function usePrerequisiteWords(): (prerequisite: Prerequisite, certificateKindName?: string | null) => string {
  const { t } = useTranslation('requests');
  const word = useWords();
  const kinds = useCertificateKinds();
  return (prerequisite, name) => {
    switch (prerequisite.kind) {
      case 'certified_officers': {
        const kind = name ?? kinds.find(({ id }) => id === prerequisite.certificateKind)?.name ?? prerequisite.certificateKind;
        return t('prerequisite.certified', { kind, count: prerequisite.count });
      }
      case 'staffing':
        return t('prerequisite.staffing', { count: prerequisite.count });
      case 'attestation':
        return t('prerequisite.attestation', { subject: word('attestationSubject', prerequisite.subject), text: prerequisite.text });
    }
  };
}

export function useCertificateKinds(): readonly { readonly id: string; readonly name: string }[] {
  return useAnswer('GET /courses').data?.kinds ?? [];
}
