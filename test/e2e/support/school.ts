import type { Browser } from '@playwright/test';
import { Browser as Teacher } from '../../support/browser';
import { startServer, type RunningServer } from '../../support/server';

export const TEACHER = { name: 'Grace', password: 'una frase che ricordo' };

/** A browser, and a server with a teacher in which many rooms can be open at once. */
export interface School {
  readonly browser: Browser;
  readonly server: RunningServer;
  /** Of the teacher, who is signed in. */
  readonly cookie: { readonly name: string; readonly value: string };
}

export async function openSchool(browser: Browser): Promise<School> {
  const server = await startServer();
  const teacher = new Teacher(server.base);
  await teacher.post('/api/first-teacher', { link: server.firstLink(), ...TEACHER });
  const [cookie] = teacher.cookies;
  if (!cookie) throw new Error('the teacher could not sign up');
  const [name, value] = cookie;
  return { browser, server, cookie: { name, value } };
}
