import type { Me } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import type { Result } from '#shared/result';
import { api } from './api';

export type Access = 'asking' | 'in' | 'out' | 'fresh' | 'failed';

/** Who the teacher is, for every page behind the sign-in. */
class Account {
  access = $state<Access>('asking');
  name = $state('');
  /** Why the last attempt did not work, or why the teacher has to sign in again. */
  trouble = $state<ErrorCode | null>(null);
  /** The password was right, but the browser has thrown the cookie away. */
  cookieless = $state(false);

  /** Asks the server who holds the cookie. */
  async ask(): Promise<void> {
    this.access = 'asking';
    this.take(await api.me());
    if (this.access === 'asking') this.access = 'failed';
  }

  async signIn(name: string, password: string): Promise<void> {
    await this.enter(await api.signIn(name, password));
  }

  async setUp(link: string, name: string, password: string): Promise<void> {
    await this.enter(await api.firstTeacher(link, name, password));
  }

  async setPassword(link: string, password: string): Promise<void> {
    await this.enter(await api.newPassword(link, password));
  }

  /** Another tab may have signed in meanwhile: then there is nothing to ask for. */
  async look(): Promise<void> {
    const answer = await api.me();
    if (this.access === 'out' && answer.ok && answer.value.teacher) this.take(answer);
  }

  /** Signs every other browser out; why it did not work, or null. */
  async signOutElsewhere(): Promise<ErrorCode | null> {
    const answer = await api.signOutElsewhere();
    if (answer.ok) return null;
    if (answer.error === 'signed-out') this.expire();
    return answer.error;
  }

  async signOut(): Promise<void> {
    this.take(await api.signOut());
  }

  /** The cookie no longer holds: the page asks for the password and then goes on where it was. */
  expire(): void {
    this.access = 'out';
    this.trouble = 'signed-out';
  }

  /** Somebody is in once the browser has shown that it brings the cookie back. */
  private async enter(answer: Result<Me, ErrorCode>): Promise<void> {
    const back = answer.ok ? await api.me() : answer;
    this.cookieless = answer.ok && back.ok && back.value.teacher === null;
    this.take(back);
  }

  private take(answer: Result<Me, ErrorCode>): void {
    this.trouble = answer.ok ? null : answer.error;
    if (!answer.ok) return;
    const { teacher, fresh } = answer.value;
    this.name = teacher?.name ?? '';
    this.access = teacher ? 'in' : fresh ? 'fresh' : 'out';
  }
}

export const account = new Account();
