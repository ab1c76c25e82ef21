import { useTranslation } from 'react-i18next';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import type { Account } from '#client/parts/administration/administration.ts';

/** Whether somebody can sign in, and what stands in the way. */
export function AccountState({ account }: { readonly account: Account }) {
  const { t } = useTranslation('administration');
  if (account.isDisabled) return <StatusTag tone="neutral">{t('accounts.state.disabled')}</StatusTag>;
  if (account.isLocked) return <StatusTag tone="bad">{t('accounts.state.locked')}</StatusTag>;
  if (account.mustChangePassword) return <StatusTag tone="waiting">{t('accounts.state.initial')}</StatusTag>;
  return <StatusTag tone="good">{t('accounts.state.active')}</StatusTag>;
}
