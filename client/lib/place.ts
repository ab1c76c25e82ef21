export const signInPath = '/sign-in';

/** Where to go after signing in: only places inside the application, never another host. */
export function safePlace(next: string | null): string {
  if (next === null || !/^\/app(?:[/?#]|$)/.test(next) || next.includes('\\')) return '/app';
  return next;
}

/** The sign-in page that remembers where the person was. */
export function signInFrom(location: Pick<Location, 'pathname' | 'search' | 'hash'>): string {
  const place = `${location.pathname}${location.search}${location.hash}`;
  return place === '/app' || place === '/app/' ? signInPath : `${signInPath}?next=${encodeURIComponent(place)}`;
}
