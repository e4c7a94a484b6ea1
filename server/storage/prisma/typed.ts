import { Prisma } from '../generated/client';

/** The column that a parameter of a statement of ours goes to. */
type Column = 'INTEGER' | 'JSON' | 'TIMESTAMP(3)' | 'BOOLEAN' | 'BYTEA';

/** A parameter where the database cannot see by itself what it is. */
export type Typed = (value: unknown, column: Column) => Prisma.Sql;

/** SQLite keeps what it is given; told what JSON is it would make a number of it. */
export const asGiven: Typed = (value) => Prisma.sql`${value}`;

/** PostgreSQL takes a parameter in a list of results for text. */
export const cast: Typed = (value, column) => Prisma.sql`CAST(${value} AS ${Prisma.raw(column)})`;
