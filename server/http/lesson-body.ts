import type { FastifyError, RouteShorthandOptions } from 'fastify';
import { LARGEST_LESSON } from '#shared/lessons/api';
import type { Accounts } from '../accounts/accounts';
import { refuse } from './answer';

/**
 * A route whose body may hold a lesson, and `around` it so many bytes more. Only a teacher's is read at all: others
 * are refused before a byte of it is taken.
 */
export function lessonBody(accounts: Accounts, around = 0): RouteShorthandOptions {
  return {
    bodyLimit: LARGEST_LESSON + around,
    onRequest: (request, reply, done) => {
      accounts.teacherOf(request.cookies).then((teacher) => {
        if (teacher) done();
        else refuse(reply, 'signed-out');
      }, done);
    },
    errorHandler: (error: FastifyError, _request, reply) => {
      if (error.statusCode !== 413) throw error;
      refuse(reply, 'lesson-too-large');
    },
  };
}
