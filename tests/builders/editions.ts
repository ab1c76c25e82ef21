import type { Terms } from '#contract/catalogue/menu-terms.ts';
import type { PowerKey } from './county.ts';
import type { TestApp } from '#tests/support/app.ts';

/** Sends the draft as it is to the legal office, which finds it lawful. Nothing happens where it cannot be sent. */
export async function givenLawful(app: TestApp, editionId: string): Promise<void> {
  const admin = app.as('admin');
  const version = (await admin.ok('GET /editions')).items.find(({ id }) => id === editionId)?.version ?? 1;
  const sent = await admin.call('POST /editions/{editionId}/reviews', { params: { editionId }, version, body: { note: '' } });
  if (sent.status !== 201) return;
  const params = { editionId, reviewId: sent.body.id };
  await app.as('legal').ok('POST /editions/{editionId}/reviews/{reviewId}/opinion', {
    params,
    version: sent.body.version,
    body: { outcome: 'lawful', text: '', citation: '' },
  });
}

/** Publishes an edition on which the power is a common item with these terms; answers the item. */
export async function givenCommon(on: TestApp, power: PowerKey, changes: Partial<Terms> = {}): Promise<string> {
  const admin = on.as('admin');
  const { id: editionId } = await admin.ok('POST /editions', { body: { title: '第二版' } });
  const { items } = await admin.ok('GET /editions/{editionId}/items', { params: { editionId } });
  const params = { editionId, itemId: items.find(({ powerId }) => powerId === power)?.id ?? '' };
  const { terms, version } = await admin.ok('GET /editions/{editionId}/items/{itemId}', { params });
  await admin.ok('PUT /editions/{editionId}/items/{itemId}', {
    params,
    version,
    body: { terms: { ...terms, release: 'common', ...changes } },
  });
  await givenLawful(on, editionId);
  const edition = (await admin.ok('GET /editions')).items.find(({ id }) => id === editionId);
  const body = { documentNumber: '青禾府发〔2026〕9号', decidedOn: '2026-03-02' };
  await admin.ok('POST /editions/{editionId}/publication', { params: { editionId }, version: edition?.version ?? 0, body });
  return params.itemId;
}
