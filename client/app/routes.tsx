import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { Loading } from '#client/ui/shown/loading.tsx';
import { CrashPage, CrashScreen } from './crash-screen.tsx';
import { NotFoundScreen } from './not-found-screen.tsx';
import { pathTo } from './paths.ts';

type Screens = Readonly<Record<string, (() => Promise<ComponentType>) | undefined>>;

/** One frame with its lazily loaded screens; a crash inside a screen leaves the frame standing. */
export function routesFor(
  Frame: ComponentType,
  paths: Readonly<Record<string, string>>,
  screens: Screens,
  home: 'home' | 'register',
): RouteObject[] {
  const children = Object.entries(paths).flatMap(([name, path]): RouteObject[] => {
    const load = screens[name];
    return load === undefined ? [] : [{ path, lazy: { Component: load }, ErrorBoundary: CrashScreen }];
  });
  return [
    {
      Component: Frame,
      ErrorBoundary: CrashPage,
      HydrateFallback: Loading,
      children: [...children, { path: '*', element: <NotFoundScreen home={pathTo(home)} /> }],
    },
  ];
}
