import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, vi } from 'vitest';
import { Look } from '#client/app/look.tsx';
import { startLanguages, switchLanguage } from '#client/i18n/start.ts';
import { messages as zh } from '#client/i18n/zh/index.ts';
import { whenPasswordMustChange, whenSignedOut } from '#client/lib/call.ts';
import { createQueryClient } from '#client/lib/query-client.ts';
import { MeContext, type Me } from '#client/lib/session.ts';

/** To be called once at the top of a file: Chinese messages, an empty document after every test. */
export function prepareScreens(): void {
  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    await startLanguages({ zh, loadEnglish: async () => (await import('#client/i18n/en/index.ts')).messages });
    await switchLanguage('zh');
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
    whenSignedOut(undefined);
    whenPasswordMustChange(undefined);
  });
}

export interface Shown extends RenderResult {
  readonly address: () => string;
  readonly go: (to: string | -1) => Promise<void>;
}

/** Shows an element as if it were the screen at `at`; with `me`, below the application's shell. */
export function show(element: ReactNode, { at = '/', me }: { readonly at?: string; readonly me?: Me } = {}): Shown {
  const router = createMemoryRouter([{ path: '*', element }], { initialEntries: [at] });
  const tree = (
    <Look nonce={undefined}>
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Look>
  );
  const result = render(me === undefined ? tree : <MeContext value={me}>{tree}</MeContext>);
  return {
    ...result,
    address: () => `${router.state.location.pathname}${router.state.location.search}`,
    go: (to) => (to === -1 ? router.navigate(-1) : router.navigate(to)),
  };
}

export function person(...roles: readonly Me['memberships'][number]['role'][]): Me {
  return {
    accountId: 'account-1',
    username: 'zhou.wenjing',
    name: '周文静',
    memberships: roles.map((role) => ({
      organisation: { id: 'organisation-1', kind: 'township', name: '青禾县柳河镇人民政府', shortName: '柳河镇' },
      role,
    })),
    standsInFor: [],
    actingFor: null,
    mustChangePassword: false,
    county: { name: '青禾县', isDemo: true },
  };
}
