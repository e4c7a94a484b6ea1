import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPath } from '#shared/lessons/api';
import { LARGEST_FILE, type Report } from '#shared/exchange/report';
import { startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';

let server: Running;
let teacher: Browser;

beforeEach(async () => {
  server = await startApp();
  teacher = await server.teacher();
});
afterEach(() => server.stop());

const send = (
  body: string,
  path = readPath('quiz.gift'),
  type = 'application/octet-stream',
  browser = teacher,
) => browser.send('POST', path, { origin: server.base, 'content-type': type }, body);

describe('a file of questions that a teacher sends', () => {
  it('is answered with what it holds, and what of it cannot be taken', async () => {
    const { status, body } = await send('::Sole::Il sole è una stella? {T}\n\nRotta {=a\n');
    expect(status).toBe(200);
    expect(body).toMatchObject({ refused: null, format: 'gift', encoding: 'utf-8' });
    expect((body as Extract<Report, { refused: null }>).questions).toMatchObject([
      { becomes: 'choice', step: { id: 'sole', title: { it: 'Sole' } } },
      { becomes: null, fault: 'unclosed-brace', place: { unit: 'line', number: 3 } },
    ]);
  });

  it('is refused by what it is, also an empty one', async () => {
    expect((await send('%PDF-1.4', readPath('Fragen & Antworten.pdf'))).body).toEqual({ refused: 'pdf' });
    expect((await send('')).body).toEqual({ refused: 'empty-file' });
  });

  it('is refused with a code where it is too large, before it is read', async () => {
    const { status, body } = await send('x'.repeat(LARGEST_FILE + 1));
    expect([status, body]).toEqual([413, { code: 'file-too-large' }]);
    expect((await send('x'.repeat(LARGEST_FILE))).status).toBe(200);
  });

  it('is for teachers alone', async () => {
    const { status, body } = await send('Q {T}', readPath('a'), 'application/octet-stream', server.browser());
    expect([status, body]).toEqual([401, { code: 'signed-out' }]);
  });

  it('is bytes, with a name: everything else is a bad packet', async () => {
    expect((await send('{}', readPath('a'), 'application/json')).body).toEqual({ code: 'bad-packet' });
    expect((await send('Q {T}', `${readPath('a')}&more=1`)).body).toEqual({ code: 'bad-packet' });
    expect((await send('Q {T}', readPath('a'.repeat(300)))).body).toEqual({ code: 'bad-packet' });
  });
});
