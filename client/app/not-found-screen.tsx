import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { Empty } from '#client/ui/lists/empty.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';

export function NotFoundScreen({ home }: { readonly home: string }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <PageHeader title={t('errors.notFoundTitle')} />
      <Panel>
        <Empty title={t('errors.notFound')} act={<ButtonLink to={home}>{t('errors.toHome')}</ButtonLink>} />
      </Panel>
    </div>
  );
}
