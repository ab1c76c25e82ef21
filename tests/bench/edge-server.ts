// node --import tsx tests/bench/edge-server.ts bare|edge <port>: the same two answers, once on node:http alone and once behind the portal's edge.
import { createServer, type RequestListener, type Server } from 'node:http';
import { z } from 'zod';
import { everyone, operation } from '#contract/operation.ts';
import { operations } from '#contract/operations.ts';
import { errorHandler } from '#server/http/error-handler.ts';
import { createExpress } from '#server/http/express.ts';
import { mountOperations } from '#server/http/mount.ts';
import { refuseAll, refuseWhile } from '#server/http/refusal.ts';
import { answered, bind, notFound, type Binding } from '#server/platform/binding.ts';
import { systemClock } from '#server/platform/clock.ts';
import { createNewId } from '#server/platform/ids.ts';
import { createLog } from '#server/platform/log.ts';

const Thing = z.strictObject({ id: z.string(), name: z.string(), version: z.int() });
const readThing = operation({
  ...{ id: 'readThing', feature: 'bench', method: 'GET', path: '/things/{thingId}', summary: 'Reads', access: everyone, status: 200 },
  params: z.strictObject({ thingId: z.string() }),
  response: Thing,
});
const makeThing = operation({
  ...{
    id: 'makeThing',
    feature: 'bench',
    method: 'POST',
    path: '/things',
    summary: 'Makes',
    access: everyone,
    status: 201,
    idempotent: true,
  },
  body: z.strictObject({ name: z.string(), lines: z.array(z.strictObject({ itemId: z.string(), need: z.string() })) }),
  response: Thing,
});

/** Among all operations of the portal, for the way to one may depend on how many there are. */
function edge(): Server {
  const clock = systemClock();
  const newId = createNewId(clock);
  const bindings: Binding[] = [
    ...operations.map((one): Binding => ({ operation: one, handle: () => notFound })),
    bind(readThing, ({ params }) => answered({ id: params.thingId, name: '执法', version: 1 })),
    bind(makeThing, ({ body }) => answered({ id: 'thing', name: body.name, version: 1 })),
  ];
  const { app, messages } = createExpress();
  app.use(refuseWhile(() => false, 'storage_fault', newId));
  app.use(
    '/api/v1',
    mountOperations(bindings, {
      now: () => clock.now(),
      newId,
      publicOrigin: null,
      resolveSession: () => null,
      addressOf: ({ socket }) => socket.remoteAddress ?? '',
      onAnswered: () => undefined,
    }),
  );
  app.use(refuseAll('not_found', newId));
  app.use(errorHandler(createLog('silent'), newId));
  return createServer(messages, app);
}

const bare: RequestListener = (request, response) => {
  const send = (status: number, value: unknown): void => {
    const text = JSON.stringify(value);
    response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(text) }).end(text);
  };
  if (request.method === 'GET') {
    send(200, { id: request.url?.slice(request.url.lastIndexOf('/') + 1), name: '执法', version: 1 });
    return;
  }
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const { name } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { readonly name: string };
    send(201, { id: 'thing', name, version: 1 });
  });
};

const [, , side = '', port = '0'] = process.argv;
const server = side === 'edge' ? edge() : createServer(bare);
server.listen(Number(port), '127.0.0.1');
