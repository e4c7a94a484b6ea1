import AxeBuilder from '@axe-core/playwright';
import {
  expect,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { cableTo, type Cable } from '../../support/cable';
import { Filter, type Treatment } from '../../support/filter';
import { startServer, type RunningServer } from '../../support/server';
import { it } from '../../support/words';

/** What a LAN looks like to a browser: no secure context, unlike loopback. */
const LAN = 'trainoff.test';

const desktop = { viewport: { width: 1440, height: 900 } };
const projector = { viewport: { width: 1280, height: 720 } };
const phone = { viewport: { width: 360, height: 615 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

export const TEACHER = { name: 'Grace', password: 'una frase che ricordo' };

/** A server, a teacher at the desk, a projector and some phones, all in real browsers. */
export class Classroom {
  private readonly contexts: BrowserContext[] = [];
  private readonly cables: Cable[] = [];

  private constructor(
    private readonly browser: Browser,
    readonly server: RunningServer,
    readonly desk: Page,
    readonly filter: Filter | null,
  ) {}

  /** Starts a server and signs the first teacher up. */
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

  /** Starts a server that has no teacher yet. */
  static async empty(
    browser: Browser,
    env: Readonly<Record<string, string>> = {},
    treatment: Treatment | null = null,
  ): Promise<Classroom> {
    const server = await startServer({ env });
    const filter = treatment && (await Filter.to(server.port, treatment));
    const context = await browser.newContext({ ...desktop, locale: 'it-IT' });
    const room = new Classroom(browser, server, await context.newPage(), filter);
    room.contexts.push(context);
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

  /** Starts a session of a built-in lesson; answers with its code. */
  async start(lesson = 'Il primo neurone'): Promise<string> {
    const sheet = this.desk.getByRole('region', { name: lesson });
    await sheet.getByRole('button', { name: it('desk_home_start') }).click();
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

  async close(): Promise<void> {
    for (const context of this.contexts) await context.close();
    for (const cable of this.cables) await cable.remove();
    await this.filter?.remove();
    await this.server.remove();
  }

  private async context(options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await this.browser.newContext({ locale: 'it-IT', ...options });
    this.contexts.push(context);
    return context;
  }
}

/** No violation of accessibility, however small: all of axe's rules, its best practices too. */
export async function accessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect.soft(told, `axe on ${what}`).toEqual([]);
}

/** Nothing is cut off at the sides: the page is as wide as its window. */
export async function fits(page: Page, what: string): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(wide, `${what} is wider than its window`).toBeLessThanOrEqual(0);
}
