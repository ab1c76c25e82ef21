const systems: readonly (readonly [RegExp, string])[] = [
  [/OpenHarmony|HarmonyOS/i, 'HarmonyOS'],
  [/Android/i, 'Android'],
  [/iPhone|iPad/i, 'iOS'],
  [/Windows/i, 'Windows'],
  [/Mac OS X/i, 'macOS'],
  [/Linux/i, 'Linux'],
];
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/i, 'WeChat'],
  [/Edg\//i, 'Edge'],
  [/Firefox\//i, 'Firefox'],
  [/Chrome\//i, 'Chrome'],
  [/Safari\//i, 'Safari'],
];

/** "Windows · Chrome" from a user agent, or nothing when it says too little; names of products need no translation. */
export function deviceName(userAgent: string): string | undefined {
  const parts = [systems, browsers]
    .map((list) => list.find(([pattern]) => pattern.test(userAgent))?.[1])
    .filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' · ');
}
