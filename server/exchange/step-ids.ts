/** Characters of an id, so that a number still fits behind. */
const LONGEST = 32;

/** Characters of a name that are looked at. */
const LOOKED_AT = 200;

/** A name as an id has it: plain small letters, digits and hyphens; empty where nothing is left. */
const plain = (name: string): string =>
  name
    .slice(0, LOOKED_AT)
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');

const isId = (text: string): boolean => /^[a-z0-9-]{1,40}$/.test(text);

/** Gives each step of a file an id that no other one has, after its name where it has one. */
export class StepIds {
  readonly #given = new Set<string>();

  /** `wanted` itself if it is an id that is still free. */
  of(wanted: string): string {
    const name = (isId(wanted) && !this.#given.has(wanted) ? wanted : plain(wanted)) || 'step';
    let id = name;
    for (let number = 2; this.#given.has(id); number++) id = `${name}-${number}`;
    this.#given.add(id);
    return id;
  }
}
