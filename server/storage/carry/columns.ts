import type { ClientBase } from 'pg';

/** What differs between the two kinds of database in how a value is kept. */
type Kind = 'text' | 'number' | 'boolean' | 'json' | 'time' | 'bytes';

export interface Column {
  readonly name: string;
  readonly kind: Kind;
  /** Its place in the primary key; null: it is not in it. */
  readonly key: number | null;
}

/** A value as SQLite has it. */
export type Value = string | number | Uint8Array | null;

const KINDS: Readonly<Record<string, Kind>> = {
  text: 'text',
  integer: 'number',
  bigint: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  json: 'json',
  'timestamp without time zone': 'time',
  bytea: 'bytes',
};

/** The columns of one of PostgreSQL's tables, in their order. */
export async function columnsOf(client: ClientBase, table: string): Promise<Column[]> {
  const { rows } = await client.query<Omit<Column, 'kind'> & { readonly type: string }>(
    `SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type,
       array_position(i.indkey::smallint[], a.attnum) AS key
     FROM pg_attribute AS a JOIN pg_index AS i ON i.indrelid = a.attrelid AND i.indisprimary
     WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    [table],
  );
  return rows.map(({ name, type, key }) => {
    const kind = KINDS[type];
    if (!kind) throw new Error(`${table}.${name} is of a kind that cannot be carried: ${type}`);
    return { name, kind, key };
  });
}

const quoted = ({ name }: Column): string => `"${name}"`;

/** How PostgreSQL is asked for a value as SQLite has it. */
const asked: Readonly<Record<Kind, (name: string) => string>> = {
  text: (name) => name,
  bytes: (name) => name,
  number: (name) => `${name}::float8`,
  boolean: (name) => `${name}::int`,
  json: (name) => `${name}::text`,
  time: (name) => `to_char(${name}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"+00:00"')`,
};

const keys = (columns: readonly Column[]): Column[] =>
  columns.filter(({ key }) => key !== null).sort((a, b) => (a.key ?? 0) - (b.key ?? 0));

/** All rows in the order of their keys, byte by byte, from SQLite. */
export const allHere = (table: string, columns: readonly Column[]): string =>
  `SELECT ${columns.map(quoted).join(', ')} FROM ${table} ORDER BY ${keys(columns).map(quoted).join(', ')}`;

/** The same rows in the same order from PostgreSQL. */
export function allThere(table: string, columns: readonly Column[]): string {
  const values = columns.map((column) => `${asked[column.kind](quoted(column))} AS ${quoted(column)}`);
  const order = keys(columns).map((column) =>
    column.kind === 'text' ? `t.${quoted(column)} COLLATE "C"` : `t.${quoted(column)}`,
  );
  return `SELECT ${values.join(', ')} FROM ${table} AS t ORDER BY ${order.join(', ')}`;
}

const zoned = /(Z|[+-]\d\d:?\d\d)$/;

/** The moment that SQLite has kept, ms; without a zone it is UTC. */
const moment = (value: Value): number =>
  typeof value === 'number'
    ? value
    : Date.parse(zoned.test(String(value)) ? String(value) : `${String(value)}Z`);

/** A value of SQLite's as PostgreSQL takes it. */
export function toPostgres({ kind }: Column, value: Value): Value | boolean | Buffer {
  if (value === null) return null;
  if (kind === 'boolean') return value === 1;
  if (kind === 'time') return new Date(moment(value)).toISOString();
  return value instanceof Uint8Array ? Buffer.from(value) : value;
}

/** A value spelt in one way, wherever it comes from. */
export function spelt({ kind }: Column, value: Value): unknown {
  if (value === null) return null;
  if (kind === 'time') return moment(value);
  if (kind === 'json') return inOrder(JSON.parse(String(value)));
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}

/** PostgreSQL sorts the keys of what it keeps as JSON. */
function inOrder(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(inOrder);
  if (typeof json !== 'object' || json === null) return json;
  const sorted = Object.entries(json).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, value]) => [key, inOrder(value)]));
}
