import type { PageFile, PageFiles } from './page-files';

/** How often it is looked at most which files there are, ms: whoever asks for what is nowhere asks no database. */
const LOOK_AGAIN = 1_000;

/** Files that are kept at hand: a class asks for the same one in the same moment. More than a build has. */
const AT_HAND = 1_000;

/** Finds the page files of builds that are not this server's own. */
export class OtherBuilds {
  readonly #found = new Map<string, Promise<PageFile | null>>();
  #names: Promise<ReadonlySet<string>> = Promise.resolve(new Set<string>());
  #looked = -Infinity;

  /** `now`: monotonic, ms. */
  constructor(
    private readonly files: Pick<PageFiles, 'names' | 'find'>,
    private readonly now: () => number,
  ) {}

  /** Null: no build that is known has it. Rejects if the database does not answer. */
  async find(name: string): Promise<PageFile | null> {
    return (await this.#isThere(name)) ? this.#file(name) : null;
  }

  async #isThere(name: string): Promise<boolean> {
    if ((await this.#names).has(name)) return true;
    if (this.now() - this.#looked >= LOOK_AGAIN) this.#look();
    return (await this.#names).has(name);
  }

  #look(): void {
    this.#looked = this.now();
    const before = this.#names;
    const names = this.files.names().then((all) => new Set(all));
    this.#names = names;
    names.catch(() => (this.#names = before));
  }

  #file(name: string): Promise<PageFile | null> {
    const found = this.#found.get(name) ?? this.files.find(name);
    if (this.#found.size >= AT_HAND) this.#found.clear();
    this.#found.set(name, found);
    found.catch(() => this.#found.delete(name));
    return found;
  }
}
