const CREATED = /^CREATE TABLE "(\w+)" \(/;
const INDEX = /^CREATE (UNIQUE )?INDEX "\w+" ON "(\w+)"\s?\((.+)\)$/;
const COLUMN = /^ALTER TABLE "(\w+)" ADD COLUMN\s+"(\w+)" (.+)$/;
const CONSTRAINT = /^ALTER TABLE "(\w+)" ADD CONSTRAINT /;

const statementsOf = (sql: string): string[] =>
  sql
    .replaceAll(/^--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim().replaceAll(/\s+/g, ' '))
    .filter((statement) => statement !== '');

/** What a migration has made so far: the server of the release before writes nothing there. */
class Made {
  readonly tables = new Set<string>();
  readonly columns = new Set<string>();

  /** Why a server that does not know of this statement could fail after it; null: it cannot. */
  judge(statement: string): string | null {
    const [, table] = CREATED.exec(statement) ?? [];
    if (table !== undefined) return this.#made(this.tables, table);
    const index = INDEX.exec(statement);
    if (index) return this.#index(index);
    const column = COLUMN.exec(statement);
    if (column) return this.#column(column);
    const [, constrained] = CONSTRAINT.exec(statement) ?? [];
    if (constrained !== undefined && this.tables.has(constrained)) return null;
    return `takes something away, or asks more of what is there: ${statement}`;
  }

  #made(kind: Set<string>, name: string): null {
    kind.add(name);
    return null;
  }

  #index([, unique, table = '', columns = '']: RegExpExecArray): string | null {
    if (unique === undefined || this.tables.has(table)) return null;
    const all = columns.split(',').map((column) => `${table}.${column.trim().replaceAll('"', '')}`);
    return all.some((column) => this.columns.has(column))
      ? null
      : `two rows that were right may be refused: ${table} (${columns})`;
  }

  #column([, table = '', name = '', rest = '']: RegExpExecArray): string | null {
    this.columns.add(`${table}.${name}`);
    const isLeftOut = !rest.includes('NOT NULL') || rest.includes('DEFAULT');
    return isLeftOut || this.tables.has(table) ? null : `a row without ${table}.${name} is refused`;
  }
}

/** Every statement of a migration's SQL that a server of the release before, which still runs, could fail by. */
export function notAdditive(sql: string): string[] {
  const made = new Made();
  return statementsOf(sql).flatMap((statement) => made.judge(statement) ?? []);
}
