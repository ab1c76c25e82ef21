/** What became of the statutes on which something rests; also for the register. */
export const law = {
  flag: { amended: '依据已修改，待复核', repealed: '依据已废止，待复核' },
  basis: '《{{law}}》{{article}}（{{version}}版本）',
  pending: { amended: '自{{day}}起已修改，待复核', repealed: '自{{day}}起已废止，待复核' },
  settled: { amended: '自{{day}}起已修改，已复核', repealed: '自{{day}}起已废止，已复核' },
  ahead: { amended: '将于{{day}}修改', repealed: '将于{{day}}废止' },
  why: '变动依据：{{basis}}',
  successor: '由《{{law}}》（{{version}}版本）接替',
  decided: '复核结果',
  review: {
    reconfirmed: '{{day}}：《{{law}}》（{{version}}版本）变动后，确认继续适用。',
    rebased: '{{day}}：原来依据《{{law}}》（{{version}}版本），改为现在的依据。',
    recalled: '{{day}}：因《{{law}}》（{{version}}版本）变动，启动收回。',
  },
  reason: '理由：{{reason}}',
  by: '复核人：{{name}}',
} as const;
