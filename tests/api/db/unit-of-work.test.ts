import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { openDatabase, type Db, type Tx } from '#db/connection.ts';
import { sequences } from '#db/schema/records.ts';
import { openSecondWriter } from '#db/second-writer.ts';
import { StorageFault, storageFaultOf } from '#db/storage-fault.ts';
import { createUnitOfWork, type UnitOfWork } from '#db/unit-of-work.ts';
import { createTestFolder } from '#tests/support/database.ts';

let folder: ReturnType<typeof createTestFolder>;
let path: string;
let db: Db;
let unitOfWork: UnitOfWork;
let commits: number[];

/** Longer than any machine needs for the works of a test: only the test of this bound depends on time. */
const unhurried = 60_000;

beforeEach(() => {
  folder = createTestFolder();
  path = `${folder.directory}/test.sqlite`;
  db = openDatabase(path, { create: true });
  db.$client.exec('CREATE TABLE sequences (name text PRIMARY KEY NOT NULL, value integer NOT NULL)');
  commits = [];
  unitOfWork = createUnitOfWork(db, { onCommitted: (works) => commits.push(works), batchSize: 8, batchMs: unhurried });
});

afterEach(async () => {
  await unitOfWork.close();
  folder.dispose();
});

const insert = (tx: Tx, name: string): void => void tx.insert(sequences).values({ name, value: 1 }).run();
const names = (at: Db): string[] =>
  at
    .select({ name: sequences.name })
    .from(sequences)
    .orderBy(sequences.name)
    .all()
    .map((row) => row.name);

/** What another process would see: only what is committed. */
function seenFromOutside(): string[] {
  const other = openDatabase(path, { readonly: true, check: false });
  try {
    return names(other);
  } finally {
    other.$client.close();
  }
}

describe('group commit', () => {
  it('commits what is queued in one turn together, and resolves only after the commit', async () => {
    const seen: string[][] = [];
    const works = ['a', 'b', 'c'].map(async (name) => {
      await unitOfWork.transact((tx) => {
        insert(tx, name);
        seen.push(seenFromOutside());
      });
      return seenFromOutside();
    });
    expect(await Promise.all(works)).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
    expect(seen).toEqual([[], [], []]);
    expect(commits).toEqual([3]);
  });

  it.each([[['kept', 'thrown', 'refused', 'last']], [['thrown', 'kept']], [['refused', 'kept']], [['thrown']], [['refused']], [['kept']]])(
    'lets each of %j have its own fate',
    async (kinds) => {
      const settled = await Promise.allSettled(
        kinds.map((kind) =>
          unitOfWork.transact((tx) => {
            insert(tx, kind);
            if (kind === 'thrown') throw new RangeError('fault of the program');
            return kind === 'refused'
              ? ({ kind: 'refused', refusal: { code: 'wrong_state' } } as const)
              : ({ kind: 'done', value: kind } as const);
          }),
        ),
      );
      const fates = settled.map((result) => (result.status === 'rejected' ? (result.reason as Error).message : result.value.kind));
      expect(fates).toEqual(kinds.map((kind) => ({ thrown: 'fault of the program', refused: 'refused' })[kind] ?? 'done'));
      expect(seenFromOutside()).toEqual(kinds.filter((kind) => kind !== 'thrown' && kind !== 'refused').sort());
    },
  );

  it('lets a later work of the batch see what an earlier one did', async () => {
    const [, second] = await Promise.all([unitOfWork.transact((tx) => insert(tx, 'first')), unitOfWork.transact((tx) => names(tx))]);
    expect(second).toEqual(['first']);
  });

  it('bounds a batch by number', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => unitOfWork.transact((tx) => insert(tx, `n${index}`))));
    expect(commits).toEqual([8, 8, 4]);
  });

  it('bounds a batch by time, so that reads come in between', async () => {
    const bounded = createUnitOfWork(db, { onCommitted: (works) => commits.push(works) });
    const slow = () =>
      bounded.transact((tx) => {
        insert(tx, `s${names(tx).length}`);
        for (const begun = performance.now(); performance.now() - begun < 25;);
      });
    await Promise.all([slow(), slow()]);
    expect(commits).toEqual([1, 1]);
  });

  it('undoes a work that hands out a promise in spite of its type', async () => {
    const disguised = ((tx: Tx) => {
      insert(tx, 'promised');
      return Promise.resolve();
    }) as (tx: Tx) => unknown;
    await expect(unitOfWork.transact(disguised)).rejects.toThrow('promise');
    expect(seenFromOutside()).toEqual([]);
  });
});

describe('a commit that fails', () => {
  it('rejects all who shared it, keeps nothing, and heals', async () => {
    // A deferred key is the one thing that SQLite looks at only when it commits.
    db.$client.exec('CREATE TABLE child (parent text REFERENCES sequences (name) DEFERRABLE INITIALLY DEFERRED)');
    const bad = unitOfWork.transact((tx) => void tx.$client.prepare(`INSERT INTO child VALUES ('nobody')`).run());
    const good = unitOfWork.transact((tx) => insert(tx, 'innocent'));
    await expect(bad).rejects.toThrow('FOREIGN KEY');
    await expect(good).rejects.toThrow('FOREIGN KEY');
    expect(seenFromOutside()).toEqual([]);
    await unitOfWork.transact((tx) => insert(tx, 'later'));
    expect(seenFromOutside()).toEqual(['later']);
  });

  it('tells a busy storage from a fault of the program', async () => {
    const other = openDatabase(path, { check: false }).$client;
    db.$client.pragma('busy_timeout = 0');
    other.exec('BEGIN IMMEDIATE');
    const refused = [unitOfWork.transact((tx) => insert(tx, 'a')), unitOfWork.transact((tx) => insert(tx, 'b'))];
    for (const work of refused) await expect(work).rejects.toMatchObject({ name: 'StorageFault', kind: 'busy' });
    expect(unitOfWork.fault()?.kind).toBe('busy');
    other.exec('ROLLBACK');
    other.close();
    await unitOfWork.probe();
    expect(unitOfWork.fault()).toBeNull();
  });

  it.each([
    ['SQLITE_FULL', 'full'],
    ['SQLITE_IOERR_WRITE', 'io'],
    ['SQLITE_READONLY_DBMOVED', 'read_only'],
    ['SQLITE_BUSY_SNAPSHOT', 'busy'],
    ['SQLITE_CORRUPT_INDEX', 'corrupt'],
    ['SQLITE_CONSTRAINT_UNIQUE', undefined],
  ])('reads %s as %s, also when it is wrapped', (code, kind) => {
    const error = Object.assign(new Error('driver'), { code });
    expect(storageFaultOf(error)?.kind).toBe(kind);
    expect(storageFaultOf(new Error('wrapper', { cause: error }))?.kind).toBe(kind);
  });
});

describe('another connection that writes', () => {
  const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  it('is alone with the file: works wait, reads go on, and what waited is committed afterwards', async () => {
    const writer = openSecondWriter(path);
    const order: string[] = [];
    const exclusive = unitOfWork.exclusively(async () => {
      await writer.transact((tx) => insert(tx, 'other'));
      order.push(unitOfWork.read(names).join());
      await later(20);
      order.push('other done');
    });
    await later(0);
    const queued = unitOfWork.transact((tx) => insert(tx, 'queued')).then(() => order.push('queued done'));
    await Promise.all([exclusive, queued]);
    writer.close();
    expect(order).toEqual(['other', 'other done', 'queued done']);
    expect(seenFromOutside()).toEqual(['other', 'queued']);
  });

  it('leaves nothing behind where it throws or refuses, and does not block the next one', async () => {
    const writer = openSecondWriter(path);
    const broken = unitOfWork.exclusively(() =>
      writer.transact((tx) => {
        insert(tx, 'half');
        throw new RangeError('broken');
      }),
    );
    await expect(broken).rejects.toThrow('broken');
    const refused = await unitOfWork.exclusively(() =>
      writer.transact((tx) => {
        insert(tx, 'refused');
        return { kind: 'refused', refusal: { code: 'wrong_state' } } as const;
      }),
    );
    writer.close();
    expect(refused.kind).toBe('refused');
    await unitOfWork.transact((tx) => insert(tx, 'after'));
    expect(seenFromOutside()).toEqual(['after']);
  });

  it('comes one after the other, and closing waits for it', async () => {
    const order: number[] = [];
    const both = [1, 2].map((number) =>
      unitOfWork.exclusively(async () => {
        order.push(number);
        await later(10);
        order.push(-number);
      }),
    );
    await unitOfWork.close();
    expect(order).toEqual([1, -1, 2, -2]);
    await Promise.all(both);
    await expect(unitOfWork.exclusively(() => Promise.resolve())).rejects.toEqual(new StorageFault('closed'));
  });
});

describe('closing', () => {
  it('finishes what is queued, refuses what comes later, and brings the WAL home', async () => {
    const queued = unitOfWork.transact((tx) => insert(tx, 'queued'));
    const closed = unitOfWork.close();
    await expect(unitOfWork.transact((tx) => insert(tx, 'late'))).rejects.toEqual(new StorageFault('closed'));
    await Promise.all([queued, closed]);
    expect(db.$client.open).toBe(false);
    expect(seenFromOutside()).toEqual(['queued']);
  });

  it('drains', async () => {
    const works = Array.from({ length: 20 }, (_, index) => unitOfWork.transact((tx) => insert(tx, `n${index}`)));
    await unitOfWork.drain();
    expect(seenFromOutside()).toHaveLength(20);
    await Promise.all(works);
  });
});

/** Never run: it has only to compile, and each line that must not compile says why. */
export function refusedByTheCompiler({ transact }: UnitOfWork, reader: Db): void {
  const asynchronous = async (tx: Tx) => Promise.resolve(insert(tx, 'escapes'));
  // @ts-expect-error -- what follows an await would run outside of the transaction
  void transact(asynchronous);
  // @ts-expect-error -- a query that was not run: .all() is missing
  void transact((tx) => tx.select().from(sequences));
  // @ts-expect-error -- an insert that was not run: .run() is missing
  void transact((tx) => tx.insert(sequences).values({ name: 'a', value: 1 }));
  // @ts-expect-error -- an insert without values
  void transact((tx) => tx.insert(sequences));
  // @ts-expect-error -- a change that was not run
  void transact((tx) => tx.update(sequences).set({ value: 1 }));
  // @ts-expect-error -- a prepared query that was not run
  void transact((tx) => tx.select().from(sequences).prepare());
  // @ts-expect-error -- a function that would run later
  void transact((tx) => () => insert(tx, 'later'));
  // @ts-expect-error -- an outcome that carries a promise
  void transact((tx) => ({ kind: 'done' as const, value: Promise.resolve(names(tx)) }));
  // @ts-expect-error -- reading does not open the way to writing
  insert(reader, 'unguarded');
  expectTypeOf<Db>().not.toHaveProperty('insert');
  expectTypeOf(transact((tx) => names(tx))).toEqualTypeOf<Promise<string[]>>();
  expectTypeOf<Tx>().toExtend<Db>();
  expectTypeOf<Db>().not.toExtend<Tx>();
}
