/** Where WebDriver puts the reference to an element of a page. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export type Found = Readonly<Record<typeof ELEMENT, string>>;

interface Failed {
  readonly error: string;
  readonly message: string;
}

async function ask<Value>(
  address: string,
  method: 'GET' | 'POST' | 'DELETE',
  body?: unknown,
): Promise<Value> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(address, { method, ...sent });
  const { value } = (await response.json()) as { readonly value: unknown };
  if (response.ok) return value as Value;
  const { error, message } = value as Failed;
  throw new Error(`WebDriver: ${error}: ${message}`);
}

/** One browser as the W3C's WebDriver protocol drives it: https://www.w3.org/TR/webdriver2/ */
export class WebDriver {
  private constructor(
    private readonly address: string,
    readonly version: string,
  ) {}

  static async begin(driver: string, browser: Readonly<Record<string, unknown>>): Promise<WebDriver> {
    const capabilities = { alwaysMatch: browser };
    const begun = await ask<{ sessionId: string; capabilities: { browserVersion: string } }>(
      `${driver}/session`,
      'POST',
      { capabilities },
    );
    return new WebDriver(`${driver}/session/${begun.sessionId}`, begun.capabilities.browserVersion);
  }

  get = <Value>(path: string): Promise<Value> => ask(`${this.address}/${path}`, 'GET');

  post = <Value>(path: string, body: unknown = {}): Promise<Value> =>
    ask(`${this.address}/${path}`, 'POST', body);

  /** The value of an expression in the page; a promise is waited for. */
  run = <Value>(expression: string): Promise<Value> =>
    this.post('execute/sync', { script: `return (${expression})`, args: [] });

  /** What an expression finds in the page, to be clicked. */
  async click(expression: string): Promise<void> {
    const found = await this.run<Found>(expression);
    await this.post(`element/${found[ELEMENT]}/click`);
  }

  /** Everything that a hand or a keyboard does one after the other. */
  act = (type: 'key' | 'pointer', actions: readonly unknown[]): Promise<unknown> =>
    this.post('actions', { actions: [{ id: type, type, actions }] });

  /** Ends it, and with it the browser. */
  end = (): Promise<unknown> => ask(this.address, 'DELETE');
}
