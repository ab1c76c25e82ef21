import { describe, expect, it } from 'vitest';
import { paths, pathTo } from '#client/app/paths.ts';

describe('paths', () => {
  it('are all different', () => {
    const shapes = Object.values(paths).map((path) => path.replace(/:\w+/g, ':'));
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it('take their parameters, safely written', () => {
    expect(pathTo('home')).toBe('/app');
    expect(pathTo('request', { requestId: 'r1' })).toBe('/app/requests/r1');
    expect(pathTo('registerHistory', { code: 'A/1', townshipId: '柳' })).toBe('/powers/A%2F1/townships/%E6%9F%B3');
    // @ts-expect-error a parameter is missing
    expect(pathTo('request', {})).toBe('/app/requests/');
    // @ts-expect-error this path has no parameter
    expect(pathTo('home', { requestId: 'r1' })).toBe('/app');
  });
});
