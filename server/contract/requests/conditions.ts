import { z } from 'zod';
import { Day, prose } from '../common.ts';
import { Prerequisite } from '../words.ts';

/** On what a conditional approval depends. */
export const Conditions = z.strictObject({
  extraPrerequisites: z.array(Prerequisite).max(10),
  termMonths: z.int().min(1).max(240).nullable(),
  notBeforeOn: Day.nullable(),
  text: prose(1000),
});
