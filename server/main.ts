import { keepHeapSmall } from './memory.ts';
import { readConfig } from './platform/config.ts';
import { say, tellOperator } from './platform/command.ts';
import { serve, stopOnSignals } from './serve.ts';

// npm start: production. No demo data; the first admin comes from `npm run create-admin`.
keepHeapSmall();
try {
  const serving = await serve(readConfig(process.env), 'server');
  stopOnSignals(serving);
  say(`The portal serves ${serving.origin}`);
} catch (error) {
  tellOperator(error);
}
