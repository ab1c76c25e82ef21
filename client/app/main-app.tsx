import '#client/ui/tokens.css';
import '#client/ui/base.css';
import '#client/ui/app.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { startLanguages } from '#client/i18n/start.ts';
import { messages as zh } from '#client/i18n/zh/index.ts';
import { whenPasswordMustChange, whenSignedOut } from '#client/lib/call.ts';
import { keyOf } from '#client/lib/keys.ts';
import { signInFrom } from '#client/lib/place.ts';
import { createQueryClient } from '#client/lib/query-client.ts';
import { giveEveryStyleTheNonce } from '#client/lib/style-nonce.ts';
import { keepZodFromEval } from '#client/lib/zod-without-eval.ts';
import { Look } from './look.tsx';
import { appPaths, pathTo } from './paths.ts';
import { routesFor } from './routes.tsx';
import { appScreens } from './screens-app.ts';
import { Shell } from './shell.tsx';

const nonce = giveEveryStyleTheNonce();
keepZodFromEval();
await startLanguages({ zh, loadEnglish: async () => (await import('#client/i18n/en/index.ts')).messages });

const client = createQueryClient();
const router = createBrowserRouter(routesFor(Shell, appPaths, appScreens, 'home'));

whenSignedOut(() => window.location.replace(signInFrom(window.location)));
whenPasswordMustChange(() => {
  void client.invalidateQueries({ queryKey: keyOf('GET /me') });
  void router.navigate(pathTo('password'));
});

createRoot(document.getElementById('root') ?? document.body).render(
  <StrictMode>
    <Look nonce={nonce}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Look>
  </StrictMode>,
);
