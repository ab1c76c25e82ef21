import { describe, expect, it } from 'vitest';
import { demand, givenGrant, rowsOf, trySwap, day } from '#tests/api/grants/given.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const anybody = () => app().anonymous;
const holderIn = async (code: string, townshipId: string, on?: string) => {
  const { holders } = await anybody().ok('GET /register/powers/{code}', { params: { code }, query: on === undefined ? {} : { on } });
  return holders.find((one) => one.townshipId === townshipId);
};

describe('the register', () => {
  it('opens without an account: county, bodies, edition', async () => {
    const frame = await anybody().ok('GET /register');
    expect(frame).toMatchObject({
      county: '青禾县',
      isDemo: false,
      today: '2026-03-02',
      edition: { number: 1, documentNumber: '青禾府发〔2026〕1号' },
    });
    expect(frame.townships.map(({ id }) => id)).toEqual(['west', 'east']);
    expect(frame.departments.map(({ id }) => id).sort()).toEqual(['justice', 'urban', 'water']);
  });

  it('names for every township the one who exercises the power, in whose name, who answers, whom to ask', async () => {
    await givenGrant(app(), 'well', { prerequisites: [] });
    expect(await holderIn('SL-XK-001', 'east')).toMatchObject({
      ...{ holder: 'township', holderName: '东河镇人民政府', state: 'trial', sinceOn: '2026-03-02', documentNumber: '青禾赋权〔2026〕1号' },
      // 行政许可法 24: an entrusted licence stays the department's in name and in court.
      ...{ inWhoseName: '青禾县水利局', respondentName: '青禾县水利局' },
    });
    expect(await holderIn('SL-XK-001', 'west')).toEqual({
      ...{
        townshipId: 'west',
        townshipName: '西关街道办事处',
        holder: 'department',
        holderName: '青禾县水利局',
        state: null,
        sinceOn: null,
      },
      ...{
        inWhoseName: '青禾县水利局',
        respondentName: '青禾县水利局',
        documentNumber: null,
        lawFlag: null,
        contactPhone: '0000-1234567',
        complaintPhone: '0000-12345',
      },
    });
  });

  it('follows a suspension: the department holds, on the same document', async () => {
    const id = await givenGrant(app(), 'litter');
    app().clock.advance(day);
    await app()
      .as('decider')
      .ok('POST /grants/{grantId}/suspension', { params: { grantId: id }, version: 1, body: { reason: '内部原因' } });
    expect(await holderIn('CG-CF-002', 'east')).toMatchObject({
      holder: 'department',
      holderName: '青禾县城市管理局',
      state: 'suspended',
      sinceOn: '2026-03-03',
      respondentName: '青禾县城市管理局',
    });
    expect(await holderIn('CG-CF-002', 'east', '2026-03-02')).toMatchObject({
      holder: 'township',
      state: 'active',
      respondentName: '东河镇人民政府',
    });
    const { items } = await anybody().ok('GET /register/holdings');
    expect(items).toMatchObject([{ code: 'CG-CF-002', holder: 'department', state: 'suspended', sinceOn: '2026-03-03' }]);
  });

  it('shows no gap in a swap: the day before, the day itself, the day after', async () => {
    const old = await givenGrant(app(), 'litter');
    demand(await trySwap(app(), old, 'inspect', { startsAt: Date.UTC(2026, 3, 9, 16) }));
    const by = async (on: string) => [(await holderIn('CG-CF-002', 'east', on))?.holder, (await holderIn('CG-JC-001', 'east', on))?.holder];
    expect(await by('2026-04-09')).toEqual(['township', 'department']);
    expect(await by('2026-04-10')).toEqual(['department', 'township']);
    expect(await by('2026-04-11')).toEqual(['department', 'township']);
    const history = await anybody().ok('GET /register/powers/{code}/townships/{townshipId}', {
      params: { code: 'CG-CF-002', townshipId: 'east' },
    });
    expect(history.entries).toEqual([
      {
        fromOn: expect.any(String) as string,
        toOn: '2026-03-02',
        holder: 'department',
        holderName: '青禾县城市管理局',
        documentNumber: null,
        reason: 'always',
      },
      {
        fromOn: '2026-03-02',
        toOn: '2026-04-10',
        holder: 'township',
        holderName: '东河镇人民政府',
        documentNumber: '青禾赋权〔2026〕1号',
        reason: 'granted',
      },
      { fromOn: '2026-04-10', toOn: null, holder: 'department', holderName: '青禾县城市管理局', documentNumber: null, reason: 'swapped' },
    ]);
  });

  it('tells suspension and resumption in the history, and why it ended', async () => {
    const id = await givenGrant(app(), 'inspect', { termMonths: 6 });
    app().clock.advance(day);
    const act = { params: { grantId: id } };
    await app()
      .as('decider')
      .ok('POST /grants/{grantId}/suspension', { ...act, version: 1, body: { reason: '检查' } });
    app().clock.advance(day);
    await app()
      .as('decider')
      .ok('POST /grants/{grantId}/resumption', { ...act, version: 2, body: { reason: '结束' } });
    const { entries } = await anybody().ok('GET /register/powers/{code}/townships/{townshipId}', {
      params: { code: 'CG-JC-001', townshipId: 'east' },
    });
    expect(entries.map(({ reason }) => reason)).toEqual(['always', 'granted', 'suspended', 'resumed', 'expired']);
  });

  it('answers for today as of now, for other days as of their end, and refuses what cannot be known', async () => {
    await givenGrant(app(), 'litter');
    expect((await anybody().ok('GET /register/holdings', { query: { on: '2026-03-01' } })).items).toEqual([]);
    expect((await anybody().ok('GET /register/holdings')).on).toBe('2026-03-02');
    for (const on of ['1989-12-31', '2031-03-03']) {
      expect(await anybody().refusal('GET /register/holdings', { query: { on } })).toBe('422 date_invalid');
      expect(await anybody().refusal('GET /register/powers/{code}', { params: { code: 'CG-CF-002' }, query: { on } })).toBe(
        '422 date_invalid',
      );
      expect(await anybody().refusal('GET /register/townships/{townshipId}', { params: { townshipId: 'east' }, query: { on } })).toBe(
        '422 date_invalid',
      );
      expect(await anybody().refusal('GET /register/holdings.csv', { query: { on } })).toBe('422 date_invalid');
    }
    expect((await anybody().ok('GET /register/holdings', { query: { on: '2031-03-02' } })).items).toHaveLength(1);
  });
});

describe('searching', () => {
  async function several(): Promise<void> {
    for (const power of ['litter', 'inspect', 'ditch', 'relief'] as const) await givenGrant(app(), power);
    for (const power of ['litter', 'ditch'] as const) await givenGrant(app(), power, { townshipId: 'west' });
  }

  it('finds by text, code, township and department, by code of the power', async () => {
    await several();
    const found = async (query: Record<string, string>) =>
      (await anybody().ok('GET /register/holdings', { query })).items.map((row) => `${row.code} ${row.townshipId}`);
    expect(await found({})).toEqual([
      'CG-CF-002 east',
      'CG-CF-002 west',
      'CG-JC-001 east',
      'SL-JF-001 east',
      'SL-QT-001 east',
      'SL-QT-001 west',
    ]);
    expect(await found({ q: '垃圾' })).toEqual(['CG-CF-002 east', 'CG-CF-002 west']);
    expect(await found({ q: 'cg-jc' })).toEqual(['CG-JC-001 east']);
    expect(await found({ q: '%' })).toEqual([]);
    expect(await found({ townshipId: 'west' })).toEqual(['CG-CF-002 west', 'SL-QT-001 west']);
    expect(await found({ departmentId: 'water', townshipId: 'east' })).toEqual(['SL-JF-001 east', 'SL-QT-001 east']);
    expect(await found({ townshipId: 'nowhere' })).toEqual([]);
  });

  it.each([{}, { townshipId: 'east' }])('pages without losing or repeating a row, %o', async (filter) => {
    await several();
    const whole = (await anybody().ok('GET /register/holdings', { query: filter })).items;
    const paged = [];
    let cursor: string | null = null;
    do {
      const page: { items: typeof whole; nextCursor: string | null; total: number } = await anybody().ok('GET /register/holdings', {
        query: { ...filter, limit: '1', ...(cursor === null ? {} : { cursor }) },
      });
      expect(page.total).toBe(whole.length);
      paged.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(whole);
  });

  it('lists the powers of the published menu with how many townships exercise each', async () => {
    await several();
    const { items, total } = await anybody().ok('GET /register/powers', { query: { q: '处罚' } });
    expect(items.map(({ code, townshipsHolding }) => [code, townshipsHolding])).toEqual([
      ['CG-CF-001', 0],
      ['CG-CF-002', 2],
    ]);
    expect(total).toBe(2);
    const page = await anybody().ok('GET /register/powers', { query: { limit: '1', departmentId: 'water' } });
    expect(page.nextCursor).toBe('SL-JF-001');
    expect(
      (await anybody().ok('GET /register/powers', { query: { limit: '1', departmentId: 'water', cursor: 'SL-JF-001' } })).items[0]?.code,
    ).toBe('SL-QR-001');
  });

  it('shows the powers of one township', async () => {
    await several();
    const { township, items } = await anybody().ok('GET /register/townships/{townshipId}', { params: { townshipId: 'west' } });
    expect(township).toMatchObject({ name: '西关街道办事处', kind: 'subdistrict', divisionCode: '990101001' });
    expect(items.map(({ code }) => code)).toEqual(['CG-CF-002', 'SL-QT-001']);
    expect(await anybody().refusal('GET /register/townships/{townshipId}', { params: { townshipId: 'urban' } })).toBe('404 not_found');
  });
});

describe('what is not published', () => {
  it('stays inside: powers of no edition, reasons, people', async () => {
    app().arrange((tx) => {
      tx.$client.exec(
        `INSERT INTO powers (id, code, name, statutory_type, category, field, department_id, version, created_at)
         SELECT 'secret', 'ZZ-001', '未公布事项', statutory_type, category, field, department_id, 1, 0 FROM powers LIMIT 1`,
      );
      tx.$client.exec(
        `INSERT INTO menu_editions (id, number, title, state, version, created_at) VALUES ('draft', 2, '第二版草案', 'draft', 1, 0)`,
      );
      tx.$client.exec(`INSERT INTO menu_items SELECT 'item-secret', 'draft', 'secret', terms, 1, 0 FROM menu_items LIMIT 1`);
    });
    const id = await givenGrant(app(), 'litter');
    const filing = { reasonCode: 'too_few_people' as const, text: '张三调走', wishedOn: '2026-06-01', pendingCases: [] };
    await app()
      .as('eastlead')
      .ok('POST /grants/{grantId}/return', { params: { grantId: id }, version: 1, body: filing });
    await app()
      .as('decider')
      .ok('POST /grants/{grantId}/suspension', { params: { grantId: id }, version: 2, body: { reason: '李四被查' } });
    expect(await anybody().refusal('GET /register/powers/{code}', { params: { code: 'ZZ-001' } })).toBe('404 not_found');
    expect(
      await anybody().refusal('GET /register/powers/{code}/townships/{townshipId}', { params: { code: 'ZZ-001', townshipId: 'east' } }),
    ).toBe('404 not_found');
    const said = JSON.stringify([
      await anybody().ok('GET /register'),
      await anybody().ok('GET /register/holdings'),
      await anybody().ok('GET /register/holdings.csv'),
      await anybody().ok('GET /register/powers'),
      await anybody().ok('GET /register/powers/{code}', { params: { code: 'CG-CF-002' } }),
      await anybody().ok('GET /register/powers/{code}/townships/{townshipId}', { params: { code: 'CG-CF-002', townshipId: 'east' } }),
      await anybody().ok('GET /register/documents', { query: { number: '青禾赋权〔2026〕1号' } }),
    ]);
    for (const inner of ['张三', '李四', '未公布', '草案', '县领导', '东河镇长', 'too_few_people']) expect(said).not.toContain(inner);
  });
});

describe('the download', () => {
  it('is UTF-8 with a mark, in words, and runs no formula', async () => {
    await givenGrant(app(), 'litter');
    app().arrange((tx) => {
      tx.$client.exec(`UPDATE powers SET name = '=HYPERLINK("http://x","点我")' WHERE id = 'litter'`);
    });
    const reply = await anybody().send('GET', '/register/holdings.csv');
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const text = reply.body as string;
    const [head, row, end] = text.split('\r\n');
    expect(head).toContain('查询日期,权力编码,权力名称');
    expect(row).toBe(
      `2026-03-02,CG-CF-002,"'=HYPERLINK(""http://x"",""点我"")",行政处罚,东河镇人民政府,东河镇人民政府,青禾县城市管理局,直接下放,正式运行,2026-03-02,青禾赋权〔2026〕1号,`,
    );
    expect(end).toBe('');
  });
});

describe('verifying a document', () => {
  const verify = (number: string) => anybody().ok('GET /register/documents', { query: { number } });

  it('knows what was issued and the editions, however the number is typed', async () => {
    await givenGrant(app(), 'litter');
    const known = {
      isKnown: true,
      number: '青禾赋权〔2026〕1号',
      kind: 'grant',
      issuedOn: '2026-03-02',
      powerCode: 'CG-CF-002',
      townshipName: '东河镇人民政府',
    };
    for (const typed of ['青禾赋权〔2026〕1号', ' 青禾赋权[2026] 1号', '青禾赋权（２０２６）1号'])
      expect(await verify(typed)).toMatchObject(known);
    expect(await verify('青禾府发〔2026〕1号')).toMatchObject({
      isKnown: true,
      kind: 'edition',
      issuedOn: '2026-01-05',
      title: '第一版',
      powerCode: null,
    });
  });

  it('does not know others, nor papers that are not for the public', async () => {
    app().arrange((tx) => {
      tx.$client.exec(
        `INSERT INTO issued_documents VALUES ('内部〔2026〕1号', 2026, 99, 'memo', '内部', 'request', 'r', '2026-03-02', 0, '{}')`,
      );
    });
    for (const number of ['青禾赋权〔2026〕9号', '内部〔2026〕1号', ''])
      expect(await verify(number)).toMatchObject({ isKnown: false, kind: null, title: null });
    expect(rowsOf(app(), 'SELECT count(*) AS documents FROM issued_documents')).toEqual([{ documents: 1 }]);
  });
});
