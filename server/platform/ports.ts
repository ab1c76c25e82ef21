import type { Db } from '#db/connection.ts';
import type { UnitOfWork } from '#db/unit-of-work.ts';
import type { Authorise } from './authority.ts';
import type { Log } from './log.ts';

/** What use cases need of the world; app.ts puts it together, tests put in a fixed clock. */
export interface Ports {
  readonly db: Db;
  readonly unitOfWork: UnitOfWork;
  readonly newId: () => string;
  readonly authorise: Authorise;
  readonly log: Log;
}
