/** The two files of an installation with SQLite. */
export interface Files {
  readonly log: string;
  readonly cold: string;
}

/** A table, as SQLite and as PostgreSQL call it. */
export interface Table {
  readonly file: keyof Files;
  readonly here: string;
  readonly there: string;
}

const cold = (name: string): Table => ({ file: 'cold', here: `"${name}"`, there: `"${name}"` });
const log = (name: string): Table => ({ file: 'log', here: name, there: `log_${name}` });

/** All that an installation keeps, those that others point at first. */
export const TABLES: readonly Table[] = [
  ...['Teacher', 'SignIn', 'Session', 'Lesson', 'LessonVersion', 'Setting'].map(cold),
  ...['event', 'running', 'personal', 'beside'].map(log),
];
