import { Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import icon from '../icon.svg';
import { LanguageButton } from './language-button.tsx';
import { ProductName } from './product-name.tsx';

export interface NavigationItem {
  readonly to: string;
  readonly label: string;
  /** The entry is current only at exactly this address, not below it. */
  readonly isExact?: boolean;
  /** Leads to another document, such as the public register. */
  readonly isDocument?: boolean;
  readonly badge?: ReactNode;
}

export interface NavigationGroup {
  readonly key: string;
  readonly label: string;
  readonly items: readonly NavigationItem[];
}

export interface AppLayoutProps {
  readonly county: { readonly name: string; readonly isDemo: boolean };
  readonly home: string;
  readonly person: { readonly name: string; readonly organisation: string };
  readonly navigation: readonly NavigationGroup[];
  readonly onSignOut: () => void;
  readonly isSigningOut: boolean;
  /** Beside the person in the header. */
  readonly tools?: ReactNode;
  /** Across the page below the header: in whose place somebody acts. */
  readonly banner?: ReactNode;
  readonly children: ReactNode;
}

export function AppLayout(props: AppLayoutProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="app">
      <a className="skip-link" href="#content">
        {t('skipToContent')}
      </a>
      <header className="app-top">
        {props.county.isDemo ? <p className="app-demo">{t('demoBanner')}</p> : null}
        <TopBar {...props} onOpen={() => setOpen(true)} />
        {props.banner}
      </header>
      <div className="app-side">
        <Navigation groups={props.navigation} />
      </div>
      <main className="app-main" id="content" tabIndex={-1}>
        {props.children}
      </main>
      <Drawer
        open={isOpen}
        onClose={() => setOpen(false)}
        placement="left"
        size={272}
        title={<Person {...props.person} />}
        closable={{ 'aria-label': t('closeNavigation') }}
        styles={{ body: { padding: 12 } }}
        destroyOnHidden
      >
        <Navigation groups={props.navigation} onChosen={() => setOpen(false)} />
      </Drawer>
    </div>
  );
}

function TopBar({ county, home, person, onSignOut, isSigningOut, tools, onOpen }: AppLayoutProps & { readonly onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="app-header">
      <button
        type="button"
        className="header-button app-menu-button"
        aria-label={t('openNavigation')}
        aria-haspopup="dialog"
        onClick={onOpen}
      >
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M2 5h16M2 10h16M2 15h16" stroke="currentColor" strokeWidth="2" />
        </svg>
      </button>
      <NavLink to={home} end className="app-name">
        <img src={icon} alt="" />
        <ProductName county={county.name} />
      </NavLink>
      <div className="app-person">
        <Person {...person} />
      </div>
      {tools}
      <LanguageButton className="header-button" />
      <button type="button" className="header-button" onClick={onSignOut} aria-disabled={isSigningOut}>
        {isSigningOut ? t('signingOut') : t('signOut')}
      </button>
    </div>
  );
}

function Person({ name, organisation }: AppLayoutProps['person']) {
  return (
    <span className="person">
      <span>{name}</span> <span className="person-organisation">{organisation}</span>
    </span>
  );
}

function Navigation({ groups, onChosen }: { readonly groups: readonly NavigationGroup[]; readonly onChosen?: () => void }) {
  const { t } = useTranslation();
  return (
    <nav className="app-nav" aria-label={t('mainNavigation')}>
      {groups.map((group) => (
        <div key={group.key}>
          <h2>{group.label}</h2>
          <ul>
            {group.items.map((item) => (
              <li key={item.to}>
                <NavLink to={item.to} end={item.isExact ?? false} reloadDocument={item.isDocument ?? false} onClick={onChosen}>
                  <span>{item.label}</span>
                  {item.badge}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
