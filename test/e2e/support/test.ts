import { test as base } from '@playwright/test';
import { Classroom } from './classroom';
import { openSchool, type School } from './school';

interface Here {
  /** A room of the school; its teacher is signed in. For whoever neither stops the server nor counts its sessions. */
  readonly room: Classroom;
}

interface Everywhere {
  /** One server for all tests that a worker plays. */
  readonly school: School;
}

export const test = base.extend<Here, Everywhere>({
  school: [
    async ({ browser }, use) => {
      const school = await openSchool(browser);
      await use(school);
      await school.server.remove();
    },
    { scope: 'worker' },
  ],
  room: async ({ school }, use) => {
    const room = await Classroom.inside(school);
    await use(room);
    await room.close();
  },
});

export { expect } from '@playwright/test';
