import {
  expect,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from '@playwright/test';
import type { DeskView } from '#shared/session/views';
import { Browser as HttpBrowser } from '../../support/browser';
import { cableTo, type Cable } from '../../support/cable';
import { Filter, type Treatment } from '../../support/filter';
import { Player } from '../../support/player';
import { builtId, startServer, type RunningServer } from '../../support/server';
import { roomCode } from '../../support/room-code';
import { it } from '../../support/words';
import { PICTURES } from './pictures';
import { TEACHER, type School } from './school';

/** What a LAN looks like to a browser: no secure context, unlike loopback. */
const LAN = 'trainoff.test';

const desktop = { viewport: { width: 1440, height: 900 } };
const projector = { viewport: { width: 1280, height: 720 } };
/** Pixels are four times the work, and nobody sees them but in pictures. */
const deviceScaleFactor = PICTURES ? 2 : 1;
const phone = {
  viewport: { width: 360, height: 615 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor,
};

/** A server, a teacher at the desk, a projector and some phones, all in real browsers. */
export class Classroom {
  private readonly contexts: BrowserContext[] = [];
  private readonly cables: Cable[] = [];

  private constructor(
    private readonly browser: Browser,
    readonly server: RunningServer,
    readonly desk: Page,
    /** Nobody else uses the server. */
    private readonly alone: boolean,
    readonly filter: Filter | null = null,
  ) {
    this.contexts.push(desk.context());
  }

  /** Starts a server of its own and signs the first teacher up. */
  static async open(browser: Browser, env: Readonly<Record<string, string>> = {}): Promise<Classroom> {
    const room = await Classroom.empty(browser, env);
    await room.signUp();
    return room;
  }

  /** The same behind a school's filter: phones, projector and desk. */
  static async filtered(browser: Browser, treatment: Treatment): Promise<Classroom> {
    const room = await Classroom.empty(browser, {}, treatment);
    await room.signUp();
    return room;
  }

  /** Starts a server of its own that has no teacher yet. */
  static async empty(
    browser: Browser,
    env: Readonly<Record<string, string>> = {},
    treatment: Treatment | null = null,
  ): Promise<Classroom> {
    const server = await startServer({ env });
    const filter = treatment && (await Filter.to(server.port, treatment));
    const context = await windows(browser, desktop);
    return new Classroom(browser, server, await context.newPage(), true, filter);
  }

  /** A room of a school that has others: its teacher is signed in, and nobody may stop the server. */
  static async inside({ browser, server, cookie }: School): Promise<Classroom> {
    const context = await windows(browser, desktop);
    const room = new Classroom(browser, server, await context.newPage(), false);
    await context.addCookies([{ ...cookie, url: room.address }]);
    await room.desk.goto(`${room.address}/teach`);
    return room;
  }

  /** Opens the one-time link and becomes the first teacher. */
  async signUp(): Promise<void> {
    const { desk } = this;
    await desk.goto(`${this.address}/teach/welcome#${this.server.firstLink() ?? ''}`);
    await desk.getByLabel(it('desk_teach_name')).fill(TEACHER.name);
    await desk.getByLabel(it('desk_teach_password'), { exact: true }).fill(TEACHER.password);
    await desk.getByRole('button', { name: it('desk_welcome_button') }).click();
    const hello = it('desk_home_hello', { name: TEACHER.name });
    await expect(desk.getByRole('heading', { name: hello })).toBeVisible();
  }

  get address(): string {
    return this.filter ? `http://${LAN}:${this.filter.port}` : this.server.at(LAN);
  }

  /** A lesson on the teacher's shelf, by its title. */
  lesson(title: string): Locator {
    return this.desk.getByRole('article', { name: title, exact: true });
  }

  /** The same, opened: its steps are seen. */
  async opened(title: string): Promise<Locator> {
    const row = this.lesson(title);
    const heading = row.getByRole('button', { name: title, exact: true });
    if ((await heading.getAttribute('aria-expanded')) === 'false') await heading.click();
    await expect(row.getByRole('list').last()).toBeVisible();
    return row;
  }

  /** Starts a session of a built-in lesson; answers with its code. */
  async start(lesson = 'Un neurone'): Promise<string> {
    await this.lesson(lesson)
      .getByRole('button', { name: it('desk_home_start') })
      .click();
    await this.desk.waitForURL(/\/teach\/sessions\/[\w-]+$/);
    const code = this.desk.getByText(/^\d{3}\s\d{3}$/).first();
    await expect(code).toBeVisible();
    return (await code.innerText()).replace(/\s/g, '');
  }

  async projector(): Promise<Page> {
    const link = this.desk.getByRole('link', { name: it('desk_join_projector') });
    const href = (await link.first().getAttribute('href')) ?? '';
    const page = await (await this.context(projector)).newPage();
    await page.goto(new URL(href, this.address).href);
    return page;
  }

  /** A cable that phones can be put behind, to be pulled. */
  async cable(): Promise<Cable> {
    const cable = await cableTo(this.server.port);
    this.cables.push(cable);
    return cable;
  }

  /** A desk's browser in which nobody has signed in. */
  async stranger(): Promise<Page> {
    return (await this.context(desktop)).newPage();
  }

  /** A phone at the entrance, in Italian unless `more` says otherwise. */
  async phone(cable?: Pick<Cable, 'port'>, more: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await this.context({ ...phone, ...more })).newPage();
    await page.goto(cable ? `http://${LAN}:${cable.port}` : this.address);
    return page;
  }

  /** A phone that has joined; answers with its nickname too. */
  async student(code: string, cable?: Pick<Cable, 'port'>): Promise<{ page: Page; name: string }> {
    const page = await this.phone(cable);
    return { page, name: await this.join(page, code) };
  }

  /** Brings a phone from the entrance into the lobby with the name that is offered. */
  async join(page: Page, code: string): Promise<string> {
    await page.getByLabel(it('student_join_label')).fill(code);
    const offered = page.getByLabel(it('student_name_offered'));
    await expect(offered).toBeVisible();
    const name = await offered.innerText();
    await page.getByRole('button', { name: it('student_enter') }).tap();
    await expect(page.getByText(it('student_lobby_in', { name }))).toBeVisible();
    return name;
  }

  /** Opens the first step, a choice. */
  async openFirst(): Promise<void> {
    await this.press('desk_next_start');
    await this.press('desk_next_open');
  }

  /** Presses the desk's biggest button, which must say `key`. */
  async press(key: string): Promise<void> {
    const button = this.desk.locator('button[aria-keyshortcuts="Space"]');
    await expect(button).toContainText(it(key));
    // The server may have to train the last networks first.
    await expect(button).not.toHaveAttribute('aria-disabled', 'true', { timeout: 30_000 });
    await button.click();
  }

  /** Takes the class to another stop of the lesson's line: to a step by its number from 0, or to the podium. */
  async jump(to: number | 'podium'): Promise<void> {
    const stops = this.desk.getByRole('navigation', { name: it('desk_line') }).getByRole('listitem');
    await (to === 'podium' ? stops.last() : stops.nth(to + 1)).getByRole('button').click();
  }

  /** The desk's own socket, for a teacher who presses buttons faster than the page lets one. */
  async line(): Promise<Player<DeskView>> {
    const session = /sessions\/([\w-]+)/.exec(this.desk.url())?.[1] ?? '';
    const cookies = await this.desk.context().cookies();
    const headers = {
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      origin: this.server.base,
    };
    const given = { build: builtId(), headers };
    const browser = new HttpBrowser(this.server.base);
    for (const { name, value } of cookies) browser.cookies.set(name, value);
    const code = await roomCode(browser, session);
    const line = new Player<DeskView>(this.server.base, { role: 'desk', session, code }, given);
    await line.arrived();
    await line.until(({ common }) => common !== null);
    return line;
  }

  /** Another tab of the desk's browser. */
  tab(): Promise<Page> {
    return this.desk.context().newPage();
  }

  async close(): Promise<void> {
    for (const context of this.contexts) await context.close();
    for (const cable of this.cables) await cable.remove();
    await this.filter?.remove();
    if (this.alone) await this.server.remove();
  }

  private async context(options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await windows(this.browser, options);
    this.contexts.push(context);
    return context;
  }
}

/** Windows with a storage of their own, in Italian unless `options` say otherwise; dark ones where somebody wants to see those. */
async function windows(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'it-IT', ...options });
  if (PICTURES === 'night')
    await context.addInitScript(() => localStorage.setItem('trainoff-theme', 'night'));
  return context;
}

/** Nothing is cut off at the sides: the page is as wide as its window. */
export async function fits(page: Page, what: string): Promise<void> {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(wide, `${what} is wider than its window`).toBeLessThanOrEqual(0);
}
