import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import icon from '../icon.svg';
import { LanguageButton } from './language-button.tsx';
import { ProductName } from './product-name.tsx';

export interface PublicLayoutProps {
  /** Unknown until the register has answered. */
  readonly county: { readonly name: string; readonly isDemo: boolean } | undefined;
  readonly home: string;
  /** Links at the right end of the header. */
  readonly tools?: readonly { readonly to: string; readonly label: string }[];
  readonly children: ReactNode;
}

export function PublicLayout({ county, home, tools = [], children }: PublicLayoutProps) {
  const { t } = useTranslation();
  return (
    <div className="public">
      <a className="skip-link" href="#content">
        {t('skipToContent')}
      </a>
      <header className="public-header">
        {county?.isDemo === true ? <p className="public-demo">{t('demoBanner')}</p> : null}
        <div className="public-header-row">
          <Link to={home} className="public-name">
            <img src={icon} alt="" />
            {county === undefined ? <span>{t('product')}</span> : <ProductName county={county.name} />}
          </Link>
          {tools.map((tool) => (
            <Link key={tool.to} to={tool.to} className="public-tool">
              {tool.label}
            </Link>
          ))}
          <LanguageButton className="public-tool" />
        </div>
      </header>
      <main className="public-main" id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="public-footer">{t('footer')}</footer>
    </div>
  );
}
