export const training = {
  title: '人员与培训',
} as const;
