import type { Locale } from '#shared/text';
import { startServer, type RunningServer } from '../support/server';
import { words } from '../support/words';
import {
  DESK,
  PHONE,
  press,
  PROJECTOR,
  sees,
  textOf,
  until,
  write,
  type Driven,
  type Engine,
  type Window,
} from './window';

/** A window and the language it speaks, which its browser chose. */
export interface Seat {
  readonly window: Window;
  readonly locale: Locale;
}

/** A sentence in the language of a window. */
export const say = ({ locale }: Seat, key: string, given: Readonly<Record<string, string>> = {}): string =>
  words(locale, key, given);

const TEACHER = { name: 'Grace', password: 'una frase che ricordo' };

/** The desk's biggest button. */
const NEXT = { css: 'button[aria-keyshortcuts="Space"]' };

/** A server, a desk, a projector and two phones, all windows of one engine. */
export class Class {
  private constructor(
    readonly server: RunningServer,
    readonly driven: Driven,
    readonly address: string,
    readonly desk: Seat,
    readonly screen: Seat,
    readonly phones: readonly [Seat, Seat],
  ) {}

  static async open(engine: Engine): Promise<Class> {
    const server = await startServer({ env: { HOST: engine.listen } });
    try {
      const driven = await engine.launch();
      return await Class.seated(server, driven, server.at(engine.host)).catch(async (error: unknown) => {
        await driven.close();
        throw error;
      });
    } catch (error) {
      await server.remove();
      throw error;
    }
  }

  private static async seated(server: RunningServer, driven: Driven, address: string): Promise<Class> {
    const desk = await at(await driven.window(DESK), `${address}/teach/welcome#${server.firstLink() ?? ''}`);
    const screen = { window: await driven.window(PROJECTOR), locale: desk.locale };
    const phone = async () => at(await driven.window(PHONE), address);
    return new Class(server, driven, address, desk, screen, [await phone(), await phone()]);
  }

  async signUp(): Promise<void> {
    const { window } = this.desk;
    await write(window, { role: 'field', name: say(this.desk, 'desk_teach_name') }, TEACHER.name);
    const password = { role: 'field', name: say(this.desk, 'desk_teach_password'), exact: true } as const;
    await write(window, password, TEACHER.password);
    await press(window, { role: 'button', name: say(this.desk, 'desk_welcome_button') });
    await sees(window, { role: 'heading', name: say(this.desk, 'desk_home_hello', { name: TEACHER.name }) });
  }

  /** Starts a lesson by its title, and brings up the projector; answers with the code. */
  async start(title: string): Promise<string> {
    const { window } = this.desk;
    const within = { css: 'article', words: title };
    await press(window, { role: 'button', name: say(this.desk, 'desk_home_start'), within });
    const link = { role: 'link', name: say(this.desk, 'desk_join_projector') } as const;
    await sees(window, link);
    const { href, code } = await window.run<{ href: string; code: string }>(`({
      href: [...document.links].find(({ pathname }) => pathname.startsWith('/screen/')).href,
      code: /\\b\\d{3}\\s\\d{3}\\b/.exec(document.body.innerText)[0].replace(/\\s/, ''),
    })`);
    await this.screen.window.open(href);
    await sees(this.screen.window, { name: say(this.desk, 'screen_join_title') });
    return code;
  }

  /** From the entrance into the lobby, with the name that is offered; answers with the name. */
  async sit(phone: Seat, code: string): Promise<string> {
    await write(phone.window, { role: 'field', name: say(phone, 'student_join_label') }, code);
    const name = await textOf(phone.window, { css: 'output' });
    await press(phone.window, { role: 'button', name: say(phone, 'student_enter') });
    await sees(phone.window, { name: say(phone, 'student_lobby_in', { name }) });
    return name;
  }

  /** Presses the desk's biggest button, which must say `key`. */
  readonly next = async (key: string): Promise<void> => {
    await sees(this.desk.window, { ...NEXT, name: say(this.desk, key) });
    await press(this.desk.window, NEXT);
  };

  /** Every window that is open, by what it is. */
  get windows(): readonly (readonly [string, Window])[] {
    const [ada, bo] = this.phones;
    return [
      ['desk', this.desk.window],
      ['projector', this.screen.window],
      ['phone 1', ada.window],
      ['phone 2', bo.window],
    ];
  }

  async close(): Promise<void> {
    await this.driven.close();
    await this.server.remove();
  }
}

/** A window at an address, with the language that its page came in. */
async function at(window: Window, address: string): Promise<Seat> {
  await window.open(address);
  await until(window, 'a page', `document.querySelector('h1')`);
  return { window, locale: await window.run<Locale>('document.documentElement.lang') };
}
