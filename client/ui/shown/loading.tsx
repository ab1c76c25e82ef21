import { useTranslation } from 'react-i18next';

export function Loading({ label }: { readonly label?: string }) {
  const { t } = useTranslation();
  return (
    <div className="loading" role="status">
      <span className="loading-sign" aria-hidden="true" />
      <span>{label ?? t('state.loading')}</span>
    </div>
  );
}
