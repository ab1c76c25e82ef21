import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { organisations } from './organisations.ts';

export const officers = sqliteTable(
  'officers',
  {
    id: text('id').primaryKey(),
    townshipId: text('township_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'restrict' }),
    name: text('name').notNull(),
    post: text('post').notNull(),
    dutyPhone: text('duty_phone').notNull(),
    joinedOn: text('joined_on').notNull(),
    /** The first day on which the person is no longer in post. */
    leftOn: text('left_on'),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [index('officers_township').on(t.townshipId, t.leftOn), check('officers_period', sql`left_on is null or joined_on <= left_on`)],
);

export const certificateKinds = sqliteTable(
  'certificate_kinds',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    validMonths: integer('valid_months').notNull(),
    issuer: text('issuer', { enum: ['external', 'course'] }).notNull(),
    basis: text('basis').notNull(),
  },
  (t) => [uniqueIndex('certificate_kinds_name').on(t.name)],
);

/** A certificate is a period, not a flag: half-open [fromAt, toAt). */
export const certificates = sqliteTable(
  'certificates',
  {
    id: text('id').primaryKey(),
    officerId: text('officer_id')
      .notNull()
      .references(() => officers.id, { onDelete: 'restrict' }),
    kindId: text('kind_id')
      .notNull()
      .references(() => certificateKinds.id, { onDelete: 'restrict' }),
    number: text('number').notNull(),
    fromAt: integer('from_at').notNull(),
    toAt: integer('to_at').notNull(),
    /** Revoked from this instant on; the period before stays what it was. */
    revokedAt: integer('revoked_at'),
    revokeReason: text('revoke_reason'),
    sessionId: text('session_id'),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [index('certificates_officer').on(t.officerId, t.kindId, t.fromAt), check('certificates_period', sql`from_at < to_at`)],
);

export const courses = sqliteTable(
  'courses',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    description: text('description').notNull(),
    hours: integer('hours').notNull(),
    certificateKindId: text('certificate_kind_id')
      .notNull()
      .references(() => certificateKinds.id, { onDelete: 'restrict' }),
    isActive: integer('is_active', { mode: 'boolean' }).notNull(),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [uniqueIndex('courses_name').on(t.name)],
);

export const courseSessions = sqliteTable(
  'course_sessions',
  {
    id: text('id').primaryKey(),
    courseId: text('course_id')
      .notNull()
      .references(() => courses.id, { onDelete: 'restrict' }),
    title: text('title').notNull(),
    startsOn: text('starts_on').notNull(),
    endsOn: text('ends_on').notNull(),
    place: text('place').notNull(),
    capacity: integer('capacity').notNull(),
    state: text('state', { enum: ['open', 'held', 'cancelled'] }).notNull(),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [index('course_sessions_course').on(t.courseId, t.startsOn), check('course_sessions_period', sql`starts_on <= ends_on`)],
);

export const enrolments = sqliteTable(
  'enrolments',
  {
    sessionId: text('session_id')
      .notNull()
      .references(() => courseSessions.id, { onDelete: 'restrict' }),
    officerId: text('officer_id')
      .notNull()
      .references(() => officers.id, { onDelete: 'restrict' }),
    result: text('result', { enum: ['passed', 'failed', 'absent'] }),
    score: integer('score'),
    recordedAt: integer('recorded_at'),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.officerId] }), index('enrolments_officer').on(t.officerId)],
);
