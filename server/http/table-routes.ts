import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { outOfBounds } from '#shared/lessons/bounds';
import { err, ok } from '#shared/result';
import type { Accounts } from '../accounts/accounts';
import type { AskedOf } from '../exchange/calls';
import type { Exchange } from '../exchange/open';
import { parseBody } from './answer';
import { fileBody } from './exchange-routes';
import { lessonBody } from './lesson-body';
import { forTeachers } from './teacher';

const step = v.strictObject({ kind: v.pipe(v.string(), v.maxLength(40)), config: v.unknown() });
const race = v.strictObject({ kind: v.literal('race'), config: v.unknown() });

/** What the table in a file holds, and whether a step on it is worth playing. Nothing of either is kept. */
export function tableRoutes(app: FastifyInstance, accounts: Accounts, exchange: Exchange): void {
  const teachers = forTeachers(accounts);
  void app.register((files, _options, done) => {
    files.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, parsed) =>
      parsed(null, body),
    );
    files.post(
      '/api/tables/read',
      fileBody(accounts),
      teachers(async (teacher, { body }) => {
        if (!(body instanceof Uint8Array)) return err('bad-packet');
        const table = await exchange.ask(teacher.id, 'table', { bytes: Uint8Array.from(body) }, ok(null));
        return table.ok && table.value === null ? err('table-refused') : table;
      }),
    );
    done();
  });
  /** A question about a step on somebody's own table; `table-refused` where it is none, `server-failed` where it takes too much. */
  const about = <One extends 'worth' | 'terms'>(
    ask: One,
    schema: v.GenericSchema<unknown, AskedOf<One>>,
  ): void => {
    app.post(
      `/api/tables/${ask}`,
      lessonBody(accounts),
      teachers(async (teacher, { body }) => {
        const asked = parseBody(schema, body);
        if (!asked.ok) return asked;
        // What is nested without end cannot even be handed to a process.
        if (outOfBounds(asked.value.config)) return err('table-refused');
        const answer = await exchange.ask(teacher.id, ask, asked.value, err('server-failed'));
        return answer.ok && answer.value === null ? err('table-refused') : answer;
      }),
    );
  };
  about('worth', step);
  about('terms', race);
}
