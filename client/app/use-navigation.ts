import { useTranslation } from 'react-i18next';
import { hasRole, onlyTownshipOf, useMe, type Me } from '#client/lib/session.ts';
import type { NavigationGroup } from '#client/ui/page/app-layout.tsx';
import { navigation } from './navigation.ts';
import { pathTo, paths } from './paths.ts';
import { appScreens } from './screens-app.ts';

const groups = ['work', 'manage', 'keep', 'mine'] as const;

/** The navigation of the person signed in; entries whose screen does not exist are left out, and empty groups too. */
export function useNavigation(): readonly NavigationGroup[] {
  const { t } = useTranslation('navigation');
  const me = useMe();
  return groups
    .map((key) => ({
      key,
      label: t(`group.${key}`),
      items: navigation[key]
        .filter((entry) => isOpenTo(me, entry))
        .map((entry) => ({
          to: entry.name === 'register' ? pathTo('register') : paths[entry.name],
          label: t(entry.name === 'grants' && onlyTownshipOf(me) !== null ? 'ownPowers' : entry.label),
          isExact: entry.name === 'home',
          // The register is another entry of the client, hence another document.
          isDocument: entry.name === 'register',
        })),
    }))
    .filter((group) => group.items.length > 0);
}

function isOpenTo(me: Me, entry: (typeof navigation)['work'][number]): boolean {
  if (entry.name !== 'register' && appScreens[entry.name] === undefined) return false;
  return entry.roles === 'all' || hasRole(me, ...entry.roles);
}
