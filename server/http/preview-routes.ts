import type { FastifyInstance } from 'fastify';
import { previewSchema, type Preview } from '#shared/lessons/api';
import { previewOf } from '#shared/lessons/preview';
import { ok } from '#shared/result';
import type { Accounts } from '../accounts/accounts';
import { titlesOf } from '../lessons/titles';
import type { Render } from '../words/scribe';
import { parseBody } from './answer';
import type { Turns } from './in-turn';
import { lessonBody } from './lesson-body';
import { forTeachers } from './teacher';

/** What a request says around its document. */
const AROUND = 100;

export interface PreviewPorts {
  readonly accounts: Accounts;
  readonly render: Render;
  readonly turns: Turns;
}

/** What a class would see of a step: of a document where that can be told it is an object with steps. */
const seenOf = ({ shown }: Preview, document: unknown, index: number): unknown =>
  shown && [(document as { readonly steps: readonly unknown[] }).steps[index], shown];

/** A step that is being written, as its class would see it. Nothing is kept of it. */
export function previewRoutes(app: FastifyInstance, { accounts, render, turns }: PreviewPorts): void {
  const seen = async (document: unknown, index: number): Promise<Preview> => {
    const preview = previewOf(document, index);
    return { ...preview, written: await render([titlesOf(document), seenOf(preview, document, index)]) };
  };
  app.post(
    '/api/lessons/preview',
    lessonBody(accounts, AROUND),
    forTeachers(accounts)(
      turns.reading(async (_teacher, { body }) => {
        const asked = parseBody(previewSchema, body);
        return asked.ok ? ok(await seen(asked.value.document, asked.value.step)) : asked;
      }),
    ),
  );
}
