import { z } from 'zod';
import { Id, Instant, Nothing, Version, line } from '../common.ts';
import { operation, signedIn } from '../operation.ts';

const feature = 'accounts';

export const Substitution = z.strictObject({
  id: Id,
  awayAccountId: Id,
  awayName: z.string(),
  substituteAccountId: Id,
  substituteName: z.string(),
  fromAt: Instant,
  toAt: Instant,
  reason: z.string(),
  isEnded: z.boolean(),
  version: Version,
});
export const listSubstitutions = operation({
  id: 'listSubstitutions',
  feature,
  method: 'GET',
  path: '/me/substitutions',
  summary: 'Substitutes that I named, or whom I stand in for',
  access: signedIn,
  response: z.strictObject({
    items: z.array(Substitution),
    candidates: z.array(z.strictObject({ accountId: Id, name: z.string() })),
  }),
  status: 200,
  isPersonal: true,
});
export const nameSubstitute = operation({
  id: 'nameSubstitute',
  feature,
  method: 'POST',
  path: '/me/substitutions',
  summary: 'Name a substitute for days away (AB 角)',
  access: signedIn,
  body: z.strictObject({ substituteAccountId: Id, firstOn: z.iso.date(), lastOn: z.iso.date(), reason: line(100) }),
  response: Substitution,
  status: 201,
  idempotent: true,
  refusals: ['substitute_mismatch', 'substitute_overlap', 'period_reversed'],
});
export const endSubstitution = operation({
  id: 'endSubstitution',
  feature,
  method: 'DELETE',
  path: '/me/substitutions/{substitutionId}',
  summary: 'End a substitution now',
  access: signedIn,
  params: z.strictObject({ substitutionId: Id }),
  response: Nothing,
  status: 204,
});
