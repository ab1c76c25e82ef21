export const resources = {
  title: '资源配套',
} as const;
