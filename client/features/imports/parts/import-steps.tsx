import { useTranslation } from 'react-i18next';
import type { ImportOne } from '../api/imports.ts';

const steps = ['file', 'columns', 'check', 'write'] as const;
const stepOf: Readonly<Record<ImportOne['state'], (typeof steps)[number]>> = {
  reading: 'check',
  mapping: 'columns',
  checked: 'check',
  failed: 'file',
  applying: 'write',
  applied: 'write',
  discarded: 'file',
};

/** Where on the path one is. */
export function ImportSteps({ state }: { readonly state: ImportOne['state'] | null }) {
  const { t } = useTranslation('imports');
  const current = state === null ? 'file' : stepOf[state];
  return (
    <ol className="steps" aria-label={t('steps.label')}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === current ? 'step' : undefined}>
          {`${String(index + 1)}. ${t(`steps.${step}`)}`}
        </li>
      ))}
    </ol>
  );
}
