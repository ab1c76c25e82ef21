import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOwnStoredForm } from '#client/lib/use-own-stored-form.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { useRosterAct, type CertificateView } from '../../api/roster.ts';
import type { OfficerActProps } from './officer-edit.tsx';

/** A certificate ends now; its past is kept. */
export function CertificateRevocation({
  officer,
  townshipName,
  certificate,
  isAllowed,
  onDone,
  onClose,
  onReload,
}: OfficerActProps & { readonly certificate: CertificateView }) {
  const { t } = useTranslation('training');
  const typed = useOwnStoredForm(`revocation-${certificate.id}`, { reason: '' });
  const { reason } = typed.value;
  const act = useRosterAct('POST /certificates/{certificateId}/revocation', () => {
    typed.forget();
    onDone();
  });
  return (
    <ActFrame
      act={act}
      faults={reason.trim() === '' ? [{ fieldId: 'revoke-reason', message: t('revoke.reasonMissing') }] : []}
      fields={{ '/reason': { id: 'revoke-reason', label: t('revoke.reason') } }}
      consequences={[t('revoke.will.now'), t('revoke.will.lapse', { township: townshipName }), t('revoke.will.final')]}
      confirmTitle={t('revoke.title', { name: officer.name, kind: certificate.kindName, number: certificate.number })}
      confirmLabel={t('revoke.confirm')}
      isDangerous
      isAllowed={isAllowed}
      isRestored={typed.isRestored}
      onSend={() => act.act({ params: { certificateId: certificate.id }, body: { reason } })}
      onReload={onReload}
      onDiscard={() => {
        typed.forget();
        onClose();
      }}
    >
      {(errorOf) => (
        <Field id="revoke-reason" label={t('revoke.reason')} error={errorOf('revoke-reason')}>
          {(control) => (
            <Input {...control} maxLength={200} value={reason} onChange={(event) => typed.set({ reason: event.target.value })} />
          )}
        </Field>
      )}
    </ActFrame>
  );
}
