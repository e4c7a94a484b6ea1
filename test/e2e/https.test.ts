import { expect, test } from '@playwright/test';
import { temporaryFolder } from '../support/folder';
import { selfSigned } from '../support/certificate';
import { it } from '../support/words';
import { Classroom } from './support/classroom';
import { answerWell, send } from './support/students';

test('over https a student plays a choice, and a pulled plug costs no answer', async ({ browser }) => {
  const certificate = temporaryFolder();
  const { cert, key } = selfSigned(certificate.path);
  const room = await Classroom.open(browser, { TLS_CERT: cert, TLS_KEY: key });
  try {
    expect(room.address).toMatch(/^https:/);
    const [cookie] = await room.desk.context().cookies();
    expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax' });
    expect(cookie?.name).toMatch(/^__Host-/);
    const code = await room.start();
    const { page } = await room.student(code);
    expect(await page.evaluate(() => window.isSecureContext)).toBe(true);
    await room.openFirst();
    await answerWell(page, 0);
    await send(page);
    await room.server.kill();
    await expect(page.getByText(it('common_reconnecting'))).toBeVisible();
    await room.server.restart();
    await expect(page.getByText(it('common_reconnecting'))).toBeHidden();
    await expect(page.getByRole('button', { name: it('activities_received') })).toBeVisible();
    await room.press('desk_next_close');
    await room.press('desk_next_reveal');
    await expect(page.getByText(it('student_right'))).toBeVisible();
  } finally {
    await room.close();
    certificate.remove();
  }
});
