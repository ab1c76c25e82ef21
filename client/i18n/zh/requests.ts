export const requests = {
  title: '赋权申请',
} as const;
