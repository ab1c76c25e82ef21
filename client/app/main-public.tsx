import '#client/ui/tokens.css';
import '#client/ui/base.css';
import '#client/ui/public.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { startLanguages } from '#client/i18n/start.ts';
import { messages as zh } from '#client/i18n/zh/public.ts';
import { createQueryClient } from '#client/lib/query-client.ts';
import { publicPaths } from './paths.ts';
import { PublicShell } from './public-shell.tsx';
import { routesFor } from './routes.tsx';
import { publicScreens } from './screens-public.ts';

await startLanguages({ zh, loadEnglish: async () => (await import('#client/i18n/en/public.ts')).messages });

const router = createBrowserRouter(routesFor(PublicShell, publicPaths, publicScreens, 'register'));

createRoot(document.getElementById('root') ?? document.body).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
