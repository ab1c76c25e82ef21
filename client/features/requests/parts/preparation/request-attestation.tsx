import { useTranslation } from 'react-i18next';
import { useRequestAct } from '../../api/request-act.ts';
import { useTyped } from '#client/parts/requests/request-typed.ts';
import type { RequestActProps } from '../acts/request-act-props.ts';
import { noText, TextAct } from '../acts/request-text-act.tsx';

interface RequestAttestationProps extends RequestActProps {
  readonly prerequisiteKey: string;
  readonly words: string;
}

/** The township's lead vouches for premises, equipment or a procedure. */
export function RequestAttestation({ file, prerequisiteKey, words, isAllowed, onDone, onReload, onClose }: RequestAttestationProps) {
  const { t } = useTranslation('requests');
  const typed = useTyped(file.id, `attestation-${prerequisiteKey}`, noText);
  const act = useRequestAct('POST /requests/{requestId}/attestations', (after) => {
    typed.forget();
    onClose?.();
    onDone(after);
  });
  return (
    <TextAct
      name={`attestation-${prerequisiteKey}`}
      pointer="/text"
      label={t('attest.text')}
      hint={t('attest.textHint')}
      fault={t('act.fault.text')}
      title={t('attest.actFor', { what: words })}
      confirmLabel={t('attest.confirm')}
      consequences={[t('attest.will.responsible'), t('attest.will.counts')]}
      typed={typed}
      act={act}
      isAllowed={isAllowed}
      onSend={(text) => act.act({ params: { requestId: file.id }, version: file.version, body: { key: prerequisiteKey, text } })}
      onReload={onReload}
      onClose={onClose}
    />
  );
}
