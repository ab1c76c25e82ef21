import { foldText } from '#server/domain/values/text.ts';
import { closest } from '#server/domain/values/likeness.ts';
import type { OrganisationRow } from '#server/features/organisations/index.ts';

export interface OrganisationNames {
  /** By any of its names; `isOwn` where it was its name or short name. */
  readonly find: (name: string) => { readonly organisation: OrganisationRow; readonly isOwn: boolean } | null;
  readonly nearest: (name: string) => string;
}

/** A county's bodies by what people call them: 青禾县水利局, 县水利局, 水利局. A name that could be two bodies is none. */
export function organisationNames(organisations: readonly OrganisationRow[], county: string): OrganisationNames {
  const own = new Map<string, OrganisationRow>();
  const others = new Map<string, OrganisationRow | null>();
  const kind = county.slice(-1);
  for (const organisation of organisations) {
    for (const name of [organisation.name, organisation.shortName]) {
      own.set(foldText(name), organisation);
      const bare = name.startsWith(county) ? name.slice(county.length) : name.replace(/^[县市区]/, '');
      for (const other of [bare, `${kind}${bare}`, `${county}${bare}`]) {
        const folded = foldText(other);
        const known = others.get(folded);
        others.set(folded, known === undefined || known === organisation ? organisation : null);
      }
    }
  }
  const names = organisations.map(({ name }) => name);
  return {
    find(name) {
      const folded = foldText(name);
      const exact = own.get(folded);
      if (exact) return { organisation: exact, isOwn: true };
      const other = others.get(folded);
      return other ? { organisation: other, isOwn: false } : null;
    },
    nearest: (name) => closest(name, names, (one) => one) ?? '',
  };
}
