// node --import tsx tests/bench/floor.ts: the bare program that the product is compared with. Express 5 as it comes, prepared statements,
// one commit per request; there is no session, nothing is validated, permitted, audited or idempotent.
import Database from 'better-sqlite3';
import express from 'express';
import { floorStatements, type ListQuery, type NewOrder } from './floor-statements.ts';

const [, , path = '', port = '0'] = process.argv;
const db = new Database(path);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
const statements = floorStatements(db);

const app = express();
app.use(express.json());
app.get('/items', (request, response) => {
  response.json(statements.list(request.query as unknown as ListQuery));
});
app.get('/requests/:id', (request, response) => {
  response.json(statements.detail(request.params.id));
});
app.get('/tasks', (request, response) => {
  const { organisation, role } = request.query as { organisation: string; role: string };
  response.json(statements.inbox(organisation, role));
});
app.post('/orders', (request, response) => {
  response.status(201).json(statements.create(request.body as NewOrder));
});
app.post('/requests/:id/decision', (request, response) => {
  const { version, text } = request.body as { version: number; text: string };
  response.json(statements.approve(request.params.id, version, text));
});
app.listen(Number(port), '127.0.0.1');
