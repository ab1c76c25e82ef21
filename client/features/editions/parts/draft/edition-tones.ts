export const editionTones = { draft: 'waiting', published: 'good', superseded: 'ended' } as const;
