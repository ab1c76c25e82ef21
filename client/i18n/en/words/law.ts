import type { law as source } from '../../zh/words/law.ts';
import type { Translated } from '../../shape.ts';

export const law = {
  flag: { amended: 'Its statute was amended: to be reviewed', repealed: 'Its statute was repealed: to be reviewed' },
  basis: '《{{law}}》 {{article}} (version of {{version}})',
  pending: { amended: 'Amended since {{day}}: to be reviewed', repealed: 'Repealed since {{day}}: to be reviewed' },
  settled: { amended: 'Amended since {{day}}: reviewed', repealed: 'Repealed since {{day}}: reviewed' },
  ahead: { amended: 'Will be amended on {{day}}', repealed: 'Will be repealed on {{day}}' },
  why: 'Laid down in: {{basis}}',
  successor: 'Replaced by 《{{law}}》 (version of {{version}})',
  decided: 'What was decided',
  review: {
    reconfirmed: '{{day}}: after 《{{law}}》 (version of {{version}}) changed, it was confirmed that this still bears.',
    rebased: '{{day}}: it rested on 《{{law}}》 (version of {{version}}) and was given its present basis.',
    recalled: '{{day}}: a recall was opened because 《{{law}}》 (version of {{version}}) changed.',
  },
  reason: 'Reason: {{reason}}',
  by: 'Reviewed by: {{name}}',
} as const satisfies Translated<typeof source>;
