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
