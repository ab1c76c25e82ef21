export const grants = {
  title: '赋权事项',
} as const;
